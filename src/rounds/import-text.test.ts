import { describe, expect, it } from 'vitest'
import { decodeText, isFormula, readTable, writeTable } from './import-text.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** 镇 and 村 in GB18030, as WPS saves them, and 𠀀, which takes four bytes. */
const gb = new Uint8Array([0xd5, 0xf2, 0x2c, 0xb4, 0xe5, 0x0a, 0x95, 0x32, 0x82, 0x36])

describe('a file of text', () => {
  it.each([
    ['UTF-8', utf8('镇,村\n𠀀')],
    ['UTF-8 with its mark', new Uint8Array([0xef, 0xbb, 0xbf, ...utf8('镇,村\n𠀀')])],
    ['GB18030', gb],
    [
      'UTF-16 as Excel saves it',
      new Uint8Array([
        0xff,
        0xfe,
        ...new Uint8Array(
          new Uint16Array(
            [...'镇,村\n𠀀']
              .join('')
              .split('')
              .map((c) => c.charCodeAt(0)),
          ).buffer,
        ),
      ]),
    ],
  ])('is read in %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe('镇,村\n𠀀')
  })

  it.each([
    ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0])],
    ['broken characters', new Uint8Array([0xd5, 0xf2, 0xff, 0xff, 0x20])],
  ])('is none when it is %s', (_, bytes) => {
    expect(decodeText(bytes)).toBeUndefined()
  })
})

describe('a table', () => {
  it('is parted by tabs when pasted and by commas in a file', () => {
    expect(readTable('a\tb,c\r\nd\t\r\n', 9)).toEqual([
      ['a', 'b,c'],
      ['d', ''],
    ])
    expect(readTable('a,"b,""c""\nd"\n\n,e', 9)).toEqual([['a', 'b,"c"\nd'], [''], ['', 'e']])
  })

  it('takes a quote within a cell, or one that is never closed, for what it is', () => {
    expect(readTable('5"管,6"管\n"开头,b', 9)).toEqual([
      ['5"管', '6"管'],
      ['"开头', 'b'],
    ])
  })

  it('is read no further than asked', () => {
    expect(readTable('a\n'.repeat(100_000), 11)).toHaveLength(11)
    expect(readTable('', 9)).toEqual([])
  })

  it.each(['\t', ','] as const)('is given back parted by %j without a formula, and reads the same', (by) => {
    const table = [
      ['=1+1', '+86', '-3', '@x', '＝1'],
      ['a,b', 'c"d', 'e\nf', '普通', ''],
    ]
    const text = writeTable(table, by)
    expect(text.split(/[\t,\n]/).filter(isFormula)).toEqual([])
    expect(readTable(text, 9)).toEqual(table)
  })
})
