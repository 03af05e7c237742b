import { describe, expect, it } from 'vitest'
import {
  acceptance,
  atTeamDesk,
  desk,
  moveAt,
  sealed,
  stepsOf,
  typedIn,
  words,
} from '../../test/team-moves.ts'
import { paths } from '../paths.ts'
import { moveReport } from '../reports/moving.ts'
import { proposeMove } from '../reports/proposing.ts'
import { listMessages } from '../reports/store.ts'
import { supplement } from '../reports/supplementing.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { sealMessageToResident, sealReason } from './writing.client.ts'

atTeamDesk()

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
    // What the resident would have seen, they will not.
    const [dead = ''] = html.match(/<form[^>]*data-move="accept".*?<\/form>/s) ?? []
    expect(dead).toContain('name="risk"')
    expect(dead).not.toMatch(/群众会看到|data-preview/)
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
