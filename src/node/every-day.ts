import { dayOf } from '../clock/day.ts'
import { runDaily } from '../daily.ts'
import type { House } from '../http/house.ts'
import { writeScans } from '../posters/scans.ts'
import type { Tally } from '../posters/tally.ts'
import type { OpenHouse } from './open-house.ts'

/** Runs what time does by itself: at start, and on each new day. Stopped, it ends what it has begun. */
export function everyDay(house: House, tally: Tally, settle: OpenHouse['settle']): () => Promise<void> {
  let done = ''
  let running = Promise.resolve()
  const look = async () => {
    const today = dayOf(house.clock.now())
    if (today === done) return
    done = today
    await writeScans(house.db, tally, today, { onlyWhole: true }).catch(complainer(house, 'scans'))
    // What was erased leaves the files, whatever else of the day came to nothing.
    await runDaily(house).finally(settle)
  }
  const said = complainer(house, 'daily job')
  const complain = (error: unknown) => {
    done = ''
    said(error)
  }
  const run = () => {
    running = running.then(look).catch(complain)
  }
  run()
  const timer = setInterval(run, 10 * 60_000)
  return () => {
    clearInterval(timer)
    return running
  }
}

export const complainer = (house: House, job: string) => (error: unknown) =>
  house.complain(`${job}: ${error instanceof Error ? error.name : 'unknown'}`)
