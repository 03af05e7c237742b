import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { listCodes } from '../../src/posters/store.ts'
import { makeNoticeNumber } from '../../src/sealing/notice-number.ts'
import { addressSymbol, type Level, pngOf, svgOf, symbolOf } from '../../src/ui/qr.ts'
import { giveKeys, makeCode, makeRound } from '../cast/bare-office.ts'
import { openOfficeDesk } from '../cast/office-desk.ts'
import { blurred, covered, printed, readBy, seenAt, shown, turned } from './raster.ts'

// Every symbol that leaves the house is read by a decoder that shares nothing with the encoder.

/** Dots at 300 an inch, over the whole square with its quiet zone. */
const dots = (millimetres: number) => Math.round((millimetres / 25.4) * 300)
/** What the style sheet of the papers says, in millimetres or as a factor. */
const style = readFileSync('public/style/notice.css', 'utf8')
const styled = (selector: string, property: string) => {
  const [, body = ''] = style.split(`\n${selector} {`)
  return Number(new RegExp(`\\b${property}: ([\\d.]+)`).exec(body.split('}')[0] ?? '')?.[1])
}
const large = styled('.a3 .sheet', 'zoom')
const [frame, tight] = [styled('.notice-frame', 'width'), styled('.tight .notice-frame', 'width')]
/** As wide as each paper prints it. */
const papers = {
  notice: frame,
  'tight notice': tight,
  'notice on A3': frame * large,
  'tight notice on A3': tight * large,
  card: styled('.card svg', 'width'),
  tent: styled('.tent-code', 'width'),
}

/** Symbols of both versions that a host of usual length gives, with tokens of every kind of letter. */
const tokens = ['7K3M9QZX0A1BCDEF', '0000000000000000', 'ZYXWVTSRQPNMKJHG']
const hosts = { 4: 'https://sc.example.cn', 5: 'https://xunchaban.lanchuan.example.cn' }
const symbols = Object.entries(hosts).flatMap(([version, origin]) =>
  tokens.map((token) => {
    const symbol = addressSymbol(origin, paths.printedCode(token))
    return {
      version: Number(version),
      symbol,
      svg: svgOf(symbol, ''),
      says: origin + paths.printedCode(token),
    }
  }),
)

describe.each(Object.entries(papers))('the symbol on a %s', (_, millimetres) => {
  it('reads at print size, and seen from so far that a module is 2.5 pixels', () => {
    for (const { version, symbol, svg, says } of symbols) {
      expect(symbol.version).toBe(version)
      const paper = printed(svg, dots(millimetres))
      expect(readBy(paper)).toBe(says)
      expect(readBy(seenAt(paper, Math.round((symbol.size + 8) * 2.5)))).toBe(says)
    }
  })

  it('reads turned, blurred by a third of a module, and both', () => {
    for (const { symbol, svg, says } of symbols) {
      const module = 4
      const seen = seenAt(printed(svg, dots(millimetres)), (symbol.size + 8) * module)
      for (const degrees of [7, 33, 90, 145, 180, 260]) expect(readBy(turned(seen, degrees))).toBe(says)
      expect(readBy(blurred(seen))).toBe(says)
      expect(readBy(turned(blurred(seen), 21))).toBe(says)
    }
  })

  it.each([
    ['white', 255],
    ['black', 0],
  ])('reads with a %s patch over one fifth of what carries data', (_, shade) => {
    for (const { symbol, svg, says } of symbols) {
      const module = 5
      const seen = seenAt(printed(svg, dots(millimetres)), (symbol.size + 8) * module)
      for (const patch of patchesOver(symbol.size)) {
        const { x, y, width, height } = patch
        expect(width * height).toBeGreaterThanOrEqual(carriers(symbol.size) / 5)
        const there = { x: (x + 4) * module, y: (y + 4) * module }
        const size = { width: width * module, height: height * module }
        expect(readBy(covered(seen, { ...there, ...size, shade }))).toBe(says)
      }
    }
  })
})

it('the widths are those of the papers, A3 larger than A4 by the square root of two', () => {
  const { notice, 'notice on A3': onA3, card } = papers
  expect(card).toBe(40)
  expect(notice).toBeGreaterThanOrEqual(76)
  expect(onA3 / notice).toBeCloseTo(Math.SQRT2, 3)
  expect(Object.values(papers).every((width) => width >= 40)).toBe(true)
})

