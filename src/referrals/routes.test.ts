import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { seatSigner } from '../../test/cast/bare-office.ts'
import { anything, decide, openToRefer, refer, ticks } from '../../test/referral.ts'
import { wordsApart } from '../../test/words.ts'
import { createApp } from '../app.tsx'
import { insertRows } from '../db/insert-rows.ts'
import { paths } from '../paths.ts'
import { startSession } from '../staff/session.ts'
import { listReferrals } from './store.ts'
import { referrals } from './tables.ts'

describe('the letters of the office', () => {
  it('show what must be signed, however many others are out', async () => {
    const { desk, report } = await openToRefer()
    await seatSigner(desk.db, 'zhou')
    const letter = (id: string, state: 'issued' | 'approved', due: string) => ({
      id,
      state,
      due,
      reportId: report.id,
      teamId: desk.ids.teamId,
      epoch: 1,
      handlingUnitId: 'bureau',
      addressee: '农业农村局',
      draftedBy: 'chen',
      draftedAt: 'x',
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

describe('drafting a referral', () => {
  it('says what is missing, keeps what was typed, and stores nothing', async () => {
    const { desk, report } = await openToRefer()
    const { status, html } = await refer(desk, report, { handlingUnit: '', due: '2026-11-24', letter: '' })
    expect(status).toBe(422)
    expect(wordsApart(html)).toContain('请选承办单位。')
    const again = await refer(desk, report, { due: '2026-11-24', letter: '' })
    expect(wordsApart(again.html)).toContain('要在今天以后。')
    expect(wordsApart(again.html)).toContain('请写主要情况。')
    const late = await refer(desk, report, { due: '2027-06-01' })
    expect(wordsApart(late.html)).toContain('太晚了，最晚 2027年1月25日')
    expect(await listReferrals(desk.db, report.id)).toEqual([])
  })

  it.each([
    ['conduct', { kind: 'conduct' as const }],
    ['the afraid', { afraid: true }],
    ['who is in danger as the team learned', { risk: 'high' as const }],
  ])('stops at the wall for %s, and says so', async (_, about) => {
    const { desk, report } = await openToRefer(about)
    const { status, html } = await refer(desk, report, { handlingUnit: 'village' })
    expect(status).toBe(422)
    expect(wordsApart(html)).toContain('不能转给青塘村村民委员会：反映的就是它，或反映人怕被知道。')
    expect(wordsApart(html)).toContain('确需转的，由岚川市委巡察办主任批准并写理由。')
    expect((await desk.now(report)).pendingMove).toBeNull()
  })

  it('replaces an earlier draft, with its key and its words', async () => {
    const { desk, report } = await openToRefer()
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

describe('from then on', () => {
  async function referred(due?: string) {
    const { desk, report } = await openToRefer()
    await refer(desk, report, due ? { due } : {})
    await decide(desk, await desk.now(report), { decision: 'approve', ...ticks })
    return { desk, report: await desk.now(report) }
  }

  it('the queue and the report say by when the unit owes its reply, and when it is late', async () => {
    const { desk, report } = await referred()
    expect(wordsApart((await desk.chen.get(desk.desk)).html)).toContain('回函')
    desk.clock.set('2026-12-14T09:00:00+08:00')
    expect(wordsApart((await desk.chen.get(desk.desk)).html)).toContain('超 2 天')
    const page = wordsApart((await desk.chen.get(paths.report(desk.ids.teamId, report.id))).html)
    expect(page).toMatch(/岚川市农业农村局 .*前回函 超期/)
  })

  it('no reply and no extension before the letter has its number; only a return', async () => {
    const { desk, report } = await referred()
    const fields = { steps: String(report.steps), receivedOn: '2026-11-24' }
    const reply = { reply: anything(30 + 1024), replyId: anything(16) }
    const address = (move: string) => paths.move(desk.ids.teamId, report.id, move)
    const answered = await desk.chen.post(address('unitReply'), { ...fields, ...reply, outcome: 'accepted' })
    expect(answered.status).toBe(409)
    const asked = { why: anything(30 + 1024), whyId: anything(16), askedOn: '2026-11-24', due: '2026-12-20' }
    expect((await desk.chen.post(address('extend'), { ...fields, ...asked })).status).toBe(409)
    const page = await desk.chen.get(paths.report(desk.ids.teamId, report.id))
    expect(wordsApart(page.html)).toMatch(/登记回函 函还没有编号发出。/)
    const offered = (move: string) => page.html.includes(`href="${address(move)}"`)
    expect(['unitReply', 'extend', 'return'].map(offered)).toEqual([false, false, true])
    expect((await desk.chen.post(address('return'), { ...fields, ...reply })).status).toBe(303)
    expect((await desk.now(report)).state).toBe('verifying')
  })

  it('a unit that gives it back says whose it is, and who takes it back themselves does not', async () => {
    const { desk, report } = await referred()
    const asked = async (state: 'approved' | 'issued' | 'delivered') => {
      const letter = { state, number: state === 'approved' ? null : 1, signedOn: '2026-11-24' }
      await desk.db.update(referrals).set(letter).where(eq(referrals.reportId, report.id))
      const { html } = await desk.chen.get(paths.move(desk.ids.teamId, report.id, 'return'))
      const required =
        /<div([^>]*)><p class="field"><label for="competent">[^<]*<\/label><input[^>]* required=""/
      return required.exec(html)?.[1]
    }
    expect([await asked('approved'), await asked('issued'), await asked('delivered')]).toEqual([
      undefined,
      ' data-when="back=unit"',
      '',
    ])
  })

  it('more time only when the unit asked before its day, and thirty days of it at most', async () => {
    const { desk, report } = await referred('2026-12-09')
    const issued = { state: 'issued', number: 1, signedOn: '2026-11-24' } as const
    await desk.db.update(referrals).set(issued).where(eq(referrals.reportId, report.id))
    const ask = (askedOn: string, due: string) =>
      desk.chen.post(paths.move(desk.ids.teamId, report.id, 'extend'), {
        ...{ askedOn, due, steps: String(report.steps) },
        ...{ why: anything(30 + 1024), whyId: anything(16) },
      })
    desk.clock.set('2026-12-11T09:00:00+08:00')
    const refused = async (asked: ReturnType<typeof ask>) => {
      const { status, html } = await asked
      expect(status).toBe(422)
      return wordsApart(html)
    }
    expect(await refused(ask('2026-12-10', '2026-12-20'))).toContain('已过期限，不能再延期。')
    expect(await refused(ask('2026-12-09', '2027-01-09'))).toContain('太晚了，最晚 2027年1月8日（星期五）。')
    expect((await ask('2026-12-09', '2027-01-08')).status).toBe(303)
  })

  it('no second extension, though the words of one that was being written are kept', async () => {
    const { desk, report } = await referred()
    await desk.db
      .update(referrals)
      .set({ state: 'issued', number: 1, signedOn: '2026-11-24' })
      .where(eq(referrals.reportId, report.id))
    const address = paths.move(desk.ids.teamId, report.id, 'extend')
    const extension = { askedOn: '2026-11-24', due: '2026-12-20', why: anything(30 + 1024) }
    const asked = (steps: number) => ({ ...extension, whyId: anything(16), steps: String(steps) })
    const form = wordsApart((await desk.chen.get(address)).html)
    expect(form).toContain('答应群众 12月15日（星期二）前答复。正好延到这一天，收到回函当天就要答复。')
    expect((await desk.chen.post(address, asked(report.steps))).status).toBe(303)
    const waits = String((await desk.now(report)).steps)
    const decided = { steps: waits, decision: 'approve' }
    expect((await desk.li.post(paths.decide(desk.ids.teamId, report.id), decided)).status).toBe(303)
    const page = await desk.chen.get(paths.report(desk.ids.teamId, report.id))
    expect(wordsApart(page.html)).toMatch(/登记延期 已经延过一次，不能再延。/)
    expect(page.html).not.toContain(`href="${address}"`)
    const late = await desk.chen.post(address, asked(report.steps))
    expect(late.status).toBe(409)
    expect(late.html).toContain(`name="why" value="${extension.why}"`)
    expect(late.html).toContain('value="2026-12-20"')
    const again = await desk.chen.post(address, asked((await desk.now(report)).steps))
    expect(again.status).toBe(409)
  })

  it('says by when a reply that was sent back must come again', async () => {
    const { desk, report } = await referred()
    await desk.db
      .update(referrals)
      .set({ state: 'issued', number: 1 })
      .where(eq(referrals.reportId, report.id))
    const sent = await desk.chen.post(paths.move(desk.ids.teamId, report.id, 'unitReply'), {
      steps: String(report.steps),
      receivedOn: '2026-11-24',
      outcome: 'redo',
      due: '2026-12-08',
      reply: anything(30 + 1024),
      replyId: anything(16),
    })
    expect(sent.status).toBe(303)
    const page = wordsApart((await desk.chen.get(sent.to ?? '')).html)
    expect(page).toContain('已退回重办，12月8日（星期二）前再报。请告诉承办单位。')
  })

  it('what came back to a letter stands in the order in which it came, numbered', async () => {
    const { desk, report } = await referred()
    await desk.db
      .update(referrals)
      .set({ state: 'issued', number: 1 })
      .where(eq(referrals.reportId, report.id))
    const ids = ['z', 'm', 'a'].map((first) => first.repeat(22))
    const page = async () =>
      (await desk.chen.get(paths.report(desk.ids.teamId, report.id))).html.replace(/\s+/g, ' ')
    for (const [n, replyId] of ids.entries()) {
      const sent = await desk.chen.post(paths.move(desk.ids.teamId, report.id, 'unitReply'), {
        steps: String((await desk.now(report)).steps),
        receivedOn: '2026-11-24',
        outcome: n < 2 ? 'redo' : 'accepted',
        due: '2026-12-08',
        reply: anything(30 + 1024),
        replyId,
      })
      expect(sent.status).toBe(303)
      if (n === 0) expect(await page()).not.toContain('第 1 次回来')
    }
    const html = await page()
    expect([...html.matchAll(/data-said="reply"[^>]*data-part-id="(\w)/g)].map(([, id]) => id)).toEqual([
      'z',
      'm',
      'a',
    ])
    expect(html.match(/第 \d 次回来/g)).toEqual(['第 1 次回来', '第 2 次回来', '第 3 次回来'])
    const told = wordsApart(html.slice(html.indexOf('第 1 次回来')))
    const came = [...told.matchAll(/次回来 收到日期 11月24日（星期二） · (退回重办|接受)/g)]
    expect(came.map(([, outcome]) => outcome)).toEqual(['退回重办', '退回重办', '接受'])
  })

  it('the reply after one that was sent back comes no earlier than that had come, whenever it was recorded', async () => {
    const { desk, report } = await referred()
    await desk.db
      .update(referrals)
      .set({ state: 'issued', number: 1, signedOn: '2026-11-24' })
      .where(eq(referrals.reportId, report.id))
    const record = async (receivedOn: string, outcome: string) =>
      desk.chen.post(paths.move(desk.ids.teamId, report.id, 'unitReply'), {
        ...{ steps: String((await desk.now(report)).steps), receivedOn, outcome, due: '2026-12-08' },
        ...{ reply: anything(30 + 1024), replyId: anything(16) },
      })
    desk.clock.set('2026-11-30T09:00:00+08:00')
    expect((await record('2026-11-27', 'redo')).status).toBe(303)
    const early = await record('2026-11-26', 'accepted')
    expect([early.status, early.html]).toEqual([
      ...[422, expect.stringContaining('要在退回重办的那份回函以后、今天以前。')],
    ])
    expect((await record('2026-11-28', 'accepted')).status).toBe(303)
  })

  it('nobody of another team sees the letter, and it is not concluded while the unit owes its reply', async () => {
    const { desk, report } = await referred()
    const [letter] = await listReferrals(desk.db, report.id)
    expect((await desk.chen.get(paths.teamLetter(desk.ids.teamId, letter?.id ?? ''))).status).toBe(200)
    expect((await desk.chen.get(paths.teamLetter(desk.ids.teamId, 'another'))).status).toBe(404)
    const page = wordsApart((await desk.chen.get(paths.report(desk.ids.teamId, report.id))).html)
    expect(page).toContain('先登记回函或退回')
  })
})
