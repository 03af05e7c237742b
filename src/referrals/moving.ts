import { and, eq, inArray } from 'drizzle-orm'
import { type Day, dayOf } from '../clock/day.ts'
import type { Db, Statement } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { insertRows } from '../db/insert-rows.ts'
import type { Written } from '../i18n/speak.ts'
import { type Hand, type Recorded, record, type Step } from '../log/record.ts'
import type { Report } from '../reports/tables.ts'
import { OFFICE } from '../staff/roles.ts'
import type { HandlingUnit } from './handling-units.ts'
import type { LetterPart } from './parts.ts'
import { type Barrier, RETURNS } from './referring.ts'
import { officeTakes } from './resealing.ts'
import type { Permit, Referral } from './store.ts'
import { designations, letterEnvelopes, permits, referrals } from './tables.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Sealed = Record<'teamKey' | 'officeKey', Bytes>

interface LetterDraft {
  id: string
  report: Pick<Report, 'id' | 'teamId'>
  epoch: number
  box: number
  unit: HandlingUnit
  due: Day
  lang: Written
  by: string
  at: string
  sealed: Sealed & { letter: Bytes }
}

/** What a proposal to refer keeps: the letter, sealed. An earlier draft goes, its key and its words. */
export function keepDraft({ id, report, epoch, box, unit, due, lang, by, at, sealed }: LetterDraft) {
  return (db: Db): Statement[] => {
    const drafts = and(eq(referrals.reportId, report.id), eq(referrals.state, 'draft'))
    const earlier = db.select({ id: referrals.id }).from(referrals).where(drafts)
    return [
      db.delete(letterEnvelopes).where(inArray(letterEnvelopes.subject, earlier)),
      db.delete(referrals).where(drafts),
      db.insert(referrals).values({
        id,
        reportId: report.id,
        teamId: report.teamId,
        epoch,
        box,
        due,
        lang,
        handlingUnitId: unit.id,
        addressee: unit.name,
        state: 'draft',
        draftedBy: by,
        draftedAt: at,
      }),
      insertRows(db, letterEnvelopes, envelopesOf(id, sealed)),
    ]
  }
}

const envelopesOf = (subject: string, sealed: Partial<Record<LetterPart | keyof Sealed, Bytes>>) =>
  Object.entries(sealed).map(([part, envelope]) => ({
    subject,
    part: part as LetterPart,
    partId: '',
    envelope,
  }))

/** What happens to a letter beside its report's own step, so that both take their places together or not at all. */
export interface Alongside {
  steps: readonly Step[]
  alongside: (db: Db) => Statement[]
}

function movedAlong(
  letter: Referral,
  move: string,
  changed: Partial<Referral>,
  { who, now, at = now.toISOString() }: Hand & { at?: string },
  more: (db: Db) => Statement[] = () => [],
): Alongside {
  const position = letter.steps + 1
  const to = changed.state ?? letter.state
  return {
    steps: [{ subject: `referral:${letter.id}`, position, at, who, move, from: letter.state, to }],
    alongside: (db) => [
      db
        .update(referrals)
        .set({ ...changed, steps: position })
        .where(eq(referrals.id, letter.id)),
      ...more(db),
    ],
  }
}

/** `at`: as the step of its report has it, which may be a bare day. */
export const approved = (
  letter: Referral,
  chosen: Pick<Referral, 'source' | 'wording'>,
  hand: Hand & { at: string },
): Alongside =>
  movedAlong(
    letter,
    'approve',
    { state: 'approved', ...chosen, approvedBy: hand.who, approvedOn: dayOf(hand.now) },
    hand,
  )

interface Reply {
  id: string
  envelope: Bytes
}

const replyRow =
  (letter: Referral, { id, envelope }: Reply) =>
  (db: Db) => [db.insert(letterEnvelopes).values({ subject: letter.id, part: 'reply', partId: id, envelope })]

/** The unit has answered; what is not enough it does again, and that counts. */
export const replied = (letter: Referral, isEnough: boolean, reply: Reply, hand: Hand): Alongside =>
  movedAlong(
    letter,
    isEnough ? 'accept reply' : 'reject reply',
    isEnough ? { state: 'answered' } : { rejections: letter.rejections + 1 },
    hand,
    replyRow(letter, reply),
  )

/**
 * Given back by the unit. `returns`: how often units have given it back by now; from the second time on the office
 * names the next one.
 */
export const givenBack = (letter: Referral, reply: Reply, hand: Hand, returns = 0): Alongside =>
  movedAlong(letter, 'return', { state: 'returned' }, hand, (db) => [
    ...replyRow(letter, reply)(db),
    ...(returns < RETURNS ? [] : [db.insert(designations).values({ reportId: letter.reportId, returns })]),
  ])

/** Taken back before it was delivered, with a note why. A number it has stays used. */
export const withdrawn = (letter: Referral, reply: Reply, hand: Hand): Alongside =>
  movedAlong(letter, 'withdraw', { state: 'withdrawn' }, hand, replyRow(letter, reply))

/** Not signed yet when its report goes up to the leaders: a signature of the same moment loses the letter's step. */
export const overtakenByEscalation = (letter: Referral | undefined, hand: Hand): Alongside | undefined =>
  letter?.state === 'approved' ? movedAlong(letter, 'withdraw', { state: 'withdrawn' }, hand) : undefined

/** Asks the office for leave. `known`: it has been asked before. */
export async function askPermit(
  db: Db,
  asked: { report: Pick<Report, 'id' | 'teamId'>; handlingUnitId: string; why: Barrier },
  { who, now }: Hand,
): Promise<'asked' | 'known'> {
  const { report, handlingUnitId, why } = asked
  const id = `${report.id}.${handlingUnitId}`
  const at = now.toISOString()
  const step = { subject: `permit:${id}`, position: 1, at, who, move: 'ask', to: 'asked', why }
  try {
    const recorded = await record(db, step, [
      db.insert(permits).values({
        id,
        reportId: report.id,
        teamId: report.teamId,
        handlingUnitId,
        why,
        state: 'asked',
        askedBy: who,
        askedAt: at,
      }),
    ])
    return recorded === 'done' ? 'asked' : 'known'
  } catch (error) {
    if (isTaken(error, 'permits.')) return 'known'
    throw error
  }
}

/** The office's yes or no, with its reason sealed to team and office. `overtaken`: somebody has decided. */
export function decidePermit(
  db: Db,
  permit: Permit,
  state: 'granted' | 'refused',
  { epoch, box, ...sealed }: Sealed & { reason: Bytes; epoch: number; box: number },
  { who, now }: Hand,
): Promise<Recorded> {
  const at = now.toISOString()
  const step = { subject: `permit:${permit.id}`, position: 2, at, who, move: state, from: 'asked', to: state }
  // Its team may have given the report to the office since the page was made.
  const withOffice = and(eq(permits.id, permit.id), eq(permits.teamId, OFFICE))
  const gone = db.select({ id: permits.id }).from(permits).where(withOffice)
  return record(db, step, [
    db
      .update(permits)
      .set({ state, epoch, box, decidedBy: who, decidedAt: at })
      .where(eq(permits.id, permit.id)),
    insertRows(db, letterEnvelopes, envelopesOf(permit.id, sealed)),
    db.update(permits).set({ epoch: box }).where(withOffice),
    officeTakes(db, inArray(letterEnvelopes.subject, gone)),
  ])
}
