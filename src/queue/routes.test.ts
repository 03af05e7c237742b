import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { filed } from '../../test/filed.ts'
import { openTeamDesk } from '../../test/team-desk.ts'
import {
  acceptance,
  accepted,
  at,
  atTeamDesk,
  desk,
  moveAt,
  sealed,
  stepsOf,
  verifying,
  words,
} from '../../test/team-moves.ts'
import { paths } from '../paths.ts'
import { decideProposal, proposeMove } from '../reports/proposing.ts'
import { listMessages } from '../reports/store.ts'
import { supplement } from '../reports/supplementing.ts'
import type { Report } from '../reports/tables.ts'
import { teams } from '../rounds/tables.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { sealMessageToResident, sealResult } from './writing.client.ts'

atTeamDesk()

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
    const found = { findings: '账对上了', evidence: '无', asked: '8', confirmed: '6' }
    const result = { steps: String(report.steps), conclusion: 'substantiated' }
    const empty = await desk.wu.post(moveAt(report, 'result'), result)
    expect([empty.status, words(empty.html)]).toEqual([422, expect.stringContaining('请写了解到的情况。')])
    expect(empty.html).toContain('id="result"')
    // Tags are sealed like the words: what has no name is never posted in clear.
    expect(empty.html.match(/data-field="(discipline|level|fields)"/g)).toHaveLength(13)
    expect(empty.html).not.toMatch(/name="(discipline|level|fields)"/)
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
    const toOthers = words((await desk.chen.get(at(report))).html)
    expect(toOthers).toContain('同意 需组长审批')
    expect(toOthers).toContain('，等另一个人审批。')
    const toLeader = words((await desk.li.get(at(report))).html)
    expect(toLeader).toContain('，请您审批。')
    expect(toLeader).not.toContain('等另一个人审批')
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

  it('says as the page does what is due first and that it is late, and has what was written later', async () => {
    const report = await accepted({}, { identityMode: 'named' })
    desk.clock.set('2026-12-03T09:00:00+08:00')
    const message = { id: base64url(random(16)), envelope: random(1054) }
    await supplement(desk.db, await desk.now(report), message, desk.moment())
    const dueOn = (html: string) => /下一期限 (.*?) 承办/.exec(words(html))?.[1]
    const page = await desk.wu.get(at(report))
    const sheet = await desk.wu.get(sheetAt(report))
    expect(dueOn(sheet.html)).toMatch(/^核实 11月27日.* · 超 4 天.*告知本人 12月1日.* · 超 2 天$/)
    expect(dueOn(sheet.html)).toBe(dueOn(page.html))
    expect(words(sheet.html)).toContain('群众后来写的')
    expect(sheet.html).toContain(`data-part-id="${message.id}"`)
  })

  it('of another team is not there', async () => {
    const report = await filed(desk.db, desk.moment(), { ...desk.ids, teamId: 'elsewhere' })
    expect((await desk.wu.get(sheetAt(report))).status).toBe(404)
  })
})
