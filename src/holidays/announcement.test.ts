import { describe, expect, it } from 'vitest'
import { announcedYears } from '../clock/calendar.ts'
import { readAnnouncement, writeDays } from './announcement.ts'

/** As the State Council's office words it each autumn. */
const notice = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经党中央、国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`

const off = '10月1日至7日'
const wrongIn = (typed: { off: string; work?: string }, year = 2027) => {
  const read = readAnnouncement(year, { work: '', ...typed })
  return read.ok ? {} : read.wrong
}

describe('the announcement', () => {
  it('is pasted whole, and gives the days that the package has of that year', () => {
    const read = readAnnouncement(2026, { off: notice, work: '' })
    expect(read).toEqual({ ok: true, days: announcedYears.get(2026) })
  })

  it.each(['zh', 'en'] as const)('of every announced year is read again as it is written, in %s', (lang) => {
    expect(announcedYears.size).toBeGreaterThan(4)
    for (const [year, days] of announcedYears) {
      const typed = { off: writeDays(days.off, lang).join('\n'), work: writeDays(days.work, lang).join('\n') }
      const read = readAnnouncement(year, typed)
      expect([year, read]).toEqual([year, { ok: true, days }])
    }
  })

  it('is written in stretches, also over the end of a month', () => {
    const days = ['2027-01-30', '2027-01-31', '2027-02-01', '2027-02-03']
    expect(writeDays(days, 'zh')).toEqual(['1月30日至2月1日', '2月3日'])
    expect(writeDays(days, 'en')).toEqual(['01-30 to 02-01', '02-03'])
    expect(readAnnouncement(2027, { off: `${off}\n2027-01-30 到 2027-02-01\n2/3`, work: '' })).toMatchObject({
      days: { off: expect.arrayContaining(days) },
    })
  })

  it.each([
    ['a day that does not exist', `${off}\n2月30日`, { off: { why: 'noDay', what: '2月30日' } }],
    ['a stretch backwards', `${off}\n5月5日至1日`, { off: { why: 'noDay', what: '5月5日至1日' } }],
    ['a number that is no day', `${off}\n中秋 15`, { off: { why: 'noDay', what: '中秋 15' } }],
    ['a day of another year', `${off}\n2026年12月31日`, { off: { why: 'noDay', what: '2026年12月31日' } }],
    ['a notice cut off', '元旦：1月1日至3日放假，共3天。', { off: { why: 'partial', what: '' } }],
    ['nothing', '', { off: { why: 'partial', what: '' } }],
  ])('with %s is not taken', (_, typed, wrong) => {
    expect(wrongIn({ off: typed })).toEqual(wrong)
  })

  it('works no day that is off, and makes up for nothing on a weekday', () => {
    expect(wrongIn({ off, work: '10月3日' })).toEqual({ work: { why: 'worked', what: '2027-10-03' } })
    expect(wrongIn({ off, work: '10月12日' })).toEqual({ work: { why: 'worked', what: '2027-10-12' } })
    expect(wrongIn({ off, work: '10月9日' })).toEqual({})
  })
})
