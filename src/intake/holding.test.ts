import type { Context } from 'hono'
import { describe, expect, it, test } from 'vitest'
import { openTestHouse } from '../../test/house.ts'
import { holding, shortened } from './holding.ts'
import { isTimely, stampedNonce } from './stamped-nonce.ts'

test.each([
  ['203.0.113.77', '203.0.113'],
  ['::ffff:203.0.113.78', '203.0.113'],
  ['2001:0db8:00ab:1::5', '2001:db8:ab'],
  ['2001:db8::1', '2001:db8:0'],
  ['::1', '0:0:0'],
  ['', undefined],
  ['unknown', undefined],
  ['203.0.113.77, 10.0.0.1', undefined],
])('of the address %s its network alone is looked at: %s', (address, network) => {
  expect(shortened(address)).toBe(network)
})

describe('what comes within ten minutes', () => {
  const c = {} as Context
  async function open(quotas = { near: 3, code: 5, all: 6 }) {
    let from: string | undefined
    const { house, clock } = await openTestHouse()
    const hold = holding({ quotas, addressOf: () => from }, house)
    const times = async (n: number, code: string, address?: string) => {
      from = address
      const held: boolean[] = []
      for (let at = 0; at < n; at++) held.push(await hold(c, code))
      return held
    }
    return { clock, times }
  }

  it('is let in from one network up to its number, and takes nothing from others after that', async () => {
    const { times } = await open()
    expect(await times(50, 'A', '203.0.113.1')).toEqual([false, false, false, ...Array(47).fill(true)])
    expect(await times(1, 'A', '203.0.113.200')).toEqual([true])
    expect(await times(2, 'A', '198.51.100.1')).toEqual([false, false])
  })

  it('is held for one code alone, and for all when there are too many in all', async () => {
    const { times } = await open()
    expect((await times(9, 'A')).filter(Boolean)).toHaveLength(4)
    expect(await times(2, 'B')).toEqual([false, true])
  })

  it('is forgotten after that, key and all', async () => {
    const { clock, times } = await open()
    expect(await times(4, 'A', '203.0.113.1')).toEqual([false, false, false, true])
    clock.set(new Date(clock.now().getTime() + 10 * 60_000))
    expect(await times(1, 'A', '203.0.113.1')).toEqual([false])
  })
})

describe('a form without scripts', () => {
  const secret = new Uint8Array(32).fill(3)
  const made = new Date('2026-11-24T09:00:00+08:00')
  const later = (seconds: number) => new Date(made.getTime() + seconds * 1000)

  it('is timely from two seconds on, for a day and a little more, and for its own code', async () => {
    const nonce = await stampedNonce(secret, 'A', made)
    for (const [seconds, timely] of [
      ...[[0, false] as const, [1, false] as const, [2, true] as const],
      ...[[24 * 3600, true] as const, [27 * 3600, false] as const],
    ])
      expect(await isTimely(secret, 'A', nonce, later(seconds)), String(seconds)).toBe(timely)
    expect(await isTimely(secret, 'B', nonce, later(60))).toBe(false)
    expect(await isTimely(new Uint8Array(32), 'A', nonce, later(60))).toBe(false)
  })

  it.each([undefined, '', 'A'.repeat(48), 'A'.repeat(22), ['x'], '!'.repeat(48)])(
    'is not with %j for a nonce',
    async (nonce) => {
      expect(await isTimely(secret, 'A', nonce, later(60))).toBe(false)
    },
  )
})
