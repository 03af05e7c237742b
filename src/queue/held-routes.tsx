import { persistently } from '../db/persistently.ts'
import { done } from '../http/answer.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { releaseAll } from '../reports/holding.ts'
import { moveReport } from '../reports/moving.ts'
import { findForTeam } from '../reports/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { deskOf } from './desk.ts'
import { lookingAddress } from './looking.ts'
import { answerOvertaken } from './report-answer.tsx'

/** What was held when too many came: let into the queue, one or all. To throw one away is a move like any other. */
export function heldRoutes(house: House) {
  const app = new Hono<DeskEnv>()
  const { db } = house
  const heldAt = (team: string) => lookingAddress(paths.desk(team), { show: 'held' })

  app.post(paths.release(':team', ':report'), async (c) => {
    const desk = await deskOf(c, house)
    const id = c.req.param('report') ?? ''
    if (!desk) return c.notFound()
    const { team, person, moment } = desk
    const released = await persistently(async () => {
      const report = await findForTeam(db, team.id, id, person)
      return report && moveReport(db, report, 'release', person, { decided: {}, sealed: [] }, moment)
    })
    if (!released) return c.notFound()
    return released === 'moved' ? done(c, heldAt(team.id), 'released') : answerOvertaken(c, house)
  })

  app.post(paths.releaseAll(':team'), async (c) => {
    const desk = await deskOf(c, house)
    if (!desk) return c.notFound()
    const { team, person, moment } = desk
    const n = await releaseAll(db, team.id, person, moment)
    return n > 0 ? done(c, heldAt(team.id), 'released') : c.redirect(heldAt(team.id), 303)
  })

  return app
}
