import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { page } from '../http/answer.ts'
import { faultHandler } from '../http/faults.ts'
import { json } from '../http/form.ts'
import { strictHeaders } from '../http/headers.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { sameSite } from '../http/same-site.ts'
import type { Lang } from '../i18n/speak.ts'
import { findOffice, theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { sameBytes, utf8 } from '../sealing/bytes.ts'
import { certificate } from '../staff/credentials.ts'
import { administratorFields } from '../staff/first-administrator.ts'
import { deskReader } from '../staff/language.ts'
import { isDueRecovery, isSecretSpent, listUsernames, recoverOffice } from '../staff/recovering.ts'
import { renewalFields } from '../staff/renewing.ts'
import { deskFaults } from '../ui/desk-fault.tsx'
import { offer } from './offer.ts'
import { RecoverPage } from './recover-page.tsx'

const shape = z.object({
  ...renewalFields,
  ...administratorFields,
  joins: z.array(z.object({ team: z.string().check(z.maxLength(64)), certificate })).check(z.maxLength(1000)),
})

/** Two sealed keys for every leader of every epoch. */
const ROOM = 16 * 1024 * 1024

interface Door {
  /** Printed in the terminal of whoever holds the machine, or among the settings. Without one there is no door. */
  secret: string | undefined
  /** The office has been given back. */
  done?: () => void
}

/** What the runtime puts in front: files, and how a page is packed. */
type Front = (app: Hono) => void

/** A server with this door alone, for whoever holds the machine. */
export function recoveryApp(house: House, { front, ...door }: Required<Door> & { front?: Front }): Hono {
  const faults = deskFaults(house)
  const app = new Hono()
  app.use(strictHeaders(undefined))
  front?.(app)
  app.use(sameSite((c) => Promise.resolve(faults.refuse(c, 403))))
  app.route('/', recoveryRoutes(house, door))
  app.notFound(async (c) => faults.notFound(c))
  app.onError(faultHandler(house, () => faults))
  return app
}

/** The page where two sheets give the office to a new administrator: for whoever has the secret, and once with each. */
export function recoveryRoutes(house: House, { secret, done }: Door) {
  const { db, clock, settings } = house
  const faults = deskFaults(house)
  const app = new Hono()

  app.use(paths.recover, async (c, next) => {
    const isKnown = secret !== undefined && sameBytes(utf8(c.req.query('secret') ?? ''), utf8(secret))
    const isOpen = isKnown && !(await isSecretSpent(db, secret)) && (await findOffice(db))
    return isOpen ? next() : c.notFound()
  })
  app.use(paths.recover, bodyLimit({ maxSize: ROOM, onError: async (c) => faults.refuse(c, 413) }))

  app.get(paths.recover, async (c) => {
    const reader = deskReader(c)
    const props = {
      reader,
      demo: settings.demo,
      inLang: (lang: Lang) => `${paths.recover}?${new URLSearchParams({ secret: secret ?? '', lang })}`,
      office: await theOffice(db),
      offered: { ...(await offer(db, clock.now())), usernames: await listUsernames(db) },
      today: dayOf(clock.now()),
    }
    return page(c, <RecoverPage {...props} />)
  })

  const refuse = (c: Context) => c.json({ problem: 'refused' }, 422)
  app.post(paths.recover, json(shape, refuse), async (c) => {
    const recovery = c.req.valid('json')
    if (!(await isDueRecovery(db, (await theOffice(db)).root, recovery))) {
      // Somebody has been faster, and what they gave is lacking no more.
      return (await isSecretSpent(db, secret ?? '')) ? c.notFound() : refuse(c)
    }
    const recovered = await recoverOffice(db, recovery, secret ?? '', clock.now())
    if (recovered === 'refused') return refuse(c)
    if (recovered === 'taken') return c.json({ problem: recovered }, 409)
    if (recovered === 'overtaken')
      return (await isSecretSpent(db, secret ?? '')) ? c.notFound() : c.json({ problem: recovered }, 409)
    done?.()
    return c.body(null, 204)
  })

  return app
}
