import { addDays, dayOf } from '../clock/day.ts'
import { page } from '../http/answer.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { countRound } from './counts.ts'
import { FiguresPage } from './figures-page.tsx'
import { published } from './published.ts'
import { listRounds } from './store.ts'

/** Behind the guard `inLeadingGroup`. */
export function figureRoutes({ db, clock, settings: { demo } }: House) {
  const app = new Hono<DeskEnv>()

  app.get(paths.figures, async (c) => {
    // Whoever looked again and again would else see at which minute somebody spoke of what.
    const today = dayOf(clock.now())
    const rounds = await Promise.all(
      (await listRounds(db)).map(async ({ id, title }) => ({
        title,
        counts: published(await countRound(db, id, today)),
      })),
    )
    const props = {
      staff: c.get('staff'),
      officeName: (await theOffice(db)).shortName,
      demo,
      upTo: addDays(today, -1),
      rounds,
    }
    return page(c, <FiguresPage {...props} />)
  })

  return app
}
