import { describe, expect, it, test } from 'vitest'
import {
  acceptance,
  accepted,
  atTeamDesk,
  desk,
  moveAt,
  previewAt,
  sealed,
  typedIn,
  verification,
  words,
} from '../../test/team-moves.ts'
import type { Report } from '../reports/tables.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { sealMessageToResident } from './writing.client.ts'

atTeamDesk()

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

  it('asks of a suggestion by when it is answered, which is no beginning of a verification', async () => {
    const report = await desk.write({ kind: 'suggestion' })
    const { html } = await desk.li.get(moveAt(report, 'accept'))
    expect(typedIn(html, 'due')).toBe('2026-12-15')
    expect(words(html)).toContain('下一步日期（答复）')
    expect(words(html)).toContain('最晚 12月15日（星期二），受理后 15 个工作日内。')
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
    const { html } = await desk.chen.post(previewAt(report, 'ask'), { due: '2026-12-08' })
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
