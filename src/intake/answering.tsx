import type { Context } from 'hono'
import { dayOf } from '../clock/day.ts'
import { page, type Status } from '../http/answer.ts'
import type { House } from '../http/house.ts'
import { readerOf } from '../http/reader.ts'
import { findOffice } from '../office/store.ts'
import { hasLetterOut } from '../referrals/store.ts'
import { residentSees } from '../reports/resident-sees.ts'
import { isOver } from '../reports/resident-stages.ts'
import { listAdded, listEnvelopes, listToResident } from '../reports/store.ts'
import { findTeam } from '../rounds/teams.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { AnswerPage } from './answer-page.tsx'
import type { Answerable } from './asking.ts'
import { conversationOf } from './conversing.ts'
import { openedHere, saidIn, stillSealed } from './said.ts'

export type Found = Extract<Answerable, { ok: true }>

interface Extra {
  status?: Status
  notice?: string
  unsent?: { text: string; mistake: string }
  /** What came when nothing more could be added. */
  tooLate?: string
}

/**
 * The progress page for whoever has the code: with messages opened here when the code came in clear, else as they are
 * sealed.
 */
export const answering =
  (house: House) =>
  async (c: Context, { report, opener }: Found, { status = 200, notice, unsent, tooLate }: Extra = {}) => {
    const { db, clock, settings } = house
    const reader = readerOf(c)
    const today = dayOf(clock.now())
    const [team, [access], messages, added] = await Promise.all([
      findTeam(db, report.teamId),
      listEnvelopes(db, [report.id], ['access']),
      listToResident(db, report.id),
      listAdded(db, report.id),
    ])
    // Nobody of a team that has left answers its telephone.
    const isHere = team?.closedOn === null
    const office = isHere ? undefined : await findOffice(db)
    const phone = (isHere ? team : office)?.phone ?? ''
    const keeper = team ? undefined : office?.shortName
    const letterOut = report.state === 'referred' && (await hasLetterOut(db, report.id))
    const sight = residentSees({ ...report, letterOut }, reader.lang, today, phone, keeper)
    const conversation = opener && (await conversationOf(house, report, opener.key))
    const said = await Promise.all(
      saidIn(messages, sight).map((message) => {
        if (!opener) return stillSealed(message)
        return conversation ? openedHere(message, conversation) : { ...stillSealed(message), text: null }
      }),
    )
    return page(
      c,
      <AnswerPage
        reader={reader}
        phone={phone}
        demo={settings.demo}
        sight={sight}
        access={{ report: report.id, envelope: access && !opener ? base64url(access.envelope) : '' }}
        said={said}
        added={added}
        today={today}
        asker={opener && { code: opener.code, nonce: base64url(random(16)) }}
        office={keeper}
        mayAdd={access !== undefined && tooLate === undefined && !isOver(report, today)}
        contactHeld={report.contactHeld}
        callMe={report.callMe}
        notice={notice}
        unsent={unsent}
        tooLate={tooLate}
      />,
      status,
    )
  }
