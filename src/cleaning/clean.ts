import { type Bytes, concat, joined } from '../sealing/bytes.ts'
import { type Cleaning, type Refusal, type Removed, refuse, upTo } from './asks.ts'
import { bmff } from './bmff.ts'
import { aac, amr, mp3 } from './frames.ts'
import { jpeg } from './jpeg.ts'
import { type Attached, accepted, HEAD, type Kind, kindOf } from './kinds.ts'
import type { Learned } from './media.ts'
import { ogg } from './ogg.ts'
import { png } from './png.ts'
import { wav, webp } from './riff.ts'
import { webm } from './webm.ts'

/** How it went. What was given out before a refusal is worth nothing. */
export type Outcome = { kind: Kind; removed: Removed[] } | { refused: Refusal }

/** Takes a file in pieces of any length and gives it out cleaned, holding little more than the piece at hand. */
export interface Cleaner {
  push(piece: Bytes): Bytes[]
  end(): Bytes[]
  /** Stands after `end`, and as soon as the file is refused. */
  outcome(): Outcome | undefined
}

const recorded = (removed: Set<Removed>, learned: Learned) => bmff(false, removed, learned)
const pictured = (removed: Set<Removed>, learned: Learned) => bmff(true, removed, learned)
/** A PDF carries its history, names and files in compressed objects and pictures: no pass over its bytes finds all. */
const unreadable = () => refuse('notCleanable')

const cleaners: Record<Kind, (removed: Set<Removed>, learned: Learned) => Cleaning> = {
  jpeg,
  png,
  webp,
  heic: pictured,
  avif: pictured,
  gif: unreadable,
  mp4: recorded,
  mov: recorded,
  webm,
  ogg,
  mp3,
  aac,
  amr,
  wav,
  pdf: unreadable,
}

/** What cleaning a file may ask for, and a little more for each piece: ten minutes of film ask for half of it. */
const MOST_ASKED = 500_000

/**
 * Cleans a file as its bytes come in. Linear in its length; of a header that must be read whole it holds up to 4 MiB.
 * `learned` is what an earlier reading of the same file found out, and takes what this one does.
 */
export function cleanerOf(
  as: Attached,
  most = accepted[as].most,
  learned: Learned = {},
  patience = MOST_ASKED,
): Cleaner {
  const removed = new Set<Removed>()
  let come = 0
  let outcome: Outcome | undefined
  /** What came and was not asked for yet. */
  let held: Bytes = new Uint8Array()
  let at = 0
  const reading = read()
  let asked = reading.next(held)

  function* read(): Cleaning<Kind> {
    const head = yield* upTo(HEAD)
    yield { back: head }
    const kind = kindOf(head)
    if (!kind || !accepted[as].kinds.includes(kind)) return yield* refuse('wrongKind')
    yield* cleaners[kind](removed, learned)
    return kind
  }

  function run(isEnd: boolean): Bytes[] {
    const out: Bytes[] = []
    while (!outcome && !asked.done) {
      const ask = asked.value
      let given: Bytes = new Uint8Array()
      if (typeof ask === 'string' || patience-- === 0) {
        outcome = { refused: typeof ask === 'string' ? ask : 'looping' }
        break
      }
      if (typeof ask === 'number') {
        if (at === held.length && !isEnd) break
        given = held.subarray(at, at + ask)
        at += given.length
      } else if (ask instanceof Uint8Array) {
        if (ask.length > 0) out.push(ask)
      } else if (ask.back.length <= at) at -= ask.back.length
      else {
        held = concat(ask.back, held.subarray(at))
        at = 0
      }
      asked = reading.next(given)
    }
    if (!asked.done) return out
    // Bytes after the end of a picture.
    if (at < held.length) removed.add('other')
    at = held.length
    if (isEnd) outcome ??= { kind: asked.value, removed: [...removed] }
    return out
  }

  return {
    push(piece) {
      come += piece.length
      patience += 8
      if (come > most) outcome ??= { refused: 'tooLarge' }
      // All that was held has been given out, or nobody asks any more.
      held = piece
      at = 0
      return run(false)
    },
    end: () => run(true),
    outcome: () => outcome,
  }
}

/** A file that lies in memory. */
export function clean(
  bytes: Bytes,
  as: Attached,
  most?: number,
): (Outcome & { bytes: Bytes }) | { refused: Refusal } {
  const learned: Learned = {}
  const once = () => {
    const cleaner = cleanerOf(as, most, learned)
    const parts = [...cleaner.push(bytes), ...cleaner.end()]
    const outcome = cleaner.outcome() ?? { refused: 'truncated' }
    return 'refused' in outcome ? outcome : { ...outcome, bytes: joined(parts) }
  }
  const first = once()
  return 'refused' in first && first.refused === 'notCleanable' && learned.spans ? once() : first
}
