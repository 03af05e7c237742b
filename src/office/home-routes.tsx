import { Hono } from 'hono'
import { page } from '../http/answer.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { OFFICE } from '../staff/roles.ts'
import { countTeam } from './home-counts.ts'
import { officeFrame } from './home-frame.ts'
import { lacks, preparationLines } from './home-lines.ts'
import { HomePage } from './home-page.tsx'
import { type Progress, viewProgress } from './home-view.ts'
import { viewSheets } from './sheets-kept.ts'
import { theOffice } from './store.ts'

/** Where an administrator lands. */
export function homeRoutes(house: House): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(paths.office, async (c) => {
    const progress = await viewProgress(house)
    const props = {
      frame: await officeFrame(c, house),
      lines: preparationLines(progress),
      lacking: lacks(progress),
      unknownYears: progress.unknownYears,
      sheets: await viewSheets(house.db, house.clock.now()),
      today: progress.today,
      counts: await countsOf(house, progress),
    }
    return page(c, <HomePage {...props} />)
  })
  return app
}

async function countsOf({ db }: House, { teams, today, waiting }: Progress) {
  if (!teams.some(({ isInUse }) => isInUse)) return undefined
  const counted = []
  for (const { team } of teams) counted.push({ team, counts: await countTeam(db, team.id, today) })
  // What came past the teams, and what they left behind when they had gone.
  const own = await countTeam(db, OFFICE, today)
  if (own.waiting + own.open > 0)
    counted.push({ team: { name: (await theOffice(db)).shortName }, counts: own })
  return { teams: counted, waiting }
}
