import type { Refusal, Removed } from '../cleaning/asks.ts'
import { cleanFile } from '../cleaning/file.ts'
import { amrSeconds } from '../cleaning/frames.ts'
import { HEAD, type Kind, kindOf } from '../cleaning/kinds.ts'
import { movieSeconds } from '../cleaning/movie-seconds.ts'
import { type FileKind, fileLimits, LONGEST_RECORDING } from '../files/kinds.ts'
import { namedAs } from '../files/named.ts'
import type { attached } from '../i18n/attaching.ts'
import { redrawn } from './photo.client.ts'
import { secondsOf } from './seconds.client.ts'

/** Seconds: who stops at three minutes by a clock has a little more. */
const TOLERANCE = 1

/** What may leave the phone of a file, and what was taken out of it. */
export interface Taken {
  content: Blob
  type: string
  name: string
  removed: readonly Removed[]
}

export type Says = keyof typeof attached

/** Why a file is not taken, and how many bytes it has where that is why. */
export interface NotTaken {
  says: Says
  size?: number
}

/** Cleans what somebody chose. Its name is not kept: cameras write the time into it. */
export async function take(file: Blob, kind: FileKind, name: string): Promise<Taken | NotTaken> {
  try {
    return kind === 'paper' ? await takePaper(file, name) : await takeCleaned(file, kind)
  } catch {
    // A file that is not on the phone any more, or in a cloud that does not answer.
    return { says: 'broken' }
  }
}

/** What stands in a PDF cannot all be found: it goes as it is, and the page says so. */
async function takePaper(file: Blob, name: string): Promise<Taken | NotTaken> {
  const head = new Uint8Array(await new Response(file.slice(0, HEAD)).arrayBuffer())
  if (kindOf(head) !== 'pdf') return { says: 'paperWrong' }
  if (file.size > fileLimits.paper.bytes) return tooLarge('paper', file.size)
  return { content: file, type: 'application/pdf', name, removed: [] }
}

async function takeCleaned(file: Blob, kind: Exclude<FileKind, 'paper'>): Promise<Taken | NotTaken> {
  const isPhoto = kind === 'photo'
  const most = fileLimits[kind].bytes
  if (file.size > most && !isPhoto) return tooLarge(kind, file.size)
  const cleaned = await cleanFile(file, kind)
  if ('refused' in cleaned) return whyNot(cleaned.refused, kind, file.size)
  if (kind === 'voice' && (await isTooLong(file, cleaned))) return { says: 'tooLong' }
  const { removed } = cleaned
  // Browsers write into a picture what they are: it is cleaned once more.
  const drawn = isPhoto
    ? await redrawn(cleaned.file).then((small) => small && cleanFile(small, kind))
    : undefined
  if (drawn && 'file' in drawn) return { content: drawn.file, type: 'image/jpeg', name: 'photo.jpg', removed }
  if (cleaned.file.size > most) return tooLarge(kind, file.size)
  return { content: cleaned.file, ...namedAs(kind, cleaned.kind), removed }
}

/** Our own recorder, which gives no file, has stopped in time: what somebody said here is never refused. */
async function isTooLong(sound: Blob, cleaned: { kind: Kind; file: Blob }): Promise<boolean> {
  if (!(sound instanceof File)) return false
  const played = cleaned.kind === 'amr' ? undefined : await secondsOf(sound)
  return (played ?? (await saidIn(cleaned)) ?? 0) > LONGEST_RECORDING + TOLERANCE
}

/** What old phones record, no browser plays: how long it is stands in it. */
const secondsIn: Partial<Record<Kind, (bytes: Uint8Array<ArrayBuffer>) => number | undefined>> = {
  amr: amrSeconds,
  mp4: movieSeconds,
  mov: movieSeconds,
}

async function saidIn({ kind, file }: { kind: Kind; file: Blob }): Promise<number | undefined> {
  return secondsIn[kind]?.(new Uint8Array(await new Response(file).arrayBuffer()))
}

const tooLarge = (kind: FileKind, size: number): NotTaken => ({
  says: kind === 'video' ? 'tooLargeVideo' : 'tooLarge',
  size,
})

function whyNot(refused: Refusal, kind: Exclude<FileKind, 'paper'>, size: number): NotTaken {
  if (refused === 'wrongKind') return { says: `${kind}Wrong` }
  if (refused === 'tooLarge') return tooLarge(kind, size)
  if (refused === 'tooManyPixels') return { says: 'tooManyPixels' }
  return { says: refused === 'notCleanable' ? refused : 'broken' }
}
