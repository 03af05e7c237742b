import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { codeProblems, mintWords } from '../i18n/codes.ts'
import { type Phrase, say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { findAssigned } from '../rounds/assignments.ts'
import { findRound, versionOf } from '../rounds/store.ts'
import { isNoticeNumber, makeNoticeNumber } from '../sealing/notice-number.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { OFFICE } from '../staff/roles.ts'
import { listOwnKeys, teamReadiness } from '../staff/store.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { MintPage } from './mint-page.tsx'
import { verifyMinted } from './minting.ts'
import { keepCode } from './moving.ts'
import { isWaiting } from './opening.ts'
import { findCode, findCodeByNumber, listCodes } from './store.ts'

/** How many sheets of a notice are printed. */
export const sheets = z.pipe(
  z.string('sheets').check(z.normalize('NFKC'), z.trim(), z.regex(/^[1-9]\d?$/, 'sheets')),
  z.transform(Number),
)

const mintForm = z.object({
  unit: z.string('other'),
  noticeNumber: z.string('other').check(z.refine(isNoticeNumber, 'other')),
  sheets,
  token: z.string('made'),
  salt: z.string('made'),
  certificate: z.string('made').check(z.maxLength(4000, 'made')),
})

/** Making a code for one unit: the number is drawn here, everything else is made and signed in the browser. */
export function mintRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()

  /** The unit's version is read before anything that is looked at. */
  const findPlace = async (c: Context, unitId: string) => {
    const unitVersion = await versionOf(db, `unit:${unitId}`)
    const round = await findRound(db, c.req.param('round') ?? '')
    const assigned = round && (await findAssigned(db, round.id, unitId))
    if (!round || !assigned) return undefined
    const { unit, team } = assigned
    const expected = {
      unitId: unit.id,
      unitName: unit.name,
      roundId: round.id,
      roundTitle: round.title,
      teamId: team.id,
      teamName: team.name,
    }
    const office = await theOffice(db)
    const prepared = (await listCodes(db, round.id)).find(
      (code) => code.unitId === unit.id && isWaiting(code, office),
    )
    const { confirmed } = await teamReadiness(db, team.id)
    return { round, expected, unitVersion, prepared, confirmed, wanted: assigned.sheets ?? 3 }
  }
  type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

  const show = async (
    c: Context<DeskEnv>,
    place: Place,
    { noticeNumber, filled, notDone }: { noticeNumber?: string; filled?: Filled; notDone?: Phrase } = {},
    again?: 409 | 422,
  ) => {
    const frame = await officeFrame(c, house)
    const { lang } = frame.reader
    const { expected, prepared, confirmed, wanted } = place
    const waits = prepared && { unit: expected.unitName, number: prepared.noticeNumber }
    const blocked = confirmed
      ? waits && say(lang, mintWords.prepared, waits)
      : say(lang, mintWords.needsKey, { team: expected.teamName })
    const props = {
      frame,
      blocked,
      notDone: blocked ? undefined : notDone && say(lang, notDone),
      printed: { ...expected, noticeNumber: noticeNumber ?? (await drawNumber()) },
      own: await listOwnKeys(db, c.get('staff').id, [OFFICE]),
      filled: filled ?? { typed: { sheets: String(wanted) } },
    }
    return page(c, <MintPage {...props} />, again)
  }

  const drawNumber = async () => {
    for (;;) {
      const number = makeNoticeNumber()
      if (!(await findCodeByNumber(db, number))) return number
    }
  }

  const refuse = async (c: Context<DeskEnv>, { typed, problems: { made, ...problems } }: Refused) => {
    const place = await findPlace(c, typed.unit ?? '')
    if (!place) return c.notFound()
    const filled = refusedForm(deskReader(c).lang, codeProblems, { typed, problems })
    const { noticeNumber } = typed
    const number = noticeNumber !== undefined && isNoticeNumber(noticeNumber) ? { noticeNumber } : {}
    return show(c, place, { ...number, filled, ...(made ? { notDone: mintWords.refused } : {}) }, 422)
  }

  app.get(paths.mint(':round'), async (c) => {
    const place = await findPlace(c, c.req.query('unit') ?? '')
    return place ? show(c, place) : c.notFound()
  })

  app.post(
    paths.mint(':round'),
    form(mintForm, (c, refused) => refuse(c, gathered(refused))),
    async (c) => {
      const { unit, ...posted } = c.req.valid('form')
      const place = await findPlace(c, unit)
      if (!place) return c.notFound()
      const { round, expected, unitVersion, prepared, confirmed } = place
      const codesPage = paths.codes(round.id)
      const { root } = await theOffice(db)
      const salt = await verifyMinted(root, posted, expected)
      const typed = typedIn(await c.req.parseBody())
      if (!salt) return refuse(c, { typed, problems: { made: 'made' } })
      if (await findCode(db, posted.token)) return done(c, codesPage, 'minted')
      if (!confirmed || prepared) return show(c, place, {}, 409)

      const { token, noticeNumber, certificate, sheets } = posted
      const { roundId, unitId, teamId } = expected
      const minted = { token, noticeNumber, certificate, sheets, roundId, unitId, teamId, salt, root }
      const kept = await keepCode(db, minted, unitVersion, handOf(c, house))
      if (kept === 'done') return done(c, codesPage, 'minted')
      const notDone = kept === 'numberTaken' ? mintWords.numberTaken : mintWords.overtaken
      return show(c, (await findPlace(c, unit)) ?? place, { filled: { typed }, notDone }, 409)
    },
  )
  return app
}

/** What the browser should have made is one problem, whichever part of it is missing. */
function gathered({ typed, problems }: Refused): Refused {
  const fields = Object.entries(problems).filter(([, key]) => key !== 'made')
  const isMade = fields.length === Object.keys(problems).length
  return { typed, problems: { ...Object.fromEntries(fields), ...(isMade ? {} : { made: 'made' }) } }
}
