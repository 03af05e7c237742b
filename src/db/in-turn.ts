/**
 * Does up to so many pieces of its work and answers how many it took: fewer than that, and nothing is left of it. A
 * piece at fault that keeps no other of the part from being done is told to `fail`.
 */
export type Part = (most: number, fail: (failure: unknown) => void) => Promise<number>

/** Pieces a part takes at a turn, at most: to find the next ones what is done already is passed over again. */
export const HANDFUL = 200

/**
 * Work that may be more than there is room for in one go. Each part takes a handful in its turn, round after round, and
 * never so much that another has none, until nothing is left or `most` pieces are done. A part that fails keeps no
 * other from being done; the first failure is thrown when all have had their turns. Answers whether nothing is left:
 * what is, the next go finds as this one did, so a part must leave its work findable at whatever piece it stops.
 */
export async function inTurn(parts: readonly Part[], most = Number.POSITIVE_INFINITY): Promise<boolean> {
  const failures: unknown[] = []
  const fail = (failure: unknown) => void failures.push(failure)
  const fair = Math.max(1, Math.min(HANDFUL, Math.floor(most / parts.length)))
  let [waiting, left] = [[...parts], most]
  while (waiting.length > 0 && left > 0) {
    const unfinished: Part[] = []
    for (const part of waiting) {
      const handful = Math.min(fair, left)
      const took = handful > 0 ? await part(handful, fail).catch(fail) : 0
      left -= took ?? 0
      if (took !== undefined && (handful === 0 || took === handful)) unfinished.push(part)
    }
    waiting = unfinished
  }
  if (failures.length > 0) throw failures[0]
  return waiting.length === 0
}

/** Something short, done whole in one turn. */
export const atOnce =
  (work: () => Promise<void>): Part =>
  async () => {
    await work()
    return 0
  }
