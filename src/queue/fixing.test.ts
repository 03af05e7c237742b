import { describe, expect, it, test } from 'vitest'
import { digestIn } from '../../test/cast/digest.ts'
import {
  at,
  atTeamDesk,
  desk,
  moveAt,
  sealed,
  stepsOf,
  typedIn,
  verified,
  verifying,
  words,
} from '../../test/team-moves.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { letTimePass } from '../reports/daily.ts'
import type { Report } from '../reports/tables.ts'
import { rounds, teams, units } from '../rounds/tables.ts'
import { sealFeedback, sealOrder, sealReason } from './writing.client.ts'

atTeamDesk()

describe('an on-the-spot fix', () => {
  const approve = async (report: Report) => {
    const { steps, pendingMove } = await desk.now(report)
    const ticks = { tickWords: 'yes', tickGuess: 'yes', tickDemands: 'yes' }
    const way = pendingMove === 'fix' ? paths.approveFix : paths.decide
    const address = way(desk.ids.teamId, report.id)
    const digest = digestIn((await desk.li.get(address)).html)
    return desk.li.post(address, { steps: String(steps), digest, decision: 'approve', ...ticks })
  }
  const ordering = async (report: Report, due = '2026-12-01'): Promise<Record<string, string>> => {
    const order = { matter: '疏通水渠', responsible: '青塘村', signer: '村主任' }
    const written = sealed('order', await sealOrder(await desk.open(report), order))
    return { steps: String(report.steps), due, ...written }
  }
  const propose = async (report: Report, due?: string) =>
    desk.wu.post(moveAt(report, 'fix'), await ordering(report, due))

  async function fixing(said = {}) {
    const report = await verified(said)
    expect((await propose(report)).to).toContain('said=proposed')
    expect((await approve(report)).status).toBe(303)
    return desk.now(report)
  }
  const feedback = async (report: Report, receivedOn = '2026-11-24') => {
    const said = { done: '已疏通。', proof: '前后照片各一张。', person: '村主任' }
    const written = sealed('feedback', await sealFeedback(await desk.open(report), said))
    const form = { steps: String(report.steps), receivedOn, ...written }
    return desk.chen.post(moveAt(report, 'feedback'), form)
  }
  const answered = async () => {
    const report = await fixing()
    await feedback(report)
    return desk.now(report)
  }
  const look = (report: Report, changed = {}) => {
    const form = { steps: String(report.steps), looked: 'look', by: 'chen', on: '2026-11-24', ...changed }
    return desk.chen.post(moveAt(report, 'fixed'), form)
  }
  const solved = (report: Report) =>
    desk.wu.post(moveAt(report, 'conclude'), {
      steps: String(report.steps),
      conclusion: 'substantiated',
      resultType: 'solved',
    })

  it('is ordered by the leader, who reads the order sealed, and has a day the resident reads', async () => {
    const report = await verified()
    const form = await ordering(report)
    await desk.wu.post(moveAt(report, 'fix'), form)
    const { html } = await desk.li.get(at(report))
    expect(words(html)).toContain('吴桐 报：立行立改')
    expect(words(html)).toContain('预计 12月1日（星期二）前办好。')
    expect(html).toContain(`data-part-id="${form.orderId}"`)
    expect(html).not.toContain('疏通水渠')
    await approve(report)
    expect(await desk.now(report)).toMatchObject({
      state: 'fixing',
      due: '2026-12-01',
      promise: '2026-12-01',
    })
  })

  it('has at most seven working days', async () => {
    const late = await propose(await verified(), '2026-12-04')
    expect(late.status).toBe(422)
    expect(words(late.html)).toContain('太晚了，最晚 12月3日（星期四）。')
  })

  it('never after the team has left the field', async () => {
    await desk.db.update(rounds).set({ fieldEndsOn: '2026-11-27' })
    const late = await propose(await verified(), '2026-11-28')
    expect(words(late.html)).toContain('太晚了，最晚 11月27日（星期五）。')
  })

  test.each([{ kind: 'conduct' }, { afraid: true }, { risk: 'high' }])(
    'is refused of %o: the order would tell',
    async ({ risk, ...said }: { kind?: string; afraid?: boolean; risk?: string }) => {
      const report = await verifying(said, {}, risk ? { risk } : {})
      const answer = await propose(report)
      expect(answer.status).toBe(422)
      expect(words(answer.html)).toContain('不能要求青塘村立行立改：反映的就是它，或反映人怕被知道。')
      expect((await desk.now(report)).pendingMove).toBeNull()
    },
  )

  it('sent back comes with what was written, still sealed', async () => {
    const report = await verified()
    const form = await ordering(report)
    await desk.wu.post(moveAt(report, 'fix'), form)
    const { steps } = await desk.now(report)
    const why = sealed('refuseWhy', await sealReason(await desk.open(report), '期限短些'))
    const answer = { steps: String(steps), decision: 'refuse', ...why }
    await desk.li.post(paths.decide(desk.ids.teamId, report.id), answer)
    const { html } = await desk.wu.get(moveAt(report, 'fix'))
    expect(typedIn(html, 'order')).toBe(form.order)
    expect(typedIn(html, 'due')).toBe('2026-12-01')
  })

  it('stays ordered, and late is said to be late, until what came back on it is recorded', async () => {
    const report = await fixing()
    expect((await look(report)).status).toBe(409)
    expect((await solved(report)).status).toBe(409)
    expect(words((await desk.chen.get(at(report))).html)).toContain('确认办好 先登记整改反馈')
    desk.clock.set('2026-12-03T09:00:00+08:00')
    expect(words((await desk.chen.get(desk.desk)).html)).toContain('超 2 天')
    expect(words((await feedback(report, '2026-11-23')).html)).toContain('要在发函以后、今天以前。')
    expect((await feedback(report, '2026-12-02')).to).toContain('said=fedBack')
    expect(await desk.now(report)).toMatchObject({ state: 'fixing', dueKind: 'answer' })
    const { html } = await desk.li.get(at(report))
    expect(words(html)).toContain('收到日期 12月2日')
    expect(html).toContain('data-open="feedback"')
    expect(html).not.toContain('前后照片各一张')
    expect((await feedback(await desk.now(report))).status).toBe(409)
  })

  it('ordered before eight in the morning was ordered that day: nothing comes back on it the day before', async () => {
    const report = await verified()
    await propose(report)
    desk.clock.set('2026-11-25T07:30:00+08:00')
    expect((await approve(report)).status).toBe(303)
    const early = await feedback(await desk.now(report), '2026-11-24')
    expect(early.status).toBe(422)
    expect(words(early.html)).toContain('要在发函以后、今天以前。')
    expect((await feedback(await desk.now(report), '2026-11-25')).to).toContain('said=fedBack')
  })

  it('numbers its notices one after the other, and keeps them as they were approved', async () => {
    const notice = async (report: Report) =>
      (await desk.li.get(paths.fixNotice(desk.ids.teamId, report.id))).html
    const print = async (report: Report) => {
      const steps = typedIn(await notice(report), 'steps') ?? ''
      return desk.li.post(paths.fixNotice(desk.ids.teamId, report.id), { steps })
    }
    const paperOf = (html: string) => html.slice(html.indexOf('class="paper"')).split('id="sealed-report"')[0]
    const [one, two] = [await fixing(), await fixing()]
    expect(words(await notice(one))).toContain('立改〔2026〕1号')
    expect(words(await notice(two))).toContain('立改〔2026〕2号')
    const before = paperOf(await notice(one)) ?? ''
    await desk.db.update(units).set({ name: '新青塘村' })
    await desk.db.update(teams).set({ name: '第九巡察组' })
    expect(paperOf(await notice(one))).toBe(before)
    await print(one)
    const again = paperOf(await notice(one)) ?? ''
    expect(again).not.toBe(before)
    expect(again.replace('<span>副本</span>', '')).toBe(before)
  })

  it('has one original: who asks on the same page again gets a copy, and once the order is over so does everybody', async () => {
    const report = await fixing()
    const address = paths.fixNotice(desk.ids.teamId, report.id)
    const steps = async () => typedIn((await desk.chen.get(address)).html, 'steps') ?? ''
    const prints = async () => (await listSteps(desk.db, `fix:${report.id}`)).map(({ who }) => who)
    const seen = await steps()
    expect((await desk.wu.post(address, {})).status).toBe(409)
    expect(await prints()).toEqual([])
    const both = await Promise.all([desk.chen, desk.wu].map((who) => who.post(address, { steps: seen })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.map(({ status, html }) => [status, html.includes('<span>副本</span>')]).sort()).toEqual([
      [200, false],
      [409, true],
    ])
    expect((await desk.wu.post(address, { steps: seen })).html).toContain('<span>副本</span>')
    expect(await prints()).toHaveLength(1)

    // The printer jammed.
    const again = await desk.li.post(address, { steps: await steps() })
    expect([again.status, again.html.includes('<span>副本</span>')]).toEqual([200, false])
    expect(await prints()).toHaveLength(2)

    const late = await steps()
    const why = sealed('notFixedWhy', await sealReason(await desk.open(report), '没人来'))
    await desk.chen.post(moveAt(report, 'notFixed'), { steps: String(report.steps), ...why })
    const over = await desk.wu.get(address)
    expect(over.html).toContain('<span>副本</span>')
    expect(over.html).not.toContain('重打正本')
    const counted = String((await desk.now(report)).steps + 2)
    for (const steps of [late, counted]) {
      const refused = await desk.wu.post(address, { steps })
      expect([refused.status, refused.html.includes('<span>副本</span>')]).toEqual([409, true])
    }
    expect(await prints()).toHaveLength(2)
  })

  it('is not approved when its notice would read otherwise than on the page that was sent', async () => {
    const report = await verified()
    await propose(report)
    const { steps } = await desk.now(report)
    const address = paths.approveFix(desk.ids.teamId, report.id)
    const digest = digestIn((await desk.li.get(address)).html)
    await desk.db.update(units).set({ name: '新青塘村' })
    const ticks = { tickWords: 'yes', tickGuess: 'yes', tickDemands: 'yes' }
    const late = await desk.li.post(address, { steps: String(steps), digest, decision: 'approve', ...ticks })
    expect(late.status).toBe(409)
    expect(words(late.html)).toContain('新青塘村党组织：')
    expect((await desk.now(report)).state).toBe('verifying')
  })

  it('is late a day after its due date: by how much and whom to press, in the queue and on its page', async () => {
    const report = await fixing()
    desk.clock.set('2026-12-01T09:00:00+08:00')
    await letTimePass(desk.db, desk.moment())
    expect(words((await desk.wu.get(at(report))).html)).not.toContain('立行立改超期')
    desk.clock.set('2026-12-03T09:00:00+08:00')
    await letTimePass(desk.db, desk.moment())
    const queue = words((await desk.wu.get(`${desk.desk}?show=overdue`)).html)
    expect(queue).toContain('超 2 天 整改 催青塘村')
    const page = words((await desk.wu.get(at(report))).html)
    expect(page).toContain('整改 12月1日（星期二） · 超 2 天')
    expect(page).toMatch(/立行立改超期：先催青塘村。.+可以发督办函。办不好的，登记“没办好”。/)
    await feedback(await desk.now(report))
    expect(words((await desk.wu.get(at(report))).html)).not.toContain('立行立改超期')
  })

  it('is solved only once somebody of the team has looked', async () => {
    const report = await answered()
    const early = await solved(report)
    expect(early.status).toBe(422)
    expect(words(early.html)).toContain('先确认办好，才能答复“解决”。')
    expect((await look(report, { on: '2026-11-25' })).status).toBe(422)
    expect((await look(report)).to).toContain('said=fixed')
    expect(words((await desk.li.get(at(report))).html)).toContain('到现场看过；陈静；哪天 11月24日')
    expect((await solved(await desk.now(report))).to).toContain('said=proposed')
    await approve(report)
    expect(await desk.now(report)).toMatchObject({ state: 'concluded', resultType: 'solved' })
  })

  it('not done goes back to be verified, and the resident reads both days', async () => {
    const report = await fixing()
    expect(words((await desk.li.get(at(report))).html)).toContain('答复还是 12月15日（星期二）前给您。')
    const why = sealed('notFixedWhy', await sealReason(await desk.open(report), '没人来'))
    const form = { steps: String(report.steps), ...why }
    expect((await desk.chen.post(moveAt(report, 'notFixed'), { steps: form.steps })).status).toBe(422)
    expect((await desk.chen.post(moveAt(report, 'notFixed'), form)).to).toContain('said=notFixed')
    expect(await desk.now(report)).toMatchObject({ state: 'verifying', promise: '2026-12-15' })
    expect(words((await desk.li.get(at(report))).html)).toContain(
      '还没办好，还在办。先前说 12月1日（星期二），现在 12月15日（星期二）前给您答复。',
    )
  })

  it('is looked at by two at once: one is written, the other reads who was faster', async () => {
    const report = await answered()
    const both = await Promise.all([look(report), look(report, { looked: 'call' })])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(words(both.find(({ status }) => status === 409)?.html ?? '')).toContain('陈静')
    expect((await stepsOf(report)).filter((step) => step.endsWith(' fixed'))).toHaveLength(1)
  })
})
