import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isWorkbook, readWorkbook } from './import-sheet.ts'

const workbook = (sheet: string, strings = '') =>
  new Uint8Array(
    zipSync({
      'xl/workbook.xml': strToU8(
        '<workbook><sheets><sheet name="单位" sheetId="7" r:id="rId3"/><sheet name="b" r:id="rId1"/></sheets></workbook>',
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Target="worksheets/sheet2.xml"/></Relationships>',
      ),
      'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
      'xl/worksheets/sheet1.xml': strToU8('<worksheet/>'),
      'xl/worksheets/sheet2.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    }),
  )

describe('a workbook', () => {
  it('is read from its first sheet, shared and inline words, numbers, empty cells and empty rows', () => {
    const strings =
      '<si><t>榕墟镇</t></si><si><r><t>青</t></r><r><t xml:space="preserve">塘&amp;村</t></r><rPh><t>qing</t></rPh></si>'
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>3</v></c></row>' +
      '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="inlineStr"><is><t>&#x6751;</t></is></c></row>'
    expect(readWorkbook(workbook(sheet, strings), 9)).toEqual([['榕墟镇', '', '3'], [], ['青塘&村', '村']])
  })

  it('gives of a formula its last result, never the formula', () => {
    const sheet = '<row r="1"><c r="A1" t="str"><f>HYPERLINK("x")</f><v>榕墟镇</v></c></row>'
    expect(readWorkbook(workbook(sheet), 9)).toEqual([['榕墟镇']])
  })

  it('is read no further than asked, wherever a row says it stands', () => {
    expect(readWorkbook(workbook('<row r="999999999"><c r="A1"><v>1</v></c></row>'), 5)).toHaveLength(5)
  })

  it('is none when it is another ZIP, or broken', () => {
    const other = new Uint8Array(zipSync({ 'a.txt': strToU8('a') }))
    expect([isWorkbook(other), readWorkbook(other, 9)]).toEqual([true, undefined])
    expect(readWorkbook(workbook('').slice(0, 90), 9)).toBeUndefined()
  })

  it('that swells when unpacked is not unpacked', () => {
    const swollen = workbook(' '.repeat(25 * 1024 * 1024))
    expect(swollen.length).toBeLessThan(100_000)
    expect(readWorkbook(swollen, 9)).toBeUndefined()
  })
})
