import { eq } from 'drizzle-orm'
import { describe, expect, test, vi } from 'vitest'
import { signIn } from '../../test/cast/at-desk.ts'
import { openRound } from '../../test/cast/inviting.ts'
import { players } from '../../test/cast/people.ts'
import { activate, invite, verify } from '../../test/cast/staffing.ts'
import { offices } from '../office/tables.ts'
import { paths } from '../paths.ts'
import { makeActivation } from '../sealing/activation.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { makeSigningKeys } from '../sealing/suite.ts'
import { answerSheet, openSheet } from './activation.client.ts'
import { Mismatch } from './certify.client.ts'
import { listAdministrators, listMemberships } from './store.ts'
import { memberships, people } from './tables.ts'
import { Untrusted } from './trust.client.ts'

const { xu, chen } = players

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

describe('an activation sheet', () => {
  test('leads to a person the office has verified', async () => {
    const { place, administrator, team, person, db } = await openRound()
    const code = await invite(place, administrator, chen, team)
    await activate(place, chen, code)
    const waiting = await signIn(place, chen.username, chen.password)
    expect((await waiting.seat.get(paths.desk(team))).headers.get('Location')).toBe(paths.keys(team))
    const waits = await (await waiting.seat.get(paths.keys(team))).text()
    expect(waits).toContain('等管理员核对')
    expect(waits).toMatch(new RegExp(`href="${paths.keys(team)}">刷新</a>`))

    await verify(place, administrator, chen)
    expect(await listMemberships(db, (await person(chen.username)).id)).toEqual([
      { team, roles: ['liaison'], certified: true },
    ])
    expect((await person(chen.username)).state).toBe('active')
  })

  test('works until the end of the seventh day, and not on the eighth', async () => {
    const { place, administrator, team, clock, ask } = await openRound()
    const code = await invite(place, administrator, chen, team)
    clock.set('2026-11-27T23:59:59+08:00')
    expect(await openSheet(ask, code)).toMatchObject({ person: { name: '陈静' } })
    clock.set('2026-11-28T00:00:00+08:00')
    expect(await openSheet(ask, code)).toBe('over')
  })

  test('works once', async () => {
    const { place, administrator, team, ask } = await openRound()
    const code = await invite(place, administrator, chen, team)
    const sheet = await openSheet(ask, code)
    if (typeof sheet === 'string') throw new Error(sheet)
    const { posted } = await answerSheet(sheet, chen.password)
    const answers = await Promise.all([ask(paths.activate, posted), ask(paths.activate, posted)])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 410])
    expect(await openSheet(ask, code)).toBe('over')
  })

  test('shows nothing to who does not hold it: not even that it exists', async () => {
    const { place, administrator, team, ask } = await openRound()
    const code = await invite(place, administrator, chen, team)
    const other = makeActivation()
    expect(await openSheet(ask, code.slice(0, 4) + other.secret)).toBe('wrong')
    const claim = (id: string) => ask(paths.activateAsk, { id, proof: base64url(random(32)) })
    const [known, unknown] = [await claim(code.slice(0, 4)), await claim(other.id)]
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()])
  })

  test('cannot be spoilt by somebody who guesses', async () => {
    const { place, administrator, team, ask } = await openRound()
    const code = await invite(place, administrator, chen, team)
    const guess = () => ask(paths.activateAsk, { id: code.slice(0, 4), proof: base64url(random(32)) })
    for (let n = 0; n < 25; n++) expect((await guess()).status).toBe(404)
    expect(await openSheet(ask, code)).toMatchObject({ person: { name: '陈静' } })
  })

  test('may be typed in small letters, with gaps, and with O for 0', async () => {
    const { place, administrator, team, ask } = await openRound()
    const code = await invite(place, administrator, chen, team)
    const typed = code
      .toLowerCase()
      .replace(/0/g, 'o')
      .replace(/1/g, 'l')
      .replace(/(.{4})/g, '$1 - ')
    expect(await openSheet(ask, typed)).toMatchObject({ person: { name: '陈静' } })
  })

  test('shows a root that was put in the place of the true one', async () => {
    const { place, administrator, team, ask, db } = await openRound()
    const code = await invite(place, administrator, chen, team)
    await db.update(offices).set({ root: (await makeSigningKeys()).publicKey })
    expect(await openSheet(ask, code)).toBe('root')
  })

  test('is not sealed to an administrator somebody wrote into the database', async () => {
    const { place, administrator, team, db } = await openRound()
    const [real] = await listAdministrators(db)
    const mole = { id: 'mole', name: '某某', username: 'mole', state: 'active', invitedAt: '2026' } as const
    await db.insert(people).values(mole)
    await db.insert(memberships).values({
      personId: 'mole',
      team: 'office',
      roles: 'office',
      certificate: real?.certificate ?? '',
    })
    await expect(invite(place, administrator, chen, team)).rejects.toThrow(Untrusted)
  })
})

describe('verifying', () => {
  test('refuses keys that did not come from who holds the sheet', async () => {
    const { place, administrator, team, person, db } = await openRound()
    const code = await invite(place, administrator, chen, team)
    await activate(place, chen, code)
    const { publicKey } = await makeSigningKeys()
    await db.update(people).set({ signingKey: publicKey }).where(eq(people.username, chen.username))
    await expect(verify(place, administrator, chen)).rejects.toThrow(Mismatch)
    expect((await person(chen.username)).state).toBe('answered')
  })

  test('takes only a certificate of exactly this person', async () => {
    const { place, administrator, team, person, db } = await openRound()
    await activate(place, chen, await invite(place, administrator, chen, team))
    const [real] = await listAdministrators(db)
    const { id } = await person(chen.username)
    for (const certificate of [real?.certificate ?? '', 'nonsense', '']) {
      const answer = await administrator.seat.post(paths.certifyPerson(id), { certificate })
      expect(answer.status).toBe(422)
    }
    expect((await person(chen.username)).state).toBe('answered')
  })

  test('makes a second administrator, who then can do all the first can', async () => {
    const { place, administrator, team, person } = await openRound()
    await activate(place, xu, await invite(place, administrator, xu, 'office'))
    const waiting = await signIn(place, xu.username, xu.password)
    expect((await waiting.seat.get(paths.people)).status).toBe(404)
    expect(await (await waiting.seat.get(paths.staff)).text()).toContain('等管理员核对')
    await verify(place, administrator, xu)

    const second = await signIn(place, xu.username, xu.password)
    await activate(place, chen, await invite(place, second, chen, team))
    await verify(place, second, chen)
    expect((await person(chen.username)).state).toBe('active')
    expect(await (await second.seat.get(paths.people)).text()).not.toContain('只有 1 名管理员')
  })
})
