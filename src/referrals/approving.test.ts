import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { seatSigner } from '../../test/cast/bare-office.ts'
import { digestIn } from '../../test/cast/digest.ts'
import { anything, decide, hand, openToRefer, refer, ticks } from '../../test/referral.ts'
import type { TeamDesk } from '../../test/team-desk.ts'
import { wordsApart } from '../../test/words.ts'
import { paths } from '../paths.ts'
import { supplement } from '../reports/supplementing.ts'
import { teams, units } from '../rounds/tables.ts'
import { random } from '../sealing/bytes.ts'
import { grants, people } from '../staff/tables.ts'
import { signLetter } from './signing.ts'
import { listReferrals } from './store.ts'
import { handlingUnits } from './tables.ts'

describe('approving it', () => {
  it('needs all four ticks, and names the one that is missing', async () => {
    const { desk, report } = await openToRefer()
    await refer(desk, report)
    const now = await desk.now(report)
    const { status, html } = await decide(desk, now, { decision: 'approve', ...ticks, tickGuess: '' })
    expect(status).toBe(422)
    expect(wordsApart(html)).toContain('请看过再打勾。')
    expect(html).toContain('<a href="#tickGuess">看了摘要，猜不出是谁讲的</a>')
    expect((await desk.now(report)).state).toBe('verifying')
    expect((await decide(desk, now, { decision: 'approve', ...ticks })).status).toBe(303)
    expect((await desk.now(report)).state).toBe('referred')
  })

  it('is not done on the page of other proposals, where the two texts do not stand side by side', async () => {
    const { desk, report } = await openToRefer()
    await refer(desk, report)
    const { steps } = await desk.now(report)
    const address = paths.decide(desk.ids.teamId, report.id)
    const { to } = await desk.li.post(address, { steps: String(steps), decision: 'approve' })
    expect(to).toBe(paths.approveReferral(desk.ids.teamId, report.id))
    expect((await desk.now(report)).state).toBe('verifying')
  })

  it('is for another person than the drafter, and one who is a leader', async () => {
    const { desk, report } = await openToRefer()
    await refer(desk, report)
    const { steps } = await desk.now(report)
    const address = paths.approveReferral(desk.ids.teamId, report.id)
    const yes = { steps: String(steps), decision: 'approve', ...ticks }
    expect((await desk.chen.post(address, yes)).status).toBe(409)
    expect((await desk.wu.post(address, yes)).status).toBe(409)
    expect((await desk.now(report)).state).toBe('verifying')
  })

  it('keeps the reason of a no that the resident has overtaken, in a form that sends it', async () => {
    const { desk, report } = await openToRefer()
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
    const { desk, report } = await openToRefer(about)
    await refer(desk, report)
    const before = await desk.li.get(paths.approveReferral(desk.ids.teamId, report.id))
    await desk.db
      .update(handlingUnits)
      .set({ belongsTo: desk.ids.unitId })
      .where(eq(handlingUnits.id, 'bureau'))
    const now = await desk.now(report)
    const { status, html } = await decide(desk, now, {
      decision: 'approve',
      digest: digestIn(before.html),
      ...ticks,
    })
    expect(status).toBe(422)
    expect(wordsApart(html)).toContain('不能转给岚川市农业农村局')
    expect((await desk.now(report)).state).toBe('verifying')
  })

  it('sent twice at once is done once; the slower one sees the report as it is', async () => {
    const { desk, report } = await openToRefer()
    await refer(desk, report)
    const now = await desk.now(report)
    const both = await Promise.all([1, 2].map(() => decide(desk, now, { decision: 'approve', ...ticks })))
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect((await listReferrals(desk.db, report.id))[0]).toMatchObject({ state: 'approved', steps: 1 })
  })

  it('keeps the choice of what the letter says the matter comes from', async () => {
    const { desk, report } = await openToRefer()
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
    const { desk, report } = await openToRefer()
    await refer(desk, report)
    const now = await desk.now(report)
    const address = paths.approveReferral(desk.ids.teamId, report.id)
    const digest = digestIn((await desk.li.get(address)).html)
    await renamed(desk)
    const yes = { steps: String(now.steps), digest, decision: 'approve', ...ticks }
    const { status, html } = await desk.li.post(address, yes)
    expect(status).toBe(409)
    expect(wordsApart(html)).toContain('新青塘村')
    expect((await desk.now(report)).state).toBe('verifying')
    expect((await decide(desk, now, { decision: 'approve', ...ticks })).status).toBe(303)
  })

  it('stays word for word as it was approved and signed, whatever is called otherwise since', async () => {
    const { desk, report } = await openToRefer()
    await refer(desk, report)
    await decide(desk, await desk.now(report), { decision: 'approve', ...ticks })
    const id = (await listReferrals(desk.db, report.id))[0]?.id ?? ''
    const paper = async () => {
      const { html } = await desk.li.get(paths.teamLetter(desk.ids.teamId, id))
      return html.slice(html.indexOf('class="paper"'), html.lastIndexOf('</section>'))
    }
    const approved = await paper()
    expect(wordsApart(approved)).toMatch(/青塘村.*联系人：陈静/)
    await renamed(desk)
    expect(await paper()).toBe(approved)
    await seatSigner(desk.db, 'zhou')
    expect((await signLetter(desk.db, '岚巡办函', id, hand)).outcome).toBe('signed')
    const signed = await paper()
    expect(wordsApart(signed)).toMatch(/副本 岚巡办函〔2026〕1号.*联系人：陈静.*2026年11月24日/)
    await desk.db.update(units).set({ name: '更新青塘村' })
    expect(await paper()).toBe(signed)
  })
})

describe('approving a letter', () => {
  it('is not for a leader without the key it is sealed to: the page says who has it, and stays as it is', async () => {
    const { desk, report } = await openToRefer()
    await refer(desk, report)
    const theirs = and(eq(grants.kind, 'key'), eq(grants.personId, 'li'))
    const [held] = await desk.db.select().from(grants).where(theirs)
    await desk.db.delete(grants).where(theirs)
    const before = await desk.now(report)
    const address = paths.approveReferral(desk.ids.teamId, report.id)
    const page = await desk.li.get(address)
    expect(wordsApart(page.html)).toMatch(/还没有拿到本组钥匙，内容打不开。请.*陈静.*交钥匙。/)
    expect(page.html).not.toContain('value="approve"')
    const yes = { steps: String(before.steps), digest: digestIn(page.html), decision: 'approve', ...ticks }
    const refused = await desk.li.post(address, yes)
    expect([refused.status, wordsApart(refused.html)]).toEqual([
      403,
      expect.stringContaining('请一位同事先把本组钥匙交给您'),
    ])
    expect(await desk.now(report)).toEqual(before)
    // An address that only ends like the one where a lock is put back opens no other door.
    const behind = `${paths.report(desk.ids.teamId, report.id)}/notes/earlier-lock`
    expect((await desk.li.post(behind, {})).status).toBe(403)

    await desk.db.insert(grants).values(held!)
    expect((await decide(desk, before, { decision: 'approve', ...ticks })).status).toBe(303)
  })
})
