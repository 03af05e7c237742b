import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { letters as words } from '../i18n/letters.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { wrong } from '../queue/move.ts'
import { findUnit } from '../rounds/units.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { deskReader } from '../staff/language.ts'
import { OFFICE } from '../staff/roles.ts'
import { listOwnKeys, listTeamNames } from '../staff/store.ts'
import type { Filled } from '../ui/field.tsx'
import { DesignatePage, NamedPage } from './designate-page.tsx'
import { designate, findNamed, listNameable, type ToDesignate } from './designating.ts'
import { returnedAmong } from './referring.ts'
import { listLetterEnvelopes, listReferrals, listToDesignate } from './store.ts'

const nameForm = z.object({ steps: seen, handlingUnit: z.string().check(z.maxLength(64)) })

/** The office names a handling unit after two returns; of the matter it reads the letters. Behind `inOffice`. */
export function designateRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()
  const address = paths.designate(':report')

  async function find(c: Context<DeskEnv>): Promise<ToDesignate | undefined> {
    const waiting = await listToDesignate(db, c.get('staff').id)
    return waiting.find(({ report }) => report.id === c.req.param('report'))
  }

  async function overtaken(c: Context<DeskEnv>) {
    const unit = await findNamed(db, c.req.param('report') ?? '', c.get('staff').id)
    return unit ? page(c, <NamedPage frame={await officeFrame(c, house)} unit={unit} />, 409) : c.notFound()
  }

  async function show(c: Context<DeskEnv>, filled: Filled, again?: 409 | 422) {
    const found = await find(c)
    if (!found) return again === 409 ? overtaken(c) : c.notFound()
    const { report } = found
    const returned = returnedAmong(await listReferrals(db, report.id))
    const [frame, names, unit, units, envelopes, own] = await Promise.all([
      officeFrame(c, house),
      listTeamNames(db, [report.teamId]),
      findUnit(db, report.unitId),
      listNameable(db, found),
      listLetterEnvelopes(
        db,
        returned.map(({ id }) => id),
      ),
      listOwnKeys(db, c.get('staff').id, [OFFICE]),
    ])
    const team = names.get(report.teamId) ?? (await theOffice(db)).shortName
    const trouble = again === 409 ? say(frame.reader.lang, words.movedOn) : undefined
    const about = { report, team, about: unit?.name ?? '', number: report.enquiryNumber }
    const props = { frame, ...about, returned, envelopes, own, units, filled, trouble }
    return page(c, <DesignatePage {...props} />, again)
  }

  app.get(address, (c) => show(c, { typed: {} }))
  app.post(
    address,
    form(nameForm, (c, { typed }) => show(c, { typed }, 422)),
    async (c) => {
      const found = await find(c)
      const { steps, handlingUnit } = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody())
      if (!found || found.report.steps !== steps) return show(c, { typed }, 409)
      if (!(await listNameable(db, found)).some(({ id }) => id === handlingUnit)) {
        const problems = { handlingUnit: wrong(deskReader(c).lang, 'handlingUnit') }
        return show(c, { typed, problems }, 422)
      }
      const moment = { now: clock.now(), calendar: clock.calendar }
      const moved = await designate(db, found, handlingUnit, c.get('staff').id, moment)
      return moved === 'moved' ? done(c, paths.letters, 'decided') : show(c, { typed }, 409)
    },
  )
  return app
}
