import { desc } from 'drizzle-orm'
import type { Context } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { dueBy } from '../clock/deadlines.ts'
import { done, page } from '../http/answer.ts'
import { sealedKey, sealedShort } from '../http/binary.ts'
import { maybe } from '../http/fields.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { letterProblems } from '../i18n/letters.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { findOfficeBox } from '../office/successions.ts'
import { paths } from '../paths.ts'
import { numberWords } from '../queue/words.ts'
import { findUnit } from '../rounds/units.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { OFFICE } from '../staff/roles.ts'
import { listOwnKeys, listTeamNames } from '../staff/store.ts'
import type { Filled } from '../ui/field.tsx'
import { findHandlingUnit, listHandlingUnits } from './handling-units.ts'
import { isOut } from './letter-states.ts'
import { LettersPage } from './letters-page.tsx'
import { decidePermit } from './moving.ts'
import { PermitPage } from './permit-page.tsx'
import { listPressedFixes } from './pressed-fixes.ts'
import { sealedEpoch } from './refer-form.tsx'
import { findSeals } from './seals.ts'
import { findPermit, findReport, listAskedPermits, listLetters, listToDesignate } from './store.ts'

/** Rows on one page: the office's letters of a round or two. */
const MOST = 200

const permitForm = z.object({
  decision: z.enum(['granted', 'refused']),
  reason: maybe(sealedShort),
  reasonTeamKey: maybe(sealedKey),
  reasonOfficeKey: maybe(sealedKey),
  reasonEpoch: maybe(sealedEpoch),
  reasonBox: maybe(sealedEpoch),
})

/** The office's letters: listed; and its leave. Behind the guard `inOffice`. */
export function letterRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  app.get(paths.letters, async (c) => {
    const { id: me } = c.get('staff')
    // What the office must sign has a limit of its own: letters that are out never push it off the page.
    const today = dayOf(clock.now())
    const [approved, out, done, asked, handling, waiting, fixes] = await Promise.all([
      listLetters(db, me, ['approved'], MOST),
      listLetters(db, me, ['issued', 'delivered', 'receipted'], MOST),
      listLetters(db, me, ['answered', 'returned', 'withdrawn'], MOST, desc),
      listAskedPermits(db, me),
      listHandlingUnits(db),
      listToDesignate(db, me),
      listPressedFixes(db, me, today),
    ])
    const letters = [...approved, ...out, ...done]
    const { shortName } = await theOffice(db)
    const teams = await listTeamNames(db, [
      ...new Set(
        [...letters.map(({ letter }) => letter), ...asked, ...waiting.map(({ report }) => report)].map(
          ({ teamId }) => teamId,
        ),
      ),
    ])
    const dueOf = ({ letter, due }: (typeof letters)[number]) => {
      if (letter.state === 'approved')
        return letter.approvedOn ? dueBy('issueLetter', letter.approvedOn, clock.calendar) : letter.due
      if (letter.state === 'delivered' && letter.deliveredOn)
        return dueBy('unitReceipt', letter.deliveredOn, clock.calendar)
      return isOut(letter) ? (due ?? letter.due) : undefined
    }
    const rows = letters.map((row) => ({
      letter: row.letter,
      team: teams.get(row.letter.teamId) ?? shortName,
      due: dueOf(row),
      isClosed: row.isClosed,
    }))
    const permits = asked.map((permit) => ({
      permit,
      team: teams.get(permit.teamId) ?? shortName,
      unit: handling.find(({ id }) => id === permit.handlingUnitId)?.name,
    }))
    const toDesignate = await Promise.all(
      waiting.map(async ({ report }) => ({
        id: report.id,
        team: teams.get(report.teamId) ?? shortName,
        about: (await findUnit(db, report.unitId))?.name ?? '',
        number: numberWords(report.enquiryNumber),
      })),
    )
    return page(
      c,
      <LettersPage
        frame={await officeFrame(c, house)}
        today={today}
        rows={rows}
        permits={permits}
        toDesignate={toDesignate}
        fixes={fixes.filter(({ report, late }) => late || report.state === 'fixing')}
      />,
    )
  })

  const showPermit = async (c: Context<DeskEnv>, filled: Filled, again?: 409 | 422) => {
    const permit = await findPermit(db, c.req.param('permit') ?? '', c.get('staff').id)
    const report = permit && (await findReport(db, permit.reportId))
    if (!permit || !report) return c.notFound()
    const [frame, names, unit, about, seals, own] = await Promise.all([
      officeFrame(c, house),
      listTeamNames(db, [permit.teamId]),
      findHandlingUnit(db, permit.handlingUnitId),
      findUnit(db, report.unitId),
      findSeals(db, permit.teamId),
      listOwnKeys(db, c.get('staff').id, [OFFICE]),
    ])
    // What somebody of the office has asked for themselves, somebody else decides.
    const isOwn = permit.state === 'asked' && permit.askedBy === c.get('staff').id
    const props = { frame, permit, seals, isOwn, own, filled }
    const named = {
      team: names.get(permit.teamId) ?? (await theOffice(db)).shortName,
      unit: unit?.name,
      about: about?.name ?? '',
    }
    return page(c, <PermitPage {...props} {...named} />, again)
  }

  app.get(paths.permit(':permit'), (c) => showPermit(c, { typed: {} }))

  app.post(
    paths.permit(':permit'),
    form(permitForm, (c, { typed }) => showPermit(c, { typed }, 422)),
    async (c) => {
      const permit = await findPermit(db, c.req.param('permit') ?? '', c.get('staff').id)
      if (!permit) return c.notFound()
      const { decision, reason, reasonTeamKey, reasonOfficeKey, reasonEpoch, reasonBox } = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody())
      if (permit.state !== 'asked' || permit.askedBy === c.get('staff').id)
        return showPermit(c, { typed }, 409)
      const isWhole = reason && reasonTeamKey && reasonOfficeKey && reasonEpoch && reasonBox
      if (!isWhole || reasonBox > (await findOfficeBox(db))) {
        const problems = { reason: say(deskReader(c).lang, letterProblems.reason) }
        return showPermit(c, { typed, problems }, 422)
      }
      const keys = { teamKey: reasonTeamKey, officeKey: reasonOfficeKey }
      const sealed = { reason, ...keys, epoch: reasonEpoch, box: reasonBox }
      const decided = await decidePermit(db, permit, decision, sealed, handOf(c, house))
      return decided === 'done' ? done(c, paths.letters, 'decided') : showPermit(c, { typed }, 409)
    },
  )

  return app
}
