import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Block, docxOf } from '../../src/ui/docx.ts'
import { readDocx } from '../paper/docx.ts'
import { useChromium } from './chromium.ts'

// A letter as a file for Word, read by the browser's own reader of XML.

const stage = useChromium(() => 'about:')
let empty: Page
beforeAll(async () => {
  empty = await stage.person()
})

const letter: Block[] = [
  { as: 'head', text: '中共岚川市委巡察工作领导小组办公室' },
  { as: 'number', text: '\t岚巡办函〔2026〕2号' },
  { as: 'title', text: '关于转办有关事项的函' },
  { as: 'to', text: '岚川市农业农村局：' },
  { as: 'body', text: '近期，巡察工作中了解到榕墟镇有关方面的问题。' },
  { as: 'heading', text: '一、主要情况' },
  { as: 'body', text: '渠道排水不畅。' },
  { as: 'body', text: '' },
  { as: 'contact', text: '联系人：陈某　电话：0700-5550300' },
  { as: 'attached', text: '附件：有关事项办理情况反馈表' },
  { as: 'signed', lines: ['中共岚川市委巡察工作领导小组办公室', '（印章）', '2026年11月28日'] },
  { as: 'formTitle', text: '有关事项办理情况反馈表' },
  {
    as: 'form',
    rows: [
      { name: '来函文号', value: '岚巡办函〔2026〕2号', tall: false },
      { name: '核实情况', value: '', tall: true },
    ],
  },
]
const read = (blocks: Block[], mark = '') => readDocx(empty, docxOf({ blocks, mark }))
const changed = (bytes: Uint8Array, name: string, change: (xml: string) => string) => {
  const files = unzipSync(bytes)
  return zipSync({ ...files, [name]: strToU8(change(strFromU8(files[name] ?? new Uint8Array()))) })
}
const partOf = (blocks: Block[], name = 'word/document.xml') =>
  strFromU8(unzipSync(docxOf({ blocks, mark: '' }))[name] ?? new Uint8Array())

describe('a letter as a file for Word', () => {
  test('is a sound package with all that it says, in order, each in its own style', async () => {
    const { faults, words, styles, marks } = await read(letter)
    expect(faults).toEqual([])
    const said = letter.flatMap((block) =>
      'text' in block
        ? [[block.as, block.text]]
        : 'lines' in block
          ? block.lines.map((line) => ['signed', line])
          : block.rows.flatMap(({ name, value }) => [
              ['cell', name],
              ['cell', value],
            ]),
    )
    const [head, ...others] = said
    expect(words.map((text, at) => [styles[at], text])).toEqual([head, ['rule', ''], ...others, ['end', '']])
    expect(marks).toEqual(['', '', ''])
  })

  test.each([
    ['word/document.xml', (xml: string) => xml.replace('</w:body>', ''), /is not XML/],
    [
      'word/document.xml',
      (xml: string) => xml.replace(/(<w:pgSz[^>]*>)(<w:pgMar[^>]*>)/, '$2$1'),
      /pgSz in sectPr/,
    ],
    ['word/styles.xml', (xml: string) => xml.replace('w:styleId="body"', 'w:styleId="b"'), /no style body/],
    ['[Content_Types].xml', (xml: string) => xml.replace(/<Override[^>]*styles[^>]*>/, ''), /has no type/],
    [
      'word/_rels/document.xml.rels',
      (xml: string) => xml.replaceAll('header-even', 'header-odd'),
      /header-even/,
    ],
  ])('that is damaged in %s would be noticed', async (name, change, fault) => {
    const { faults } = await readDocx(empty, changed(docxOf({ blocks: letter, mark: '' }), name, change))
    expect(faults.join('\n')).toMatch(fault)
  })

  test('says what was written and becomes no markup, and leaves out what XML forbids', async () => {
    const sly = '</w:t><w:br/> & "&lt;" <!-- ]]> '
    const { faults, words } = await read(
      [
        { as: 'body', text: sly },
        { as: 'body', text: 'a\0\x01\x08b\x0b\x0c\x0e\x1fc\ufffe\uffffd\x7f\u0085' },
        { as: 'body', text: '  二　三\t四  ' },
        { as: 'body', text: '半个字\ud840，整个𠀀' },
        { as: 'form', rows: [{ name: '<甲>', value: '&乙', tall: false }] },
      ],
      '<李> & 1',
    )
    expect(faults).toEqual([])
    expect(words).toEqual([
      sly,
      'abcd\x7f\u0085',
      '  二　三\t四  ',
      '半个字\ufffd，整个𠀀',
      '<甲>',
      '&乙',
      '',
    ])
    expect((await read([], '<李> & 1')).marks).toEqual(['<李> & 1', '<李> & 1', '<李> & 1'])
  })

  test('begins as every reader expects, is the same bytes each time, and names nobody', () => {
    const bytes = docxOf({ blocks: letter, mark: '' })
    expect(Object.keys(unzipSync(bytes)).slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels'])
    expect(docxOf({ blocks: letter, mark: '' })).toEqual(bytes)
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('docProps'))).toEqual([])
  })
})

