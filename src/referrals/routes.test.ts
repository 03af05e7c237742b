import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { seatSigner } from '../../test/cast/bare-office.ts'
import { markIn } from '../../test/cast/mark.ts'
import { openTeamDesk, type TeamDesk } from '../../test/team-desk.ts'
import { createApp } from '../app.tsx'
import { insertRows } from '../db/insert-rows.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import type { Report } from '../reports/consequences.ts'
import { moveReport } from '../reports/moving.ts'
import { supplement } from '../reports/talking.ts'
import { teams, units } from '../rounds/tables.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { startSession } from '../staff/session.ts'
import { grants, people } from '../staff/tables.ts'
import { createHandlingUnit } from './handling-units.ts'
import { signLetter } from './signing.ts'
import { listReferrals } from './store.ts'
import { handlingUnits, referrals } from './tables.ts'

const hand = { who: 'zhou', now: new Date('2026-11-24T01:00:00Z') }
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

const anything = (bytes: number) => base64url(random(bytes))

/** A report about the desk's village that its liaison verifies, and a unit it may go to. */
async function open(about: { afraid?: boolean; kind?: 'problem' | 'conduct'; risk?: 'high' } = {}) {
  const desk = await openTeamDesk()
  const { db, ids, moment } = desk
  await createHandlingUnit(
    db,
    'bureau',
    { name: '岚川市农业农村局', contact: '何晓', phone: '0700-5550300', belongsTo: null, retired: false },
    hand,
  )
  await createHandlingUnit(
    db,
    'village',
    {
      name: '青塘村村民委员会',
      contact: '何晓',
      phone: '0700-5550301',
      belongsTo: ids.unitId,
      retired: false,
    },
    hand,
  )
  const { afraid = false, kind = 'problem', risk = 'low' as const } = about
  let report = await desk.write({ afraid, kind })
  const leader = { id: 'li', roles: ['leader' as const] }
  const form = { decided: { owner: 'chen', risk }, sealed: [] }
  await moveReport(db, report, 'accept', leader, form, moment())
  report = await desk.now(report)
  await moveReport(db, report, 'verify', leader, { decided: {}, sealed: [] }, moment())
  return { desk, report: await desk.now(report) }
}

const draft = (report: Report, changed: Record<string, string> = {}) => ({
  steps: String(report.steps),
  handlingUnit: 'bureau',
  due: '2026-12-10',
  letter: anything(30 + 1024),
  letterId: anything(16),
  letterTeamKey: anything(115),
  letterOfficeKey: anything(115),
  letterEpoch: '1',
  letterBox: '1',
  ...changed,
})

const refer = (desk: TeamDesk, report: Report, changed?: Record<string, string>) =>
  desk.chen.post(paths.move(desk.ids.teamId, report.id, 'refer'), draft(report, changed))

async function decide(desk: TeamDesk, report: Report, fields: Record<string, string>) {
  const address = paths.approveReferral(desk.ids.teamId, report.id)
  const mark = markIn((await desk.li.get(address)).html)
  return desk.li.post(address, { steps: String(report.steps), mark, ...fields })
}

const ticks = { tickWords: 'yes', tickUnit: 'yes', tickGuess: 'yes', tickDemands: 'yes' }

describe('the letters of the office', () => {
  it('show what must be signed, however many others are out', async () => {
    const { desk, report } = await open()
    await seatSigner(desk.db, 'zhou')
    const letter = (id: string, state: 'issued' | 'approved', due: string) => ({
      ...{ id, state, due, reportId: report.id, teamId: desk.ids.teamId, epoch: 1 },
      ...{ handlingUnitId: 'bureau', addressee: '农业农村局', draftedBy: 'chen', draftedAt: 'x' },
    })
    const out = Array.from({ length: 200 }, (_, n) => letter(`out${n}`, 'issued', '2026-12-01'))
    const all = [...out, letter('to-sign', 'approved', '2026-12-20')]
    await desk.db.batch([insertRows(desk.db, referrals, all)])
    const headers = { Cookie: `__Host-session=${await startSession(desk.db, 'zhou', desk.clock.now())}` }
    const shown = await createApp(desk.house, { grouped: false }).request(
      `http://localhost${paths.letters}`,
      { headers },
    )
    expect(shown.status).toBe(200)
    expect(await shown.text()).toContain(paths.letter('to-sign'))
  })
})

