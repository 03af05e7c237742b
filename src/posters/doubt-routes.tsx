import type { Context } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { readerOf } from '../http/reader.ts'
import { residentFaults } from '../intake/faults.tsx'
import { room } from '../intake/room.ts'
import { findOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { readDigits } from '../sealing/digits.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { doubtKinds } from './doubt-kinds.ts'
import { DoubtPage, DoubtThanksPage } from './doubt-page.tsx'
import { raiseDoubt, seeDoubt } from './doubts.ts'

const ROOM = 4096
const number = z.catch(z.string().check(z.maxLength(20)), '')
const doubtForm = z.object({ what: z.enum(doubtKinds, 'missing'), number })
const seenForm = z.object({ what: z.enum(doubtKinds), number: z.string().check(z.regex(/^(\d{6})?$/)) })

/** Something is wrong with a notice: a resident says so, and the office has a task. */
export function doubtRoutes(house: House): Hono {
  const { db, clock, settings } = house
  const app = new Hono()
  const faults = residentFaults(house)

  const frameOf = async (c: Context) => {
    const office = await findOffice(db)
    return office && { reader: readerOf(c), phone: office.phone, demo: settings.demo }
  }

  app.get(paths.wrongNotice, async (c) => {
    const frame = await frameOf(c)
    return frame ? page(c, <DoubtPage {...frame} typed={c.req.query('number') ?? ''} />) : c.notFound()
  })

  app.post(
    paths.wrongNotice,
    room(ROOM, async (c) => faults.refuse(c, 413)),
    form(doubtForm, async (c, { typed }) => {
      const frame = await frameOf(c)
      return frame
        ? page(c, <DoubtPage {...frame} typed={typed.number ?? ''} isMissing />, 422)
        : c.notFound()
    }),
    async (c) => {
      const frame = await frameOf(c)
      if (!frame) return c.notFound()
      const { what, number } = c.req.valid('form')
      await raiseDoubt(db, readDigits(number), what, dayOf(clock.now()))
      return page(c, <DoubtThanksPage {...frame} />)
    },
  )

  app.all(paths.wrongNotice, (c) => {
    c.header('Allow', 'GET, HEAD, POST')
    return faults.refuse(c, 405)
  })
  return app
}

/** The office has looked. Behind the guard `inOffice`. */
export function seenDoubtRoutes(house: House): Hono<DeskEnv> {
  return new Hono<DeskEnv>().post(
    paths.seenDoubt,
    form(seenForm, (c) => c.notFound()),
    async (c) => {
      const { what, number } = c.req.valid('form')
      const hand = handOf(c, house)
      const outcome = await seeDoubt(house.db, number, what, dayOf(hand.now), hand)
      // Another was faster with the same: the page shows what is left.
      return done(c, paths.office, outcome === 'done' ? 'sheet' : undefined)
    },
  )
}
