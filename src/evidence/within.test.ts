import fc from 'fast-check'
import { expect, it } from 'vitest'
import { broughtIn, countIn, drawnIn, isHideKey, sizeIn, wantedIn } from './within.ts'

const readers = { sizeIn, drawnIn, countIn, wantedIn }

it('whatever a frame says is a checked shape or nothing', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (said) => {
      const size = sizeIn(said)
      if (size) expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(65_536)
      for (const read of Object.values(readers)) expect(() => read(said)).not.toThrow()
    }),
  )
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
  const pressed = (with_: Partial<KeyboardEvent>) =>
    isHideKey({ key: '.', ctrlKey: false, altKey: false, metaKey: false, ...with_ } as KeyboardEvent)
  expect(pressed({})).toBe(true)
  expect(pressed({ key: ',' })).toBe(false)
  for (const held of ['ctrlKey', 'altKey', 'metaKey']) expect(pressed({ [held]: true })).toBe(false)
})
