import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { describe, expect, it, onTestFinished, test, vi } from 'vitest'
import { doneOf } from '../../test/cast/work.ts'
import { openTestHouse } from '../../test/house.ts'
import { holding, quotas, shortened } from './holding.ts'
import { spendWork } from './spending.ts'
import { stampedNonce, stampOf } from './stamped-nonce.ts'
import { setWork } from './work.ts'

const TOKEN = '0123456789ABCDEF'
const OTHER = 'FEDCBA9876543210'

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
  async function open(among = { near: 3, code: 5, all: 6 }) {
    let from: string | undefined
    const { house, clock } = await openTestHouse()
    let pass = () => {}
    const later = (job: () => void) => {
      pass = job
    }
    const { hold, levelAt } = holding({ quotas: among, addressOf: () => from, later }, house)
    const times = async (n: number, code: string, address?: string) => {
      from = address
      const held: boolean[] = []
      for (let at = 0; at < n; at++) held.push((await hold(c, code, {})).held)
      return held
    }
    const level = (code: string, address?: string) => {
      from = address
      return levelAt(c, code)
    }
    return { clock, times, level, hold, pass: () => pass() }
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

  it('counts a network under a name of its own in each ten minutes and on each server, which never is its address', async () => {
    const counting = vi.spyOn(Map.prototype, 'set')
    onTestFinished(() => counting.mockRestore())
    async function nameOn({ times }: Pick<Awaited<ReturnType<typeof open>>, 'times'>) {
      counting.mockClear()
      await times(1, 'A', '203.0.113.1')
      const counted = counting.mock.calls.filter(([, n]) => typeof n === 'number').map(([name]) => `${name}`)
      const [name, ...more] = counted.filter((one) => one !== 'code A' && one !== 'all')
      expect(more).toEqual([])
      expect(name).toMatch(/^[\w-]{43}$/)
      return name
    }
    const [one, other] = [await open(), await open()]
    const first = await nameOn(one)
    expect(await nameOn(one)).toBe(first)
    one.clock.set(new Date(one.clock.now().getTime() + 10 * 60_000))
    expect(new Set([first, await nameOn(one), await nameOn(other)]).size).toBe(3)
  })

  it('is forgotten by itself, where nobody asks again', async () => {
    const { clock, times, pass } = await open()
    const evening = clock.now().getTime()
    await times(4, 'A', '203.0.113.1')
    pass()
    expect(await times(1, 'A', '203.0.113.1')).toEqual([true])
    clock.set(new Date(evening + 10 * 60_000))
    pass()
    // Back in the ten minutes whose counts would say that it is too many.
    clock.set(new Date(evening))
    expect(await times(1, 'A', '203.0.113.1')).toEqual([false])
  })

  it('lets a whole village in from behind one address, on the evening of a meeting', async () => {
    const { times, level } = await open(quotas)
    expect((await times(150, 'A', '203.0.113.1')).some(Boolean)).toBe(false)
    // What more of them write their phones work for, and nobody elsewhere.
    expect(level('A', '203.0.113.1')).toBe(2)
    expect(level('B', '198.51.100.1')).toBe(0)
  })

  it('weighs on its own network, then on its own code, and only then on all', async () => {
    const { clock, times, level } = await open({ near: 10, code: 20, all: 40 })
    expect(level('A', '203.0.113.1')).toBe(0)
    await times(50, 'A', '203.0.113.1')
    expect([level('A', '203.0.113.77'), level('A', '198.51.100.1'), level('B', '198.51.100.1')]).toEqual([
      3, 1, 0,
    ])
    await times(10, 'A', '192.0.2.1')
    expect(level('A', '198.51.100.1')).toBe(2)
    // Asking adds nothing.
    for (let n = 0; n < 50; n++) expect(level('C', '192.0.2.77')).toBe(2)
    clock.set(new Date(clock.now().getTime() + 10 * 60_000))
    expect(level('A', '203.0.113.1')).toBe(0)
  })

  it('is counted once, however often it is sent: nobody fills a quota with one report', async () => {
    const { hold, level } = await open({ near: 50, code: 5, all: 50 })
    const send = async (id: string) => (await hold(c, 'A', { id })).held
    for (let n = 0; n < 20; n++) expect(await send('one')).toBe(false)
    expect(level('A')).toBe(0)
    for (const id of ['two', 'three', 'four', 'five']) expect(await send(id)).toBe(false)
    expect(level('A')).toBe(2)
    expect([await send('six'), await send('six'), await send('one')]).toEqual([true, true, false])
  })

  /** After how many reports each level begins, of a quota of so many. */
  async function begins(open: {
    times(n: number, code: string): Promise<boolean[]>
    level(code: string): number
  }) {
    const at: number[] = []
    for (let n = 1; at.length < 3; n++) {
      await open.times(1, 'A')
      while (at.length < open.level('A')) at.push(n)
    }
    return at
  }

  it('does not tell who asks when the next one comes: where a level begins is drawn anew, and each for itself', async () => {
    const opened = await open({ near: 5000, code: 1000, all: 5000 })
    const seen: number[][] = []
    for (let span = 1; span <= 8; span++) {
      seen.push(await begins(opened))
      opened.clock.set(new Date(opened.clock.now().getTime() + 10 * 60_000))
    }
    for (const [level, from] of [300, 600, 1200].entries()) {
      const places = seen.map((at) => at[level] ?? 0)
      expect(new Set(places).size).toBeGreaterThan(4)
      expect(Math.min(...places)).toBeGreaterThanOrEqual(from)
      expect(Math.max(...places)).toBeLessThanOrEqual((from / 3) * 5)
    }
    // Who has seen where one begins knows nothing of the next.
    expect(new Set(seen.map(([first = 0, next = 0]) => (next / first).toFixed(2))).size).toBeGreaterThan(4)
  })

  it('is asked for by few numbers, which one report more leaves as they are', async () => {
    const { times, level } = await open({ near: 5000, code: 1000, all: 5000 })
    const changes: number[] = []
    for (let n = 1; n <= 2500; n++) {
      const before = level('A')
      await times(1, 'A')
      if (level('A') !== before) changes.push(n)
    }
    expect(changes).toHaveLength(3)
  })
})

