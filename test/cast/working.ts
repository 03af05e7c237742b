import { eq } from 'drizzle-orm'
import { dayOf } from '../../src/clock/day.ts'
import { verifyBy } from '../../src/clock/deadlines.ts'
import { sealPhoto } from '../../src/fixes/sealing-photo.client.ts'
import { paths } from '../../src/paths.ts'
import { type OpenReport, openReport } from '../../src/queue/opening.client.ts'
import {
  sealFeedback,
  sealMessageToResident,
  sealNote,
  sealOrder,
  sealReason,
  sealResult,
  type Written,
} from '../../src/queue/writing.client.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { type Report, reports } from '../../src/reports/tables.ts'
import { base64url } from '../../src/sealing/bytes.ts'
import { teamHolder } from '../../src/staff/roles.ts'
import { type AtDesk, nameOf, type Place, teamPair } from './at-desk.ts'
import { digestIn } from './digest.ts'

/** A report on somebody's desk, opened in their browser. */
export interface InHand {
  report: Report
  opened: OpenReport
}

export async function takeUp(place: Place, person: AtDesk, enquiryNumber: string): Promise<InHand> {
  const { db } = place.house
  const [report] = await db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber))
  if (!report) throw new Error(`no report ${enquiryNumber}`)
  const pair = await teamPair(place, person, report.teamId, 'key', report.epoch)
  const [dek] = await listEnvelopes(db, [report.id], ['dek'])
  if (!pair || !dek) throw new Error(`${person.name} cannot open ${enquiryNumber}`)
  const name = await nameOf(place, person, teamHolder(report.teamId), report.epoch)
  return { report, opened: await openReport(pair, name, report.id, dek.envelope) }
}

type Fields = Record<string, string>

/** Fills in a move's form and sends it, as it stands on a page opened just now. */
export async function move(
  place: Place,
  person: AtDesk,
  number: string,
  name: string,
  fields: (hand: InHand) => Promise<Fields> | Fields,
): Promise<string> {
  const hand = await takeUp(place, person, number)
  const { teamId, id, steps } = hand.report
  return person.seat.send(paths.move(teamId, id, name), { steps: String(steps), ...(await fields(hand)) })
}

export const sealedFields = (name: string, { id, envelope }: Written): Fields => ({
  [name]: base64url(envelope),
  [`${name}Id`]: id,
})

export const accept = (
  place: Place,
  by: AtDesk,
  number: string,
  owner: AtDesk,
  how: { urgent?: boolean; risk?: string; category: string },
) =>
  move(place, by, number, 'accept', () => {
    const today = dayOf(place.house.clock.now())
    const due = verifyBy(today, place.house.clock.calendar)
    return {
      category: how.category,
      urgent: how.urgent ? 'yes' : 'no',
      risk: how.risk ?? 'low',
      owner: owner.id,
      due,
    }
  })

export const ask = (place: Place, by: AtDesk, number: string, question: string, due: string) =>
  move(place, by, number, 'ask', async ({ opened }) => ({
    ...sealedFields('question', await sealMessageToResident(opened, question)),
    due,
  }))

export const verifyReport = (place: Place, by: AtDesk, number: string, second: AtDesk) =>
  move(place, by, number, 'verify', () => ({
    visits: 'yes',
    books: 'yes',
    first: by.id,
    second: second.id,
    on: dayOf(place.house.clock.now()),
    recusal: 'yes',
  }))

export const enterResult = (place: Place, by: AtDesk, number: string, findings: string, conclusion: string) =>
  move(place, by, number, 'result', async ({ opened }) => {
    const result = { findings, evidence: '账册复印件 3 页', asked: '8', confirmed: '6' }
    return { ...sealedFields('result', await sealResult(opened, result)), conclusion }
  })

export const proposeFix = (
  place: Place,
  by: AtDesk,
  number: string,
  order: { matter: string; responsible: string; signer: string },
  due: string,
) =>
  move(place, by, number, 'fix', async ({ opened }) => ({
    ...sealedFields('order', await sealOrder(opened, order)),
    due,
  }))

