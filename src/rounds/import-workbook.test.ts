import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { isWorkbook, readWorkbook } from './import-workbook.ts'

const workbook = (sheet: string, strings = '', others: Record<string, Uint8Array> = {}) =>
  new Uint8Array(
    zipSync({
      ...others,
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
  it('is read from its first sheet, shared and inline words, numbers, empty cells and empty rows', async () => {
    const strings =
      '<si><t>榕墟镇</t></si><si><r><t>青</t></r><r><t xml:space="preserve">塘&amp;村</t></r><rPh><t>qing</t></rPh></si>'
    const sheet =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1"><v>3</v></c></row>' +
      '<row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" t="inlineStr"><is><t>&#x6751;</t></is></c></row>'
    expect(await readWorkbook(workbook(sheet, strings), 9)).toEqual([
      ['榕墟镇', '', '3'],
      [],
      ['青塘&村', '村'],
    ])
  })

  it('gives of a formula its last result, never the formula', async () => {
    const sheet = '<row r="1"><c r="A1" t="str"><f>HYPERLINK("x")</f><v>榕墟镇</v></c></row>'
    expect(await readWorkbook(workbook(sheet), 9)).toEqual([['榕墟镇']])
  })

  it('is read no further than asked, wherever a row says it stands', async () => {
    expect(await readWorkbook(workbook('<row r="999999999"><c r="A1"><v>1</v></c></row>'), 5)).toHaveLength(5)
  })

  it('is none when it is another ZIP, or broken', async () => {
    const other = new Uint8Array(zipSync({ 'a.txt': strToU8('a') }))
    expect([isWorkbook(other), await readWorkbook(other, 9)]).toEqual([true, undefined])
    expect(await readWorkbook(workbook('').slice(0, 90), 9)).toBeUndefined()
  })

  it('is none when what it needs is damaged or cut short', async () => {
    const bytes = workbook('<row r="1"><c r="A1"><v>1</v></c></row>')
    const name = 'xl/worksheets/sheet2.xml'
    const entry = listed(bytes, name)
    const view = new DataView(bytes.buffer)
    const start = view.getUint32(entry + 42, true) + 30 + name.length
    const size = view.getUint32(entry + 20, true)
    expect(await readWorkbook(bytes, 9)).toEqual([['1']])
    view.setUint32(entry + 20, size - 3, true)
    expect(await readWorkbook(bytes, 9)).toBeUndefined()
    view.setUint32(entry + 20, size, true)
    bytes.fill(0xff, start, start + size)
    expect(await readWorkbook(bytes, 9)).toBeUndefined()
  })

  it('that swells when unpacked is not unpacked', async () => {
    const swollen = workbook(' '.repeat(25 * 1024 * 1024))
    expect(swollen.length).toBeLessThan(100_000)
    expect(await readWorkbook(swollen, 9)).toBeUndefined()
  })

  it('that swells is not unpacked either when its list says that it is small, or when it swells in two parts', async () => {
    const swollen = workbook(' '.repeat(25 * 1024 * 1024))
    const said = listed(swollen, 'xl/worksheets/sheet2.xml') + 24
    new DataView(swollen.buffer).setUint32(said, 100, true)
    expect(await readWorkbook(swollen, 9)).toBeUndefined()
    const half = ' '.repeat(13 * 1024 * 1024)
    expect(await readWorkbook(workbook(half), 9)).toEqual([])
    expect(await readWorkbook(workbook(half, half), 9)).toBeUndefined()
  })

  it('is read without unpacking what is not asked of it', async () => {
    const row = '<row r="1"><c r="A1" t="str"><v>榕墟镇</v></c></row>'
    const broken = workbook(row, '', { 'xl/worksheets/sheet3.xml': new Uint8Array(99) })
    const other = listed(broken, 'xl/worksheets/sheet3.xml')
    const at = new DataView(broken.buffer).getUint32(other + 42, true)
    broken.fill(
      0xff,
      at + 30 + 'xl/worksheets/sheet3.xml'.length,
      at + 36 + 'xl/worksheets/sheet3.xml'.length,
    )
    expect(await readWorkbook(broken, 9)).toEqual([['榕墟镇']])
  })

  it('whose one long string would fill every cell is not read', async () => {
    const cells = '<c t="s"><v>0</v></c>'.repeat(60)
    const sheet = Array.from({ length: 50 }, () => `<row>${cells}</row>`).join('')
    expect(await readWorkbook(workbook(sheet, `<si><t>${'长'.repeat(9)}</t></si>`), 99)).toHaveLength(50)
    expect(await readWorkbook(workbook(sheet, `<si><t>${'长'.repeat(9_000)}</t></si>`), 99)).toBeUndefined()
  })

  it('is read when it keeps every size and place in eight bytes, as some programs do', async () => {
    const row = '<row r="1"><c r="A1" t="str"><v>榕墟镇</v></c></row>'
    expect(await readWorkbook(inEightBytes(workbook(row)), 9)).toEqual([['榕墟镇']])
  })
})

/** Where a part is listed. */
function listed(zip: Uint8Array, name: string): number {
  return Buffer.from(zip).lastIndexOf(name) - 46
}

/** The same ZIP file with the list that programs write which never know how long it gets. */
function inEightBytes(zip: Uint8Array): Uint8Array<ArrayBuffer> {
  const old = new DataView(zip.buffer)
  const end = zip.length - 22
  const count = old.getUint16(end + 10, true)
  const listAt = old.getUint32(end + 16, true)
  const list: Uint8Array[] = []
  for (let at = listAt; at < end; ) {
    const name = old.getUint16(at + 28, true)
    const entry = new Uint8Array(46 + name + 28)
    entry.set(zip.slice(at, at + 46 + name))
    const view = new DataView(entry.buffer)
    view.setUint16(30, 28, true)
    view.setUint16(46 + name, 1, true)
    view.setUint16(48 + name, 24, true)
    for (const [n, field] of [24, 20, 42].entries()) {
      view.setUint32(50 + name + n * 8, view.getUint32(field, true), true)
      view.setUint32(field, 0xffffffff, true)
    }
    list.push(entry)
    at += 46 + name
  }
  const tail = new DataView(new ArrayBuffer(56 + 20 + 22))
  const tailAt = listAt + list.reduce((sum, { length }) => sum + length, 0)
  tail.setUint32(0, 0x06064b50, true)
  tail.setUint32(32, count, true)
  tail.setUint32(48, listAt, true)
  tail.setUint32(56, 0x07064b50, true)
  tail.setUint32(64, tailAt, true)
  tail.setUint32(76, 0x06054b50, true)
  tail.setUint32(86, 0xffffffff, true)
  tail.setUint32(92, 0xffffffff, true)
  return new Uint8Array(Buffer.concat([zip.slice(0, listAt), ...list, new Uint8Array(tail.buffer)]))
}
