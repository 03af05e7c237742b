import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { filed } from '../../test/filed.ts'
import { openTeamDesk, type TeamDesk } from '../../test/team-desk.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import type { Report } from '../reports/consequences.ts'
import { eraseContact } from '../reports/erasing.ts'
import { moveReport } from '../reports/moving.ts'
import { decideProposal, proposeMove } from '../reports/proposing.ts'
import { listEnvelopes, listMessages } from '../reports/store.ts'
import { supplement } from '../reports/talking.ts'
import { rounds, teams } from '../rounds/tables.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { grants } from '../staff/tables.ts'
import { stampOf } from './stamp.ts'
import {
  sealMessageToResident,
  sealNote,
  sealOrder,
  sealReason,
  sealResult,
  type Written,
} from './writing.client.ts'

let desk: TeamDesk
beforeEach(async () => {
  desk = await openTeamDesk('2026-11-24T09:00:00+08:00')
})

const at = (report: Report) => paths.report(desk.ids.teamId, report.id)
const moveAt = (report: Report, move: string) => paths.move(desk.ids.teamId, report.id, move)
const sealed = (name: string, { id, envelope }: Written) => ({
  [name]: base64url(envelope),
  [`${name}Id`]: id,
})
const stepsOf = async (report: Report) =>
  (await listSteps(desk.db, `report:${report.id}`)).map(({ move, who }) => `${who ?? '-'} ${move}`)
/** What a person reads, without the marks. */
const words = (html: string) =>
  html
    .replace(/<(script|style|head)\b.*?<\/\1>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')

/** Where a page of the queue asks what has come since it was made. */
const arrivedOn = (html: string) => /data-arrived="([^"]+)"/.exec(html)?.[1] ?? ''

/** What stands in a field of the page. */
const typedIn = (html: string, name: string) =>
  html.match(new RegExp(`<input(?=[^>]*name="${name}")[^>]*value="([^"]*)"`))?.[1]

const acceptance = (report: Report, changed: Record<string, string> = {}) => ({
  steps: String(report.steps),
  category: 'B3/B3',
  urgent: 'no',
  risk: 'low',
  owner: 'wu',
  due: '2026-11-27',
  ...changed,
})
const verification = (report: Report, changed: Record<string, string> = {}) => ({
  steps: String(report.steps),
  visits: 'yes',
  first: 'wu',
  second: 'chen',
  on: '2026-11-25',
  recusal: 'yes',
  ...changed,
})

async function accepted(said = {}, brought = {}): Promise<Report> {
  const report = await desk.write(said, brought)
  const { status } = await desk.li.post(moveAt(report, 'accept'), acceptance(report))
  expect(status).toBe(303)
  return desk.now(report)
}

async function verifying(said = {}, brought = {}): Promise<Report> {
  const report = await accepted(said, brought)
  const { status } = await desk.wu.post(moveAt(report, 'verify'), verification(report))
  expect(status).toBe(303)
  return desk.now(report)
}

async function verified(said = {}, brought = {}): Promise<Report> {
  const report = await verifying(said, brought)
  const found = { findings: '账对上了', evidence: '', asked: '8', confirmed: '6' }
  const result = sealed('result', await sealResult(await desk.open(report), found))
  const form = { steps: String(report.steps), conclusion: 'substantiated', ...result }
  expect((await desk.wu.post(moveAt(report, 'result'), form)).status).toBe(303)
  return desk.now(report)
}

