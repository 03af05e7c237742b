import { describe, expect, test, vi } from 'vitest'
import { signIn } from '../../test/cast/at-desk.ts'
import { openFounded } from '../../test/cast/founded.ts'
import { players } from '../../test/cast/people.ts'
import { takeSeat } from '../../test/cast/seat.ts'
import { makeOffice } from '../office/found.client.ts'
import { paths } from '../paths.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { makeCredentials } from './credentials.client.ts'
import { enter, enterByRecovery } from './enter.client.ts'
import { people, sessions } from './tables.ts'

const { zhou } = players

vi.setConfig({ testTimeout: 30_000 })

async function openOffice() {
  const opened = await openFounded()
  const stranger = () => takeSeat(opened.place.door)
  const guess = (username: string, seat = stranger()) =>
    seat.ask(paths.signIn, { username, prover: base64url(random(32)) })
  return { ...opened, stranger, guess }
}

describe('signing in', () => {
  test('an unknown name gets the same answers as a wrong password', async () => {
    const { stranger, guess } = await openOffice()
    const [wrong, unknown] = [await guess(zhou.username), await guess('nobody')]
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(await wrong.text()).toBe(await unknown.text())

    const salt = async (username: string) => {
      const answer = await stranger().ask(paths.signInSalt, { username, way: 'password' })
      return (await answer.json()) as { salt: string }
    }
    expect(await salt('nobody')).toEqual(await salt(' NOBODY '))
    expect(await salt('nobody')).not.toEqual(await salt('somebody'))
    expect((await salt('nobody')).salt).toHaveLength((await salt(zhou.username)).salt.length)
  })

  test('the name may be typed in another case or width', async () => {
    const { place } = await openOffice()
    await expect(signIn(place, ' ＺhouMing', zhou.password)).resolves.toMatchObject({ name: '周明' })
  })

  test('the cookie is for this host alone, and of no use to a script', async () => {
    const { app } = await openOffice()
    const seat = takeSeat(app.request)
    const lines: string[] = []
    const entered = await enter(
      async (address, body) => {
        const answer = await seat.ask(address, body)
        lines.push(...answer.headers.getSetCookie())
        return answer
      },
      zhou.username,
      zhou.password,
    )
    expect(entered.outcome).toBe('in')
    const session = lines.find((line) => line.startsWith('__Host-session='))
    for (const word of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) expect(session).toContain(word)
    expect(session).not.toContain('Max-Age')
  })

  test('somebody disabled gets the answer of a wrong password, and is out at once', async () => {
    const { db, administrator, stranger } = await openOffice()
    await db.update(people).set({ state: 'disabled' })
    expect((await administrator.seat.get(paths.session)).status).toBe(401)
    const refused = await enter(stranger().ask, zhou.username, zhou.password)
    expect(refused).toEqual({ outcome: 'wrong' })
  })
})

