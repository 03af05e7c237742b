import type { Context } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { page } from '../http/answer.ts'
import { json } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { sameBytes } from '../sealing/bytes.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { keepNewSheets, renewalFields } from '../staff/renewing.ts'
import { OFFICE } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import { NewSheetsPage } from './new-sheets-page.tsx'
import { offer } from './offer.ts'

const shape = z.object(renewalFields)
const refuse = (c: Context) => c.json({ problem: 'refused' }, 422)

/** A new set of recovery sheets while the house is at work, for an administrator who has two of the old one. */
export function newSheetsRoutes(house: House) {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  app.get(paths.newSheets, async (c) => {
    const now = clock.now()
    const [frame, own, office, offered] = await Promise.all([
      officeFrame(c, house),
      listOwnKeys(db, c.get('staff').id, [OFFICE]),
      theOffice(db),
      offer(db, now),
    ])
    const props = { frame, own, shortName: office.shortName, offered, today: dayOf(now) }
    return page(c, <NewSheetsPage {...props} />)
  })

  app.post(paths.newSheets, json(shape, refuse), async (c) => {
    const sheets = c.req.valid('json')
    const used = await keepNewSheets(db, sheets, handOf(c, house))
    if (used === 'done') return c.body(null, 204)
    // The same once more, after an answer that was lost on its way.
    if (sameBytes((await theOffice(db)).recoveryBundle, sheets.recoveryBundle)) return c.body(null, 204)
    return used === 'refused' ? refuse(c) : c.json({ problem: used }, 409)
  })

  return app
}
