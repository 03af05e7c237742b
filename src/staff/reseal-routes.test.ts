import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { openTeamDesk, type TeamDesk } from '../../test/team-desk.ts'
import { createApp } from '../app.tsx'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { letterEnvelopes, referrals } from '../referrals/tables.ts'
import type { Person } from '../reports/offers.ts'
import { decideProposal, proposeMove } from '../reports/proposing.ts'
import { recuse } from '../reports/recusing.ts'
import { listEnvelopes } from '../reports/store.ts'
import { type Report, reports } from '../reports/tables.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { SEALED_KEY } from '../sealing/suite.ts'
import type { Behind, LetterBehind } from './reseal.client.ts'
import { startSession } from './session.ts'
import { grants, teamKeys } from './tables.ts'

const li: Person = { id: 'li', roles: ['leader'] }
const chen: Person = { id: 'chen', roles: ['liaison'] }
const sealedKey = () => base64url(random(SEALED_KEY))

let desk: TeamDesk
let team: string

/** A lock was changed: everybody has the new key, and reports are still sealed to the old one. */
beforeEach(async () => {
  desk = await openTeamDesk()
  team = desk.ids.teamId
  const { db, holder } = desk
  const [keys] = await db.select().from(teamKeys)
  const held = await db.select().from(grants).where(eq(grants.holder, holder))
  await db.insert(teamKeys).values({ ...keys!, epoch: 2 })
  for (const grant of held) await db.insert(grants).values({ ...grant, epoch: 2 })
})

