import fc from 'fast-check'
import { expect, it } from 'vitest'
import { broughtIn, countIn, drawnIn, isHideKey, sizeIn, wantedIn } from './within.ts'

/** Nearly a shape that is believed, or anything at all. */
const any = fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true })
const number = fc.oneof(fc.integer({ min: -3, max: 70_000 }), fc.integer(), fc.double(), any)
const said = fc.oneof(
  any,
  fc.record(
    {
      width: number,
      height: number,
      asked: number,
      count: number,
      hasLeftOut: any,
      want: fc.oneof(fc.string(), any),
    },
    { requiredKeys: [] },
  ),
)
const isWhole = (value: unknown, most: number) =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) <= most

it('whatever a frame says is a checked shape or nothing', () => {
  let believed = 0
  fc.assert(
    fc.property(said, (said) => {
      const [size, drawn, count] = [sizeIn(said), drawnIn(said), countIn(said)]
      for (const found of [size, drawn])
        if (found) expect([found.width, found.height].every((side) => isWhole(side, 65_536))).toBe(true)
      if (drawn) expect([typeof drawn.asked, typeof drawn.hasLeftOut]).toEqual(['number', 'boolean'])
      if (count !== undefined) expect(isWhole(count, 2 ** 31)).toBe(true)
      expect(wantedIn(said) ?? 'cmaps/H.bcmap').toMatch(/^(cmaps|standard_fonts)\/[\w-]+\.(bcmap|pfb|ttf)$/)
      if (size && drawn && count) believed++
    }),
    { numRuns: 5000 },
  )
  expect(believed).toBeGreaterThan(2)
})

it.each([
  ['a size', sizeIn({ width: 640, height: 480, more: 1 }), { width: 640, height: 480 }],
  ['the farthest', sizeIn({ width: 65_536, height: 1 }), { width: 65_536, height: 1 }],
  ['farther', sizeIn({ width: 65_537, height: 1 }), undefined],
  ['nothing across', sizeIn({ width: 0, height: 480 }), undefined],
  ['half a point', sizeIn({ width: 1.5, height: 480 }), undefined],
  ['a word for a number', sizeIn({ width: '640', height: '480' }), undefined],
  [
    'a page that was drawn',
    drawnIn({ width: 1, height: 2, asked: 3, hasLeftOut: 'yes' }),
    { width: 1, height: 2, asked: 3, hasLeftOut: false },
  ],
  ['a page nobody asked for', drawnIn({ width: 1, height: 2, hasLeftOut: true }), undefined],
  ['pages', countIn({ count: 2 ** 31 }), 2 ** 31],
  ['more pages than can be', countIn({ count: 2 ** 31 + 1 }), undefined],
  ['no page', countIn({ count: 0 }), undefined],
  ['a font', wantedIn({ want: 'standard_fonts/FoxitSans.pfb' }), 'standard_fonts/FoxitSans.pfb'],
  ['signs of East Asia', wantedIn({ want: 'cmaps/UniGB-UCS2-H.bcmap' }), 'cmaps/UniGB-UCS2-H.bcmap'],
  ['another place', wantedIn({ want: 'cmaps/../../office.bcmap' }), undefined],
  ['another host', wantedIn({ want: '//example.org/cmaps/a.bcmap' }), undefined],
  ['more after it', wantedIn({ want: 'cmaps/a.bcmap\n?b' }), undefined],
  ['a name that is none', wantedIn({ want: ['cmaps/a.bcmap'] }), undefined],
  ['what was brought', broughtIn({ brought: 'cmaps/a.bcmap', bytes: undefined })?.brought, 'cmaps/a.bcmap'],
  ['what has no name', broughtIn({ bytes: new Uint8Array(1) }), undefined],
])('%s', (_, read, what) => {
  expect(read).toEqual(what)
})

it('one key alone hides', () => {
  const pressed = (held: Partial<KeyboardEvent>) =>
    isHideKey({ key: '.', ctrlKey: false, altKey: false, metaKey: false, ...held } as KeyboardEvent)
  expect(pressed({})).toBe(true)
  expect(pressed({ key: ',' })).toBe(false)
  for (const held of ['ctrlKey', 'altKey', 'metaKey']) expect(pressed({ [held]: true })).toBe(false)
})