describe('as the standard has it', () => {
  test('text is 156 by 225 mm on A4, 22 lines of 28 characters, two of them in front of a paragraph', () => {
    const document = partOf(letter)
    const twips = (mm: number) => (mm / 25.4) * 1440
    const section = /<w:sectPr>.*<\/w:sectPr>/.exec(document)?.[0] ?? ''
    const of = (name: string) => Number(new RegExp(`w:${name}="(-?\\d+)"`).exec(section)?.[1])
    const across = of('w') - of('left') - of('right')
    expect(Math.abs(across - twips(156))).toBeLessThan(twips(0.5))
    expect(across).toBeGreaterThanOrEqual(28 * 20 * (16 + of('charSpace') / 4096))
    expect(across).toBeLessThan(29 * 20 * (16 + of('charSpace') / 4096))
    // Later pages begin at 37 mm, where their header ends.
    const high = of('h') - twips(37) - of('bottom')
    expect(Math.abs(high - twips(225))).toBeLessThan(twips(0.5))
    expect(Math.floor(high / of('linePitch'))).toBe(22)
    expect(partOf(letter, 'word/styles.xml')).toMatch(
      /w:styleId="body".*?w:firstLineChars="200".*?<\/w:style>/,
    )
  })

  test('each kind of line has its type, and the red lines their width, weight and place', () => {
    const styles = partOf(letter, 'word/styles.xml')
    const styleOf = (id: string) =>
      new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`).exec(styles)?.[0] ?? ''
    const typeOf = (xml: string) => [
      /<w:rFonts[^>]*w:eastAsia="([^"]+)"/.exec(xml)?.[1],
      Number(/<w:sz w:val="(\d+)"/.exec(xml)?.[1]) / 2,
      /<w:color w:val="(\w+)"/.exec(xml)?.[1],
    ]
    const typeAlone = (id: string) => typeOf(/<w:rPr>.*/.exec(styleOf(id))?.[0] ?? '')
    expect(typeOf(/<w:docDefaults>.*<\/w:docDefaults>/.exec(styles)?.[0] ?? '')).toEqual([
      '仿宋_GB2312',
      16,
      undefined,
    ])
    expect(typeAlone('head')).toEqual(['方正小标宋简体', 26, 'CC0000'])
    for (const id of ['title', 'formTitle']) {
      expect(typeAlone(id)).toEqual(['方正小标宋简体', 22, undefined])
      expect(styleOf(id)).toContain('<w:jc w:val="center"/>')
    }
    expect(typeAlone('heading')).toEqual(['黑体', Number.NaN, undefined])
    for (const id of ['to', 'body', 'contact', 'attached', 'signed', 'cell', 'number'])
      expect([id, ...typeAlone(id)]).toEqual([id, undefined, Number.NaN, undefined])
    // Eighths of a point, in red; 8 and 6 mm wider than the text; the first 4 mm under the name.
    const lineOf = (id: string) => [
      ...[...styleOf(id).matchAll(/<w:(top|bottom) [^>]*w:sz="(\d+)"[^>]*w:color="(\w+)"/g)].map((side) =>
        side.slice(1).join(' '),
      ),
      ...(/w:before="(\d+)".*<w:ind w:left="(-\d+)" w:right="(-\d+)"/.exec(styleOf(id))?.slice(1) ?? []),
    ]
    expect(lineOf('rule')).toEqual(['top 16 CC0000', 'bottom 6 CC0000', '227', '-454', '-340'])
    expect(lineOf('foot')).toEqual(['top 6 CC0000', 'bottom 16 CC0000', '0', '-454', '-340'])
    expect(styleOf('number')).toMatch(/<w:tab w:val="right" w:pos="884\d"\/>/)
  })

  test('pages are numbered between dashes, odd ones at the right and even ones at the left, the first not', () => {
    expect(partOf(letter)).toContain('<w:titlePg/>')
    expect(partOf(letter, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const styles = partOf(letter, 'word/styles.xml')
    const foot = (page: string) => {
      const xml = partOf(letter, `word/footer-${page}.xml`)
      const style = /<w:pStyle w:val="(\w+)"/.exec(xml)?.[1]
      const side = new RegExp(`w:styleId="${style}">.*?(<w:ind[^/]*/>)(<w:jc w:val="(\\w+)"/>)?`).exec(styles)
      const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<|w:instr="([^"]*)"/g)].map(
        ([, words, field]) => words ?? field,
      )
      return [side?.[1], side?.[3], ...text]
    }
    expect(foot('first').slice(2)).toEqual([])
    // Fourteen points, which is one of its characters.
    expect(foot('default')).toEqual(['<w:ind w:right="280"/>', 'right', '— ', ' PAGE ', '2', ' —'])
    expect(foot('even')).toEqual(['<w:ind w:left="280"/>', undefined, '— ', ' PAGE ', '2', ' —'])
    for (const id of ['odd', 'even'])
      expect(styles).toMatch(new RegExp(`w:styleId="${id}">.*?<w:sz w:val="28"/>.*?</w:style>`))
  })

  test.each([
    ['岚川市委巡察办', 28 - (7 + 8), '2026年11月28日'],
    ['中共岚川市委巡察工作领导小组办公室', 28 - 17, '2026年11月28日'],
    ['中共岚川市委全面从严治党巡察工作领导小组办公室第二联络协调小组', 0, '2026年1月8日'],
  ])('%s stands %d characters in, the date under its middle', (issuer, characters, date) => {
    const document = partOf([{ as: 'signed', lines: [issuer, '（印章）', date] }])
    const indents = [...document.matchAll(/<w:ind w:left="(\d+)"/g)].map(([, left]) => Number(left))
    expect(new Set(indents).size).toBe(1)
    expect((indents[0] ?? 0) / (((156 / 25.4) * 1440) / 28)).toBeCloseTo(characters, 1)
  })
})