async function ask(who: string, address: string, body: unknown) {
  const headers = {
    Host: 'localhost',
    Origin: 'http://localhost',
    'Content-Type': 'application/json',
    Cookie: `__Host-session=${await startSession(desk.db, who, desk.clock.now())}`,
  }
  const app = createApp(desk.house, { grouped: false })
  return app.request(`http://localhost${address}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

const next = async (who: string) =>
  (await (await ask(who, paths.resealNext(team), { after: '' })).json()) as { behind: Behind[]; left: number }
const nextLetters = async (who: string) => {
  const answer = await ask(who, paths.resealLettersNext(team), { after: '' })
  return ((await answer.json()) as { letters: LetterBehind[] }).letters.map(({ id }) => id)
}
const reseal = (who: string, id: string, more: object = {}) =>
  ask(who, paths.reseal(team), { epoch: 2, sealed: [{ id, from: 1, dek: sealedKey(), ...more }] })
const resealLetter = (who: string, of: string, id: string) =>
  ask(who, paths.resealLetters(team), { epoch: 2, sealed: [{ of, id, from: 1, key: sealedKey() }] })

async function addLetter(id: string, reportId: string, teamId: string) {
  const plain = {
    handlingUnitId: 'bureau',
    addressee: '农业农村局',
    state: 'issued',
    due: '2026-12-10',
  } as const
  const drafted = { draftedBy: 'chen', draftedAt: '2026-11-24T01:00:00.000Z' }
  await desk.db.insert(referrals).values({ id, reportId, teamId, epoch: 1, ...plain, ...drafted })
  const envelope = random(SEALED_KEY)
  await desk.db.insert(letterEnvelopes).values({ subject: id, part: 'teamKey', partId: '', envelope })
}

const epochOf = async (id: string) =>
  (await desk.db.select().from(referrals).where(eq(referrals.id, id)))[0]?.epoch
const deksOf = async ({ id }: Report) => listEnvelopes(desk.db, [id], ['dek'])

/** It is in nobody's list, is not counted, and nothing that is sent for it is kept. */
async function expectNotThere(who: string, report: Report) {
  expect(await next(who)).toMatchObject({ behind: [], left: 0 })
  expect(await nextLetters(who)).toEqual([])
  const before = await deksOf(report)
  await reseal(who, report.id)
  await resealLetter(who, 'referral', 'letter')
  expect(await deksOf(report)).toEqual(before)
  expect((await desk.now(report)).epoch).toBe(1)
  expect(await epochOf('letter')).toBe(1)
  expect(await listSteps(desk.db, `reseal:${report.id}:2`)).toEqual([])
  expect(await listSteps(desk.db, 'reseal:letter:2')).toEqual([])
}

describe('sealing anew', () => {
  it('is not for who stays away from a report; a colleague does it', async () => {
    const report = await desk.write()
    await addLetter('letter', report.id, team)
    await recuse(desk.db, report, { person: 'wu', why: 'kin' }, li, desk.moment())
    await expectNotThere('wu', report)
    expect((await next('chen')).behind).toMatchObject([{ id: report.id, contactKey: null }])
    expect(await nextLetters('chen')).toEqual(['letter'])
    expect((await reseal('chen', report.id)).status).toBe(204)
    expect((await resealLetter('chen', 'referral', 'letter')).status).toBe(204)
    expect([(await desk.now(report)).epoch, await epochOf('letter')]).toEqual([2, 2])
  })

  it('of what has been escalated is for the leader who agreed and whoever brought it up', async () => {
    const report = await desk.write()
    await addLetter('letter', report.id, team)
    const plain = { decided: {}, why: 'ground:x', sealed: [] }
    await proposeMove(desk.db, report, 'escalate', chen, plain, desk.moment())
    await decideProposal(desk.db, await desk.now(report), li, { approve: true, sealed: [] }, desk.moment())
    await expectNotThere('wu', report)
    for (const who of ['chen', 'li']) expect((await next(who)).behind).toMatchObject([{ id: report.id }])
    expect((await reseal('li', report.id)).status).toBe(204)
    expect((await desk.now(report)).epoch).toBe(2)
  })

  it('takes and gives only the key of contact details: they themselves stay where they are', async () => {
    const report = await desk.write({}, { identityMode: 'named' })
    const [held] = await listEnvelopes(desk.db, [report.id], ['contact'])
    const [{ contactKey } = { contactKey: '' }] = (await next('li')).behind
    expect(contactKey).toBe(base64url(held!.envelope.slice(0, SEALED_KEY)))
    expect((await next('chen')).behind).toEqual([])

    const whole = base64url(random(held!.envelope.length))
    expect((await reseal('li', report.id, { contactKey: whole })).status).toBe(422)
    expect((await reseal('li', report.id)).status).toBe(422)
    const moved = sealedKey()
    expect((await reseal('li', report.id, { contactKey: moved })).status).toBe(204)
    const [now] = await listEnvelopes(desk.db, [report.id], ['contact'])
    expect(base64url(now!.envelope.slice(0, SEALED_KEY))).toBe(moved)
    expect(now!.envelope.slice(SEALED_KEY)).toEqual(held!.envelope.slice(SEALED_KEY))
  })

  it('of a report whose contact stayed with the office needs the one key, and touches no other', async () => {
    const report = await desk.write({}, { identityMode: 'named' })
    await desk.db.update(reports).set({ contactEpoch: 1 }).where(eq(reports.id, report.id))
    const [held] = await listEnvelopes(desk.db, [report.id], ['contact'])
    expect((await next('chen')).behind).toMatchObject([{ id: report.id, contactKey: null }])
    expect((await reseal('chen', report.id, { contactKey: sealedKey() })).status).toBe(422)
    expect((await reseal('chen', report.id)).status).toBe(204)
    expect(await listEnvelopes(desk.db, [report.id], ['contact'])).toEqual([held])
  })

  it('of a letter leaves nothing behind when it is another team’s, of another kind, or not there', async () => {
    const report = await desk.write()
    await addLetter('foreign', report.id, 'another-team')
    await addLetter('own', report.id, team)
    for (const [of, id] of [
      ['referral', 'foreign'],
      ['permit', 'own'],
      ['referral', 'nowhere'],
    ] as const) {
      await resealLetter('wu', of, id)
      expect(await listSteps(desk.db, `reseal:${id}:2`)).toEqual([])
    }
    expect((await resealLetter('li', 'referral', 'own')).status).toBe(204)
    expect([await epochOf('own'), await epochOf('foreign')]).toEqual([2, 1])
    expect(await listSteps(desk.db, 'reseal:own:2')).toMatchObject([{ who: 'li', move: 'reseal' }])
  })
})