describe('signing a letter', () => {
  /** A letter that waits for its number, and two administrators, each at a desk of their own. */
  async function waiting() {
    const { desk, report } = await open()
    const { db } = desk
    for (const id of ['周明', '许岚']) await seatSigner(db, id)
    await refer(desk, report)
    await decide(desk, await desk.now(report), { decision: 'approve', ...ticks })
    const letter = async () => (await listReferrals(db, report.id))[0]!
    const { id } = await letter()
    const ask = async (who: string, address: string, method = 'GET') => {
      const headers = new Headers({ Host: 'localhost', Origin: 'http://localhost' })
      headers.set('Cookie', `__Host-session=${await startSession(db, who, desk.clock.now())}`)
      const app = createApp(desk.house, { grouped: false })
      const answer = await app.request(`http://localhost${address}`, { method, headers })
      return { status: answer.status, html: await answer.text() }
    }
    const sign = (who: string) => ask(who, paths.signLetter(id), 'POST')
    const look = (who: string) => ask(who, paths.letter(id))
    return { db, letter, id, sign, look }
  }
  const boxOf = (personId: string) => and(eq(grants.kind, 'box'), eq(grants.personId, personId))

  it('is not for who cannot open it: the page says who can, and stays as it is', async () => {
    const { db, letter, id, sign, look } = await waiting()
    await db.delete(grants).where(boxOf('周明'))
    const shown = await look('周明')
    expect(words(shown.html)).toContain('打不开这份函：您没有办公室的钥匙。 请许岚签发，能打开的人才能签。')
    expect(shown.html).not.toContain(paths.signLetter(id))
    expect((await look('许岚')).html).toContain(paths.signLetter(id))

    const before = await letter()
    const refused = await sign('周明')
    expect(refused.status).toBe(409)
    expect(words(refused.html)).toContain('没有签发：签的人要能看到内容。')
    expect(words(refused.html)).toContain('请许岚签发')
    expect(refused.html).toContain('class="paper"')
    expect(await letter()).toEqual(before)
    expect(await listSteps(db, `referral:${id}`)).toHaveLength(before.steps)

    expect((await sign('许岚')).status).toBe(303)
    expect(await letter()).toMatchObject({ state: 'issued', number: 1, signedBy: '许岚' })
  })

  it('asks for the very box it is sealed to, and says when there is nobody at all', async () => {
    const { db, letter, sign, look } = await waiting()
    await db.update(referrals).set({ box: 2 })
    expect((await sign('许岚')).status).toBe(409)
    expect(words((await look('许岚')).html)).toContain('现在没有人能签发')
    await db.insert(grants).values({
      ...{ holder: 'office', epoch: 2, kind: 'box', personId: '许岚', envelope: random(8), by: '许岚' },
    })
    expect((await sign('周明')).status).toBe(409)
    expect((await sign('许岚')).status).toBe(303)
    expect((await letter()).number).toBe(1)
  })

  it('is not for who drafted it, whom nobody names as the one to ask', async () => {
    const { db, sign, look } = await waiting()
    await db.update(referrals).set({ draftedBy: '许岚' })
    await db.delete(grants).where(boxOf('周明'))
    expect(words((await look('周明')).html)).toContain('现在没有人能签发')
    expect(words((await sign('许岚')).html)).toContain('由另一名管理员签发')
  })
})

