import { cleanFile } from '../cleaning/file.ts'
import { type Attached, accepted, HEAD, type Kind, kindOf } from '../cleaning/kinds.ts'
import type { AnyKind } from '../files/kinds.ts'
import type { Bytes } from '../sealing/bytes.ts'
import { filesKey } from '../sealing/conversation.ts'
import { paddedLength } from '../sealing/files.ts'
import { Unopened } from '../sealing/open.ts'
import { openFile, openManifest } from '../sealing/open-file.ts'

// What a staff browser does with a file of a report's. No page is needed: the tests do the same.

/** A piece was not handed out now; it may be later. */
export class Unreachable extends Error {}

/** What of an opened report opens its files. */
export interface OpensFiles {
  id: string
  dek: Bytes
  /** Leads to the files that came with a message. */
  conversation: Bytes
}

export interface Sought {
  id: string
  kind: AnyKind
  /** Its padded length, as the register has it. */
  size: number
  /** The message it came with, if it was added later. */
  message?: string | null | undefined
}

/** Pieces up to so many bytes are gathered before the browser may put them elsewhere than into memory. */
const AT_ONCE = 2 ** 22

/**
 * The whole file, when every chunk is the one its manifest lists. Throws Unopened, and whatever `fetchPiece` throws.
 */
export async function openAttachment(
  { id, dek, conversation }: OpensFiles,
  { id: file, size, message }: Sought,
  fetchPiece: (part: string) => Promise<Bytes>,
): Promise<Blob> {
  const key = message ? await filesKey(conversation, 'toTeam', message) : dek
  const manifest = await openManifest(key, id, file, await fetchPiece('manifest'))
  if (paddedLength(manifest.length) !== size) throw new Unopened('format')
  let whole = new Blob()
  let parts: Bytes[] = []
  for await (const part of openFile(key, id, file, manifest, (at) => fetchPiece(String(at)))) {
    parts.push(part)
    if (parts.reduce((sum, { length }) => sum + length, 0) < AT_ONCE) continue
    whole = new Blob([whole, ...parts])
    parts = []
  }
  return new Blob([whole, ...parts])
}

/**
 * Every type that a browser of the team is told. None of them can carry a script: what was named otherwise by whoever
 * sent it is none of these, and is only to be saved.
 */
const types: Partial<Record<Kind, { picture?: string; sound?: string; film?: string }>> = {
  jpeg: { picture: 'image/jpeg' },
  png: { picture: 'image/png' },
  webp: { picture: 'image/webp' },
  heic: { picture: 'image/heic' },
  avif: { picture: 'image/avif' },
  mp4: { sound: 'audio/mp4', film: 'video/mp4' },
  mov: { sound: 'video/quicktime', film: 'video/quicktime' },
  webm: { sound: 'audio/webm', film: 'video/webm' },
  ogg: { sound: 'audio/ogg' },
  mp3: { sound: 'audio/mpeg' },
  aac: { sound: 'audio/aac' },
  wav: { sound: 'audio/wav' },
}

const attachedAs: Record<AnyKind, Attached> = {
  photo: 'photo',
  before: 'photo',
  after: 'photo',
  voice: 'voice',
  video: 'video',
  paper: 'file',
}
const ways = {
  photo: 'picture',
  before: 'picture',
  after: 'picture',
  voice: 'sound',
  video: 'film',
  paper: undefined,
} as const

/** What may be done with a file: shown by the browser, or only saved, and why. */
export type Judged =
  | { show: 'picture' | 'sound' | 'film'; content: Blob; ending: string; wasClean: boolean }
  | { show: 'pages'; content: Blob; ending: string }
  | { show: undefined; why: 'unknown' | 'tooManyPixels'; content: Blob; ending: string }

/**
 * Looks at the bytes alone, and takes out what tells, where it can. A picture is read to its end, and its points are
 * counted, before anybody decodes it.
 */
export async function judge(kind: AnyKind, file: Blob): Promise<Judged> {
  const found = kindOf(new Uint8Array(await new Response(file.slice(0, HEAD)).arrayBuffer()))
  const isAsPromised = found !== undefined && accepted[attachedAs[kind]].kinds.includes(found)
  const ending = isAsPromised ? found : 'bin'
  const saved = (content: Blob) => content.slice(0, content.size, 'application/octet-stream')
  const unnamed = { ending, content: saved(file) }
  const onlySaved = (why: 'unknown' | 'tooManyPixels') => ({ show: undefined, why, ...unnamed }) as const
  if (isAsPromised && kind === 'paper') return { show: 'pages', ...unnamed }
  const show = ways[kind]
  if (!isAsPromised || !show) return onlySaved('unknown')
  const type = types[found]?.[show]
  const cleaned = await cleanFile(file, attachedAs[kind])
  if ('refused' in cleaned) {
    // Sound and film play as they came, and are not said to be clean.
    if (type && show !== 'picture')
      return { show, ending, content: file.slice(0, file.size, type), wasClean: false }
    return onlySaved(cleaned.refused === 'tooManyPixels' ? 'tooManyPixels' : 'unknown')
  }
  const { file: clean, removed } = cleaned
  if (!type) return { show: undefined, why: 'unknown', ending, content: saved(clean) }
  return { show, ending, content: clean.slice(0, clean.size, type), wasClean: removed.length === 0 }
}
