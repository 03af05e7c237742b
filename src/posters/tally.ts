import { addDays, type Day } from '../clock/day.ts'

/** What one code had on one day: how often its page was opened as from paper, and how often somebody began to write. */
export interface DayCount {
  token: string
  day: Day
  scans: number
  starts: number
}
export type Counted = 'scans' | 'starts'

/**
 * Counts in memory, by code and day: no address, no hour, nothing of a request. What is taken out is written as a day's
 * sum; what a crash takes along is lost, rather than written sooner.
 */
export interface Tally {
  /** A start counts where the code has been opened before: nobody fills the memory with codes that are none. */
  count(token: string, what: Counted, today: Day): void
  /** What lies before this day, or all. It counts from nothing after. */
  take(before?: Day): DayCount[]
  /** Whether anything lies before this day. */
  holds(before: Day): boolean
  /** What could not be written. */
  giveBack(counts: readonly DayCount[]): void
  /** Others count beside it and are lost with what they counted: what is written is the least it was. */
  isOneOfMany: boolean
}

export function openTally({ isOneOfMany }: { isOneOfMany: boolean }): Tally {
  const days = new Map<string, DayCount>()
  const opened = new Set<string>()
  const add = ({ token, day, scans, starts }: DayCount) => {
    const key = `${day} ${token}`
    const known = days.get(key)
    const sum = { scans: (known?.scans ?? 0) + scans, starts: (known?.starts ?? 0) + starts }
    days.set(key, { token, day, ...sum })
  }
  return {
    isOneOfMany,
    count(token, what, day) {
      if (what === 'scans') opened.add(token)
      if (opened.has(token)) add({ token, day, scans: 0, starts: 0, [what]: 1 })
    },
    take(before) {
      const taken = [...days].filter(([, { day }]) => before === undefined || day < before)
      for (const [key] of taken) days.delete(key)
      return taken.map(([, count]) => count)
    },
    holds: (before) => [...days.values()].some(({ day }) => day < before),
    giveBack(counts) {
      for (const count of counts) add(count)
    },
  }
}

/** Up to this day figures are final: nothing is written of a day before yesterday. */
export const lastFinal = (today: Day): Day => addDays(today, -2)
