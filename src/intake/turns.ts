/** Nobody was let in: ask again after so many seconds. */
export class Slowed {
  constructor(readonly seconds: number) {}
}

interface Places {
  atOnce: number
  waiting: number
  ofOne?: number
}

/** `from`: the network that asks, where it can be told. */
export type Turns = <T>(job: () => Promise<T>, from?: string) => Promise<T | Slowed>

/**
 * Lets at most `atOnce` jobs run and `waiting` more stand in line; whoever comes then is told to wait. Stretching a
 * query code takes a processor for a moment: so many people, or one who wants to do harm, must not stall the others.
 * One network has so many of all places at the most, else half: whoever comes from there then waits, and nobody else
 * for them.
 */
export function turns({ atOnce, waiting, ofOne }: Places): Turns {
  const share = ofOne ?? Math.ceil((atOnce + waiting) / 2)
  /** How many of each network run or stand in line; of a network that has none nothing is known. */
  const here = new Map<string, number>()
  const count = (from: string, more: number) => {
    const n = (here.get(from) ?? 0) + more
    if (n > 0) here.set(from, n)
    else here.delete(from)
  }
  const line: (() => void)[] = []
  let running = 0

  async function inTurn<T>(job: () => Promise<T>) {
    if (running < atOnce) running++
    else if (line.length < waiting) await new Promise<void>((go) => line.push(go))
    else return new Slowed(SECONDS)
    try {
      return await job()
    } finally {
      // The place is handed on, so that nobody can slip in before who stands first.
      const next = line.shift()
      if (next) next()
      else running--
    }
  }

  return async (job, from) => {
    if (from === undefined) return inTurn(job)
    if ((here.get(from) ?? 0) >= share) return new Slowed(SECONDS)
    count(from, 1)
    try {
      return await inTurn(job)
    } finally {
      count(from, -1)
    }
  }
}

/** Long enough for a full line to go through on a slow machine. */
const SECONDS = 5
