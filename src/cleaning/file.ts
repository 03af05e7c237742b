import type { Refusal } from './asks.ts'
import { cleanerOf, type Outcome } from './clean.ts'
import type { Attached } from './kinds.ts'
import type { Learned } from './media.ts'

/** Pieces up to so many bytes are gathered before the browser may put them elsewhere than into memory. */
const AT_ONCE = 2 ** 22

/** A file on the person's own device: read piece by piece, and a second time where one reading is not enough. */
export async function cleanFile(
  file: Blob,
  as: Attached,
  most?: number,
): Promise<(Outcome & { file: Blob }) | { refused: Refusal }> {
  const learned: Learned = {}
  const first = await once(file, as, most, learned)
  const isKnownNow = 'refused' in first && first.refused === 'notCleanable' && learned.spans
  return isKnownNow ? once(file, as, most, learned) : first
}

async function once(file: Blob, as: Attached, most: number | undefined, learned: Learned) {
  const cleaner = cleanerOf(as, most, learned)
  const reader = file.stream().getReader()
  let cleaned = new Blob()
  let parts: Uint8Array<ArrayBuffer>[] = []
  let gathered = 0
  const gather = (more: Uint8Array<ArrayBuffer>[], isLast: boolean) => {
    for (const part of more) {
      parts.push(part)
      gathered += part.length
    }
    if (gathered < AT_ONCE && !isLast) return
    cleaned = new Blob([cleaned, ...parts])
    parts = []
    gathered = 0
  }
  for (;;) {
    const { value } = await reader.read()
    if (!value || cleaner.outcome()) break
    gather(cleaner.push(value), false)
  }
  await reader.cancel()
  gather(cleaner.end(), true)
  const outcome = cleaner.outcome() ?? { refused: 'truncated' as const }
  return 'refused' in outcome ? outcome : { ...outcome, file: cleaned }
}
