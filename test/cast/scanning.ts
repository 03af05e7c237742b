import { addDays, type Day } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { writeScans } from '../../src/posters/scans.ts'
import { openTally } from '../../src/posters/tally.ts'
import type { AtDesk, Place } from './at-desk.ts'

/** Of so many codes the sheets are up; who hung them wrote it down. */
const HUNG = 6
/** The second of those, and some more, nobody scans: it hangs where nobody passes. */
const isPassed = (at: number) => at % 4 !== 1

/** Hangs a few sheets, and lets invented people pass all notices until today. */
export async function passBy(
  place: Place,
  by: AtDesk,
  tokens: readonly string[],
  { from, until }: { from: Day; until: Day },
): Promise<void> {
  for (const token of tokens.slice(0, HUNG))
    await by.seat.send(paths.sheet(token, '1'), { move: 'post', place: '村委会公告栏', on: from })
  const tally = openTally({ isOneOfMany: false })
  for (let [day, n] = [addDays(from, 1), 0]; day < until; day = addDays(day, 1), n++) {
    for (const [at, token] of tokens.entries()) {
      const scans = isPassed(at) ? ((n * 7 + at * 5) % 11) % (2 + (at % 3)) : 0
      for (let one = 0; one < scans; one++) tally.count(token, 'scans', day)
      if (scans > 0 && (n + at) % 3 === 0) tally.count(token, 'starts', day)
    }
    await writeScans(place.house.db, tally, day)
  }
}