describe('approving a letter', () => {
  it('is not for a leader without the key it is sealed to: the page says who has it, and stays as it is', async () => {
    const { desk, report } = await open()
    await refer(desk, report)
    const theirs = and(eq(grants.kind, 'key'), eq(grants.personId, 'li'))
    const [held] = await desk.db.select().from(grants).where(theirs)
    await desk.db.delete(grants).where(theirs)
    const before = await desk.now(report)
    const address = paths.approveReferral(desk.ids.teamId, report.id)
    const page = await desk.li.get(address)
    expect(words(page.html)).toMatch(/还没有拿到本组钥匙，内容打不开。请.*陈静.*交钥匙。/)
    expect(page.html).not.toContain('value="approve"')
    const yes = { steps: String(before.steps), mark: markIn(page.html), decision: 'approve', ...ticks }
    const refused = await desk.li.post(address, yes)
    expect([refused.status, words(refused.html)]).toEqual([
      422,
      expect.stringContaining('还没有拿到本组钥匙'),
    ])
    expect(await desk.now(report)).toEqual(before)

    await desk.db.insert(grants).values(held!)
    expect((await decide(desk, before, { decision: 'approve', ...ticks })).status).toBe(303)
  })
})

describe('drafting a referral', () => {
  it('says what is missing, keeps what was typed, and stores nothing', async () => {
    const { desk, report } = await open()
    const { status, html } = await refer(desk, report, { handlingUnit: '', due: '2026-11-24', letter: '' })
    expect(status).toBe(422)
    expect(words(html)).toContain('请选承办单位。')
    const again = await refer(desk, report, { due: '2026-11-24', letter: '' })
    expect(words(again.html)).toContain('要在今天以后。')
    expect(words(again.html)).toContain('请写主要情况和办理要求。')
    const late = await refer(desk, report, { due: '2027-06-01' })
    expect(words(late.html)).toContain('太晚了，最晚 2027年1月25日')
    expect(await listReferrals(desk.db, report.id)).toEqual([])
  })

  it.each([
    ['conduct', { kind: 'conduct' as const }],
    ['the afraid', { afraid: true }],
    ['who is in danger as the team learned', { risk: 'high' as const }],
  ])('stops at the wall for %s, and says so', async (_, about) => {
    const { desk, report } = await open(about)
    const { status, html } = await refer(desk, report, { handlingUnit: 'village' })
    expect(status).toBe(422)
    expect(words(html)).toContain('不能转给青塘村村民委员会：反映的就是它，或反映人怕被知道。')
    expect(words(html)).toContain('确需转的，由岚川市委巡察办主任批准并写理由。')
    expect((await desk.now(report)).pendingMove).toBeNull()
  })

  it('replaces an earlier draft, with its key and its words', async () => {
    const { desk, report } = await open()
    await refer(desk, report)
    let now = await desk.now(report)
    await desk.chen.post(paths.decide(desk.ids.teamId, report.id), {
      steps: String(now.steps),
      decision: 'withdraw',
    })
    now = await desk.now(report)
    await refer(desk, now)
    expect(await listReferrals(desk.db, report.id)).toHaveLength(1)
  })
})

