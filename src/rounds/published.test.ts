import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Channel, channels } from '../reports/channels.ts'
import { type Kind, kinds } from '../reports/lifecycle.ts'
import { published } from './published.ts'

const tableOf = (cells: readonly number[]) => {
  const of = (channel: Channel, kind: Kind) =>
    cells[channels.indexOf(channel) * kinds.length + kinds.indexOf(kind)] ?? 0
  const sum = (some: readonly number[]) => some.reduce((all, n) => all + n, 0)
  const byChannel = (channel: Channel) => sum(kinds.map((kind) => of(channel, kind)))
  const byKind = (kind: Kind) => sum(channels.map((channel) => of(channel, kind)))
  return { of, byChannel, byKind, all: sum(cells) }
}

const size = channels.length * kinds.length
const readable = (cells: readonly number[]) => {
  const { of, all } = published(tableOf(cells))
  return { cells: channels.flatMap((channel) => kinds.map((kind) => of(channel, kind))), all }
}

/** Every table of the same size that a reader could take this one for: small cells hold 0, 1 or 2. */
function couldBe(shown: ReturnType<typeof readable>, at: number): ReadonlySet<number> {
  const hidden = shown.cells.filter((n) => n === undefined).length
  const rest = shown.cells.reduce<number>((sum, n) => sum + (n ?? 0), 0)
  const left = shown.all === undefined ? undefined : shown.all - rest
  if (shown.cells[at] !== undefined) return new Set([shown.cells[at]])
  const fits = (n: number) => left === undefined || (left - n >= 0 && left - n <= 2 * (hidden - 1))
  return new Set([0, 1, 2].filter(fits))
}

test('no figure below three is shown, nor can one be worked out from the sum', () => {
  const cell = fc.oneof(fc.nat(2), fc.nat(9))
  fc.assert(
    fc.property(fc.array(cell, { minLength: size, maxLength: size }), (cells) => {
      const shown = readable(cells)
      cells.forEach((n, at) => {
        expect(shown.cells[at]).toBe(n < 3 ? undefined : n)
        if (n < 3) expect(couldBe(shown, at).size).toBeGreaterThan(1)
      })
      if (shown.all !== undefined) expect(shown.all).toBe(cells.reduce((sum, n) => sum + n, 0))
    }),
  )
})

test('the sum is kept back when a single figure is hidden, and shown when none is', () => {
  const full = Array.from({ length: size }, () => 5)
  expect(readable(full).all).toBe(5 * size)
  expect(readable(full.with(4, 1)).all).toBeUndefined()
  expect(readable(full.with(4, 1).with(5, 0)).all).toBe(5 * (size - 2) + 1)
  expect(readable(full.with(4, 2).with(5, 2)).all).toBeUndefined()
})
