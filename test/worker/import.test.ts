import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { decodeText } from '../../src/rounds/import-text.ts'
import { readWorkbook } from '../../src/rounds/import-workbook.ts'

test('a table saved by WPS in GB18030 is read on Workers', () => {
  expect(decodeText(new Uint8Array([0xd5, 0xf2, 0x2c, 0xb4, 0xe5, 0x0a, 0x95, 0x32, 0x82, 0x36]))).toBe(
    '镇,村\n𠀀',
  )
  expect(decodeText(new Uint8Array([0xff, 0xfe, 0x47, 0x95]))).toBe('镇')
  expect(decodeText(new Uint8Array([0xd5, 0xf2, 0xff, 0xff, 0x20]))).toBeUndefined()
})

const workbook = (sheet: string) =>
  new Uint8Array(
    zipSync({
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    }),
  )

test('a workbook is read on Workers, unless it swells or is damaged', async () => {
  const row = '<row r="1"><c r="A1" t="str"><v>榕墟镇</v></c></row>'
  expect(await readWorkbook(workbook(row), 9)).toEqual([['榕墟镇']])
  expect(await readWorkbook(workbook(row + ' '.repeat(25 * 1024 * 1024)), 9)).toBeUndefined()
  const damaged = workbook(row)
  damaged.fill(0xff, 60, 80)
  expect(await readWorkbook(damaged, 9)).toBeUndefined()
})

test('what is no workbook is none on Workers', async () => {
  expect(await readWorkbook(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 9)).toBeUndefined()
})