/** Drawn in a browser from what is in its page alone, by the same lines. */
const drawnThere: Record<string, [says: string, level?: Level]> = {
  'slip, which leads to progress': [
    `https://xunchaban.lanchuan.example.cn${paths.progress}#12345678901234567895`,
  ],
  'sheet of a colleague': [`https://xunchaban.lanchuan.example.cn${paths.activate}#7K3M9QZX0A1BCDEF`],
  'recovery sheet': ['12345678901234567895'.repeat(5), 'H'],
}
const plain = Number(
  /\.plain \.qr \{\s+width: (\d+)mm/.exec(readFileSync('public/style/sheets.css', 'utf8'))?.[1],
)

it.each(Object.entries(drawnThere))(
  'the symbol on a %s reads too, turned, blurred and covered',
  (_, [says, level]) => {
    const symbol = symbolOf(says, level)
    const paper = printed(svgOf(symbol, ''), dots(plain))
    expect(readBy(paper)).toBe(says)
    const module = 5
    const seen = seenAt(paper, (symbol.size + 8) * module)
    for (const degrees of [33, 90, 180]) expect(readBy(turned(seen, degrees))).toBe(says)
    expect(readBy(turned(blurred(seen), 21))).toBe(says)
    for (const { x, y, width, height } of patchesOver(symbol.size)) {
      const [left, top, wide, high] = [x + 4, y + 4, width, height].map((modules) => modules * module)
      const patch = { x: left ?? 0, y: top ?? 0, width: wide ?? 0, height: high ?? 0, shade: 255 }
      expect(readBy(covered(seen, patch))).toBe(says)
    }
  },
)

describe('the smallest symbol of all, 40 mm', () => {
  it.each([
    ['white', 255],
    ['black', 0],
  ])('reads turned with a %s patch over one fifth, sharp and blurred', (_, shade) => {
    for (const { symbol, svg, says } of symbols) {
      const module = 6
      const seen = seenAt(printed(svg, dots(papers.card)), (symbol.size + 8) * module)
      for (const { x, y, width, height } of patchesOver(symbol.size)) {
        const patch = {
          x: (x + 4) * module,
          y: (y + 4) * module,
          width: width * module,
          height: height * module,
        }
        const hidden = covered(seen, { ...patch, shade })
        for (const degrees of [21, 90, 180, 200]) expect(readBy(turned(hidden, degrees))).toBe(says)
        expect(readBy(turned(blurred(hidden), 21))).toBe(says)
      }
    }
  })
})

/**
 * The modules that carry data or its correction: not the three finders with their white rim and format bits, the two
 * lines of timing and the alignment pattern. Level Q mends a quarter of the code words, and a patch cuts more of them
 * than it hides. So a fifth of these modules is what may be hidden in one piece, and not everywhere: this is said of
 * patches at the left and right edge between the corners. Who covers a finder hides the symbol from every scanner.
 */
const carriers = (size: number) => size * size - 3 * 81 - 2 * (size - 17) - 25 + 1

function patchesOver(size: number) {
  const width = 17
  const height = Math.ceil(carriers(size) / 5 / width)
  return [0, size - width].map((x) => ({ x, y: 10, width, height }))
}

it('a decoder that reads everything would prove nothing: half a symbol is not read', () => {
  const { svg, symbol } = symbols[0]!
  const seen = seenAt(printed(svg, dots(84)), (symbol.size + 8) * 5)
  expect(readBy(covered(seen, { x: 0, y: 100, width: 205, height: 105, shade: 255 }))).toBeUndefined()
})

describe('the symbols of a round', () => {
  it('on its notices, cards and tents and as files each lead to their own code', async () => {
    const at = await openOfficeDesk()
    const ids = await makeRound(at.db)
    await giveKeys(at.db, at.office, ids)
    const { token } = await makeCode(at.db, at.office, ids, makeNoticeNumber())
    const says = `https://sc.example.cn${paths.printedCode(token)}`
    const svgs = async (address: string) =>
      (await (await at.get(address)).text()).match(/<svg xmlns.*?<\/svg>/gs) ?? []
    const round = (what: string) => `${paths.printRound(ids.roundId)}?what=${what}&sheets=all`
    for (const [address, count] of [
      [round('notices'), 3],
      [round('cards'), 10],
      [round('tents'), 2],
      [paths.printTent(token), 2],
      [paths.codeSvg(token), 1],
    ] as const) {
      const found = await svgs(address)
      expect([address, found.length]).toEqual([address, count])
      for (const svg of new Set(found)) expect(readBy(printed(svg, dots(40)))).toBe(says)
    }
    const png = new Uint8Array(await (await at.get(paths.codePng(token))).arrayBuffer())
    expect(readBy(shown(png))).toBe(says)
    expect(await listCodes(at.db, ids.roundId)).toHaveLength(1)
  })

  it.each([2, 3, 8])('reads as a PNG of %i pixels a module', (pixels) => {
    for (const { symbol, says } of symbols) expect(readBy(shown(pngOf(symbol, pixels)))).toBe(says)
  })
})

it('an office whose host is new to us has a symbol that reads, whatever its length', async () => {
  for (const length of [12, 16, 23, 24, 37, 38, 60]) {
    const origin = `https://${'a'.repeat(length - 3)}.cn`
    const svg = svgOf(addressSymbol(origin, paths.printedCode(tokens[0]!)), '')
    expect(readBy(printed(svg, dots(papers['tight notice'])))).toBe(origin + paths.printedCode(tokens[0]!))
  }
})
