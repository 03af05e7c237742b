import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Bytes, random } from './bytes.ts'
import { checkDigit } from './digits.ts'
import { openRecovery } from './open.ts'
import {
  makeRecoverySecret,
  type OfficeKeys,
  readRow,
  readSheet,
  type Sheet,
  sealOfficeKeys,
  sheetRows,
  splitSecret,
} from './recovery.ts'

const keys: OfficeKeys = { root: random(138), box: random(138), recovery: random(138) }
const refused = { name: 'Unopened', why: 'key' }
const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((it) => Uint8Array.from(it))
let sheets: Sheet[]
let bundle: Bytes
beforeAll(async () => {
  const secret = makeRecoverySecret()
  sheets = await splitSecret(secret)
  bundle = await sealOfficeKeys(secret, sheets[0]!.set, keys)
})

describe('a sheet', () => {
  it('is five rows of 20 digits, and is read back however it is typed', () => {
    fc.assert(
      fc.property(bytes(3), bytes(33), (set, share) => {
        const rows = sheetRows({ set, share })
        expect(rows).toHaveLength(5)
        expect(rows.every((row) => /^\d{20}$/.test(row) && readRow(row))).toBe(true)
        const typed = rows.map((row) =>
          row
            .replace(/\d{4}/g, '$& ')
            .replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
        )
        expect(readSheet(rows)).toEqual({ set, share })
        expect(readSheet(typed)).toEqual({ set, share })
      }),
    )
  })

  it('notices one wrong digit in its row', () => {
    const [sheet] = sheets
    for (const row of sheetRows(sheet!))
      for (let at = 0; at < 20; at++) {
        const wrong = row.slice(0, at) + ((Number(row[at]) + 1) % 10) + row.slice(at + 1)
        expect(readRow(wrong)).toBe(false)
      }
  })

  it('is none with a row missing, out of place, or of another version', () => {
    const [sheet] = sheets
    const rows = sheetRows(sheet!)
    const completed = (digits: string) => digits + checkDigit(digits)
    expect(readSheet(rows.slice(1))).toBeUndefined()
    expect(readSheet([...rows, rows[0]!])).toBeUndefined()
    expect(readSheet([rows[1]!, rows[0]!, ...rows.slice(2)])).toBeUndefined()
    expect(readSheet([rows[0]!.slice(1), ...rows.slice(1)])).toBeUndefined()
    expect(readSheet(Array.from({ length: 5 }, () => completed('0'.repeat(19))))).toBeUndefined()
    expect(readSheet(Array.from({ length: 5 }, () => completed('9'.repeat(19))))).toBeUndefined()
  })
})

describe('the office keys', () => {
  it('come back from any two of three sheets, and from all three', async () => {
    const [a, b, c] = sheets as [Sheet, Sheet, Sheet]
    for (const some of [
      [a, b],
      [b, c],
      [c, a],
      [a, b, c],
    ])
      expect(await openRecovery(some, bundle)).toEqual(keys)
  })

  it('come back from three of five, and not from two', async () => {
    const secret = makeRecoverySecret()
    const five = await splitSecret(secret, 5, 3)
    const bundle = await sealOfficeKeys(secret, five[0]!.set, keys)
    expect(await openRecovery([five[4]!, five[0]!, five[2]!], bundle)).toEqual(keys)
    await expect(openRecovery(five.slice(0, 2), bundle)).rejects.toMatchObject(refused)
  })

  it('come back although one sheet is wrong or given twice', async () => {
    const [a, b, c] = sheets as [Sheet, Sheet, Sheet]
    expect(await openRecovery([{ ...a, share: random(33) }, b, c], bundle)).toEqual(keys)
    expect(await openRecovery([a, a, b], bundle)).toEqual(keys)
  })

  it('never come back from wrong shares', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(31), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const [a, b] = sheets as [Sheet, Sheet, Sheet]
        const wrong = { ...a, share: a.share.map((byte, i) => (i === at ? byte ^ by : byte)) }
        await expect(openRecovery([wrong, b], bundle)).rejects.toMatchObject(refused)
      }),
      { numRuns: 50 },
    )
  })

  it('never come back from one sheet, none, or sheets of another set', async () => {
    const [a, b] = sheets as [Sheet, Sheet, Sheet]
    const others = await splitSecret(makeRecoverySecret())
    for (const some of [[], [a], [a, a], [a, others[1]!], others.slice(0, 2)])
      await expect(openRecovery(some, bundle)).rejects.toMatchObject(refused)
    const set = random(3)
    await expect(
      openRecovery(
        [
          { ...a, set },
          { ...b, set },
        ],
        bundle,
      ),
    ).rejects.toMatchObject(refused)
  })

  it('are split only into as many sheets as make sense', async () => {
    for (const [shares, threshold] of [
      [3, 1],
      [2, 3],
      [9, 2],
    ] as const)
      await expect(splitSecret(random(32), shares, threshold)).rejects.toThrow(RangeError)
  })

  it('say so when the bundle is no bundle', async () => {
    await expect(openRecovery(sheets, random(40).fill(9, 0, 2))).rejects.toMatchObject({
      name: 'Unopened',
      why: 'format',
    })
  })
})
