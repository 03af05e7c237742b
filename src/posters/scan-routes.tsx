import type { Context } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { scanWords } from '../i18n/scans.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { switchCounting } from './scans.ts'
import { ScansPage } from './scans-page.tsx'
import { maySwitch, viewScans } from './scans-view.ts'

const switchForm = z.object({ unit: z.string(), is: z.enum(['on', 'off']) })

/** How often notices are scanned. Behind the guard `inOffice`. */
export function scanRoutes(house: House, { isLeast }: { isLeast: boolean }): Hono<DeskEnv> {
  const { db, clock } = house
  const today = () => dayOf(clock.now())
  const viewOf = (c: Context) => viewScans(db, c.req.param('round') ?? '', today())

  const show = async (c: Context<DeskEnv>, isRefused = false) => {
    const view = await viewOf(c)
    if (!view) return c.notFound()
    const notDone = isRefused ? say(deskReader(c).lang, scanWords.over) : undefined
    const props = { frame: await officeFrame(c, house), view, isLeast, notDone }
    return page(c, <ScansPage {...props} />, isRefused ? 409 : 200)
  }

  return new Hono<DeskEnv>()
    .get(paths.scans(':round'), (c) => show(c))
    .post(
      paths.scans(':round'),
      form(switchForm, (c) => c.notFound()),
      async (c) => {
        const { unit, is } = c.req.valid('form')
        const view = await viewOf(c)
        const row = view?.units.find((one) => one.unit.id === unit)
        if (!view || !row) return c.notFound()
        const isOn = is === 'on'
        if (row.isCounted === isOn) return done(c, paths.scans(view.round.id), 'saved')
        if (!maySwitch(view.round, today())) return show(c, true)
        const outcome = await switchCounting(db, view.round.id, unit, isOn, handOf(c, house))
        if (outcome !== 'done') return show(c, true)
        return done(c, paths.scans(view.round.id), isOn ? 'saved' : 'notCounted')
      },
    )
}
