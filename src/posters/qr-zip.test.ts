import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { printed, readBy, shown } from '../../test/paper/raster.ts'
import { zipWords } from '../i18n/round-paper.ts'
import { csvOf } from './qr-list.ts'
import { zipOf } from './qr-zip.ts'

const code = (n: number) => ({
  token: `7K3M9QZX0A1BCDE${n}`,
  origin: 'https://sc.example.cn',
  noticeNumber: `12345${n}`,
  unitName: n === 1 ? '=HYPERLINK("http://x.example","青塘村")' : `第${n}村`,
  teamName: '第二巡察组',
  roundTitle: '十二届市委第二轮巡察',
})
const words = { list: zipWords.list[0], columns: zipWords.columns[0] }

describe('all codes of a round as one file', () => {
  it('are each an SVG and a PNG that lead to their own code, and a line of the list', async () => {
    const codes = [0, 1, 2].map(code)
    const told: number[] = []
    const packed = (made: number) => {
      told.push(made)
    }
    const files = unzipSync(await zipOf(codes, { ...words, packed }))
    expect(told).toEqual([1, 2, 3])
    expect(Object.keys(files)).toHaveLength(7)
    for (const { token, noticeNumber } of codes) {
      const says = `https://sc.example.cn/C/${token}`
      expect(readBy(printed(strFromU8(files[`svg/${noticeNumber}.svg`]!), 400))).toBe(says)
      expect(readBy(shown(files[`png/${noticeNumber}.png`]!))).toBe(says)
    }
    const bytes = files['公告清单.csv']!
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).split('\r\n')
    expect(lines[0]).toBe('公告号,单位,巡察组,轮次,网址,SVG,PNG')
    expect(lines[1]).toBe(
      '123450,第0村,第二巡察组,十二届市委第二轮巡察,https://sc.example.cn/c/7K3M9QZX0A1BCDE0,svg/123450.svg,png/123450.png',
    )
    expect(lines[2]).toContain(`123451,"'=HYPERLINK(""http://x.example"",""青塘村"")",`)
  })
})

describe('a cell of the list', () => {
  it.each(['=1+1', '+86', '-1', '@SUM(A1)', ' =1', '＝1＋1', '\tx', '\r=1'])(
    'that begins like the formula %j is shown as text',
    (text) => {
      expect(csvOf([[text]]).replaceAll('"', '')).toBe(`\ufeff'${text}\r\n`)
    },
  )

  it('with commas, quotes and ends of lines stays one cell', () => {
    expect(csvOf([['a,b', 'c"d', 'e\nf', '青塘村-一组']])).toBe('\ufeff"a,b","c""d","e\nf",青塘村-一组\r\n')
  })
})
