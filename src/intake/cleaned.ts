import type { Refusal } from '../cleaning/asks.ts'
import { clean, cleanerOf, type Outcome } from '../cleaning/clean.ts'
import { type Attached, HEAD, type Kind, kindOf } from '../cleaning/kinds.ts'
import { type Bytes, joined } from '../sealing/bytes.ts'
import type { Space } from './memory.ts'

/** A file that is not taken; nothing is at fault. */
export class Refused extends Error {
  constructor(readonly why: Refusal | 'noRoom') {
    super()
  }
}

/** Containers whose table may stand behind what it tells of are read twice, so they are held: they are short. */
const heldWhole: readonly Kind[] = ['mp4', 'mov', 'heic', 'avif']

/**
 * A file in pieces, cleaned as it comes; `most` bytes of it, and no more of it held than there is space for. Tells what
 * it was found to be. Throws `Refused`.
 */
export async function* cleaned(
  body: AsyncIterable<Bytes>,
  { kind, most }: { kind: Attached; most: number },
  space: Space,
  tell: (ending: Kind) => void,
): AsyncGenerator<Bytes, void> {
  const cleaner = cleanerOf(kind, most)
  const heed = (outcome: Outcome | undefined) => {
    if (outcome && 'refused' in outcome) throw new Refused(outcome.refused)
    if (outcome) tell(outcome.kind)
    return outcome
  }
  let gathered: Bytes[] | undefined = []
  let isKnown = false
  let length = 0
  for await (const piece of body) {
    length += piece.length
    if (length > most) throw new Refused('tooLarge')
    gathered?.push(piece)
    if (gathered && isKnown && !space.take(piece.length)) throw new Refused('noRoom')
    if (gathered && (isKnown || length < HEAD)) continue
    isKnown = true
    const found = gathered && kindOf(joined(gathered))
    if (found && heldWhole.includes(found)) {
      if (!space.take(length)) throw new Refused('noRoom')
      continue
    }
    yield* cleaner.push(gathered ? joined(gathered) : piece)
    heed(cleaner.outcome())
    gathered = undefined
  }
  if (gathered && isKnown) {
    const whole = joined(gathered)
    gathered = undefined
    const done = clean(whole, kind, most)
    heed(done)
    if ('bytes' in done) yield done.bytes
    return
  }
  yield* cleaner.push(joined(gathered ?? []))
  yield* cleaner.end()
  if (!heed(cleaner.outcome())) throw new Refused('truncated')
}