describe('too many tries', () => {
  test('five are free, then the wait doubles, for names that are not there as well', async () => {
    const { guess, clock } = await openOffice()
    for (const name of [zhou.username, 'nobody']) {
      const statuses = []
      for (let n = 0; n < 6; n++) statuses.push((await guess(name)).status)
      expect(statuses).toEqual([401, 401, 401, 401, 401, 401])
      const slowed = await guess(name)
      expect([slowed.status, await slowed.json()]).toEqual([429, { problem: 'slowed', seconds: 2 }])
    }
    clock.set(new Date(clock.now().getTime() + 2000))
    expect((await guess('nobody')).status).toBe(401)
    expect(await (await guess('nobody')).json()).toEqual({ problem: 'slowed', seconds: 4 })
  })

  test('a flooded name still lets in a computer on which it has signed in', async () => {
    const { guess, administrator, stranger } = await openOffice()
    for (let n = 0; n < 10; n++) await guess(zhou.username)
    const elsewhere = await enter(stranger().ask, zhou.username, zhou.password)
    expect(elsewhere).toMatchObject({ outcome: 'slowed' })
    const here = await enter(administrator.seat.ask, zhou.username, zhou.password)
    expect(here).toMatchObject({ outcome: 'in' })
  })

  test('a mark for one person on a computer is none for another, and cannot be made up', async () => {
    const { guess, administrator, app } = await openOffice()
    for (let n = 0; n < 6; n++) await guess('nobody')
    expect((await guess('nobody', administrator.seat)).status).toBe(429)

    for (let n = 0; n < 6; n++) await guess(zhou.username)
    const forged = `__Host-device=${'A'.repeat(22)}.${'B'.repeat(16)}`
    const answer = await app.request(paths.signIn, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: 'http://localhost', Cookie: forged },
      body: JSON.stringify({ username: zhou.username, prover: base64url(random(32)) }),
    })
    expect(answer.status).toBe(429)
  })

  test('guesses sent at once are each counted', async () => {
    const { guess } = await openOffice()
    const statuses = await Promise.all(
      Array.from({ length: 30 }, async () => (await guess(zhou.username)).status),
    )
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(6)
  })

  test('getting in clears what was counted', async () => {
    const { guess, administrator } = await openOffice()
    for (let n = 0; n < 5; n++) await guess(zhou.username, administrator.seat)
    expect(await enter(administrator.seat.ask, zhou.username, zhou.password)).toMatchObject({ outcome: 'in' })
    for (let n = 0; n < 5; n++) expect((await guess(zhou.username, administrator.seat)).status).toBe(401)
  })
})

describe('a session', () => {
  const minutes = (n: number) => n * 60_000

  test('idles out after a quarter of an hour', async () => {
    const { administrator, clock } = await openOffice()
    const start = clock.now().getTime()
    clock.set(new Date(start + minutes(14)))
    expect((await administrator.seat.get(paths.session)).status).toBe(204)
    clock.set(new Date(start + minutes(28)))
    expect((await administrator.seat.get(paths.session)).status).toBe(204)
    clock.set(new Date(start + minutes(43)))
    expect((await administrator.seat.get(paths.session)).status).toBe(401)
  })

  test('ends after eight hours, however busy', async () => {
    const { administrator, clock } = await openOffice()
    const start = clock.now().getTime()
    for (let n = 10; n < 480; n += 10) {
      clock.set(new Date(start + minutes(n)))
      expect((await administrator.seat.get(paths.session)).status).toBe(204)
    }
    clock.set(new Date(start + minutes(480)))
    expect((await administrator.seat.get(paths.session)).status).toBe(401)
  })

  const saidAt = async (answer: Response | Promise<Response>) => {
    const html = await (await answer).text()
    const said = [...html.matchAll(/<p class="box" data-ended="(\w+)"( hidden[^>]*)?>([^<]*)/g)]
    expect(said).toHaveLength(3)
    const back = /data-back="([^"]*)"/.exec(html)?.[1]
    return [
      ...said.filter(([, , hidden]) => !hidden).map(([, why, , text = '']) => `${why} ${text.trim()}`),
      back,
    ]
  }

  test('that has ended says why on the page that asks to sign in, and that it leads back there', async () => {
    const { administrator, clock, stranger } = await openOffice()
    const start = clock.now().getTime()
    expect(await saidAt(stranger().get(paths.people))).toEqual([undefined])
    clock.set(new Date(start + minutes(15)))
    const idle = 'idle 15 分钟没有动，已锁屏。'
    expect(await saidAt(administrator.seat.get(paths.people))).toEqual([
      `${idle} 登录后回到刚才的地方。`,
      undefined,
    ])
    expect(await saidAt(administrator.seat.get(paths.signIn))).toEqual([idle, undefined])

    await administrator.comeBack()
    for (let n = 10; n < 480; n += 10) {
      clock.set(new Date(start + minutes(15 + n)))
      await administrator.seat.get(paths.session)
    }
    clock.set(new Date(start + minutes(15 + 480)))
    const [over] = await saidAt(administrator.seat.get(paths.people))
    expect(over).toBe('over 已到八小时，请重新登录。 登录后回到刚才的地方。')
  })

  test('that was taken away says so, and nothing of it is left after signing out', async () => {
    const { administrator, db } = await openOffice()
    await db.delete(sessions)
    const [ended] = await saidAt(administrator.seat.get(paths.people))
    expect(ended).toBe('ended 登录已结束，请重新登录。 登录后回到刚才的地方。')
    await administrator.comeBack()
    await administrator.seat.post(paths.signOut, {})
    expect(await saidAt(administrator.seat.get(paths.people))).toEqual([undefined])
  })

  test('that ended before a form was sent leads back to the page of the form, if it is one of ours', async () => {
    const { app } = await openOffice()
    const post = (Referer: string) =>
      app.request(paths.disablePerson('x'), {
        method: 'POST',
        headers: { Origin: 'http://localhost', Host: 'localhost', Referer },
      })
    expect(await saidAt(post(`http://localhost${paths.person('x')}?said=saved`))).toEqual([
      `${paths.person('x')}?said=saved`,
    ])
    for (const elsewhere of [
      '',
      'no address',
      'http://localhost/progress',
      `http://localhost${paths.signIn}`,
    ])
      expect(await saidAt(post(elsewhere))).toEqual([undefined])
  })

  test('ends with signing out, and the page wanted then asks to sign in', async () => {
    const { administrator } = await openOffice()
    expect((await administrator.seat.get(paths.people)).status).toBe(200)
    expect((await administrator.seat.post(paths.signOut, {})).status).toBe(303)
    const asked = await administrator.seat.get(paths.people)
    expect(asked.status).toBe(401)
    expect(await asked.text()).toContain('data-sign-in="stay"')
  })

  test('ends when the same browser signs in anew', async () => {
    const { db, administrator } = await openOffice()
    await administrator.comeBack()
    expect(await db.select().from(sessions)).toHaveLength(1)
    expect((await administrator.seat.get(paths.session)).status).toBe(204)
  })

  test('without one nothing behind the door is shown, and a post does nothing', async () => {
    const { stranger } = await openOffice()
    for (const address of [paths.staff, paths.office, paths.people, paths.invite, paths.keys('some-team')]) {
      expect((await stranger().get(address)).status).toBe(401)
    }
    expect((await stranger().post(paths.disablePerson('x'), {})).status).toBe(401)
  })

  test('leads an administrator to the office', async () => {
    const { administrator } = await openOffice()
    expect((await administrator.seat.get(paths.staff)).headers.get('Location')).toBe(paths.office)
    expect((await administrator.seat.get(paths.signIn)).headers.get('Location')).toBe(paths.office)
  })
})