/** 登记整改反馈, from the paper. */
export const recordFeedback = (place: Place, by: AtDesk, number: string) =>
  move(place, by, number, 'feedback', async ({ opened }) => ({
    ...sealedFields(
      'feedback',
      await sealFeedback(opened, { done: '已疏通。', proof: '前后照片各一张。', person: '何晓' }),
    ),
    receivedOn: dayOf(place.house.clock.now()),
  }))

/** Of a fix: before it or after it. Answers the id of its file. */
export async function addFixPhoto(
  place: Place,
  by: AtDesk,
  number: string,
  of: 'before' | 'after',
  photo: Blob,
): Promise<string> {
  const { report, opened } = await takeUp(place, by, number)
  const { id, envelope } = await sealPhoto(opened, photo)
  const fields = { of, photo: base64url(envelope), photoId: id }
  await by.seat.send(paths.fixPhoto(report.teamId, report.id), fields)
  return id
}

export const seeItDone = (place: Place, by: AtDesk, number: string) =>
  move(place, by, number, 'fixed', () => ({
    looked: 'look',
    by: by.id,
    on: dayOf(place.house.clock.now()),
  }))

export const seeItNotDone = (place: Place, by: AtDesk, number: string, why: string) =>
  move(place, by, number, 'notFixed', async ({ opened }) =>
    sealedFields('notFixedWhy', await sealReason(opened, why)),
  )

export const proposeEnd = (
  place: Place,
  by: AtDesk,
  number: string,
  end: { conclusion?: string; resultType: string; answer?: string; households?: string; money?: string },
) =>
  move(place, by, number, 'conclude', async ({ opened }) => {
    const { answer, ...codes } = end
    return {
      ...codes,
      ...(answer ? sealedFields('answer', await sealMessageToResident(opened, answer)) : {}),
    }
  })

export const proposeDecline = (
  place: Place,
  by: AtDesk,
  number: string,
  reason: string,
  channel: string,
  telephone: string,
) =>
  move(place, by, number, 'decline', async ({ opened }) => ({
    reason,
    forwarded: 'no',
    ...sealedFields('channel', await sealMessageToResident(opened, `${channel}\n${telephone}`)),
  }))

export const proposeVoid = (place: Place, by: AtDesk, number: string, reason: string) =>
  move(place, by, number, 'void', () => ({ reason }))

export const restore = (place: Place, by: AtDesk, number: string) =>
  move(place, by, number, 'restore', () => ({}))

/** The second person's yes, or a no with a reason. */
export async function decide(place: Place, by: AtDesk, number: string, refusal?: string): Promise<void> {
  const { report, opened } = await takeUp(place, by, number)
  const reason = refusal ? sealedFields('refuseWhy', await sealReason(opened, refusal)) : {}
  const decision = refusal ? 'refuse' : 'approve'
  // An order goes to the unit: it is approved with the words beside it, tick by tick.
  const ticked = { tickWords: 'yes', tickGuess: 'yes', tickDemands: 'yes' }
  const [address, ticks] =
    report.pendingMove === 'fix'
      ? [paths.approveFix(report.teamId, report.id), refusal ? {} : ticked]
      : [paths.decide(report.teamId, report.id), {}]
  const shown = report.pendingMove === 'fix' ? await (await by.seat.get(address)).text() : ''
  await by.seat.send(address, {
    ...ticks,
    steps: String(report.steps),
    digest: digestIn(shown),
    decision,
    ...reason,
  })
}

export async function talk(place: Place, by: AtDesk, number: string, text: string): Promise<void> {
  const { report, opened } = await takeUp(place, by, number)
  await by.seat.send(
    paths.messages(report.teamId, report.id),
    sealedFields('message', await sealMessageToResident(opened, text)),
  )
}

export async function note(place: Place, by: AtDesk, number: string, text: string): Promise<void> {
  const { report, opened } = await takeUp(place, by, number)
  await by.seat.send(paths.note(report.teamId, report.id), sealedFields('note', await sealNote(opened, text)))
}

export async function take(place: Place, by: AtDesk, number: string): Promise<void> {
  const { report } = await takeUp(place, by, number)
  await by.seat.send(paths.take(report.teamId, report.id), {})
}
