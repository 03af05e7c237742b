import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { readJson } from '../http/json-text.ts'
import { codeProblems } from '../i18n/codes.ts'
import { mintRoundWords } from '../i18n/minting.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { versionsOf } from '../rounds/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { OFFICE } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { MintRoundPage } from './mint-round-page.tsx'
import { sheets } from './mint-routes.tsx'
import { verifyMinted } from './minting.ts'
import { keepCodes, type Made } from './moving.ts'
import { GROUP, makeable, type RoundMinting, sheetsField, viewRoundMinting } from './round-minting.ts'
import { listCodes } from './store.ts'

const posted = z.object({
  unitId: z.string(),
  noticeNumber: z.string(),
  token: z.string(),
  salt: z.string(),
  certificate: z.string().check(z.maxLength(4000)),
})
type Posted = z.infer<typeof posted>

/** What the browser made, as JSON. Anything else counts as nothing made, which the page answers. */
const madeCodes = z.pipe(
  z.optional(z.string()),
  z.transform((text): Posted[] => {
    const read = z
      .array(posted)
      .check(z.maxLength(GROUP))
      .safeParse(readJson(text ?? ''))
    return read.success ? read.data : []
  }),
)

const mintForm = z.pipe(
  z.looseObject({ sheets, made: madeCodes }),
  z.transform((posted, context) => {
    const own = new Map<string, number>()
    for (const [field, typed] of Object.entries(posted)) {
      if (!field.startsWith(sheetsField('')) || typed === '') continue
      const read = sheets.safeParse(typed)
      if (read.success) own.set(field, read.data)
      else context.issues.push({ code: 'custom', message: 'sheets', path: [field], input: typed })
    }
    const { sheets: forAll, made } = posted
    return { made, sheetsOf: (unitId: string) => own.get(sheetsField(unitId)) ?? forAll }
  }),
)

interface Shown {
  filled?: Filled
  goesOn?: boolean
  notDone?: string
}

/**
 * Making all codes of a round. Each post brings one group and is answered with what is still missing, so an interrupted
 * minting goes on where it stopped: what has a code is never asked for again, and never kept twice.
 */
export function mintRoundRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()

  const show = async (
    c: Context<DeskEnv>,
    { filled, goesOn = false, notDone }: Shown,
    status?: 409 | 422,
  ) => {
    const minting = await viewRoundMinting(db, c.req.param('round') ?? '')
    if (!minting) return c.notFound()
    const frame = await officeFrame(c, house)
    const own = await listOwnKeys(db, c.get('staff').id, [OFFICE])
    const props = { frame, own, minting, goesOn, notDone, filled: filled ?? { typed: asListed(minting) } }
    return page(c, <MintRoundPage {...props} />, status)
  }

  app.get(paths.mintRound(':round'), (c) => show(c, {}))

  app.post(
    paths.mintRound(':round'),
    form(mintForm, (c, refused) =>
      show(c, { filled: refusedForm(deskReader(c).lang, codeProblems, refused) }, 422),
    ),
    async (c) => {
      const { sheetsOf, made } = c.req.valid('form')
      const { lang } = deskReader(c)
      const versions = await versionsOf(
        db,
        made.map(({ unitId }) => `unit:${unitId}`),
      )
      const before = await viewRoundMinting(db, c.req.param('round') ?? '')
      if (!before) return c.notFound()
      const wanted = new Map(makeable(before).map((expected) => [expected.unitId, expected]))
      const { root } = await theOffice(db)
      const verified: Made[] = []
      let forged = 0
      for (const one of made) {
        const expected = wanted.get(one.unitId)
        if (!expected) continue
        wanted.delete(one.unitId)
        const salt = await verifyMinted(root, one, expected)
        if (!salt) {
          forged++
          continue
        }
        const { token, noticeNumber, certificate } = one
        const { roundId, unitId, teamId } = expected
        const place = { roundId, unitId, teamId, sheets: sheetsOf(unitId) }
        const minted = { token, noticeNumber, certificate, ...place, salt, root }
        verified.push({ minted, unitVersion: versions.get(`unit:${unitId}`) ?? 0 })
      }
      const isKept = new Set((await listCodes(db, before.round.id)).map(({ token }) => token))
      const again = made.filter(({ token }) => isKept.has(token)).length
      const kept = await keepCodes(db, verified, handOf(c, house))
      const { made: _, ...typed } = typedIn(await c.req.parseBody())
      const filled = { typed }
      if (forged > 0) {
        return show(c, { filled, notDone: say(lang, mintRoundWords.refused, { n: forged }) }, 422)
      }
      const after = await viewRoundMinting(db, before.round.id)
      if (after && makeable(after).length === 0) return done(c, paths.codes(before.round.id), 'mintedAll')
      if (kept + again > 0) return show(c, { filled, goesOn: true })
      return show(c, { filled, notDone: say(lang, mintRoundWords.notDone) }, 409)
    },
  )
  return app
}

/** Three sheets for a unit of which the imported list says nothing. */
const asListed = ({ wanted }: RoundMinting): Record<string, string> => ({
  sheets: '3',
  ...Object.fromEntries([...wanted].map(([unitId, n]) => [sheetsField(unitId), String(n)])),
})
