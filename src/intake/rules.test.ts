import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answers, reachable } from '../../test/cast/village.ts'
import { isAddress, isPhone, mistakesIn, tidy } from './rules.ts'
import { writingOf } from './writing.ts'

const wrongIn = (change: Partial<typeof answers>) =>
  mistakesIn({ ...answers, ...change }).map(({ field, says }) => `${field} ${says}`)

describe('what must be mended', () => {
  it('is nothing in a good form, with and without a phone', () => {
    expect(mistakesIn(answers)).toEqual([])
    expect(mistakesIn(reachable)).toEqual([])
  })

  it('is a missing kind, tile or text, unless a call is asked for', () => {
    const empty = { kind: '', tile: '', text: ' \n ' }
    expect(wrongIn(empty)).toEqual(['kind missing', 'tile missing', 'text missing'])
    expect(wrongIn({ ...reachable, ...empty, callMe: true })).toEqual([])
  })

  it('is a call asked for without a phone', () => {
    expect(wrongIn({ callMe: true })).toEqual(['reply call'])
  })

  it('is no phone where one was to be left, with the reason it is wanted for', () => {
    expect(wrongIn({ ...reachable, phone: ' ' })).toEqual(['phone missing'])
    expect(wrongIn({ ...reachable, phone: '', callMe: true })).toEqual(['phone call'])
  })

  it('is a phone that was written beside "no phone"', () => {
    expect(wrongIn({ phone: '13800000000' })).toEqual(['reply missing'])
  })

  it('is a contact without agreement, and a named one without a name', () => {
    expect(wrongIn({ ...reachable, consent: false })).toEqual(['consent missing'])
    // To check oneself is no way out for whoever wants a call.
    expect(wrongIn({ ...reachable, consent: false, callMe: true })).toEqual(['consent call'])
    expect(wrongIn({ ...reachable, name: ' ' })).toEqual(['name missing'])
    expect(wrongIn({ ...reachable, name: '', reply: 'contactOnly' })).toEqual([])
  })

  it('is a phone with more around it than is kept, though the number in it is good', () => {
    const padded = `138${' '.repeat(30)}00000000`
    expect(wrongIn({ ...reachable, phone: padded })).toEqual(['phone long'])
    expect(wrongIn({ ...reachable, phone: '1'.repeat(4000) })).toEqual(['phone long'])
    expect(wrongIn({ ...reachable, phone: ` ${'138 0000 0000'}${' '.repeat(60)}` })).toEqual([])
  })

  it('is every character over 2,000, counted as people count them', () => {
    expect(wrongIn({ text: '😀'.repeat(2000) })).toEqual([])
    const [mistake] = mistakesIn({ ...answers, text: `${'字'.repeat(2003)}` })
    expect(mistake).toEqual({ field: 'text', says: 'long', over: 3 })
  })

  it('is the same for a text as it is typed and as a form posts it', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 40 })
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(tidy(lines.join('\r\n'))).toBe(tidy(lines.join('\n')))
      }),
    )
  })
})

describe('a telephone number', () => {
  it.each([
    '13800000000',
    '138 0000 0000',
    '+86 138-0000-0000',
    '0700-5550121',
    '（0700）5550121',
    '5550121',
    '0700-5550121转8',
  ])('may be %s', (phone) => {
    expect(isPhone(phone)).toBe(true)
  })

  it.each(['', '1380000000', '138000000000', 'phone', '12', '1'.repeat(60), '0700-5550121转'])(
    'may not be %j',
    (phone) => {
      expect(isPhone(phone)).toBe(false)
    },
  )
})

describe('an address in place of a telephone', () => {
  it.each([
    '石桥头村三组 12 号',
    '岚川市榕墟镇解放路 12-3-401 邮编 530021',
    '请村委会转',
    'No. 12, Third Group, Shiqiaotou',
  ])('is %s', (written) => {
    expect(isAddress(written)).toBe(true)
  })

  it.each([
    ...['', '13900001234', '139 0000 1234', '1390000', '5550121', '0700-5550121转8', '+852 2345 6789转12'],
    ...['老王 3822-1234', '0771 3822 1234 找阿强', '老王 138.0013.8000', '86–13800138000 老王'],
    ...['电话 139-0000-1234', '(0700)5550121 晚上打', '村口小卖部 5550121', '１３９００００１２３４ 李婶'],
  ])('is not %j', (written) => {
    expect(isAddress(written)).toBe(false)
  })
})

describe('what is filed', () => {
  it('tells the server no word of the text, the place, the person or the contact', () => {
    const said = { ...reachable, kind: 'conduct', subject: '村会计', text: '要好处才给盖章。' }
    const { plain, body, contact } = writingOf(said, 'unit', 'zh')
    expect(JSON.stringify(plain)).not.toMatch(/章|会计|三组|李大山|138/)
    expect(plain).toMatchObject({ kind: 'conduct', namesPerson: true, hasText: false, reply: 'named' })
    expect(body).toMatchObject({ unit: 'unit', subject: '村会计', afraid: true, court: false })
    expect(contact).toMatchObject({ phone: '13800000000', name: '李大山', consent: true })
  })

  it('tells an unanswered question from one whose answer is not known', () => {
    const courtOf = (court: string) => {
      const { plain, body } = writingOf({ ...answers, court }, 'unit', 'zh')
      return [plain.court, body.court]
    }
    expect(courtOf('')).toEqual(['unanswered', false])
    expect(courtOf('unsure')).toEqual(['unsure', false])
    expect(courtOf('yes')).toEqual(['yes', true])
  })

  it('has no contact when none was meant, and no name when only a phone was', () => {
    expect(writingOf(answers, 'unit', 'zh').contact).toBeUndefined()
    expect(writingOf({ ...reachable, reply: 'contactOnly' }, 'unit', 'zh').contact?.name).toBe('')
  })

  it('is sorted by staff when only a call was asked for', () => {
    const said = { ...reachable, kind: '', tile: '', text: '', callMe: true }
    expect(writingOf(said, 'unit', 'zh').plain).toMatchObject({
      kind: 'problem',
      tile: 'unsorted',
      callMe: true,
    })
  })
})
