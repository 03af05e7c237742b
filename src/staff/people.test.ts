import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type AtDesk, rootOf, signIn } from '../../test/cast/at-desk.ts'
import { openOffice, openRound } from '../../test/cast/inviting.ts'
import { players } from '../../test/cast/people.ts'
import { activate, changeRoles, invite, inviteAgain, verify } from '../../test/cast/staffing.ts'
import { listSteps } from '../log/record.ts'
import { theOffice } from '../office/store.ts'
import { offices } from '../office/tables.ts'
import { paths } from '../paths.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { answerSheet, openSheet } from './activation.client.ts'
import { Mismatch } from './certify.client.ts'
import { makeInvitation } from './invitation.client.ts'
import { answerOf } from './invitations.ts'
import { certify, disablePerson } from './people.ts'
import { listAdministrators, listMemberships } from './store.ts'
import { grants, memberships, people } from './tables.ts'

const { xu, chen } = players

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

describe('the people page', () => {
  const sheet = { id: 'ABCD', askHash: base64url(random(32)), rootProof: base64url(random(32)) }
  const sealedSecrets = JSON.stringify([{ personId: 'a', envelope: 'b' }])
  const typed = { ...sheet, sealedSecrets, name: '陈静', username: 'chenjing', team: 'office' }
  let refusing: Awaited<ReturnType<typeof openOffice>>
  beforeAll(async () => {
    refusing = await openOffice()
  })

  test.each([
    ['an office person with a team role', { leader: 'on' }, '巡察办、领导小组的人不能同时在组里'],
    ['a name that is taken', { username: 'ZhouMing' }, '这个用户名有人用了'],
    ['a name that is too long', { name: '静'.repeat(41) }, '请写姓名'],
    ['a user name with a space', { username: 'chen jing' }, '用户名是 2 到 32'],
    ['a team that is not there', { team: 'nowhere', member: 'on' }, '请选在哪里'],
    ['a form without what the browser adds', { sealedSecrets: '[]' }, '对不上'],
  ])('refuses %s and keeps what was typed', async (_, change, sentence) => {
    const { administrator, db } = refusing
    const answer = await administrator.seat.post(paths.invite, { ...typed, ...change })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(sentence)
    if (!('name' in change)) expect(html).toContain('value="陈静"')
    expect(await db.select().from(people)).toHaveLength(1)
    expect(await db.select().from(memberships)).toHaveLength(1)
  })

  test('begins with no place, but with the office for who comes to ask a second administrator', async () => {
    const { seat } = refusing.administrator
    const chosen = async (address: string) => {
      const html = await (await seat.get(address)).text()
      const options = /<select id="team".*?<\/select>/s.exec(html)?.[0] ?? ''
      return [/<option value="">请选/.test(options), /value="(\w+)" selected/.exec(options)?.[1]]
    }
    expect(await chosen(paths.invite)).toEqual([true, undefined])
    expect(await chosen(paths.inviteSecond)).toEqual([true, 'office'])
    const unplaced = await (await seat.post(paths.invite, { ...typed, team: '' })).text()
    expect(unplaced).toContain('请选在哪里')
  })

  test('says everything that is wrong at once', async () => {
    const { administrator } = refusing
    const wrong = { ...typed, name: ' ', username: 'ZhouMing', leader: 'on' }
    const html = await (await administrator.seat.post(paths.invite, wrong)).text()
    expect(html).toContain('还要改 3 处')
    for (const sentence of ['请写姓名', '这个用户名有人用了', '巡察办、领导小组的人不能同时在组里'])
      expect(html).toContain(sentence)
  })

  test('issues another sheet; once it is used, what the old keys had is void', async () => {
    const { place, administrator, person, db } = await openOffice()
    const first = await invite(place, administrator, xu, 'office')
    await activate(place, xu, first)
    const html = await (await administrator.seat.get(paths.people)).text()
    expect(html.indexOf(`先当面或打熟悉的电话问${xu.name}：启用单是不是本人用的`)).toBeGreaterThan(0)
    expect(html.indexOf('先当面')).toBeLessThan(html.indexOf('data-certify'))
    await verify(place, administrator, xu)
    const { id } = await person(xu.username)
    const [office] = await db.select().from(offices)
    const own = (await listAdministrators(db)).find((one) => one.id === administrator.id)
    const { code, posted } = await makeInvitation(
      office?.root ?? random(65),
      [{ personId: administrator.id, certificate: own?.certificate ?? '' }],
      { name: xu.name, roles: 'office', team: 'office' },
    )
    await administrator.seat.send(paths.inviteAgain(id), posted)
    expect((await person(xu.username)).state).toBe('active')

    await activate(place, { ...xu, password: 'xin de mi ma ye hao ji' }, code)
    expect((await person(xu.username)).state).toBe('answered')
    expect(await db.select().from(grants).where(eq(grants.personId, id))).toEqual([])
    expect(await listMemberships(db, id)).toMatchObject([{ certified: false }])
    await verify(place, administrator, xu)
    expect(await db.select().from(grants).where(eq(grants.personId, id))).toHaveLength(2)
  })

  test('issues another for one that expired or was lost, which opens nothing any more', async () => {
    const { place, administrator, team, clock, ask } = await openRound()
    const expired = await invite(place, administrator, chen, team)
    clock.set('2026-11-28T09:00:00+08:00')
    await administrator.comeBack()
    expect(await (await administrator.seat.get(paths.people)).text()).toContain('启用单过期了')
    const lost = await inviteAgain(place, administrator, chen)
    const kept = await inviteAgain(place, administrator, chen)
    expect([await openSheet(ask, expired), await openSheet(ask, lost)]).toEqual(['over', 'over'])
    await activate(place, chen, kept)
    await verify(place, administrator, chen)
    expect(await signIn(place, chen.username, chen.password)).toMatchObject({ name: chen.name })
  })

  test('re-enables somebody who never came, for whom a new sheet is made', async () => {
    const { place, administrator, team, person, ask } = await openRound()
    const code = await invite(place, administrator, chen, team)
    const { id } = await person(chen.username)
    await administrator.seat.send(paths.disablePerson(id), {})
    expect(await openSheet(ask, code)).toBe('over')
    await expect(inviteAgain(place, administrator, chen)).rejects.toThrow('404')
    await administrator.seat.send(paths.enablePerson(id), {})
    expect((await person(chen.username)).state).toBe('invited')
    expect(await openSheet(ask, code)).toBe('over')
    await activate(place, chen, await inviteAgain(place, administrator, chen))
    await verify(place, administrator, chen)
    expect((await person(chen.username)).state).toBe('active')
  })

  test('makes the sheet of who is in two teams for one of them; the office certifies them again in the other', async () => {
    const { place, administrator, team, person, db } = await openRound()
    await activate(place, chen, await invite(place, administrator, chen, team))
    await verify(place, administrator, chen)
    const { id } = await person(chen.username)
    await db.insert(memberships).values({ personId: id, team: '~other', roles: 'member', certificate: 'x' })
    await activate(place, chen, await inviteAgain(place, administrator, chen))
    await verify(place, administrator, chen)
    expect(await listMemberships(db, id)).toMatchObject([
      { team, certified: true },
      { team: '~other', certified: false },
    ])
    const again = await changeRoles(place, administrator, chen, { team: '~other', roles: 'member' })
    expect(again.status).toBe(303)
    expect(await listMemberships(db, id)).toMatchObject([{ certified: true }, { certified: true }])
  })

  test.each([{ roles: 'leader' }, { roles: 'leader,liaison' }])(
    'signs nothing when the database says $roles and the sheet was made for a liaison',
    async ({ roles }) => {
      const { place, administrator, team, person, db } = await openRound()
      const code = await invite(place, administrator, chen, team)
      const { id } = await person(chen.username)
      await db.update(memberships).set({ roles }).where(eq(memberships.personId, id))
      await activate(place, chen, code)
      await expect(verify(place, administrator, chen)).rejects.toThrow(Mismatch)
      expect((await person(chen.username)).state).toBe('answered')
    },
  )

  test('leaves the office an administrator: of two with a new sheet each, one uses theirs', async () => {
    const { place, administrator, db, ask } = await openOffice()
    await activate(place, xu, await invite(place, administrator, xu, 'office'))
    await verify(place, administrator, xu)
    const second = await signIn(place, xu.username, xu.password)
    const sheetFor = async (by: AtDesk, { id, name }: AtDesk) => {
      const sealedFor = (await listAdministrators(db)).filter((one) => one.id === by.id)
      const to = sealedFor.map(({ certificate }) => ({ personId: by.id, certificate }))
      const sheet = { name, roles: 'office', team: 'office' }
      const { code, posted } = await makeInvitation(await rootOf(place, by), to, sheet)
      await by.seat.send(paths.inviteAgain(id), posted)
      return code
    }
    const codes = [await sheetFor(second, administrator), await sheetFor(administrator, second)]
    const sheets = await Promise.all(codes.map((code) => openSheet(ask, code)))
    const answers = await Promise.all(
      sheets.map(async (sheet) => {
        if (typeof sheet === 'string') throw new Error(sheet)
        return (await answerSheet(sheet, 'xin de mi ma ye hao ji')).posted
      }),
    )
    const statuses = (await Promise.all(answers.map((posted) => ask(paths.activate, posted)))).map(
      ({ status }) => status,
    )
    expect(statuses.filter((status) => status === 204)).toHaveLength(1)
    const [left, ...more] = await listAdministrators(db)
    expect(more).toEqual([])
    const held = await db
      .select({ kind: grants.kind })
      .from(grants)
      .where(eq(grants.personId, left?.id ?? ''))
    expect(held.map(({ kind }) => kind).sort()).toEqual(['box', 'root'])

    const mine = left?.id === administrator.id ? 0 : 1
    expect((await ask(paths.activate, answers[mine])).status).toBe(409)
    expect(await openSheet(ask, codes[mine] ?? '')).toBe('last')
    expect(await listAdministrators(db)).toHaveLength(1)
  })

  test('verifies nobody who was disabled while the page was open', async () => {
    const { place, administrator, team, person, db } = await openRound()
    await activate(place, chen, await invite(place, administrator, chen, team))
    const waiting = await person(chen.username)
    const answer = await answerOf(db, waiting.id)
    const seen = (await listSteps(db, `person:${waiting.id}`)).length
    const hand = { who: administrator.id, now: place.house.clock.now() }
    await disablePerson(db, waiting, hand)
    if (!answer) throw new Error('no answer')
    const made = { certificate: 'signed', signedBy: (await theOffice(db)).root }
    expect(await certify(db, { ...waiting, seen }, team, answer, made, hand)).toBe('overtaken')
    expect((await person(chen.username)).state).toBe('disabled')
  })

  test('disables and re-enables people, but neither oneself nor the last administrator', async () => {
    const { place, administrator, person } = await openOffice()
    expect((await administrator.seat.post(paths.disablePerson(administrator.id), {})).status).toBe(409)
    await activate(place, xu, await invite(place, administrator, xu, 'office'))
    await verify(place, administrator, xu)
    const second = await signIn(place, xu.username, xu.password)
    const { id } = await person(xu.username)
    await administrator.seat.send(paths.disablePerson(id), {})
    expect((await second.seat.get(paths.session)).status).toBe(401)
    await expect(signIn(place, xu.username, xu.password)).rejects.toThrow('wrong')
    await administrator.seat.send(paths.enablePerson(id), {})
    await expect(signIn(place, xu.username, xu.password)).resolves.toMatchObject({ name: xu.name })
  })
})
