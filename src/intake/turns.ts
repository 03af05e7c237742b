/** Nobody was let in: ask again after so many seconds. */
export class Slowed {
  constructor(readonly seconds: number) {}
}

interface Places {
  atOnce: number
  waiting: number
}

/** `from`: the network that asks, where it can be told. */
export type Turns = <T>(job: () => Promise<T>, from?: string) => Promise<T | Slowed>

/**
 * Lets at most `atOnce` jobs run and `waiting` more stand in line. Stretching a query code takes a processor for a
 * moment: so many people, or one who wants to do harm, must not stall the others. Each network has a line of its own
 * and they take turns, so that a whole village behind one address is let in and keeps nobody else waiting. Where all
 * places are taken, whoever came last of the longest line is told to wait.
 */
export function turns({ atOnce, waiting }: Places): Turns {
  /** The network whose turn is next stands first. Of one that has nobody in line nothing is known. */
  const lines = new Map<string, Go[]>()
  let standing = 0
  let running = 0

  function letIn(from: string): Promise<boolean> {
    if (running < atOnce) {
      running++
      return Promise.resolve(true)
    }
    return new Promise((go) => {
      const line = lines.get(from) ?? []
      lines.set(from, line)
      line.push(go)
      if (standing++ < waiting) return
      let longest = line
      for (const other of lines.values()) if (other.length > longest.length) longest = other
      longest.pop()?.(false)
      standing--
      if (line.length === 0) lines.delete(from)
    })
  }

  /** The place is handed on, so that nobody can slip in before whose turn it is. */
  function handOn() {
    const [first] = lines
    if (!first) {
      running--
      return
    }
    const [from, line] = first
    const next = line.shift()
    lines.delete(from)
    if (line.length > 0) lines.set(from, line)
    standing--
    next?.(true)
  }

  return async (job, from = '') => {
    if (!(await letIn(from))) return new Slowed(SECONDS)
    try {
      return await job()
    } finally {
      handOn()
    }
  }
}

/** Lets somebody in, or not. */
type Go = (isLetIn: boolean) => void

/** Long enough for a full line to go through on a slow machine. */
const SECONDS = 5
