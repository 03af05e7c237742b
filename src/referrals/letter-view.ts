import { listsFiled } from '../categories/editions.ts'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { theOffice } from '../office/store.ts'
import { listMembers } from '../queue/people.ts'
import { listRecused } from '../reports/recusing.ts'
import { findRound } from '../rounds/store.ts'
import { findTeam } from '../rounds/teams.ts'
import { findUnit } from '../rounds/units.ts'
import { findPerson } from '../staff/store.ts'
import type { LetterProps } from './letter.tsx'
import { isOut } from './letter-states.ts'
import { matterOf } from './matter.ts'
import { findReport, listLetterEnvelopes, type Referral } from './store.ts'
import { type Facts, signedWording, type Wording, wordingOf } from './wording.ts'

/** Everything a letter shows, and still sealed what it says. `due`: until when the unit has it today. */
export async function viewLetter(
  db: Db,
  letter: Referral,
  opener: LetterProps['opener'],
): Promise<(LetterProps & { due: Day }) | undefined> {
  const [report, envelopes, wording] = await Promise.all([
    findReport(db, letter.reportId),
    listLetterEnvelopes(db, [letter.id]),
    findWording(db, letter),
  ])
  if (!report || !wording) return undefined
  const due = report.dueKind === 'unitReply' && isOut(letter) ? (report.due ?? letter.due) : letter.due
  return { letter, wording, envelopes, opener, due }
}

/**
 * The words it was approved in, and signed in. Only until it is signed another may take the contact's place: nobody
 * who has to stay away from the matter is named on a letter that leaves.
 */
export async function findWording(db: Db, letter: Referral): Promise<Wording | undefined> {
  const { wording, issuer, number, signedOn, reportId } = letter
  if (wording && number !== null) return wording
  const away = (await listRecused(db, reportId)).map(({ id }) => id)
  if (wording && !away.includes(wording.contactId)) return wording
  const now = await composeLetter(db, letter, letter.source)
  if (!now) return wording ?? undefined
  if (wording) return { ...wording, contact: now.contact, contactId: now.contactId }
  return issuer && number !== null && signedOn ? signedWording(now, issuer, number, signedOn) : now
}

/** The letter in words, as everything is called today. */
export async function composeLetter(
  db: Db,
  letter: Referral,
  source: Facts['source'],
): Promise<Wording | undefined> {
  const { lang, addressee, due } = letter
  const [office, report, team] = await Promise.all([
    theOffice(db),
    findReport(db, letter.reportId),
    findTeam(db, letter.teamId),
  ])
  if (!report) return undefined
  const [unit, round, contact] = await Promise.all([
    findUnit(db, report.unitId),
    findRound(db, report.roundId),
    findContact(db, letter, report.owner),
  ])
  const { lists } = await listsFiled(db, round, report.edition)
  const town = unit?.parentId ? await findUnit(db, unit.parentId) : undefined
  return wordingOf({
    lang,
    addressee,
    source,
    due,
    issuer: office.fullName,
    code: office.letterCode,
    place: `${town?.name ?? ''}${unit?.name ?? ''}`,
    matter: matterOf(lang, lists, report),
    contact: { ...contact, phone: team?.phone ?? office.phone },
  })
}

/** Whom the unit asks: who drafted it, or whoever has the report now, when the drafter has to stay away from it. */
async function findContact(
  db: Db,
  { reportId, draftedBy, teamId }: Referral,
  owner: string | null,
): Promise<{ id: string; name: string }> {
  const away = (await listRecused(db, reportId)).map(({ id }) => id)
  const members = (await listMembers(db, teamId)).filter(({ id }) => !away.includes(id))
  const { id, name } = (away.includes(draftedBy) ? undefined : await findPerson(db, draftedBy)) ??
    members.find((member) => member.id === owner) ??
    members.find(({ roles }) => roles.includes('leader')) ?? { id: '', name: '' }
  return { id, name }
}