describe('work', () => {
  const c = {} as Context
  /** A code whose quota is used up, and a browser that has done what it was set. */
  async function open() {
    const { house, clock } = await openTestHouse()
    const { hold } = holding({ quotas: { near: 50, code: 1, all: 50 }, addressOf: () => undefined }, house)
    await hold(c, TOKEN, {})
    const done = async () => doneOf(await setWork(house.serverSecret, TOKEN, 4, clock.now()))
    return { house, clock, hold, done }
  }

  it('lets in one report that else were held, however often that is sent, and no other', async () => {
    const { hold, done } = await open()
    const work = await done()
    expect(await hold(c, TOKEN, { id: 'A' })).toEqual({ held: true })
    const first = await hold(c, TOKEN, { id: 'A', work })
    expect(first).toMatchObject({ held: false, spends: expect.any(String) })
    expect(await hold(c, TOKEN, { id: 'A', work })).toEqual(first)
    expect(await hold(c, TOKEN, { id: 'B', work })).toEqual({ held: true })
    expect(await hold(c, TOKEN, { id: 'B', work: await done() })).toMatchObject({ held: false })
  })

  it('is not looked at where nothing is held', async () => {
    const { hold, done } = await open()
    expect(await hold(c, OTHER, { id: 'A', work: await done() })).toEqual({ held: false })
  })

  it('that was written down as spent lets nothing in, whoever remembers it', async () => {
    const { house, hold, done } = await open()
    const work = await done()
    const { spends = '' } = await hold(c, TOKEN, { id: 'A', work })
    await house.db.batch([house.db.run(sql`select 1`), ...spendWork(house.db, [spends], '2026-11-24')])
    const { hold: elsewhere } = holding(
      { quotas: { near: 0, code: 0, all: 0 }, addressOf: () => undefined },
      house,
    )
    expect(await elsewhere(c, TOKEN, { id: 'C', work })).toEqual({ held: true })
  })

  it('is for its own code, and lasts half an hour', async () => {
    const { clock, hold, done } = await open()
    const work = await done()
    await hold(c, OTHER, {})
    expect(await hold(c, OTHER, { id: 'A', work })).toEqual({ held: true })
    clock.set(new Date(clock.now().getTime() + 31 * 60_000))
    await hold(c, TOKEN, {})
    expect(await hold(c, TOKEN, { id: 'A', work })).toEqual({ held: true })
  })
})

describe('a form without scripts', () => {
  const secret = new Uint8Array(32).fill(3)
  const made = new Date('2026-11-24T09:00:00+08:00')
  const later = (seconds: number) => new Date(made.getTime() + seconds * 1000)

  it('is timely from two seconds on, for a day and a little more, and for its own code', async () => {
    const nonce = await stampedNonce(secret, 'A', made)
    for (const [seconds, stamp] of [
      ...[[0, 'hasty'] as const, [1, 'hasty'] as const, [2, 'timely'] as const],
      ...[[24 * 3600, 'timely'] as const, [27 * 3600, 'late'] as const],
    ])
      expect(await stampOf(secret, 'A', nonce, later(seconds)), String(seconds)).toBe(stamp)
    expect(await stampOf(secret, 'B', nonce, later(60))).toBeUndefined()
    expect(await stampOf(new Uint8Array(32), 'A', nonce, later(60))).toBeUndefined()
  })

  it.each([undefined, '', 'A'.repeat(48), 'A'.repeat(22), ['x'], '!'.repeat(48)])(
    'is not with %j for a nonce',
    async (nonce) => {
      expect(await stampOf(secret, 'A', nonce, later(60))).toBeUndefined()
    },
  )
})
