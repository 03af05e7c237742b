/** Nobody was let in: ask again after so many seconds. */
export class Slowed {
  constructor(readonly seconds: number) {}
}

export type Turns = <T>(job: () => Promise<T>) => Promise<T | Slowed>

/**
 * Lets at most `atOnce` jobs run and `waiting` more stand in line; whoever comes then is told to wait. Stretching a
 * query code takes a processor for a moment: so many people, or one who wants to do harm, must not stall the others.
 */
export function turns({ atOnce, waiting }: { atOnce: number; waiting: number }): Turns {
  const line: (() => void)[] = []
  let running = 0

  return async (job) => {
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
}

/** Long enough for a full line to go through on a slow machine. */
const SECONDS = 5
