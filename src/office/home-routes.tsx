import { page } from '../http/answer.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { listDoubts } from '../posters/doubts.ts'
import { intakeOf } from '../rounds/intake.ts'
import { listRounds } from '../rounds/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { officeFrame } from './home-frame.ts'
import { lacks, preparationLines } from './home-lines.ts'
import { HomePage } from './home-page.tsx'
import { viewProgress } from './home-view.ts'
import { viewSheets } from './sheets-kept.ts'
import { viewToday } from './today-view.ts'

/** Where an administrator lands. */
export function homeRoutes(house: House): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(paths.office, async (c) => {
    const progress = await viewProgress(house, c.req.query('round'))
    const props = {
      frame: await officeFrame(c, house),
      lines: preparationLines(progress),
      lacking: lacks(progress),
      unknownYears: progress.unknownYears,
      sheets: await viewSheets(house.db, house.clock.now()),
      today: progress.today,
      round: progress.round,
      others: progress.others,
      paused: (await listRounds(house.db)).filter((round) => intakeOf(round, progress.today) === 'paused'),
      doubts: await listDoubts(house.db),
      counts: await viewToday(
        house.db,
        { today: progress.today, calendar: house.clock.calendar },
        c.get('staff').id,
      ),
    }
    return page(c, <HomePage {...props} />)
  })
  return app
}
