import type { Context } from 'hono'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { handoutProblems } from '../i18n/sheets.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, overtakenForm, refusedForm } from '../ui/field.tsx'
import { handoutForm, handoutsIn, handoutsTyped } from './handout-fields.ts'
import { countedOf, writeHandouts } from './handouts.ts'
import type { Door } from './sheet-door.ts'
import { listSheets } from './sheet-moving.ts'
import { SheetsPage } from './sheets-page.tsx'
import { type FoundCode, findCode } from './store.ts'

/** All paper of one notice: where its sheets hang, and how many cards and table tents were handed out. */
export function sheetsRoutes(house: House, door: Door): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  const findOwn = async (c: Context<DeskEnv>) => {
    const found = await findCode(db, c.req.param('token') ?? '')
    return found && door.isOwn(c, found.code) ? found : undefined
  }
  const show = async (
    c: Context<DeskEnv>,
    { code, unit }: FoundCode,
    filled?: Filled,
    status?: 409 | 422,
  ) => {
    const desk = await door.deskOf(c)
    if (!desk) return c.notFound()
    const { version, counts, isCounted } = await countedOf(db, code.token)
    const stored = { typed: isCounted ? handoutsTyped(counts) : {} }
    const counting = { version, filled: filled ?? stored, overtaken: status === 409 }
    const props = { desk, today: dayOf(clock.now()), code, unit: unit.name, counting }
    return page(c, <SheetsPage {...props} sheets={await listSheets(db, code)} />, status)
  }

  app.get(door.list, async (c) => {
    const found = await findOwn(c)
    return found ? show(c, found) : c.notFound()
  })

  app.post(
    door.list,
    form(handoutForm, async (c, refused) => {
      const found = await findOwn(c)
      return found
        ? show(c, found, refusedForm(deskReader(c).lang, handoutProblems, refused), 422)
        : c.notFound()
    }),
    async (c) => {
      const found = await findOwn(c)
      const desk = found && (await door.deskOf(c))
      if (!desk) return c.notFound()
      const { token } = found.code
      const { version, ...typed } = c.req.valid('form')
      const outcome = await writeHandouts(db, token, version, handoutsIn(typed), handOf(c, house))
      if (outcome === 'done') return done(c, desk.list(token), 'sheet')
      const stored = handoutsTyped((await countedOf(db, token)).counts)
      return show(c, found, overtakenForm(desk.lang, typedIn(await c.req.parseBody()), stored), 409)
    },
  )
  return app
}
