import { solveChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import fc from 'fast-check'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { doneOf } from '../../test/cast/work.ts'
import { hex, hmac, utf8 } from '../sealing/bytes.ts'
import { setWork, TRIES, workDone } from './work.ts'

const secret = new Uint8Array(32).fill(5)
const token = '0123456789ABCDEF'
const now = new Date('2026-11-24T09:00:00+08:00')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)

test('there is none at ordinary load; then it rises with the load and no higher than a phone can do', () => {
  expect(TRIES[0]).toBe(0)
  expect([...TRIES].sort((a, b) => a - b)).toEqual(TRIES)
  expect(Math.max(...TRIES)).toBe(2048)
})

describe('work that is set', () => {
  test.each([1, 2, 3, 8])('is found within %i tries at the most', async (most) => {
    const challenge = await setWork(secret, token, most, now)
    let tries = 0
    const counted: typeof deriveKey = (...given) => {
      tries++
      return deriveKey(...given)
    }
    const found = await solveChallenge({ challenge, deriveKey: counted })
    expect(tries).toBeLessThanOrEqual(most)
    const done = challenge.signature + found?.derivedKey
    expect(await workDone(secret, token, done, now)).toMatch(/^[\w-]{22}$/)
  })

  it('is a challenge of the library, which would take it for done had it signed it', async () => {
    const { parameters } = await setWork(secret, token, 8, now)
    const mark = await hmac(utf8('another'), utf8(JSON.stringify(parameters)))
    const signature = hex(mark)
    const challenge = { parameters, signature }
    const solution = await solveChallenge({ challenge, deriveKey })
    const checked = { challenge, deriveKey, hmacSignatureSecret: 'another' }
    expect(await verifySolution({ ...checked, solution: solution! })).toMatchObject({ verified: true })
    const easier = { ...challenge, parameters: { ...parameters, cost: 1 } }
    expect((await verifySolution({ ...checked, challenge: easier, solution: solution! })).verified).toBe(
      false,
    )
  })

  it('is another each time', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => setWork(secret, token, 1, now)))
    expect(new Set(all.map(({ signature }) => signature)).size).toBe(20)
    expect(new Set(all.map(({ parameters }) => parameters.keyPrefix)).size).toBe(20)
  })
})

describe('work that comes back', () => {
  let done: string
  let name: string | undefined
  beforeAll(async () => {
    done = await doneOf(await setWork(secret, token, 4, now))
    name = await workDone(secret, token, done, now)
  })

  it('lasts from when it was set for half an hour', async () => {
    expect(name).toBeDefined()
    for (const seconds of [0, 60, 30 * 60])
      expect(await workDone(secret, token, done, later(seconds))).toBe(name)
    for (const seconds of [-60, 30 * 60 + 1, 24 * 3600])
      expect(await workDone(secret, token, done, later(seconds)), String(seconds)).toBeUndefined()
  })

  it('is nobody else’s: of no other code, and of no other server', async () => {
    expect(await workDone(secret, 'FEDCBA9876543210', done, now)).toBeUndefined()
    expect(await workDone(new Uint8Array(32), token, done, now)).toBeUndefined()
  })

  it('counts with the key that was meant alone', async () => {
    const other = await doneOf(await setWork(secret, token, 4, now))
    expect(await workDone(secret, token, done.slice(0, 48) + other.slice(48), now)).toBeUndefined()
    // Half of the key stands in the challenge; whoever has only that has done nothing.
    const { parameters, signature } = await setWork(secret, token, 4, now)
    for (const rest of ['0'.repeat(32), parameters.keyPrefix])
      expect(await workDone(secret, token, signature + parameters.keyPrefix + rest, now)).toBeUndefined()
  })

  it('cannot be made easier: a key of fewer rounds is another key', async () => {
    const challenge = await setWork(secret, token, 1, now)
    const { nonce, salt } = challenge.parameters
    const bytes = (text: string) =>
      Uint8Array.from(text.match(/../g) ?? [], (two) => Number.parseInt(two, 16))
    const tried = (cost: number) =>
      deriveKey({ ...challenge.parameters, cost }, bytes(salt), bytes(`${nonce}00000000`))
    const keyOf = async (cost: number) => hex((await tried(cost)).derivedKey)
    expect(await workDone(secret, token, challenge.signature + (await keyOf(1)), now)).toBeUndefined()
    const whole = await keyOf(challenge.parameters.cost)
    expect(await workDone(secret, token, challenge.signature + whole, now)).toBeDefined()
  })

  it('is none with any character changed, nor as anything else', async () => {
    const at = fc.integer({ min: 0, max: 111 })
    const to = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.=+/ ')
    await fc.assert(
      fc.asyncProperty(at, to, async (n, character) => {
        fc.pre(done[n] !== character)
        const changed = done.slice(0, n) + character + done.slice(n + 1)
        expect(await workDone(secret, token, changed, now)).toBeUndefined()
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 300 }), async (text) => {
        expect(await workDone(secret, token, text, now)).toBeUndefined()
      }),
    )
    for (const text of [undefined, '', `${done}0`, done.slice(1), done.toUpperCase()])
      expect(await workDone(secret, token, text, now)).toBeUndefined()
  })
})
