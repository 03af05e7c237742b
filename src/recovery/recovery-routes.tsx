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
import { type Use, uses } from '../i18n/recovery.ts'
import { sheetFields } from '../office/sheet-set.ts'
import { theOffice } from '../office/store.ts'
import { listSuccessions, type SuccessionRow } from '../office/successions.ts'
import { paths } from '../paths.ts'
import { base64url, sameBytes, utf8 } from '../sealing/bytes.ts'
import { certificate, epoch, sealedKey } from '../staff/credentials.ts'
import { administratorFields } from '../staff/first-administrator.ts'
import { deskReader } from '../staff/language.ts'
import {
  countRecoveries,
  isDueRecovery,
  listRecoverable,
  listUsernames,
  type RecoverableTeam,
  recoverOffice,
} from '../staff/recovering.ts'
import { deskFaults } from '../ui/desk-fault.tsx'
import type { Offered, OfferedTeam } from './offered.ts'
import { RecoverPage } from './recover-page.tsx'

const id = z.string().check(z.maxLength(64))
const shape = z.object({
  why: z.enum(Object.keys(uses) as [Use, ...Use[]]),
  ...sheetFields,
  ...administratorFields,
  joins: z.array(z.object({ team: id, certificate })).check(z.maxLength(1000)),
  given: z
    .array(
      z.object({ team: id, epoch, personId: id, key: z.optional(sealedKey), contact: z.optional(sealedKey) }),
    )
    .check(z.maxLength(10_000)),
})

/** Two sealed keys for every leader of every epoch. */
const ROOM = 16 * 1024 * 1024

interface Door {
  /** Printed in the terminal of whoever holds the machine. */
  secret: string
  /** What the runtime puts in front: files, and how a page is packed. */
  front?: (app: Hono) => void
  /** The office has been given back, and this server is of no more use. */
  done(): void
}

/** A server with one door, open to whoever has its secret, until the office has been recovered once through it. */
export async function recoveryApp(house: House, { secret, front, done }: Door): Promise<Hono> {
  const { db, clock, settings } = house
  const nth = (await countRecoveries(db)) + 1
  const isOver = async () => (await countRecoveries(db)) >= nth
  const faults = deskFaults(house)
  const app = new Hono()
  app.use(strictHeaders(undefined))
  front?.(app)
  app.use(sameSite((c) => Promise.resolve(faults.refuse(c, 403))))
  app.use(bodyLimit({ maxSize: ROOM, onError: async (c) => faults.refuse(c, 413) }))
  app.use(paths.recover, async (c, next) => {
    const isKnown = sameBytes(utf8(c.req.query('secret') ?? ''), utf8(secret))
    return isKnown && !(await isOver()) ? next() : c.notFound()
  })

  app.get(paths.recover, async (c) => {
    const reader = deskReader(c)
    const today = dayOf(clock.now())
    const other = new URLSearchParams({ secret, lang: reader.lang === 'zh' ? 'en' : 'zh' })
    const office = await theOffice(db)
    const offered: Offered = {
      root: base64url(office.root),
      certificate: office.certificate,
      successions: (await listSuccessions(db)).map(offerSuccession),
      bundle: base64url(office.recoveryBundle),
      set: office.recoverySet,
      usernames: await listUsernames(db),
      teams: (await listRecoverable(db)).map(offer),
    }
    const props = { reader, demo: settings.demo, other: `${paths.recover}?${other}`, office, offered, today }
    return page(c, <RecoverPage {...props} />)
  })

  const refuse = (c: Context) => c.json({ problem: 'refused' }, 422)
  app.post(paths.recover, json(shape, refuse), async (c) => {
    const recovery = c.req.valid('json')
    const isDue = await isDueRecovery(db, (await theOffice(db)).root, recovery)
    if (!isDue) return (await isOver()) ? c.notFound() : refuse(c)
    const recovered = await recoverOffice(db, recovery, nth, clock.now())
    if (recovered === 'taken') return c.json({ problem: 'taken' }, 409)
    if (recovered === 'overtaken') return c.notFound()
    done()
    return c.body(null, 204)
  })

  app.notFound(async (c) => faults.notFound(c))
  app.onError(faultHandler(house, () => faults))
  return app
}

const offerSuccession = ({ root, forward, back, recoveryRoot, recoveryBox }: SuccessionRow) => ({
  ...{ from: base64url(root), forward, back },
  ...{ recoveryRoot: base64url(recoveryRoot), recoveryBox: base64url(recoveryBox) },
})

const offer = ({ keys, ...team }: RecoverableTeam): OfferedTeam => ({
  ...team,
  keys: keys.map(({ epoch: number, certificate: signed, recoveryKey, recoveryContactKey, takers }) => ({
    epoch: number,
    certificate: signed ?? '',
    recoveryKey: base64url(recoveryKey),
    recoveryContactKey: base64url(recoveryContactKey),
    takers,
  })),
})
