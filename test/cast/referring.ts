import { desc, eq } from 'drizzle-orm'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { sealReason } from '../../src/queue/writing.client.ts'
import { makeLetterKey, openSaid, sealSaid } from '../../src/referrals/lettering.client.ts'
import type { LetterPart, Said } from '../../src/referrals/parts.ts'
import { recipientsOf } from '../../src/referrals/recipients.client.ts'
import { findSeals } from '../../src/referrals/seals.ts'
import { listLetterEnvelopes } from '../../src/referrals/store.ts'
import { handlingUnits, permits, referrals } from '../../src/referrals/tables.ts'
import { type Bytes, base64url, random } from '../../src/sealing/bytes.ts'
import { importKeys, openLetterKey } from '../../src/sealing/open.ts'
import { fingerprint } from '../../src/sealing/suite.ts'
import { OFFICE, OFFICE_EPOCH, teamHolder } from '../../src/staff/roles.ts'
import { type AtDesk, officeKey, type Place, rootOf, teamPair } from './at-desk.ts'
import { digestIn } from './digest.ts'
import { move, sealedFields, takeUp } from './working.ts'

// Referral, as the people of the cast do it at their desks.

/** The office enters somebody who may be asked to deal with things. `belongsTo`: an inspected unit's id. */
export async function enterHandlingUnit(
  place: Place,
  administrator: AtDesk,
  name: string,
  belongsTo: string | null,
): Promise<string> {
  const id = base64url(random(16))
  const fields = { id, name, contact: '何晓', phone: '0700-5550300', belongsTo: belongsTo ?? 'none' }
  await administrator.seat.send(paths.newHandlingUnit, fields)
  const [unit] = await place.house.db.select().from(handlingUnits).where(eq(handlingUnits.name, name))
  if (!unit) throw new Error(`${name} was not entered`)
  return unit.id
}

async function to(place: Place, person: AtDesk, team: string) {
  const [root, seals] = await Promise.all([rootOf(place, person), findSeals(place.house.db, team)])
  if (!seals) throw new Error('nobody to seal a letter to')
  return { ...(await recipientsOf(root, team, seals)), box: seals.box }
}

/** Drafts a referral: the summary, rewritten, under a key of its own. */
export const proposeReferral = (
  place: Place,
  by: AtDesk,
  number: string,
  handlingUnit: string,
  said: { summary: string; demands: string },
  due = addDays(dayOf(place.house.clock.now()), 14),
) =>
  move(place, by, number, 'refer', async ({ report }) => {
    const id = base64url(random(16))
    const { team, office, box } = await to(place, by, report.teamId)
    const made = await makeLetterKey(id, team, office)
    const letter = await sealSaid(made.key, id, 'letter', '', said)
    return {
      handlingUnit,
      due,
      letter: base64url(letter),
      letterId: id,
      letterTeamKey: base64url(made.toTeam),
      letterOfficeKey: base64url(made.toOffice),
      letterEpoch: String(report.teamId === OFFICE ? box : team.epoch),
      letterBox: String(box),
    }
  })

const ticked = { tickWords: 'yes', tickUnit: 'yes', tickGuess: 'yes', tickDemands: 'yes' }

export async function approveReferral(place: Place, by: AtDesk, number: string, source = 'visits') {
  const { report } = await takeUp(place, by, number)
  const address = paths.approveReferral(report.teamId, report.id)
  const digest = digestIn(await (await by.seat.get(address)).text())
  await by.seat.send(address, { steps: String(report.steps), digest, decision: 'approve', source, ...ticked })
}

export async function refuseReferral(
  place: Place,
  by: AtDesk,
  number: string,
  decision: 'refuse' | 'verify',
) {
  const { report, opened } = await takeUp(place, by, number)
  const reason = sealedFields('refuseWhy', await sealReason(opened, '再改一改。'))
  const address = paths.approveReferral(report.teamId, report.id)
  await by.seat.send(address, { steps: String(report.steps), decision, ...reason })
}

/** The letter that waits for its signature, or else the latest. */
export async function letterOf(place: Place, reportId: string) {
  const letters = await place.house.db
    .select()
    .from(referrals)
    .where(eq(referrals.reportId, reportId))
    .orderBy(desc(referrals.draftedAt))
  const letter = letters.find(({ state }) => state === 'approved') ?? letters[0]
  if (!letter) throw new Error('there is no letter')
  return letter
}

export const signLetter = (administrator: AtDesk, id: string) =>
  administrator.seat.send(paths.signLetter(id), {})

/** A part of a letter as somebody's browser opens it: for the team, or for the office. */
export async function readLetter(
  place: Place,
  person: AtDesk,
  subject: string,
  as: { team: string; epoch: number } | 'office',
  part: LetterPart = 'letter',
): Promise<ReadonlyMap<string, string>> {
  const key = await letterKeyOf(place, person, subject, as)
  const rows = await listLetterEnvelopes(place.house.db, [subject])
  const row = rows.find((one) => one.part === part)
  if (!row) throw new Error(`the letter has no ${part}`)
  return openSaid(key, subject, part, row.partId, row.envelope)
}