describe('a forgotten password', () => {
  test('is changed with the recovery code, which then is void; whoever was signed in is out', async () => {
    const { stranger, recoveryCode, administrator } = await openOffice()
    const { ask } = stranger()
    const recovered = await enterByRecovery(ask, zhou.username, recoveryCode)
    if (recovered.outcome !== 'recovered') throw new Error(recovered.outcome)
    const { keys, personId, prover } = recovered
    const renewed = await makeCredentials(keys, personId, 'xin de mi ma ye hao ji')
    const answer = await ask(paths.recoverPassword, { username: zhou.username, prover, ...renewed.posted })
    expect(answer.status).toBe(204)

    expect(await enter(ask, zhou.username, zhou.password)).toEqual({ outcome: 'wrong' })
    expect(await enter(ask, zhou.username, 'xin de mi ma ye hao ji')).toMatchObject({ outcome: 'in', keys })
    expect(await enterByRecovery(ask, zhou.username, recoveryCode)).toEqual({ outcome: 'wrong' })
    expect((await administrator.seat.get(paths.session)).status).toBe(401)
  })

  test('is not changed by the password, nor by another code', async () => {
    const { stranger } = await openOffice()
    const { recoveryCode } = await makeOffice({ ...zhou, origin: 'http://localhost' })
    expect(await enterByRecovery(stranger().ask, zhou.username, recoveryCode)).toEqual({ outcome: 'wrong' })
    expect(await enterByRecovery(stranger().ask, zhou.username, zhou.password)).toEqual({ outcome: 'wrong' })
  })
})
