import { addDays, type Day, weekday } from '../clock/day.ts'

/** Nothing is shown that stands for fewer. */
export const LEAST = 10
const STEP = 5
/** Days a sheet has hung before a unit may be called silent. */
const PATIENCE = 7

export interface Released {
  /** A multiple of five; zero is "fewer than ten". */
  shown: number
  /** The day of the last change; before it nothing was shown that is not shown now. */
  on: Day | undefined
  /** Not shown: always fewer than ten. */
  kept: number
}

/**
 * A unit's figure grows only when ten have come together since it last grew, and then by fives; what is over waits
 * for the next time. So also whoever looks every day, and subtracts, sees steps that stand for ten or more and
 * never a single day's few.
 */
export function release(days: readonly (readonly [day: Day, n: number])[]): Released {
  const released: Released = { shown: 0, on: undefined, kept: 0 }
  for (const [day, n] of days) {
    released.kept += n
    if (released.kept < LEAST) continue
    const step = released.kept - (released.kept % STEP)
    released.shown += step
    released.kept -= step
    released.on = day
  }
  return released
}

interface Cell extends Pick<Released, 'shown' | 'kept'> {
  /** Known not to be without any, because the list of silent units would have it. */
  isAlive: boolean
}

/**
 * What all units had beside what is shown of each, in fives, once the round takes no more; undefined where it
 * would tell of one. It is given only where each unit may have had anything between its least and its most with
 * the others making up for it, and where not giving it could not tell more: a rest so small that anything adds up
 * to it is never given.
 *
 * With the least of each, m, and the most, c (nine, or four where something was given: at least that much is
 * open), and M their sum, C likewise: given when M + 10 ≤ rest ≤ C − max c. For any value q of a unit, given: the
 * others must make up for rest − q, and M ≤ rest + 4 − c, rest − m ≤ C − c. Not given: with the others at their
 * least the sum is at most M + 9, which is not given either.
 */
export function restOf(cells: readonly Cell[]): number | undefined {
  const sum = cells.reduce((all, { kept }) => all + kept, 0)
  const rest = sum - (sum % STEP)
  const least = cells.filter(({ isAlive, shown }) => isAlive && shown === 0).length
  const most = cells.map(({ shown }) => (shown > 0 ? STEP - 1 : LEAST - 1))
  const room = most.reduce((all, n) => all + n, 0) - Math.max(0, ...most)
  return rest >= LEAST + least && rest <= room ? rest : undefined
}

/**
 * The one day up to which a unit may be found to have had no scan: the first Sunday a week after the last of what
 * must have begun: a sheet hangs, the intake is open, scans are counted. It is looked at once, and only for none
 * at all: to be on the list says something of nobody, and no unit leaves it on the day of its first scan.
 */
export function silenceCheckedOn(begun: readonly [Day, ...Day[]]): Day {
  const ripe = addDays(
    begun.reduce((last, day) => (day > last ? day : last)),
    PATIENCE,
  )
  return addDays(ripe, (7 - weekday(ripe)) % 7)
}

/** Silent until a figure is shown for it. */
export const isSilent = (
  days: readonly (readonly [day: Day, n: number])[],
  checkedOn: Day,
  { shown }: Released,
) => shown === 0 && days.every(([day, n]) => n === 0 || day > checkedOn)
