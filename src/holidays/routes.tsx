import type { Context } from 'hono'
import * as z from 'zod/mini'
import { announcedYears } from '../clock/calendar.ts'
import { dayOf, sayDay, yearOf } from '../clock/day.ts'
import { done, page, type Status } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { holidayProblems } from '../i18n/holidays.ts'
import { plain } from '../i18n/plain.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, overtakenForm, refusedForm } from '../ui/field.tsx'
import { LONGEST_ANNOUNCEMENT, type Read, readAnnouncement, writeDays } from './announcement.ts'
import { HolidaysPage } from './holidays-page.tsx'
import { countByChanges, enterHolidays, readHolidays } from './store.ts'
import { YearPage } from './year-page.tsx'

const NEAR = 10
/** A browser counts a line's end as one character and sends two. */
const lines = z.overwrite((text: string) => text.replace(/\r\n?/g, '\n'))
const text = z.string().check(lines, z.trim(), z.maxLength(LONGEST_ANNOUNCEMENT, 'long'))
const yearForm = z.object({ off: text, work: text, version: seen })

/** The days off of each year. Behind the guard `inOffice`. */
export function holidayRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  const yearIn = (c: Context): number | undefined => {
    const year = Number(/^\d{4}$/.exec(c.req.param('year') ?? '')?.[0])
    return Math.abs(year - yearOf(dayOf(clock.now()))) <= NEAR ? year : undefined
  }

  app.get(paths.holidays, async (c) => {
    const { entered } = await readHolidays(db)
    const now = yearOf(dayOf(clock.now()))
    const listed = [now - 1, now, now + 1, ...entered.keys()]
    const years = [...new Set(listed)].sort().map((year) => ({
      year,
      days: entered.get(year) ?? announcedYears.get(year),
    }))
    return page(c, <HolidaysPage frame={await officeFrame(c, house)} years={years} />)
  })

  const show = async (
    c: Context<DeskEnv>,
    year: number,
    fill: (stored: Record<'off' | 'work', string>) => Filled,
    status: Status = 200,
  ) => {
    const { lang } = deskReader(c)
    const { entered, last } = await readHolidays(db)
    const days = entered.get(year) ?? announcedYears.get(year) ?? { off: [], work: [] }
    const stored = { off: writeDays(days.off, lang).join('\n'), work: writeDays(days.work, lang).join('\n') }
    const props = { frame: await officeFrame(c, house), year, version: last, overtaken: status === 409 }
    return page(c, <YearPage {...props} filled={fill(stored)} />, status)
  }
  const refuse = (c: Context<DeskEnv>, year: number, typed: Refused['typed'], read: Read) => {
    const { lang } = deskReader(c)
    const wrong = read.ok ? [] : Object.entries(read.wrong)
    const problems = wrong.map(([field, { why, what }]) => {
      const said = why === 'worked' ? sayDay(what, lang, year) : what
      return [field, say(lang, holidayProblems[why], { what: said })]
    })
    return show(c, year, () => ({ typed, problems: Object.fromEntries(problems) }), 422)
  }

  app.get(paths.holidaysOf(':year'), async (c) => {
    const year = yearIn(c)
    return year ? show(c, year, (typed) => ({ typed })) : c.notFound()
  })

  app.post(
    paths.holidaysOf(':year'),
    form(yearForm, (c, refused) => {
      const year = yearIn(c)
      return year ? show(c, year, () => refusedForm(deskReader(c).lang, plain, refused), 422) : c.notFound()
    }),
    async (c) => {
      const year = yearIn(c)
      if (!year) return c.notFound()
      const typed = typedIn(await c.req.parseBody())
      const { version, ...fields } = c.req.valid('form')
      const read = readAnnouncement(year, fields)
      if (!read.ok) return refuse(c, year, typed, read)
      const entered = await enterHolidays(db, year, version, read.days, handOf(c, house))
      if (entered === 'overtaken')
        return show(c, year, (stored) => overtakenForm(deskReader(c).lang, typed, stored), 409)
      await countByChanges(db, clock.now())
      return done(c, paths.holidays, 'saved')
    },
  )
  return app
}