describe('approving it', () => {
  it('needs all four ticks, and names the one that is missing', async () => {
    const { desk, report } = await open()
    await refer(desk, report)
    const now = await desk.now(report)
    const { status, html } = await decide(desk, now, { decision: 'approve', ...ticks, tickGuess: '' })
    expect(status).toBe(422)
    expect(words(html)).toContain('请看过再打勾。')
    expect((await desk.now(report)).state).toBe('verifying')
    expect((await decide(desk, now, { decision: 'approve', ...ticks })).status).toBe(303)
    expect((await desk.now(report)).state).toBe('referred')
  })

  it('is not done on the page of other proposals, where the two texts do not stand side by side', async () => {
    const { desk, report } = await open()
    await refer(desk, report)
    const { steps } = await desk.now(report)
    const address = paths.decide(desk.ids.teamId, report.id)
    const { to } = await desk.li.post(address, { steps: String(steps), decision: 'approve' })
    expect(to).toBe(paths.approveReferral(desk.ids.teamId, report.id))
    expect((await desk.now(report)).state).toBe('verifying')
  })

  it('is for another person than the drafter, and one who is a leader', async () => {
    const { desk, report } = await open()
    await refer(desk, report)
    const { steps } = await desk.now(report)
    const address = paths.approveReferral(desk.ids.teamId, report.id)
    const yes = { steps: String(steps), decision: 'approve', ...ticks }
    expect((await desk.chen.post(address, yes)).status).toBe(409)
    expect((await desk.wu.post(address, yes)).status).toBe(409)
    expect((await desk.now(report)).state).toBe('verifying')
  })

  it('keeps the reason of a no that the resident has overtaken, in a form that sends it', async () => {
    const { desk, report } = await open()
    await refer(desk, report)
    const now = await desk.now(report)
    await supplement(desk.db, now, { id: anything(16), envelope: random(1054) }, desk.moment())
    const no = { decision: 'refuse', refuseWhy: anything(1054), refuseWhyId: anything(16) }
    const late = await decide(desk, now, no)
    expect(late.status).toBe(409)
    expect(late.html).toContain(`name="refuseWhy" value="${no.refuseWhy}"`)
    expect(late.html).toContain(`name="refuseWhyId" value="${no.refuseWhyId}"`)
    const again = await desk.li.post(paths.decide(desk.ids.teamId, report.id), {
      steps: String((await desk.now(report)).steps),
      ...no,
    })
    expect(again.to).toContain('said=refused')
  })

  it.each([
    ['the afraid', { afraid: true }],
    ['who is in danger', { risk: 'high' as const }],
  ])('stops for %s at a wall that has risen since: the unit belongs to the village now', async (_, about) => {
    const { desk, report } = await open(about)
    await refer(desk, report)
    const before = await desk.li.get(paths.approveReferral(desk.ids.teamId, report.id))
    await desk.db
      .update(handlingUnits)
      .set({ belongsTo: desk.ids.unitId })
      .where(eq(handlingUnits.id, 'bureau'))
    const now = await desk.now(report)
    const { status, html } = await decide(desk, now, {
      ...{ decision: 'approve', mark: markIn(before.html) },
      ...ticks,
    })
    expect(status).toBe(422)
    expect(words(html)).toContain('不能转给岚川市农业农村局')
    expect((await desk.now(report)).state).toBe('verifying')
  })

  it('sent twice at once is done once; the slower one sees the report as it is', async () => {
    const { desk, report } = await open()
    await refer(desk, report)
    const now = await desk.now(report)
    const both = await Promise.all([1, 2].map(() => decide(desk, now, { decision: 'approve', ...ticks })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await listReferrals(desk.db, report.id))[0]).toMatchObject({ state: 'approved', steps: 1 })
  })

  it('keeps the choice of what the letter says the matter comes from', async () => {
    const { desk, report } = await open()
    await refer(desk, report)
    await decide(desk, await desk.now(report), { decision: 'approve', ...ticks, source: 'residents' })
    expect((await listReferrals(desk.db, report.id))[0]).toMatchObject({ source: 'residents' })
  })
})

