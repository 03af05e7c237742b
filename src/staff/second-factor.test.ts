import { generateHOTP } from '@oslojs/otp'
import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { signIn } from '../../test/cast/at-desk.ts'
import { openFounded } from '../../test/cast/founded.ts'
import { players } from '../../test/cast/people.ts'
import { takeSeat } from '../../test/cast/seat.ts'
import { activate, invite, verify } from '../../test/cast/staffing.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { base64url, hex, random, utf8 } from '../sealing/bytes.ts'
import { makeCredentials } from './credentials.client.ts'
import { enter, enterByRecovery } from './enter.client.ts'
import { passesSecondFactor, setSecondFactor } from './second-factor.ts'
import { secondFactors, signInTries } from './tables.ts'

const { zhou, xu } = players

vi.setConfig({ testTimeout: 30_000 })

/** Nobody is known there yet; and the page where the code is set up. */
const openDoors = /^\/staff\/(sign-in|sign-out|activate|forgotten|session|account)/

/** The first administrator with an authenticator. */
async function openPhone() {
  const opened = await openFounded()
  const { clock, administrator, place } = opened
  const shared = random(20)
  const codeNow = (later = 0) =>
    generateHOTP(shared, BigInt(Math.floor(clock.now().getTime() / 30_000) + later), 6)
  const wait = (seconds: number) => clock.set(new Date(clock.now().getTime() + seconds * 1000))
  const set = (code: string, secret = base64url(shared)) =>
    administrator.seat.post(paths.account, { secret, code })
  const stranger = takeSeat(place.door)
  const come = (code?: string, password: string = zhou.password) =>
    enter(stranger.ask, zhou.username, password, code)
  return { ...opened, shared, codeNow, wait, set, stranger, come }
}

describe('a second factor', () => {
  test('makes the codes of RFC 6238', async () => {
    const { db } = await openFounded()
    const shared = utf8('12345678901234567890')
    const secret = random(32)
    // Its table has eight digits; six are its last six.
    const table = [
      [59, '287082'],
      [1111111109, '081804'],
      [1234567890, '005924'],
      [20000000000, '353130'],
    ] as const
    for (const [seconds, code] of table) {
      const door = { db, secret, now: new Date(seconds * 1000) }
      expect(await setSecondFactor(door, `at ${seconds}`, { shared, code })).toBe('done')
    }
  })

  test('is set up with a code that shows the phone has it, once', async () => {
    const { set, codeNow, administrator, db, shared } = await openPhone()
    const page = await (await administrator.seat.get(paths.account)).text()
    for (const words of ['我的账号', 'zhouming', 'data-second-factor="岚川市委巡察办"'])
      expect(page).toContain(words)
    const wrong = await set(codeNow() === '000000' ? '000001' : '000000')
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain(`value="${base64url(shared)}"`)
    expect((await set('12345')).status).toBe(422)
    expect((await set(codeNow())).status).toBe(303)
    expect(await (await administrator.seat.get(paths.account)).text()).toContain('已设置')
    expect((await set(codeNow(1), base64url(random(20)))).status).toBe(422)
    expect((await set(codeNow(1))).status).toBe(409)
    expect(await listSteps(db, `person:${administrator.id}`)).toContainEqual(
      expect.objectContaining({ move: 'setSecondFactor', who: administrator.id }),
    )
  })

  test('is asked for before the keys are handed out, and a code opens once', async () => {
    const { set, codeNow, wait, come } = await openPhone()
    await set(codeNow())
    expect(await come()).toEqual({ outcome: 'code' })
    expect(await come(codeNow())).toEqual({ outcome: 'codeWrong' })
    wait(30)
    const code = codeNow()
    expect(await come(code, 'some other password')).toEqual({ outcome: 'wrong' })
    expect(await come(code)).toMatchObject({ outcome: 'in' })
    expect(await come(code)).toEqual({ outcome: 'codeWrong' })
    expect(await come(codeNow(-1))).toEqual({ outcome: 'codeWrong' })
    wait(30)
    expect(await come(codeNow(1))).toMatchObject({ outcome: 'in' })
  })

  test('of two who send one code at once lets one in', async () => {
    const { set, codeNow, wait, administrator, db, house } = await openPhone()
    await set(codeNow())
    wait(30)
    const door = { db, secret: house.serverSecret, now: house.clock.now() }
    const both = await Promise.all([1, 2].map(() => passesSecondFactor(door, administrator.id, codeNow())))
    expect(both.sort()).toEqual([false, true])
  })

  test('is guessed no faster than a password, and the password alone clears no count', async () => {
    const { set, codeNow, wait, come, db } = await openPhone()
    await set(codeNow())
    wait(60)
    const outcomes = []
    for (let n = 0; n < 7; n++) outcomes.push((await come(n % 2 ? '000000' : undefined)).outcome)
    expect(outcomes).toEqual([...['code', 'code', 'code'].flatMap((asked) => [asked, 'codeWrong']), 'slowed'])
    wait(2)
    expect(await come(codeNow())).toMatchObject({ outcome: 'in' })
    expect((await db.select().from(signInTries)).filter(({ bucket }) => bucket.startsWith('s:'))).toEqual([])
  })

  test('is kept under the server’s secret, bound to the person', async () => {
    const { set, codeNow, wait, administrator, db, house, shared } = await openPhone()
    await set(codeNow())
    wait(30)
    const [kept] = await db.select().from(secondFactors)
    expect(hex(kept?.secret ?? random(1))).not.toContain(hex(shared))
    const door = { db, secret: random(32), now: house.clock.now() }
    await expect(passesSecondFactor(door, administrator.id, codeNow())).rejects.toThrow()
    await db.update(secondFactors).set({ personId: 'somebody else' })
    const rightful = { ...door, secret: house.serverSecret }
    await expect(passesSecondFactor(rightful, 'somebody else', codeNow())).rejects.toThrow()
  })

  test('is asked for with the recovery code as well, for which one code serves', async () => {
    const { set, codeNow, wait, stranger, recoveryCode, come } = await openPhone()
    await set(codeNow())
    wait(30)
    expect(await enterByRecovery(stranger.ask, zhou.username, recoveryCode)).toEqual({ outcome: 'code' })
    const recovered = await enterByRecovery(stranger.ask, zhou.username, recoveryCode, codeNow())
    if (recovered.outcome !== 'recovered') throw new Error(recovered.outcome)
    const { keys, personId, prover, pass } = recovered
    const { posted } = await makeCredentials(keys, personId, 'xin de mi ma ye hao ji')
    const renewal = { username: zhou.username, prover, ...posted }
    expect((await stranger.ask(paths.recoverPassword, renewal)).status).toBe(401)
    const forged = { ...renewal, pass: base64url(random(32)) }
    expect((await stranger.ask(paths.recoverPassword, forged)).status).toBe(401)
    expect((await stranger.ask(paths.recoverPassword, { ...renewal, pass })).status).toBe(204)
    wait(30)
    expect(await come(codeNow(), 'xin de mi ma ye hao ji')).toMatchObject({ outcome: 'in' })
  })
})

