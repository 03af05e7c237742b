import { describe, expect, it } from 'vitest'
import {
  accepted,
  at,
  atTeamDesk,
  desk,
  moveAt,
  previewAt,
  sealed,
  stepsOf,
  verified,
  verifying,
  words,
} from '../../test/team-moves.ts'
import { listEnvelopes } from '../reports/store.ts'
import { supplement } from '../reports/supplementing.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { sealMessageToResident } from './writing.client.ts'

atTeamDesk()

describe('an ending', () => {
  it('of a report about a person has one sentence and no field for another', async () => {
    const report = await verified({ kind: 'conduct' })
    const chosen = { conclusion: 'partly', resultType: 'explained' }
    const { html } = await desk.wu.post(previewAt(report, 'conclude'), chosen)
    expect(words(html)).toContain('有答复了 您反映的情况，已经按规定处理。谢谢您。')
    expect(words(html)).toContain('有具体依据')
    expect(html).not.toContain('data-name="answer"')
    const smuggled = sealed('answer', await sealMessageToResident(await desk.open(report), '他被处分了'))
    const form = { steps: String(report.steps), conclusion: 'partly', resultType: 'explained', ...smuggled }
    expect((await desk.wu.post(moveAt(report, 'conclude'), form)).status).toBe(303)
    expect(await listEnvelopes(desk.db, [report.id], ['draft'])).toEqual([])
  })

  it('is written beside what was found out and what the resident wrote since', async () => {
    const report = await verified({ kind: 'problem' })
    const written = { id: base64url(random(16)), envelope: random(1054) }
    await supplement(desk.db, report, written, desk.moment())
    const { html } = await desk.wu.get(moveAt(report, 'conclude'))
    const [found] = await listEnvelopes(desk.db, [report.id], ['result'])
    expect(html).toMatch(
      new RegExp(`id="found".*data-open="result" data-part-id="${found?.partId}" data-envelope="`, 's'),
    )
    expect(html).toMatch(new RegExp(`id="later".*data-open="toTeam" data-part-id="${written.id}"`, 's'))
    const fresh = await accepted({ kind: 'problem' })
    const bare = (await desk.wu.get(moveAt(fresh, 'verify'))).html
    expect(bare).toContain('id="words"')
    expect(bare).not.toMatch(/id="(found|later)"/)
  })

  it('is looked at beforehand by a post, which stores nothing; what an address says is not read', async () => {
    const report = await verified({ kind: 'problem' })
    const before = await stepsOf(report)
    const chosen = { conclusion: 'unsubstantiated', resultType: 'explained' }
    const isChosen = (html: string) => /value="unsubstantiated"[^>]* (checked|selected)/.test(html)
    const preview = await desk.wu.post(previewAt(report, 'conclude'), chosen)
    expect([preview.status, isChosen(preview.html)]).toEqual([200, true])
    const page = await desk.wu.get(`${moveAt(report, 'conclude')}?${new URLSearchParams(chosen)}`)
    expect([page.status, isChosen(page.html)]).toEqual([200, false])
    expect(page.html).toContain(`data-preview="${previewAt(report, 'conclude')}"`)
    expect(await stepsOf(report)).toEqual(before)
  })

  it('of a suggestion needs no verification and has its own results', async () => {
    const report = await accepted({ kind: 'suggestion' })
    const steps = String(report.steps)
    const willSee = async (chosen: Record<string, string>) =>
      words(
        /<section id="will-see".*?<\/section>/s.exec(
          (await desk.wu.post(previewAt(report, 'conclude'), chosen)).html,
        )?.[0] ?? '',
      )
    expect(await willSee({})).toMatch(/有答复了 $/)
    expect(await willSee({ resultType: 'study' })).toContain('您的建议已请有关单位研究，谢谢您。')
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
