import { listsFiled } from '../categories/editions.ts'
import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import type { Lang } from '../i18n/speak.ts'
import { theOffice } from '../office/store.ts'
import { listMembers } from '../queue/people.ts'
import { listRecused } from '../reports/recusing.ts'
import { findRound } from '../rounds/store.ts'
import { findTeam } from '../rounds/teams.ts'
import { findUnit } from '../rounds/units.ts'
import { findPerson } from '../staff/store.ts'
import type { LetterProps } from './letter.tsx'
import { matterOf } from './matter.ts'
import { isOut } from './standing.ts'
import { findSubject, listLetterEnvelopes, type Referral } from './store.ts'

/** Everything a letter shows, and still sealed what it says. `due`: until when the unit has it today. */
export async function viewLetter(
  db: Db,
  lang: Lang,
  letter: Referral,
  opener: LetterProps['opener'],
): Promise<(LetterProps & { due: Day }) | undefined> {
  const [office, subject, team, envelopes] = await Promise.all([
    theOffice(db),
    findSubject(db, letter.reportId),
    findTeam(db, letter.teamId),
    listLetterEnvelopes(db, [letter.id]),
  ])
  if (!subject) return undefined
  const [unit, round, contact] = await Promise.all([
    findUnit(db, subject.unitId),
    findRound(db, subject.roundId),
    nameContact(db, letter, subject.owner),
  ])
  const { lists } = await listsFiled(db, round, subject.edition)
  const town = unit?.parentId ? await findUnit(db, unit.parentId) : undefined
  return {
    ...{ lang, letter, envelopes, opener },
    issuer: { name: office.fullName, code: office.letterCode },
    place: `${town?.name ?? ''}${unit?.name ?? ''}`,
    matter: matterOf(lang, lists, subject),
    contact: { name: contact, phone: team?.phone ?? office.phone },
    due: subject.dueKind === 'unitReply' && isOut(letter) ? (subject.due ?? letter.due) : letter.due,
  }
}

/** Whom the unit asks: who drafted it, or whoever has the report now, when the drafter has to stay away from it. */
async function nameContact(db: Db, letter: Referral, owner: string | null): Promise<string> {
  const away = (await listRecused(db, letter.reportId)).map(({ id }) => id)
  if (!away.includes(letter.draftedBy)) return (await findPerson(db, letter.draftedBy))?.name ?? ''
  const members = (await listMembers(db, letter.teamId)).filter(({ id }) => !away.includes(id))
  const contact =
    members.find(({ id }) => id === owner) ?? members.find(({ roles }) => roles.includes('leader'))
  return contact?.name ?? ''
}
