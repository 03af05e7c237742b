import type { Context, Hono } from 'hono'
import * as z from 'zod'
import { binary } from '../http/binary.ts'
import { json } from '../http/form.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { listLettersBehind, resealLetters } from '../referrals/resealing.ts'
import { countBehind, listBehind, resealReports } from '../reports/resealing.ts'
import { base64url } from '../sealing/bytes.ts'
import { SEALED_TO } from '../sealing/suite.ts'
import { listColleagues } from './colleagues.ts'
import type { DeskEnv } from './guard.ts'
import { teamReadiness } from './store.ts'

type Desk = Context<DeskEnv>

const reportId = z.string().max(64)
const nextForm = z.object({ after: reportId })
const resealForm = z.object({
  epoch: z.int().min(1).max(10_000),
  sealed: z
    .array(
      z.object({
        id: reportId,
        from: z.int().min(1),
        dek: binary(115),
        contact: binary(1169).optional(),
      }),
    )
    .min(1)
    .max(50),
})
const lettersForm = z.object({
  epoch: z.int().min(1).max(10_000),
  sealed: z
    .array(
      z.object({
        of: z.enum(['referral', 'permit']),
        id: reportId,
        from: z.int().min(1),
        key: binary(SEALED_TO + 32),
      }),
    )
    .min(1)
    .max(50),
})
const malformed = (c: Context) => c.json({ problem: 'malformed' }, 422)

/** After the lock was changed: a colleague's browser asks for what is sealed to the old key, and seals it anew. */
export function addResealing(app: Hono<DeskEnv>, { db, clock }: House): void {
  const standing = async (c: Desk) => {
    const teamId = c.req.param('team') ?? ''
    const { epoch, certificate } = await teamReadiness(db, teamId)
    if (epoch === undefined || certificate === undefined) return undefined
    const me = (await listColleagues(db, teamId, epoch)).find(({ id }) => id === c.get('staff').id)
    const holds = { key: me?.key === true, contact: me?.contact === true && me.isDueContact }
    return { teamId, epoch, certificate, holds }
  }

  app.post(paths.resealNext(':team'), json(nextForm, malformed), async (c) => {
    const found = await standing(c)
    if (!found?.holds.key) return c.notFound()
    const { teamId, epoch, certificate, holds } = found
    const { after } = c.req.valid('json')
    const [behind, left] = await Promise.all([
      listBehind(db, { teamId, epoch, after, withContact: holds.contact }),
      countBehind(db, teamId, epoch),
    ])
    const sent = behind.map(({ dek, contact, ...row }) => ({
      ...row,
      dek: base64url(dek),
      contact: contact && base64url(contact),
    }))
    return c.json({ certificate, behind: sent, left: left.all })
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
    const kept = await resealLetters(db, found, sealed, { who: c.get('staff').id, now: clock.now() })
    return kept === 'done' ? c.body(null, 204) : c.json({ problem: 'overtaken' }, 409)
  })

  app.post(paths.reseal(':team'), json(resealForm, malformed), async (c) => {
    const found = await standing(c)
    if (!found?.holds.key) return c.notFound()
    const { epoch, sealed } = c.req.valid('json')
    if (epoch !== found.epoch) return c.json({ problem: 'overtaken' }, 409)
    if (!found.holds.contact && sealed.some(({ contact }) => contact)) return malformed(c)
    const hand = { who: c.get('staff').id, now: clock.now() }
    const kept = await resealReports(db, found, sealed, hand)
    if (kept === 'refused') return malformed(c)
    return kept === 'done' ? c.body(null, 204) : c.json({ problem: 'overtaken' }, 409)
  })
}
