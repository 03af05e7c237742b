import { dayOf } from '../clock/day.ts'
import { page } from '../http/answer.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { cellIn, listCounted, PAGE } from './counted.ts'
import { CountedPage } from './counted-page.tsx'
import { findRound } from './store.ts'

/** The list behind each number of a round's counts. Behind the guard `inOffice`. */
export function countedRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  app.get(paths.counted(':round'), async (c) => {
    const round = await findRound(db, c.req.param('round') ?? '')
    if (!round) return c.notFound()
    const cell = cellIn((name) => c.req.query(name))
    const found = await listCounted(db, round.id, cell, c.req.query('after'))
    const rows = found.slice(0, PAGE)
    const props = {
      frame: await officeFrame(c, house),
      next: found.length > PAGE ? rows.at(-1)?.enquiryNumber : undefined,
      today: dayOf(clock.now()),
      round,
      cell,
      rows,
    }
    return page(c, <CountedPage {...props} />)
  })

  return app
}