describe('the letter as it is printed', () => {
  const renamed = async ({ db }: TeamDesk) => {
    await db.update(units).set({ name: '新青塘村' })
    await db.update(teams).set({ phone: '0700-5559999' })
    await db.update(people).set({ name: '陈新' }).where(eq(people.id, 'chen'))
    await db.update(handlingUnits).set({ name: '岚川市水务局' })
  }

  it('is the one on the page that was sent: another is shown first, and not approved', async () => {
    const { desk, report } = await open()
    await refer(desk, report)
    const now = await desk.now(report)
    const address = paths.approveReferral(desk.ids.teamId, report.id)
    const mark = markIn((await desk.li.get(address)).html)
    await renamed(desk)
    const yes = { steps: String(now.steps), mark, decision: 'approve', ...ticks }
    const { status, html } = await desk.li.post(address, yes)
    expect(status).toBe(409)
    expect(words(html)).toContain('新青塘村')
    expect((await desk.now(report)).state).toBe('verifying')
    expect((await decide(desk, now, { decision: 'approve', ...ticks })).status).toBe(303)
  })

  it('stays word for word as it was approved and signed, whatever is called otherwise since', async () => {
    const { desk, report } = await open()
    await refer(desk, report)
    await decide(desk, await desk.now(report), { decision: 'approve', ...ticks })
    const id = (await listReferrals(desk.db, report.id))[0]?.id ?? ''
    const paper = async () => {
      const { html } = await desk.li.get(paths.teamLetter(desk.ids.teamId, id))
      return html.slice(html.indexOf('class="paper"'), html.lastIndexOf('</section>'))
    }
    const approved = await paper()
    expect(words(approved)).toMatch(/青塘村.*联系人：陈静/)
    await renamed(desk)
    expect(await paper()).toBe(approved)
    await seatSigner(desk.db, 'zhou')
    expect((await signLetter(desk.db, '岚巡办函', id, hand)).outcome).toBe('signed')
    const signed = await paper()
    expect(words(signed)).toMatch(/副本 岚巡办函〔2026〕1号.*联系人：陈静.*2026年11月24日/)
    await desk.db.update(units).set({ name: '更新青塘村' })
    expect(await paper()).toBe(signed)
  })
})

describe('from then on', () => {
  async function referred() {
    const { desk, report } = await open()
    await refer(desk, report)
    await decide(desk, await desk.now(report), { decision: 'approve', ...ticks })
    return { desk, report: await desk.now(report) }
  }

  it('the queue and the report say by when the unit owes its reply, and when it is late', async () => {
    const { desk, report } = await referred()
    expect(words((await desk.chen.get(desk.desk)).html)).toContain('回函')
    desk.clock.set('2026-12-14T09:00:00+08:00')
    expect(words((await desk.chen.get(desk.desk)).html)).toContain('超 2 天')
    const page = words((await desk.chen.get(paths.report(desk.ids.teamId, report.id))).html)
    expect(page).toMatch(/岚川市农业农村局 .*前回函 超期/)
  })

  it('no reply and no extension before the letter has its number; only a return', async () => {
    const { desk, report } = await referred()
    const fields = { steps: String(report.steps), receivedOn: '2026-11-24' }
    const reply = { reply: anything(30 + 1024), replyId: anything(16) }
    const address = (move: string) => paths.move(desk.ids.teamId, report.id, move)
    const answered = await desk.chen.post(address('unitReply'), { ...fields, ...reply, outcome: 'accepted' })
    expect(answered.status).toBe(422)
    const asked = { why: anything(30 + 1024), whyId: anything(16), askedOn: '2026-11-24', due: '2026-12-20' }
    expect((await desk.chen.post(address('extend'), { ...fields, ...asked })).status).toBe(422)
    expect((await desk.chen.post(address('return'), { ...fields, ...reply })).status).toBe(303)
    expect((await desk.now(report)).state).toBe('verifying')
  })

  it('nobody of another team sees the letter, and it is not concluded while the unit owes its reply', async () => {
    const { desk, report } = await referred()
    const [letter] = await listReferrals(desk.db, report.id)
    expect((await desk.chen.get(paths.teamLetter(desk.ids.teamId, letter?.id ?? ''))).status).toBe(200)
    expect((await desk.chen.get(paths.teamLetter(desk.ids.teamId, 'another'))).status).toBe(404)
    const page = words((await desk.chen.get(paths.report(desk.ids.teamId, report.id))).html)
    expect(page).toContain('先登记回函或退回')
  })
})
