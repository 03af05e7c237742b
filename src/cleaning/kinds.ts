// biome-ignore-all lint/suspicious/noControlCharactersInRegex: files begin with them
import type { Bytes } from '../sealing/bytes.ts'
import { word } from './numbers.ts'

export type Kind =
  | ('jpeg' | 'png' | 'webp' | 'heic' | 'avif' | 'gif')
  | ('mp4' | 'mov' | 'webm' | 'ogg' | 'mp3' | 'aac' | 'amr' | 'wav')
  | 'pdf'

/** What a reporter attaches. */
export type Attached = 'photo' | 'voice' | 'video' | 'file'

const MIB = 2 ** 20

/** What is taken as what, and up to how many bytes. `mp4` is also what phones call m4a and 3gp. */
export const accepted: Record<Attached, { kinds: readonly Kind[]; most: number }> = {
  photo: { kinds: ['jpeg', 'png', 'webp', 'heic', 'avif'], most: 50 * MIB },
  voice: { kinds: ['webm', 'ogg', 'mp4', 'mov', 'mp3', 'aac', 'amr', 'wav'], most: 50 * MIB },
  video: { kinds: ['mp4', 'mov', 'webm'], most: 50 * MIB },
  file: { kinds: ['pdf'], most: 50 * MIB },
}

/** How many of its first bytes tell what a file is. */
export const HEAD = 16

/** What a file is by its first bytes, never by its name or by what was declared. */
export function kindOf(head: Bytes): Kind | undefined {
  const starts = word(head, 0, HEAD)
  const found = marks.find(([mark]) => mark.test(starts))
  return found?.[1]
}

const marks: readonly (readonly [RegExp, Kind])[] = [
  [/^\xff\xd8\xff/, 'jpeg'],
  [/^\x89PNG\r\n\x1a\n/, 'png'],
  [/^GIF8[79]a/, 'gif'],
  [/^RIFF.{4}WEBP/s, 'webp'],
  [/^RIFF.{4}WAVE/s, 'wav'],
  [/^.{4}ftyp(hei[cmsx]|hev[cmx]|mif1|msf1)/s, 'heic'],
  [/^.{4}ftypavi[fs]/s, 'avif'],
  [/^.{4}ftypqt {2}/s, 'mov'],
  [/^.{4}ftyp(iso[2-9m]|mp4[12]|M4[ABV] |avc1|3g[2egprs][0-9a-c]|MSNV|dash|f4v )/s, 'mp4'],
  [/^\x1aE\xdf\xa3/, 'webm'],
  [/^OggS/, 'ogg'],
  [/^#!AMR(-WB)?\n/, 'amr'],
  [/^\xff[\xf0\xf1\xf8\xf9]/, 'aac'],
  [/^(ID3|\xff[\xe2\xe3\xf2\xf3\xfa\xfb])/, 'mp3'],
  [/^%PDF-/, 'pdf'],
]