describe('a lost phone', () => {
  test('is answered by another administrator, once and on record, and not by oneself', async () => {
    const { place, administrator, set, codeNow, wait, come, db } = await openPhone()
    await set(codeNow())
    await activate(place, xu, await invite(place, administrator, xu, 'office'))
    await verify(place, administrator, xu)
    const other = await signIn(place, xu.username, xu.password)
    const own = await (await administrator.seat.get(paths.person(administrator.id))).text()
    expect(own).not.toContain('手机丢了')
    expect(
      (await administrator.seat.post(paths.removeFactor(administrator.id), { version: '2' })).status,
    ).toBe(404)
    const page = await (await other.seat.get(paths.person(administrator.id))).text()
    expect(page).toContain('手机丢了')
    const version = page.match(/name="version" value="(\d+)"/)?.[1] ?? ''
    const remove = (seen: string) => other.seat.post(paths.removeFactor(administrator.id), { version: seen })
    expect((await remove('1')).status).toBe(409)
    expect((await remove(version)).status).toBe(303)
    expect((await remove(version)).status).toBe(404)
    wait(30)
    expect(await come()).toMatchObject({ outcome: 'in' })
    expect((await listSteps(db, `person:${administrator.id}`)).at(-1)).toMatchObject({
      move: 'removeSecondFactor',
      who: other.id,
    })
  })
})

describe('an office that requires it of everybody', () => {
  test('leads who has none to set it up, and lets them go on then', async () => {
    const { administrator, set, codeNow, wait, db } = await openPhone()
    const { seat } = administrator
    await seat.send(paths.settings, { want: 'on' })
    for (const address of [paths.office, paths.people, paths.staff]) {
      const answer = await seat.get(address)
      expect([answer.status, answer.headers.get('Location')]).toEqual([303, paths.account])
    }
    expect(await (await seat.get(paths.account)).text()).toContain('办公室要求人人设置动态码')
    await set(codeNow())
    expect((await seat.get(paths.office)).status).toBe(200)
    expect((await listSteps(db, 'office')).at(-1)).toMatchObject({
      move: 'requireSecondFactor',
      toState: 'true',
      who: administrator.id,
    })
    await db.delete(secondFactors).where(eq(secondFactors.personId, administrator.id))
    expect((await seat.post(paths.settings, { want: 'off' })).status).toBe(403)
    wait(30)
    await set(codeNow())
    await seat.send(paths.settings, { want: 'off' })
    await db.delete(secondFactors).where(eq(secondFactors.personId, administrator.id))
    expect((await seat.get(paths.office)).status).toBe(200)
  })

  test('takes and hands out nothing before, whatever is posted, and keeps what was being written', async () => {
    const { administrator, app } = await openPhone()
    const { seat } = administrator
    await seat.send(paths.settings, { want: 'on' })
    const posts = app.routes.filter(({ method, path }) => method === 'POST' && path.startsWith('/staff/'))
    const behind = [...new Set(posts.map(({ path }) => path))].filter((path) => !openDoors.test(path))
    expect(behind.length).toBeGreaterThan(60)
    for (const path of behind) {
      const { status } = await seat.post(path.replace(/:\w+/g, 'office'), { note: '写了一半' })
      expect([path, status]).toEqual([path, 403])
    }
    const answer = await (await seat.post(paths.settings, { note: '写了一半' })).text()
    expect(answer).toContain('<h1>办公室要求人人设置动态码。设好再继续。</h1>')
    expect(answer).toContain('value="写了一半"')
    expect(answer).toContain(`<a href="${paths.account}" target="_blank" rel="noopener">我的账号</a>`)
    expect((await seat.post(paths.account, {})).status).toBe(422)
    expect((await seat.post(paths.signOut, {})).status).toBe(303)
    expect((await seat.get(paths.office)).status).toBe(401)
  })
})
