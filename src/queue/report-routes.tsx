import { page } from '../http/answer.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { HandlingPage } from './handling-page.tsx'
import { answerReport, reportIn } from './report-answer.tsx'

export function reportRoutes(house: House) {
  return new Hono<DeskEnv>()
    .get(paths.report(':team', ':report'), async (c) => {
      const view = await reportIn(c, house)
      return view ? answerReport(c, view) : c.notFound()
    })
    .get(paths.handlingSheet(':team', ':report'), async (c) => {
      const view = await reportIn(c, house)
      // What goes up, sealed, is neither copied nor excerpted.
      return view && !view.escalation ? page(c, <HandlingPage view={view} />) : c.notFound()
    })
}