describe('the queue', () => {
  it('shows what waits, the dangerous first, and its first sentence still sealed', async () => {
    await desk.write({}, { enquiryNumber: '482913' })
    await desk.write({ afraid: true, kind: 'conduct' }, { enquiryNumber: '117005' })
    const { status, html } = await desk.chen.get(desk.desk)
    expect(status).toBe(200)
    expect(words(html)).toContain('反映件 2')
    expect(html.indexOf('117 005')).toBeLessThan(html.indexOf('482 913'))
    expect(words(html)).toContain('怕被人知道')
    expect(words(html)).toContain('剩 1 天 受理')
    expect(html).not.toContain('种粮补贴')
    expect(html.match(/data-line="/g)).toHaveLength(2)
    expect(html.match(/data-click/g)).toHaveLength(1)
  })

  it('counts, and each count is a filter', async () => {
    const report = await accepted()
    await desk.write()
    const { html } = await desk.chen.get(desk.desk)
    expect(words(html)).toContain('待受理 1 今天到期 0 超期 0 待审批 0 等群众补充 0 群众新留言 0')
    const filtered = words((await desk.chen.get(`${desk.desk}?show=toAccept`)).html)
    expect(filtered).not.toContain(report.enquiryNumber.slice(3))
    const mine = (await desk.wu.get(`${desk.desk}?show=mine`)).html
    expect(mine).toContain(report.id)
    expect(words((await desk.chen.get(`${desk.desk}?show=overdue`)).html)).toContain('这个条件下没有。')
  })

  it('looks by unit, by category and at what is closed', async () => {
    const report = await desk.write()
    const byUnit = (await desk.chen.get(`${desk.desk}?by=unit`)).html
    expect(words(byUnit)).toContain('青塘村 1')
    expect((await desk.chen.get(`${desk.desk}?by=unit&only=${desk.ids.unitId}`)).html).toContain(report.id)
    expect(words((await desk.chen.get(`${desk.desk}?by=tile`)).html)).toContain('补贴没到手 1')
    expect(words((await desk.chen.get(`${desk.desk}?show=done`)).html)).toContain('这个条件下没有。')
  })

  it('turns pages of fifty and shows every row once', async () => {
    for (let n = 0; n < 60; n++) await filed(desk.db, desk.moment(), desk.ids)
    const first = await desk.chen.get(desk.desk)
    const next = first.html.match(/href="([^"]*after=[^"]*)"/)?.[1]?.replace(/&amp;/g, '&') ?? ''
    const second = await desk.chen.get(next)
    const rows = (html: string) => [...html.matchAll(/data-row="([^"]+)"/g)].map(([, id]) => id)
    expect(rows(first.html)).toHaveLength(50)
    expect(rows(second.html)).toHaveLength(10)
    expect(new Set([...rows(first.html), ...rows(second.html)]).size).toBe(60)
    expect(words(second.html)).toContain('回到第一页')
  })

  it('says while it is empty how many notices are out', async () => {
    expect(words((await desk.chen.get(desk.desk)).html)).toContain(
      '还没有反映件。公告已启用 0 张，收到 2027年1月5日',
    )
  })

  it('tells somebody without a key whom to ask, and carries no envelope', async () => {
    await desk.write()
    await desk.db.delete(grants).where(eq(grants.personId, 'wu'))
    const { html } = await desk.wu.get(desk.desk)
    expect(words(html)).toContain('还没有拿到本组钥匙，内容打不开。请陈静、黎工交钥匙。')
    expect(html).not.toContain('data-line')
  })

  it('says how many have come since a page was made, and no more', async () => {
    await desk.write()
    const asked = arrivedOn((await desk.chen.get(desk.desk)).html)
    desk.clock.set('2026-11-24T09:10:00+08:00')
    await desk.write()
    const { html } = await desk.chen.get(asked)
    expect(html).toContain('data-n="1"')
    expect(words(html)).toContain('新到 1 件 · 刷新')
    expect(html).not.toContain('data-row')
  })

  it('tells nobody when somebody filed: it counts from when a page of this team was made and from no other time', async () => {
    await desk.write()
    const made = arrivedOn((await desk.chen.get(desk.desk)).html)
    const at = '2026-11-24T00:59:59.999Z'
    const stamps = [at, `${at}.${'A'.repeat(43)}`, made.replace(/.*since=[^.]*\.\d{3}Z/, at), '']
    for (const since of stamps) {
      const address = `${paths.arrived(desk.ids.teamId)}?since=${encodeURIComponent(since)}`
      expect([since, (await desk.chen.get(address)).status]).toEqual([since, 404])
    }
    const foreign = await stampOf(desk.house.serverSecret, 'another', desk.clock.now())
    const address = `${paths.arrived(desk.ids.teamId)}?since=${encodeURIComponent(foreign)}`
    expect((await desk.chen.get(address)).status).toBe(404)
    expect((await desk.chen.get(made)).status).toBe(200)
  })

  it('speaks English', async () => {
    await desk.write()
    const { html } = await desk.chen.get(`${desk.desk}?lang=en`)
    expect(words(html)).toContain('1 working day left accept')
  })
})

describe('taking', () => {
  it('has one winner, and the loser reads who it was', async () => {
    const report = await desk.write()
    const address = paths.take(desk.ids.teamId, report.id)
    const both = await Promise.all([
      desk.chen.post(address, { from: 'queue' }),
      desk.wu.post(address, { from: 'queue', show: 'toAccept' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    const owner = (await desk.now(report)).owner === 'chen' ? '陈静' : '吴桐'
    const lost = both.find(({ status }) => status === 409)
    expect(words(lost?.html ?? '')).toContain(`${owner} 刚刚领办了这件。`)
    expect(words(lost?.html ?? '')).toContain('待受理 1')
  })

  it('twice by the same person is once', async () => {
    const report = await desk.write()
    const address = paths.take(desk.ids.teamId, report.id)
    for (let n = 0; n < 2; n++) expect((await desk.chen.post(address, {})).status).toBe(303)
    expect(await stepsOf(report)).toEqual(['- file', 'chen take'])
  })

  it('is given by the leader, but not to the only leader', async () => {
    const report = await desk.write()
    const address = paths.assignOwner(desk.ids.teamId, report.id)
    const steps = String(report.steps)
    expect((await desk.chen.get(address)).status).toBe(303)
    expect((await desk.chen.post(address, { steps, owner: 'wu' })).status).toBe(409)
    const refused = await desk.li.post(address, { steps, owner: 'li' })
    expect(refused.status).toBe(422)
    expect(words(refused.html)).toContain('他是唯一的组长，不能又承办又审批，请选别人。')
    expect((await desk.li.post(address, { steps, owner: 'wu' })).to).toContain('said=assigned')
    expect((await desk.now(report)).owner).toBe('wu')
  })
})

describe('a report', () => {
  it('of another team, or of nobody, is the same 404', async () => {
    const other = await openTeamDesk()
    const theirs = await other.write()
    const lost = await desk.chen.get(at(theirs))
    expect([lost.status, words(lost.html)]).toEqual([404, expect.stringContaining('没有这件。')])
    expect((await desk.chen.get(paths.report(other.ids.teamId, theirs.id))).status).toBe(404)
    expect((await desk.chen.post(moveAt(theirs, 'accept'), acceptance(theirs))).status).toBe(404)
  })

  it('offers what the table allows, and says of the rest who must act', async () => {
    const report = await desk.write({ kind: 'conduct' })
    const chen = words((await desk.chen.get(at(report))).html)
    expect(chen).toContain('请补充 不归本组办 作废 密封上呈 领办 受理 需组长办 分办 需组长办')
    expect((await desk.li.get(at(report))).html).toMatch(/class="btn go"[^>]*>受理/)
    expect((await desk.chen.get(moveAt(report, 'accept'))).to).toBe(at(report))
    const forced = await desk.chen.post(moveAt(report, 'accept'), acceptance(report))
    expect(forced.status).toBe(409)
    expect((await desk.now(report)).state).toBe('received')
  })

  it('says whether it is in court only where that was answered', async () => {
    const page = async (inCourt: 'unsure' | 'unanswered') =>
      words((await desk.chen.get(at(await desk.write({}, { inCourt })))).html)
    expect(await page('unsure')).toContain('打官司或别处在办 不清楚')
    expect(await page('unanswered')).not.toContain('打官司或别处在办')
  })

  it('shows what the resident sees now, and what may be said on the phone', async () => {
    const page = words((await desk.chen.get(at(await accepted()))).html)
    expect(page).toContain('已受理 已经交给专人，12月15日（星期二）前给您答复。')
    expect(page).toContain('电话里可以这样说：“已受理。已经交给专人，12月15日（星期二）前给您答复。”')
  })

  it('carries the name of who looks and the time, and nothing of what was written', async () => {
    const { html } = await desk.chen.get(at(await desk.write({ subject: '村主任' })))
    expect(html).toContain('陈静 11-24 09:00')
    expect(html).toContain('<title>反映件</title>')
    expect(html).not.toMatch(/种粮补贴|村主任/)
  })

  it('is worked from the scan to the archive', async () => {
    const report = await verifying()
    const open = await desk.open(report)
    const found = { findings: '账对上了', evidence: '', asked: '8', confirmed: '6' }
    const result = { steps: String(report.steps), conclusion: 'substantiated' }
    const entered = await desk.wu.post(moveAt(report, 'result'), {
      ...result,
      ...sealed('result', await sealResult(open, found)),
    })
    expect(entered.to).toContain('said=entered')
    const end = { conclusion: 'substantiated', resultType: 'solved', households: '12', money: '3600' }
    const answer = sealed('answer', await sealMessageToResident(open, '补贴发到卡上了。'))
    const proposed = await desk.wu.post(moveAt(report, 'conclude'), {
      steps: String((await desk.now(report)).steps),
      ...end,
      ...answer,
    })
    expect(proposed.to).toContain('said=proposed')
    expect(words((await desk.wu.get(`${at(report)}?said=proposed`)).html)).toContain('已报 黎工 审批。')

    const waiting = await desk.now(report)
    expect(words((await desk.chen.get(at(report))).html)).toContain('同意 需组长审批')
    const decision = { steps: String(waiting.steps), decision: 'approve' }
    expect((await desk.chen.post(paths.decide(desk.ids.teamId, report.id), decision)).status).toBe(409)
    expect((await desk.li.post(paths.decide(desk.ids.teamId, report.id), decision)).to).toContain(
      'said=approved',
    )
    const ended = await desk.now(report)
    expect(ended).toMatchObject({ state: 'concluded', households: 12, money: 3600, resultType: 'solved' })
    expect(await listMessages(desk.db, report.id)).toMatchObject([
      { purpose: 'answer', direction: 'toResident' },
    ])
    expect((await desk.chen.post(moveAt(report, 'archive'), { steps: String(ended.steps) })).status).toBe(409)
    desk.clock.set('2026-12-24T09:00:00+08:00')
    const archived = await desk.chen.post(moveAt(report, 'archive'), { steps: String(ended.steps) })
    expect(archived.to).toContain('said=archived')
    expect(await stepsOf(report)).toEqual([
      '- file',
      'li accept',
      'wu verify',
      'wu result',
      'wu propose conclude',
      'li conclude',
      'chen archive',
    ])
  })
})

describe('a voided report', () => {
  it('may be restored while its team is there, and not once it has been closed', async () => {
    const report = await desk.write()
    const li = { id: 'li', roles: ['leader' as const] }
    const chen = { id: 'chen', roles: ['liaison' as const] }
    const draft = { decided: {}, why: 'reason:advert', sealed: [] }
    await proposeMove(desk.db, report, 'void', chen, draft, desk.moment())
    const yes = { approve: true, sealed: [] }
    await decideProposal(desk.db, await desk.now(report), li, yes, desk.moment())
    const restore = moveAt(report, 'restore')
    expect((await desk.li.get(at(report))).html).toContain(restore)
    await desk.db.update(teams).set({ closedOn: '2026-11-24' }).where(eq(teams.id, desk.ids.teamId))
    expect((await desk.li.get(at(report))).html).not.toContain(restore)
    const { steps } = await desk.now(report)
    expect((await desk.li.post(restore, { steps: String(steps) })).status).toBe(409)
    expect((await desk.now(report)).state).toBe('voided')
  })
})

describe('a stale page', () => {
  it('answers 409 with who was faster, the report as it is, and what was typed', async () => {
    const report = await desk.write()
    await desk.chen.post(moveAt(report, 'accept'), acceptance(report))
    const question = sealed('question', await sealMessageToResident(await desk.open(report), '哪一天？'))
    const late = { steps: String(report.steps), due: '2026-12-03', ...question }
    const { status, html } = await desk.li.post(moveAt(report, 'ask'), late)
    expect(status).toBe(409)
    expect(words(html)).toContain('陈静 刚刚改过这件（受理）。下面是现在的样子，您写的还在。')
    expect(typedIn(html, 'question')).toBe(question.question)
    expect(typedIn(html, 'due')).toBe('2026-12-03')
    expect(typedIn(html, 'steps')).toBe(String(report.steps + 1))
    expect(words(html)).toContain('已受理')
    expect(await listMessages(desk.db, report.id)).toEqual([])
  })

  it('whose move is no longer possible keeps the words to be copied, without a button', async () => {
    const report = await desk.write()
    await desk.chen.post(moveAt(report, 'accept'), acceptance(report))
    const { status, html } = await desk.chen.post(moveAt(report, 'accept'), acceptance(report))
    expect(status).toBe(409)
    expect(words(html)).toContain('现在不能再办“受理”。您写的在这里，可以抄走。')
    expect(html).not.toMatch(/<form[^>]*data-move[^>]*>(?:(?!<\/form>).)*<button/s)
  })

  it('keeps the reason of a no: in its form while the draft waits, else to be copied', async () => {
    const report = await desk.write()
    const chen = { id: 'chen', roles: ['liaison' as const] }
    const draft = { decided: {}, why: 'reason:advert', sealed: [] }
    await proposeMove(desk.db, report, 'void', chen, draft, desk.moment())
    const seen = await desk.now(report)
    const refuseWhy = sealed('refuseWhy', await sealReason(await desk.open(report), '不是广告。'))
    const no = { steps: String(seen.steps), decision: 'refuse', ...refuseWhy }
    const address = paths.decide(desk.ids.teamId, report.id)
    await supplement(desk.db, seen, { id: base64url(random(16)), envelope: random(1054) }, desk.moment())
    const late = await desk.li.post(address, no)
    expect(late.status).toBe(409)
    expect(late.html).toContain('<details open')
    expect(typedIn(late.html, 'refuseWhy')).toBe(refuseWhy.refuseWhy)
    expect(typedIn(late.html, 'refuseWhyId')).toBe(refuseWhy.refuseWhyId)
    const steps = String((await desk.now(report)).steps)
    await desk.chen.post(address, { steps, decision: 'withdraw' })
    const tooLate = await desk.li.post(address, no)
    expect(tooLate.status).toBe(409)
    expect(words(tooLate.html)).toContain('您写的在这里，可以抄走。')
    expect(typedIn(tooLate.html, 'refuseWhy')).toBe(refuseWhy.refuseWhy)
  })

  it('keeps the message of an owner who has been replaced, to be copied', async () => {
    const report = await desk.write()
    await desk.chen.post(moveAt(report, 'accept'), acceptance(report))
    const message = sealed('message', await sealMessageToResident(await desk.open(report), '我们明天来'))
    const leader = { id: 'li', roles: ['leader' as const] }
    const toChen = { decided: { owner: 'chen' }, sealed: [] }
    await moveReport(desk.db, await desk.now(report), 'assign', leader, toChen, desk.moment())
    const { status, html } = await desk.wu.post(paths.messages(desk.ids.teamId, report.id), message)
    expect(status).toBe(409)
    expect(typedIn(html, 'message')).toBe(message.message)
    expect(typedIn(html, 'messageId')).toBe(message.messageId)
    expect(words(html)).toContain('您写的在这里，可以抄走。')
    expect(await listMessages(desk.db, report.id)).toEqual([])
  })

  it('of two people sending at once moves the report once', async () => {
    const report = await desk.write()
    const both = await Promise.all([
      desk.chen.post(moveAt(report, 'accept'), acceptance(report)),
      desk.li.post(moveAt(report, 'accept'), acceptance(report, { risk: 'high' })),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(await stepsOf(report)).toHaveLength(2)
  })
})

describe('forms', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['accept', 'no category', { category: '' }, '请选类别。'],
    ['accept', 'a category of another kind of unit', { category: 'P3' }, '请选类别。'],
    ['accept', 'no risk', { risk: '' }, '请选对反映人的风险。'],
    ['accept', 'an owner out of nowhere', { owner: 'somebody' }, '请选承办人。'],
    ['accept', 'the only leader as owner', { owner: 'li' }, '他是唯一的组长'],
    ['accept', 'a day that has passed', { due: '2026-11-23' }, '要在今天以后。'],
    ['accept', 'a day after the third', { due: '2026-11-28' }, '太晚了，最晚 11月27日（星期五）。'],
    ['accept', 'no day', { due: '2026-13-01' }, '日期不对，请重选。'],
  ])('%s with %s is refused, with the words kept', async (move, _, changed, sentence) => {
    const report = await desk.write()
    const { status, html } = await desk.li.post(moveAt(report, move), acceptance(report, changed))
    expect(status).toBe(422)
    expect(words(html)).toContain(sentence)
    expect(typedIn(html, 'due')).toBe(changed.due ?? '2026-11-27')
    expect((await desk.now(report)).state).toBe('received')
  })

  test.each<[string, Record<string, string>, string]>([
    ['the same person twice', { second: 'wu' }, '要两名不同的核实人。'],
    ['one person', { second: '' }, '要两名不同的核实人。'],
    ['no method', { visits: '' }, '请选至少一种方式。'],
    ['a recusal not thought of', { recusal: '' }, '请确认没有需要回避的人。'],
    ['a day after the answer', { on: '2027-01-15' }, '太晚了'],
  ])('verifying with %s is refused', async (_, changed, sentence) => {
    const report = await accepted()
    const { status, html } = await desk.wu.post(moveAt(report, 'verify'), verification(report, changed))
    expect(status).toBe(422)
    expect(words(html)).toContain(sentence)
  })

  it('without a sealed question ask for scripts and store nothing', async () => {
    const report = await desk.write()
    const { status, html } = await desk.chen.post(moveAt(report, 'ask'), { steps: '1', due: '2026-12-04' })
    expect(status).toBe(422)
    expect(words(html)).toContain('请写要问的问题。')
  })

  it('refuse an envelope of the wrong size, and one that is none', async () => {
    const report = await desk.write()
    for (const question of [base64url(random(900)), '不是信封', 'A'.repeat(3000)]) {
      const form = { steps: '1', due: '2026-12-04', question, questionId: base64url(random(16)) }
      expect((await desk.chen.post(moveAt(report, 'ask'), form)).status).toBe(422)
    }
  })

  it('say what the resident will see, with the date that was chosen', async () => {
    const report = await desk.write()
    const { html } = await desk.chen.get(`${moveAt(report, 'ask')}?due=2026-12-08`)
    expect(words(html)).toContain('想请您补一点 巡察组问： 12月8日（星期二）前写在下面就行。')
  })

  it('wait for an answer a month at most, and before acceptance to the fifteenth day', async () => {
    const askTooLate = async (report: Report) => {
      const question = sealed('question', await sealMessageToResident(await desk.open(report), '哪一天？'))
      const form = { steps: String(report.steps), due: '2027-03-01', ...question }
      return words((await desk.chen.post(moveAt(report, 'ask'), form)).html)
    }
    expect(await askTooLate(await accepted())).toContain('太晚了，最晚 12月24日（星期四）。')
    const report = await desk.write()
    expect(await askTooLate(report)).toContain('太晚了，最晚 12月9日（星期三）。')
    desk.clock.set('2026-12-03T09:00:00+08:00')
    expect(typedIn((await desk.chen.get(moveAt(report, 'ask'))).html, 'due')).toBe('2026-12-09')
    desk.clock.set('2026-12-21T09:00:00+08:00')
    expect(await askTooLate(report)).toContain('太晚了，最晚 12月22日（星期二）。')
  })
})

describe('what is not ours', () => {
  async function proposed(reason: string) {
    const report = await desk.write()
    const channel = sealed('channel', await sealMessageToResident(await desk.open(report), '法院\n12368'))
    const form = { steps: String(report.steps), reason, forwarded: 'no', ...channel }
    return { report, answer: await desk.chen.post(moveAt(report, 'decline'), form) }
  }

  it('is declined by the leader on the liaison’s word', async () => {
    const { report, answer } = await proposed('courtMatter')
    expect(answer.to).toContain('said=proposed')
    const page = words((await desk.li.get(at(report))).html)
    expect(page).toContain('陈静 报：不归本组办')
    expect(page).toContain('这件事不归巡察组办 您可以找 …… ，电话 …… 。 我们没有替您转过去。')
    const { steps } = await desk.now(report)
    await desk.li.post(paths.decide(desk.ids.teamId, report.id), {
      steps: String(steps),
      decision: 'approve',
    })
    expect(await desk.now(report)).toMatchObject({
      state: 'declined',
      declineReason: 'courtMatter',
      forwarded: false,
    })
  })

  it('for lack of substance only after the resident was asked and stayed silent', async () => {
    const { answer } = await proposed('noSubstance')
    expect(answer.status).toBe(422)
    expect(words(answer.html)).toContain('要先问群众，满 10 天没有回音，才能用这个原因。')
  })

  it('goes back with a reason, and never without one', async () => {
    const { report } = await proposed('otherOrgan')
    const address = paths.decide(desk.ids.teamId, report.id)
    const { steps } = await desk.now(report)
    const refusal = { steps: String(steps), decision: 'refuse' }
    expect((await desk.li.post(address, refusal)).status).toBe(422)
    const why = sealed('refuseWhy', await sealReason(await desk.open(report), '请写清楚'))
    expect((await desk.li.post(address, { ...refusal, ...why })).to).toContain('said=refused')
    expect(await stepsOf(report)).toContain('li refuse decline')
    expect((await desk.li.get(at(report))).html).toContain(`data-part-id="${why.refuseWhyId}"`)
  })

  it('sent back says so in the queue and above the moves, and its form comes back as it was', async () => {
    const { report } = await proposed('otherOrgan')
    const { steps } = await desk.now(report)
    const why = sealed('refuseWhy', await sealReason(await desk.open(report), '请写清楚'))
    const refusal = { steps: String(steps), decision: 'refuse', ...why }
    await desk.li.post(paths.decide(desk.ids.teamId, report.id), refusal)
    expect((await desk.chen.get(desk.desk)).html).toContain('<span class="flag">已退回</span>')
    const page = await desk.chen.get(at(report))
    expect(words(page.html)).toContain('黎工 退回了“不归本组办”，改好再报：')
    expect(page.html.indexOf(why.refuseWhyId ?? '-')).toBeLessThan(page.html.indexOf('class="moves"'))
    const form = await desk.chen.get(moveAt(report, 'decline'))
    expect(form.html).toContain('<option value="otherOrgan" selected=""')
    const [draft] = await listEnvelopes(desk.db, [report.id], ['draft'])
    expect(typedIn(form.html, 'channel')).toBe(base64url(draft?.envelope ?? random(1)))
    expect(typedIn(form.html, 'channelId')).toBe(draft?.partId)
    expect(typedIn((await desk.chen.get(moveAt(report, 'ask'))).html, 'channel')).toBeUndefined()
  })

  it('names whom to ask and the number, each under its label', async () => {
    const { report } = await proposed('courtMatter')
    const { html } = await desk.li.get(at(report))
    expect(html).toContain('<dt>该找谁</dt><dd class="opened" data-slot="channel" data-line="0"></dd>')
    expect(html).toContain('<dt>电话</dt><dd class="opened" data-slot="channel" data-line="1"></dd>')
  })

  it('is taken back by who proposed it', async () => {
    const { report } = await proposed('otherOrgan')
    const { steps } = await desk.now(report)
    const back = { steps: String(steps), decision: 'withdraw' }
    expect((await desk.li.post(paths.decide(desk.ids.teamId, report.id), back)).status).toBe(409)
    expect((await desk.chen.post(paths.decide(desk.ids.teamId, report.id), back)).to).toContain(
      'said=withdrawn',
    )
  })
})

describe('an ending', () => {
  it('of a report about a person has one sentence and no field for another', async () => {
    const report = await verified({ kind: 'conduct' })
    const { html } = await desk.wu.get(`${moveAt(report, 'conclude')}?conclusion=partly&resultType=explained`)
    expect(words(html)).toContain('有答复了 您反映的情况，已经按规定处理。谢谢您。')
    expect(words(html)).toContain('有具体依据')
    expect(html).not.toContain('data-name="answer"')
    const smuggled = sealed('answer', await sealMessageToResident(await desk.open(report), '他被处分了'))
    const form = { steps: String(report.steps), conclusion: 'partly', resultType: 'explained', ...smuggled }
    expect((await desk.wu.post(moveAt(report, 'conclude'), form)).status).toBe(303)
    expect(await listEnvelopes(desk.db, [report.id], ['draft'])).toEqual([])
  })

  it('of a suggestion needs no verification and has its own results', async () => {
    const report = await accepted({ kind: 'suggestion' })
    const steps = String(report.steps)
    const wrongly = { steps, resultType: 'solved' }
    expect((await desk.wu.post(moveAt(report, 'conclude'), wrongly)).status).toBe(422)
    expect((await desk.wu.post(moveAt(report, 'conclude'), { steps, resultType: 'adopted' })).status).toBe(
      303,
    )
  })

  it('waits for the result of the verification, and says so', async () => {
    const report = await verifying()
    expect(words((await desk.wu.get(at(report))).html)).toContain('答复 先记入核实结果')
    expect((await desk.wu.get(moveAt(report, 'conclude'))).to).toBe(at(report))
    const form = { steps: String(report.steps), conclusion: 'substantiated', resultType: 'solved' }
    expect((await desk.wu.post(moveAt(report, 'conclude'), form)).status).toBe(409)
    expect((await desk.now(report)).pendingMove).toBeNull()
  })

  it('that found something out says what', async () => {
    const report = await verified()
    const form = { steps: String(report.steps), conclusion: 'partly', resultType: 'explained' }
    const { status, html } = await desk.wu.post(moveAt(report, 'conclude'), form)
    expect(status).toBe(422)
    expect(words(html)).toContain('这个结果要给群众写一句话，60 字以内。')
  })

  it('that is long-term says when to look again', async () => {
    const report = await verified()
    const form = {
      steps: String(report.steps),
      conclusion: 'partly',
      resultType: 'longTerm',
      due: '2027-02-01',
    }
    expect((await desk.wu.post(moveAt(report, 'conclude'), { ...form, due: '' })).status).toBe(422)
    expect((await desk.wu.post(moveAt(report, 'conclude'), form)).status).toBe(303)
    expect(words((await desk.li.get(at(report))).html)).toContain('2027年2月1日（星期一）再来看。')
  })
})

describe('talk', () => {
  it('reaches the resident once, and only from who may', async () => {
    const report = await desk.write()
    const message = sealed('message', await sealMessageToResident(await desk.open(report), '我们收到了'))
    const address = paths.messages(desk.ids.teamId, report.id)
    expect((await desk.wu.post(address, message)).status).toBe(409)
    for (let n = 0; n < 2; n++) expect((await desk.chen.post(address, message)).to).toContain('said=sent')
    expect(await listMessages(desk.db, report.id)).toHaveLength(1)
  })

  it('of the resident stays new until somebody has read it', async () => {
    const report = await desk.write()
    const envelope = random(1054)
    await supplement(desk.db, report, { id: base64url(random(16)), envelope }, desk.moment())
    expect(words((await desk.chen.get(`${desk.desk}?show=fresh`)).html)).toContain('新留言')
    const read = paths.read(desk.ids.teamId, report.id)
    expect((await desk.chen.post(read, {})).status).toBe(409)
    expect((await desk.wu.get(at(report))).html).not.toContain(read)
    const seen = /name="seen" value="(\d+)"/.exec((await desk.chen.get(at(report))).html)?.[1] ?? ''
    expect((await desk.chen.post(read, { seen })).to).toContain('said=read')
    expect((await desk.now(report)).unread).toBe(false)
  })

  it('notes down for the team, and is not overtaken by a move', async () => {
    const report = await desk.write()
    const note = sealed('note', await sealNote(await desk.open(report), '先查账'))
    await desk.chen.post(moveAt(report, 'accept'), acceptance(report))
    expect((await desk.wu.post(paths.note(desk.ids.teamId, report.id), note)).to).toContain('said=noted')
    expect((await desk.li.get(at(report))).html).toContain(`data-part-id="${note.noteId}"`)
  })
})

describe('contact details', () => {
  const named = { identityMode: 'contactOnly' as const }
  const address = (report: Report) => paths.contact(desk.ids.teamId, report.id)

  it('are on no page, and come to a leader who says why, with a step for every view', async () => {
    const report = await desk.write({}, named)
    const page = await desk.li.get(at(report))
    expect(words(page.html)).toContain('留了电话，另外上锁。 为什么要看？')
    const [held] = await listEnvelopes(desk.db, [report.id], ['contact'])
    const envelope = base64url(held?.envelope ?? random(1))
    expect(page.html).not.toContain(envelope)
    expect((await desk.li.post(address(report), {})).status).toBe(422)
    const unsaid = await desk.li.post(address(report), { viewWhy: 'other' })
    expect(unsaid.status).toBe(422)
    expect(unsaid.html).toMatch(/id="viewOther".*?<span class="error">请写明为什么要看。/s)
    expect(unsaid.html).toMatch(/value="other" required="" checked=""/)
    expect(await stepsOf(report)).toEqual(['- file'])
    const shown = await desk.li.post(address(report), { viewWhy: 'callBack' })
    expect(shown.status).toBe(200)
    expect(shown.html).toContain(envelope)
    await desk.li.post(address(report), { viewWhy: 'identity' })
    expect(await stepsOf(report)).toEqual(['- file', 'li view contact', 'li view contact'])
    expect(words((await desk.chen.get(at(report))).html)).toContain('黎工 · 查看联系方式 回电')
  })

  it('are not for the liaison or a member, and the attempt leaves nothing', async () => {
    const report = await desk.write({}, named)
    expect(words((await desk.chen.get(at(report))).html)).toContain('只有组长和副组长能看。')
    for (const seat of [desk.chen, desk.wu]) {
      expect((await seat.post(address(report), { viewWhy: 'callBack' })).status).toBe(404)
    }
    expect(await stepsOf(report)).toEqual(['- file'])
  })

  it('of somebody who wants a call are for the leader to use, and the others are told so', async () => {
    const report = await desk.write({ callMe: true }, named)
    for (const seat of [desk.chen, desk.wu])
      expect(words((await seat.get(at(report))).html)).toContain(
        '群众要回电，请组长打。 只有组长和副组长能看。',
      )
    expect(words((await desk.li.get(at(report))).html)).not.toContain('请组长打')
  })

  it('that were erased are said to be, with the day', async () => {
    const report = await desk.write({}, named)
    await eraseContact(desk.db, report, '2026-11-24', 'asked')
    const { html } = await desk.li.get(at(report))
    expect(words(html)).toContain('联系方式已于 11月24日（星期二）擦除。')
    expect((await desk.li.post(address(report), { viewWhy: 'callBack' })).status).toBe(409)
  })

  it('that nobody left are said so', async () => {
    expect(words((await desk.li.get(at(await desk.write()))).html)).toContain('联系方式 没有留。')
  })
})

describe('the handling sheet', () => {
  const sheetAt = (report: Report) => paths.handlingSheet(desk.ids.teamId, report.id)

  it('has facts, steps and boxes for pens, the words still sealed, and how to reach nobody', async () => {
    const report = await accepted({}, { identityMode: 'named', channel: 'letter' })
    const { status, html } = await desk.wu.get(sheetAt(report))
    expect(status).toBe(200)
    const page = words(html)
    for (const said of ['反映件处理笺', '青塘村', '渠道 来信', '承办人 吴桐', '受理', '拟办意见', '组长批示'])
      expect(page).toContain(said)
    expect(page).toContain('联系方式 另外上锁，不在这张纸上')
    expect(html).not.toContain('种粮补贴')
    expect(html).not.toContain('data-held-contact')
    expect(html).toMatch(/class="watermark"[\s\S]*吴桐 11-24 09:00/)
  })

  it('of another team is not there', async () => {
    const report = await filed(desk.db, desk.moment(), { ...desk.ids, teamId: 'elsewhere' })
    expect((await desk.wu.get(sheetAt(report))).status).toBe(404)
  })
})

describe('an on-the-spot fix', () => {
  const approve = async (report: Report) => {
    const { steps, pendingMove } = await desk.now(report)
    const ticks = { tickWords: 'yes', tickGuess: 'yes', tickDemands: 'yes' }
    const way = pendingMove === 'fix' ? paths.approveFix : paths.decide
    const address = way(desk.ids.teamId, report.id)
    return desk.li.post(address, { steps: String(steps), decision: 'approve', ...ticks })
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
      const taken = await desk.write(said)
      await desk.li.post(moveAt(taken, 'accept'), acceptance(taken, risk ? { risk } : {}))
      const accepted = await desk.now(taken)
      await desk.wu.post(moveAt(accepted, 'verify'), verification(accepted))
      const report = await desk.now(accepted)
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

  it('is solved only once somebody of the team has looked', async () => {
    const report = await fixing()
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
    const why = sealed('notFixedWhy', await sealReason(await desk.open(report), '没人来'))
    const form = { steps: String(report.steps), ...why }
    expect((await desk.chen.post(moveAt(report, 'notFixed'), { steps: form.steps })).status).toBe(422)
    expect((await desk.chen.post(moveAt(report, 'notFixed'), form)).to).toContain('said=notFixed')
    expect(await desk.now(report)).toMatchObject({ state: 'verifying', promise: '2026-12-08' })
    expect(words((await desk.li.get(at(report))).html)).toContain(
      '原定 12月1日（星期二），推到 12月8日（星期二）。',
    )
  })

  it('is looked at by two at once: one is written, the other reads who was faster', async () => {
    const report = await fixing()
    const both = await Promise.all([look(report), look(report, { looked: 'call' })])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
    expect(words(both.find(({ status }) => status === 409)?.html ?? '')).toContain('陈静')
    expect((await stepsOf(report)).filter((step) => step.endsWith(' fixed'))).toHaveLength(1)
  })
})
