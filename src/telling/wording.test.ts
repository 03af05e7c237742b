import { describe, expect, it } from 'vitest'
import type { Day } from '../clock/day.ts'
import { conclusions, declineReasons, resultsOf } from '../reports/endings.ts'
import { kinds } from '../reports/lifecycle.ts'
import type { PaperKind } from './news.ts'
import { numberedWording, wordingOf } from './wording.ts'

type Facts = Parameters<typeof wordingOf>[1]

const facts = (report: Partial<Facts['report']> = {}): Facts => ({
  report: {
    enquiry: '482 913',
    kind: 'problem',
    state: 'verifying',
    askedFrom: null,
    declineReason: null,
    due: '2026-12-15',
    promise: '2026-12-15',
    promiseBefore: null,
    promiseMoved: null,
    conclusion: null,
    resultType: null,
    forwarded: null,
    acceptedOn: '2026-11-24',
    concludedOn: null,
    lookupHash: 'AAAA',
    ...report,
  },
  issuer: '中共岚川市委第一巡察组',
  code: '第一巡察组',
  phone: '0750-1234567',
  office: '市委巡察办',
  officePhone: '0750-7654321',
  ofOffice: null,
  today: '2026-12-01',
})

/** All of it in one line; where a sealed message goes stands its purpose. */
function read(paper: PaperKind, report: Partial<Facts['report']> = {}, today: Day = '2026-12-01'): string {
  const { title, lead, sections, date } = wordingOf(paper, { ...facts(report), today })
  const said = sections.flatMap(([heading, sentence]) => [
    heading,
    sentence.map((part) => (typeof part === 'string' ? part : `[${part.purpose}]`)).join(''),
  ])
  return [title, lead, ...said, date].join('|')
}

describe('a paper for somebody who gave their name', () => {
  it('says what the resident reads under progress, and the day it was accepted', () => {
    expect(read('accept', { state: 'referred' })).toMatch(
      /^受理告知书.*受理号482 913.*已于2026年11月24日受理。.*已经交给专人，12月15日（星期二）前给您答复。.*拨打0750-1234567。\|2026年12月1日$/,
    )
    expect(
      read('extend', { state: 'referred', promiseBefore: '2026-12-04', promiseMoved: 'extended' }),
    ).toMatch(/^延期告知书.*情况比较复杂，原定12月4日（星期五），推到12月15日（星期二）。/)
    expect(
      read('conclude', { state: 'concluded', conclusion: 'substantiated', resultType: 'solved' }),
    ).toMatch(/^关于反映事项的答复.*已经办好。\[answer\].*30日内向市委巡察办提出，电话0750-7654321/)
  })

  it('says the year of each day where one of them is not of its own year', () => {
    const promised = { promise: '2027-01-18', promiseBefore: '2026-12-10', promiseMoved: 'late' } as const
    const verifying = { state: 'verifying', ...promised } as const
    expect(read('accept', verifying, '2027-01-04')).toContain(
      '原定2026年12月10日（星期四），还没办完，对不起。最晚2027年1月18日（星期一）。',
    )
    const accepted = { ...verifying, promiseBefore: null, promiseMoved: null }
    expect(read('accept', accepted, '2027-01-04')).toContain('2027年1月18日（星期一）前给您答复')
  })

  it('sends nobody to a page for which they have no query code', () => {
    const withoutQueryCode = { lookupHash: null, state: 'concluded', conclusion: 'unverifiable' } as const
    for (const paper of ['accept', 'extend', 'decline', 'conclude'] as const) {
      expect(read(paper, withoutQueryCode)).toContain('可以拨打0750-1234567。')
      expect(read(paper, withoutQueryCode)).not.toMatch(/查询码|网页|下面/)
    }
    expect(read('accept')).toContain('您可以凭查询码查看进度')
  })

  it.each(declineReasons)('that is not accepted says why, and whom to ask: %s', (declineReason) => {
    const paper = read('decline', { state: 'declined', declineReason, forwarded: true, acceptedOn: null })
    expect(paper).toMatch(
      /不予受理告知书.*一、不予受理的原因\|[^|]{6,}。\|二、可以向谁反映\|您可以找\[channel\]，电话\[channel\]。我们已经替您转过去。\|三、/,
    )
  })

  it('about conduct is the same to the byte, whatever was found and done', () => {
    const endings = conclusions.flatMap((conclusion) =>
      resultsOf('conduct').map((resultType) => ({ conclusion, resultType })),
    )
    expect(endings.length).toBeGreaterThan(8)
    const papers = endings.map((ending) =>
      JSON.stringify(
        wordingOf(
          'conclude',
          facts({ kind: 'conduct', state: 'concluded', concludedOn: '2026-12-01', ...ending }),
        ),
      ),
    )
    expect(new Set(papers).size).toBe(1)
    expect(papers[0]).toContain('您反映的情况，已经按规定处理。谢谢您。')
    // However late they are told.
    const late = facts({ kind: 'conduct', state: 'concluded', concludedOn: '2026-10-08' })
    expect(JSON.stringify(wordingOf('conclude', late))).toBe(papers[0])
  })

  it('that is accepted or refused does not tell what kind it was', () => {
    for (const paper of ['accept', 'decline'] as const) {
      const papers = kinds.map((kind) => read(paper, { kind, declineReason: 'otherOrgan', forwarded: false }))
      expect(new Set(papers).size).toBe(1)
    }
  })

  it('sends nobody below, where there is nothing', () => {
    for (const conclusion of conclusions) {
      for (const resultType of resultsOf('problem'))
        expect(read('conclude', { state: 'concluded', conclusion, resultType })).not.toContain('写在下面')
    }
    expect(read('conclude', { state: 'concluded', conclusion: 'unverifiable' })).toContain(
      '想起什么，在查进度的网页里写，我们接着办。',
    )
  })

  it('names the office where it keeps the report itself', () => {
    const own = wordingOf('decline', {
      ...facts({ state: 'declined', declineReason: 'repeat' }),
      ofOffice: '市委巡察办',
    })
    expect(JSON.stringify(own)).not.toContain('巡察组办')
  })

  it('has its number when it is printed', () => {
    const wording = wordingOf('accept', facts())
    expect(wording.number).toBe('第一巡察组告知〔2026〕　号（待编号）')
    expect(numberedWording(wording, '第一巡察组', 2026, 7).number).toBe('第一巡察组告知〔2026〕7号')
  })
})
