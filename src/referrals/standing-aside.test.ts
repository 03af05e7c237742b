import { describe, expect, it } from 'vitest'
import { seatSigner } from '../../test/cast/bare-office.ts'
import { digestIn } from '../../test/cast/digest.ts'
import { overtakenBy } from '../../test/overtaken-by.ts'
import { draft, ticks } from '../../test/referral.ts'
import { openTeamDesk } from '../../test/team-desk.ts'
import { paths } from '../paths.ts'
import { moveReport } from '../reports/moving.ts'
import { proposeMove } from '../reports/proposing.ts'
import { recuse } from '../reports/recusing.ts'
import { createHandlingUnit } from './handling-units.ts'
import { viewLetter } from './letter-view.ts'
import { signLetter } from './signing.ts'
import { listReferrals } from './store.ts'

const li = { id: 'li', roles: ['leader' as const] }
const chen = { id: 'chen', roles: ['liaison' as const] }

/** A letter that the leader has approved and the office has not signed. */
async function open() {
  const desk = await openTeamDesk()
  const { db, ids, clock, moment } = desk
  const hand = { who: 'zhou', now: clock.now() }
  const bureau = {
    name: '岚川市农业农村局',
    contact: '何晓',
    phone: '0700-5550300',
    belongsTo: null,
    retired: false,
  }
  await createHandlingUnit(db, 'bureau', bureau, hand)
  await seatSigner(db, 'zhou')
  const report = await desk.write()
  const now = () => desk.now(report)
  const steps = async () => ({ steps: String((await now()).steps) })
  await moveReport(db, report, 'accept', li, { decided: { owner: 'chen' }, sealed: [] }, moment())
  await moveReport(db, await now(), 'verify', li, { decided: {}, sealed: [] }, moment())
  await desk.chen.post(paths.move(ids.teamId, report.id, 'refer'), draft(await now()))
  const approve = { ...(await steps()), decision: 'approve', ...ticks }
  const address = paths.approveReferral(ids.teamId, report.id)
  await desk.li.post(address, { ...approve, digest: digestIn((await desk.li.get(address)).html) })
  const letter = async () => (await listReferrals(db, report.id))[0]!
  const goUp = async () => {
    await proposeMove(db, await now(), 'escalate', chen, { decided: {}, sealed: [] }, moment())
    const address = paths.decide(ids.teamId, report.id)
    return desk.li.post(address, { ...(await steps()), decision: 'approve' })
  }
  return { desk, db, hand, now, letter, goUp }
}

describe('a letter whose report goes up', () => {
  it('is not signed any more, not even in the same moment', async () => {
    const { db, hand, now, letter, goUp } = await open()
    const { id } = await letter()
    let status = 0
    const racing = overtakenBy(db, async () => {
      status = (await goUp()).status
    })
    expect((await signLetter(racing, '岚巡办函', id, hand)).outcome).toBe('unknown')
    expect(status).toBe(303)
    expect((await now()).state).toBe('escalated')
    expect(await letter()).toMatchObject({ state: 'withdrawn', number: null })
  })

  it('stays as it is when it has left before', async () => {
    const { db, hand, now, letter, goUp } = await open()
    await signLetter(db, '岚巡办函', (await letter()).id, hand)
    expect((await goUp()).status).toBe(303)
    expect((await now()).state).toBe('escalated')
    expect(await letter()).toMatchObject({ state: 'issued', number: 1 })
  })
})

describe('whom the letter names', () => {
  it('is its drafter, and the leader instead when the drafter has to stay away', async () => {
    const { desk, db, now, letter } = await open()
    const named = async () => (await viewLetter(db, await letter(), 'office'))?.wording.contact
    expect(await named()).toContain('陈静')
    await recuse(db, await now(), { person: 'chen', why: undefined }, li, desk.moment())
    expect(await named()).toContain('黎工')
  })
})
