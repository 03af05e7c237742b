import type { Context } from 'hono'
import * as z from 'zod/mini'
import { dayOf, isDay } from '../clock/day.ts'
import { dueBy } from '../clock/deadlines.ts'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { plain } from '../i18n/plain.ts'
import { supervision as words } from '../i18n/supervision.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { base64url, random } from '../sealing/bytes.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { pressingOf } from './pressing.ts'
import { findAsked, printSupervision, signSupervision } from './supervising.ts'
import { SupervisionPage } from './supervision-page.tsx'

const pressForm = z.object({ until: z.string().check(z.refine(isDay, 'day')) })

/** 督办函, from the draft that lies ready once a letter or a fix is late. Behind the guard `inOffice`. */
export function supervisionRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()
  const today = () => dayOf(clock.now())
  const askedIn = (c: Context<DeskEnv>) =>
    findAsked(db, c.req.param('letter') ?? '', c.get('staff').id, today())

  const draft = async (c: Context<DeskEnv>, filled?: Filled) => {
    const asked = await askedIn(c)
    if (!asked) return c.notFound()
    if (!asked.late) return c.redirect(asked.page, 303)
    const until = dueBy('supervised', today(), clock.calendar)
    const facts = {
      office: await theOffice(db),
      due: asked.late,
      until,
      today: today(),
      calendar: clock.calendar,
    }
    const shown = {
      asked,
      wording: pressingOf(asked, facts),
      filled: filled ?? { typed: { until } },
    }
    return page(
      c,
      <SupervisionPage frame={await officeFrame(c, house)} {...shown} today={today()} />,
      filled ? 422 : 200,
    )
  }
  const refuse = (c: Context<DeskEnv>, refused: Parameters<typeof refusedForm>[2]) =>
    draft(c, refusedForm(deskReader(c).lang, { day: words.day, other: plain.other }, refused))

  app.get(paths.supervise(':letter'), (c) => draft(c))

  app.post(paths.supervise(':letter'), form(pressForm, refuse), async (c) => {
    const asked = await askedIn(c)
    if (!asked) return c.notFound()
    const { until } = c.req.valid('form')
    if (until <= today()) return refuse(c, { typed: { until }, problems: { until: 'day' } })
    const id = base64url(random(16))
    const office = await theOffice(db)
    const signing = { id, office, until, calendar: clock.calendar, ...handOf(c, house) }
    // Where somebody was faster, the page it is found on has what they signed.
    return (await signSupervision(db, asked.id, signing)) === 'signed'
      ? done(c, paths.supervision(asked.id, id), 'signed')
      : c.redirect(asked.page, 303)
  })

  const show = async (c: Context<DeskEnv>, isOriginal = false, again?: 409) => {
    const asked = await askedIn(c)
    const signed = asked?.signed.find(isMeant(c))
    if (!asked || !signed?.wording) return c.notFound()
    const shown = { asked, signed, wording: signed.wording, isOriginal, today: today() }
    return page(c, <SupervisionPage frame={await officeFrame(c, house)} {...shown} />, again)
  }
  const isMeant = (c: Context) => (one: { id: string }) => one.id === c.req.param('id')

  app.get(paths.supervision(':letter', ':id'), (c) => show(c))

  app.post(
    paths.supervision(':letter', ':id'),
    form(z.object({ steps: seen }), (c) => show(c, false, 409)),
    async (c) => {
      const asked = await askedIn(c)
      const signed = asked?.signed.find(isMeant(c))
      if (!asked || !signed) return c.notFound()
      const mayPrint = signed.printedOn === null || signed.printedOn === today()
      if (!mayPrint || asked.steps !== c.req.valid('form').steps) return show(c, false, 409)
      const printed = await printSupervision(db, asked, signed, handOf(c, house))
      return printed === 'done' ? show(c, true) : show(c, false, 409)
    },
  )

  return app
}