async function letterKeyOf(
  place: Place,
  person: AtDesk,
  subject: string,
  as: { team: string; epoch: number } | 'office',
): Promise<Bytes> {
  const isOffice = as === 'office'
  const pair = isOffice
    ? await importKeys(await officeKey(place, person, 'box'))
    : await teamPair(place, person, as.team, 'key', as.epoch)
  const rows = await listLetterEnvelopes(place.house.db, [subject])
  const envelope = rows.find(({ part }) => part === (isOffice ? 'officeKey' : 'teamKey'))?.envelope
  if (!pair || !envelope) throw new Error(`${person.name} cannot open this letter`)
  const holder = isOffice ? OFFICE : teamHolder(as.team)
  const name = {
    rootPrint: await fingerprint(await rootOf(place, person)),
    holder,
    epoch: isOffice ? OFFICE_EPOCH : as.epoch,
  }
  return openLetterKey(pair, name, subject, envelope)
}

async function sealedReply(place: Place, by: AtDesk, reportId: string, said: Said, as?: 'office') {
  const letter = await letterOf(place, reportId)
  const key = await letterKeyOf(place, by, letter.id, as ?? { team: letter.teamId, epoch: letter.epoch })
  const id = base64url(random(16))
  return { reply: base64url(await sealSaid(key, letter.id, 'reply', id, said)), replyId: id }
}

const nothing: Said = {
  found: '',
  action: '',
  responsible: '',
  rule: '',
  evidence: '',
  reason: '',
  competent: '',
}

/** 登记回函, from the paper. With `redo` it is not enough, and due again by that day. */
export const recordReply = (place: Place, by: AtDesk, number: string, found: string, redo?: string) =>
  move(place, by, number, 'unitReply', async ({ report }) => {
    const said = {
      ...nothing,
      found,
      action: '已整改。',
      responsible: '何晓',
      rule: '渠道管护制度',
      evidence: '3',
    }
    return {
      ...(await sealedReply(place, by, report.id, said)),
      receivedOn: dayOf(place.house.clock.now()),
      ...(redo ? { outcome: 'redo', due: redo } : { outcome: 'accepted' }),
    }
  })

/** 登记退回, from the paper. */
export const recordReturn = (
  place: Place,
  by: AtDesk,
  number: string,
  reason: string,
  back: 'unit' | 'us' = 'unit',
) =>
  move(place, by, number, 'return', async ({ report }) => ({
    ...(await sealedReply(place, by, report.id, { ...nothing, reason, competent: '水利局' })),
    receivedOn: dayOf(place.house.clock.now()),
    back,
  }))

/** 退回巡察组修改: the office does not number the letter as it is. */
export async function sendBackLetter(place: Place, administrator: AtDesk, reportId: string, reason: string) {
  const letter = await letterOf(place, reportId)
  const reply = await sealedReply(place, administrator, reportId, { ...nothing, reason }, 'office')
  const fields = { steps: String(letter.steps), ...reply }
  return administrator.seat.post(paths.sendBackLetter(letter.id), fields)
}

/** 登记延期: for the leader to grant. */
export const proposeExtension = (place: Place, by: AtDesk, number: string, due: string) =>
  move(place, by, number, 'extend', async ({ opened }) => ({
    ...sealedFields('why', await sealReason(opened, '要等专业机构出具检测报告。')),
    askedOn: dayOf(place.house.clock.now()),
    due,
  }))

/** 指定承办单位: the office's own word, after two returns. */
export async function designateUnit(administrator: AtDesk, reportId: string, handlingUnit: string) {
  const address = paths.designate(reportId)
  const html = await (await administrator.seat.get(address)).text()
  const steps = /name="steps" value="(\d+)"/.exec(html)?.[1] ?? ''
  return { html, answer: await administrator.seat.post(address, { steps, handlingUnit }) }
}

export async function askPermit(place: Place, by: AtDesk, number: string, handlingUnit: string) {
  const { report } = await takeUp(place, by, number)
  await by.seat.send(paths.askPermit(report.teamId, report.id), { handlingUnit })
  const [permit] = await place.house.db.select().from(permits).where(eq(permits.reportId, report.id))
  if (!permit) throw new Error('nobody was asked')
  return permit
}

export const decidePermit = async (
  place: Place,
  administrator: AtDesk,
  permit: { id: string; teamId: string },
  decision: 'granted' | 'refused',
  reason: string,
) =>
  administrator.seat.send(
    paths.permit(permit.id),
    await permitForm(place, administrator, permit, decision, reason),
  )

export async function permitForm(
  place: Place,
  administrator: AtDesk,
  permit: { id: string; teamId: string },
  decision: 'granted' | 'refused',
  reason: string,
) {
  const { team, office, box } = await to(place, administrator, permit.teamId)
  const made = await makeLetterKey(permit.id, team, office)
  return {
    decision,
    reason: base64url(await sealSaid(made.key, permit.id, 'reason', '', { reason })),
    reasonTeamKey: base64url(made.toTeam),
    reasonOfficeKey: base64url(made.toOffice),
    reasonEpoch: String(permit.teamId === OFFICE ? box : team.epoch),
    reasonBox: String(box),
  }
}
