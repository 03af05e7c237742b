import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { sealedKey } from '../http/binary.ts'
import { json } from '../http/form.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { listLettersBehind, resealLetters } from '../referrals/resealing.ts'
import { countBehind, listBehind, resealReports } from '../reports/resealing.ts'
import { base64url } from '../sealing/bytes.ts'
import { holdsOf } from './colleagues.ts'
import type { DeskContext, DeskEnv } from './guard.ts'
import { lockInForce } from './lock-in-force.ts'
import { stillHere, unlessLeft } from './still-here.ts'

const reportId = z.string().check(z.maxLength(64))
const nextForm = z.object({ after: reportId })
const resealForm = z.object({
  epoch: z.int().check(z.gte(1), z.lte(10_000)),
  sealed: z
    .array(
      z.object({
        id: reportId,
        from: z.int().check(z.gte(1)),
        dek: sealedKey,
        contactKey: z.optional(sealedKey),
      }),
    )
    .check(z.minLength(1), z.maxLength(50)),
})
const lettersForm = z.object({
  epoch: z.int().check(z.gte(1), z.lte(10_000)),
  sealed: z
    .array(
      z.object({
        of: z.enum(['referral', 'permit']),
        id: reportId,
        from: z.int().check(z.gte(1)),
        key: sealedKey,
      }),
    )
    .check(z.minLength(1), z.maxLength(50)),
})
const malformed = (c: Context) => c.json({ problem: 'malformed' }, 422)

/** After the lock was changed: a colleague's browser asks for what is sealed to the old key, and seals it anew. */
export function addResealing(app: Hono<DeskEnv>, { db, clock }: House): void {
  const standing = async (c: DeskContext) => {
    const teamId = c.req.param('team') ?? ''
    const lock = await lockInForce(db, teamId)
    if (!lock) return undefined
    const by = { id: c.get('staff').id, roles: c.get('role').roles }
    return { teamId, ...lock, by, holds: await holdsOf(db, teamId, lock.epoch, by.id) }
  }

  const hand = (c: DeskContext) => ({ now: clock.now(), guard: stillHere(db, { giver: c.get('staff').id }) })

  app.post(paths.resealNext(':team'), json(nextForm, malformed), async (c) => {
    const found = await standing(c)
    if (!found?.holds.key) return c.notFound()
    const { after } = c.req.valid('json')
    const [behind, left] = await Promise.all([
      listBehind(db, { ...found, after, withContact: found.holds.contact }),
      countBehind(db, found),
    ])
    const sent = behind.map(({ dek, contactKey, ...row }) => ({
      ...row,
      dek: base64url(dek),
      contactKey: contactKey && base64url(contactKey),
    }))
    return c.json({ certificate: found.certificate, behind: sent, left: left.all })
  })

  app.post(paths.resealLettersNext(':team'), json(nextForm, malformed), async (c) => {
    const found = await standing(c)
    if (!found?.holds.key) return c.notFound()
    const letters = await listLettersBehind(db, found, c.req.valid('json').after)
    const sent = letters.map(({ key, ...row }) => ({ ...row, key: base64url(key) }))
    return c.json({ certificate: found.certificate, letters: sent })
  })

  app.post(paths.resealLetters(':team'), json(lettersForm, malformed), async (c) => {
    const found = await standing(c)
    if (!found?.holds.key) return c.notFound()
    const { epoch, sealed } = c.req.valid('json')
    if (epoch !== found.epoch) return c.json({ problem: 'overtaken' }, 409)
    const kept = await unlessLeft(resealLetters(db, found, sealed, hand(c)))
    return kept === 'done' ? c.body(null, 204) : c.json({ problem: 'overtaken' }, 409)
  })

  app.post(paths.reseal(':team'), json(resealForm, malformed), async (c) => {
    const found = await standing(c)
    if (!found?.holds.key) return c.notFound()
    const { epoch, sealed } = c.req.valid('json')
    if (epoch !== found.epoch) return c.json({ problem: 'overtaken' }, 409)
    if (!found.holds.contact && sealed.some(({ contactKey }) => contactKey)) return malformed(c)
    const kept = await unlessLeft(resealReports(db, found, sealed, hand(c)))
    if (kept === 'refused') return malformed(c)
    return kept === 'done' ? c.body(null, 204) : c.json({ problem: 'overtaken' }, 409)
  })
}
