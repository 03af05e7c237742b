import { and, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { createApp } from '../../src/app.tsx'
import type { Db } from '../../src/db/db.ts'
import { listSteps } from '../../src/log/record.ts'
import { paths } from '../../src/paths.ts'
import { letterEnvelopes } from '../../src/referrals/tables.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { reports } from '../../src/reports/tables.ts'
import { base64url, random } from '../../src/sealing/bytes.ts'
import { openContact, openDek, openLetterKey, Unopened } from '../../src/sealing/open.ts'
import { fingerprint } from '../../src/sealing/suite.ts'
import { type Behind, type LetterBehind, resealAll, resealLetterKeys } from '../../src/staff/reseal.client.ts'
import { teamHolder } from '../../src/staff/roles.ts'
import { startSession } from '../../src/staff/session.ts'
import { teamReadiness } from '../../src/staff/store.ts'
import { memberships, people, teamKeys } from '../../src/staff/tables.ts'
import { Untrusted } from '../../src/staff/trust.client.ts'
import { type AtDesk, heldKey, type Place, rootOf, teamPair } from '../cast/at-desk.ts'
import { openLockedTeam } from '../cast/locked-team.ts'
import { type Player, players } from '../cast/people.ts'
import { enterHandlingUnit, proposeReferral } from '../cast/referring.ts'
import { speak } from '../cast/residents.ts'
import { confirmLock, makeLock } from '../cast/staffing.ts'
import { accept, verifyReport } from '../cast/working.ts'

const { li, chen, wu, liang } = players
const letter = { summary: '该村部分渠道排水不畅。', demands: '请排查，按期回复。' }
const deputy: Player = { ...liang, team: 'first' }

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** A team of four with two leaders, a notice in use, and two reports: one leaves a telephone, one does not. */
async function openTeam() {
  const opened = await openLockedTeam({ chen, wu, liang: deputy })
  const { place, administrator, token, desks } = opened
  const write = () => speak(place, token, { text: '水渠堵了，水进不了田。' })
  const { enquiryNumber } = await write()
  await speak(place, token, { text: '路灯不亮。', reply: 'contactOnly', phone: '13900000000', consent: true })
  await accept(place, desks.chen, enquiryNumber, desks.chen, { category: 'B3/B3' })
  await verifyReport(place, desks.chen, enquiryNumber, desks.wu)
  const bureau = await enterHandlingUnit(place, administrator, '岚川市农业农村局', null)
  await proposeReferral(place, desks.chen, enquiryNumber, bureau, letter)
  return { ...opened, write }
}

type Kind = 'key' | 'contact'

/** Whether this person opens the letter with any key of the team they were ever given. */
async function opensLetter(place: Place, person: AtDesk, team: string) {
  const rootPrint = await fingerprint(await rootOf(place, person))
  const [{ subject, envelope } = { subject: '', envelope: random(0) }] = await place.house.db
    .select()
    .from(letterEnvelopes)
    .where(eq(letterEnvelopes.part, 'teamKey'))
  const tries = [1, 2].map(async (epoch) => {
    const pair = await teamPair(place, person, team, 'key', epoch)
    const name = { rootPrint, holder: teamHolder(team), epoch }
    return pair && (await openLetterKey(pair, name, subject, envelope).catch(() => undefined))
  })
  return (await Promise.all(tries)).some((key) => key !== undefined)
}

async function nextOf(person: AtDesk, team: string, after = '') {
  const answer = await person.seat.ask(paths.resealNext(team), { after })
  return (await answer.json()) as { certificate: string; behind: Behind[]; left: number }
}

/** What a colleague's page does with one batch, up to sending it. */
async function resealed(place: Place, person: AtDesk, team: string) {
  const { certificate, behind } = await nextOf(person, team)
  const pairOf = (epoch: number, kind: Kind) => teamPair(place, person, team, kind, epoch)
  return resealAll({ root: await rootOf(place, person), team, certificate, pairOf }, behind)
}

/** Opens every report with every key of the team this person was ever given. Answers how many opened. */
async function openable(place: Place, person: AtDesk, team: string) {
  const { db } = place.house
  const rootPrint = await fingerprint(await rootOf(place, person))
  const opened = { reports: 0, contacts: 0 }
  for (const { id } of await db.select().from(reports).where(eq(reports.teamId, team))) {
    for (const epoch of [1, 2]) {
      const name = { rootPrint, holder: teamHolder(team), epoch }
      const [pair, contactPair] = [
        await teamPair(place, person, team, 'key', epoch),
        await teamPair(place, person, team, 'contact', epoch),
      ]
      const missed = (error: unknown) => {
        if (error instanceof Unopened) return undefined
        throw error
      }
      const [dek] = await listEnvelopes(db, [id], ['dek'])
      const [contact] = await listEnvelopes(db, [id], ['contact'])
      if (pair && dek && (await openDek(pair, name, id, dek.envelope).catch(missed))) opened.reports++
      if (contactPair && contact) {
        const read = await openContact(contactPair, name, id, contact.envelope).catch(missed)
        if (read?.phone === '13900000000') opened.contacts++
      }
    }
  }
  return opened
}

describe('a leader leaves in the middle of a round', () => {
  let opened: Awaited<ReturnType<typeof openTeam>>
  beforeAll(async () => {
    opened = await openTeam()
  })

  test('before it, a lock is not changed', async () => {
    const { place, team, desks } = opened
    await expect(makeLock(place, desks.liang, team, 2)).rejects.toThrow('409')
    expect(await openable(place, desks.li, team)).toEqual({ reports: 2, contacts: 1 })
  })

  test('is not brought about by a leader whom no administrator has verified', async () => {
    const { db, team, desks, place } = opened
    const here = and(eq(memberships.personId, desks.liang.id), eq(memberships.team, team))
    const [kept] = await db.select().from(memberships).where(here)
    await db.update(people).set({ state: 'disabled' }).where(eq(people.id, desks.li.id))
    await db.update(memberships).set({ certificate: null }).where(here)
    const page = await (await desks.liang.seat.get(paths.keys(team))).text()
    expect(page).not.toContain(paths.makeKeys(team))
    await expect(makeLock(place, desks.liang, team, 2)).rejects.toThrow('404')
    expect(await db.select().from(teamKeys)).toHaveLength(1)
    await db
      .update(memberships)
      .set({ certificate: kept?.certificate ?? null })
      .where(here)
    await db.update(people).set({ state: 'active' }).where(eq(people.id, desks.li.id))
  })

  test('and is out at once; the team is told to change the lock, and who does it', async () => {
    const { administrator, team, desks } = opened
    const warned = await (await administrator.seat.get(paths.people)).text()
    const changers = warned.match(/本组换锁，未办结的由..重新上锁。/g) ?? []
    expect(changers).toHaveLength(4)
    // Of two leaders each is named where the other would go.
    for (const { name } of [li, deputy]) expect(changers).toContain(`本组换锁，未办结的由${name}重新上锁。`)
    await administrator.seat.send(paths.disablePerson(desks.li.id), {})
    expect(await (await administrator.seat.get(paths.people)).text()).toContain(
      '本组没有人能换锁，请用恢复凭证。',
    )
    expect((await desks.li.seat.get(paths.desk(team))).status).toBe(401)
    expect(await (await desks.liang.seat.get(paths.keys(team))).text()).toContain(
      '黎工已经离开，但还拿着本组钥匙',
    )
    expect(await (await desks.chen.seat.get(paths.keys(team))).text()).toContain('请组长梁卓换锁。')
    const due = '本组要换锁：有人离开或换了角色'
    expect(await (await desks.liang.seat.get(paths.desk(team))).text()).toContain(due)
    expect(await (await desks.chen.seat.get(paths.desk(team))).text()).not.toContain(due)
  })

  test('the old key serves until the office has confirmed the new one', async () => {
    const { place, administrator, team, desks, db, write } = opened
    await makeLock(place, desks.liang, team, 2, [desks.chen, desks.wu])
    expect(await (await desks.chen.seat.get(paths.keys(team))).text()).toContain('在那以前旧锁照用')
    expect((await teamReadiness(db, team)).epoch).toBe(1)
    await write()
    await confirmLock(place, administrator, desks.liang, team)
    expect(await teamReadiness(db, team)).toMatchObject({ epoch: 2, holders: 3 })
    await write()
    const epochs = (await db.select().from(reports)).map(({ epoch }) => epoch)
    expect(epochs.sort()).toEqual([1, 1, 1, 2])
    expect(await (await desks.chen.seat.get(paths.desk(team))).text()).toContain('还有旧的反映要重新上锁')
  })

  test('those who stay were given the new keys with it, the contact key only who is due it', async () => {
    const { place, team, desks } = opened
    const holder = teamHolder(team)
    expect(await heldKey(place, desks.chen, holder, 2, 'key')).toBeDefined()
    expect(await heldKey(place, desks.chen, holder, 2, 'contact')).toBeUndefined()
    expect(await heldKey(place, desks.liang, holder, 2, 'contact')).toBeDefined()
    expect(await heldKey(place, desks.li, holder, 2, 'key')).toBeUndefined()
  })

  test('nothing is sealed to a key that the root has not certified', async () => {
    const { place, team, desks } = opened
    const { certificate, behind } = await nextOf(desks.chen, team)
    const pairOf = (epoch: number, kind: Kind) => teamPair(place, desks.chen, team, kind, epoch)
    const root = await rootOf(place, desks.chen)
    const forged = `${certificate.slice(0, -4)}AAAA`
    await expect(resealAll({ root, team, certificate: forged, pairOf }, behind)).rejects.toThrow(Untrusted)
    await expect(resealAll({ root, team: 'other', certificate, pairOf }, behind)).rejects.toThrow(Untrusted)
  })

  test('who is disabled between the look and the writing has sealed nothing anew', async () => {
    const { place, administrator, team, desks, db } = opened
    const made = await resealed(place, desks.wu, team)
    const token = await startSession(db, desks.wu.id, place.house.clock.now())
    const late: Db = new Proxy(db, {
      get(target, name) {
        if (name !== 'batch') return Reflect.get(target, name) as unknown
        return async (statements: Parameters<Db['batch']>[0]) => {
          await administrator.seat.send(paths.disablePerson(desks.wu.id), {})
          return target.batch(statements)
        }
      },
    })
    const before = await db.select().from(reports)
    const answer = await createApp({ ...place.house, db: late }, { grouped: false }).request(
      paths.reseal(team),
      {
        method: 'POST',
        headers: {
          Cookie: `__Host-session=${token}`,
          Origin: 'http://localhost',
          Host: 'localhost',
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(made),
      },
    )
    expect(answer.status).toBe(409)
    expect(await db.select().from(reports)).toEqual(before)
    expect(made.sealed.length).toBeGreaterThan(0)
    for (const { id } of made.sealed) expect(await listSteps(db, `reseal:${id}:2`)).toEqual([])
    expect((await desks.wu.seat.ask(paths.reseal(team), made)).status).toBe(401)
    await administrator.seat.send(paths.enablePerson(desks.wu.id), {})
    await desks.wu.comeBack()
  })

  test('who lacks the contact key does what has none, and cannot part a report from its telephone', async () => {
    const { place, team, desks, db } = opened
    const made = await resealed(place, desks.chen, team)
    expect(made.sealed).toHaveLength(2)
    const held = (await db.select().from(reports)).find(({ contactHeld }) => contactHeld)
    const torn = { id: held?.id, from: 1, dek: base64url(random(115)) }
    const refused = await desks.chen.seat.ask(paths.reseal(team), {
      epoch: 2,
      sealed: [...made.sealed, torn],
    })
    expect(refused.status).toBe(422)
    expect((await nextOf(desks.chen, team)).left).toBe(3)
    expect((await desks.chen.seat.ask(paths.reseal(team), made)).status).toBe(204)
    expect(await nextOf(desks.chen, team)).toMatchObject({ behind: [], left: 1 })
  })

  test('a report that a colleague sealed meanwhile is left as it is', async () => {
    const { place, team, desks, db } = opened
    const late = await resealed(place, desks.liang, team)
    expect((await desks.liang.seat.ask(paths.reseal(team), late)).status).toBe(204)
    const id = late.sealed[0]?.id ?? ''
    const kept = await listEnvelopes(db, [id], ['dek', 'contact'])
    await desks.liang.seat.ask(paths.reseal(team), late)
    expect(await listEnvelopes(db, [id], ['dek', 'contact'])).toEqual(kept)
    expect(await listSteps(db, `reseal:${id}:2`)).toMatchObject([
      { who: desks.liang.id, move: 'reseal', fromState: '1', toState: '2' },
    ])
  })

  test('letters go over to the new key as well, once', async () => {
    const { place, team, desks } = opened
    expect(await opensLetter(place, desks.li, team)).toBe(true)
    expect(await (await desks.chen.seat.get(paths.keys(team))).text()).toContain('data-reseal')
    const next = await desks.chen.seat.ask(paths.resealLettersNext(team), { after: '' })
    const { certificate, letters } = (await next.json()) as { certificate: string; letters: LetterBehind[] }
    expect(letters).toHaveLength(1)
    const pairOf = (epoch: number, kind: Kind) => teamPair(place, desks.chen, team, kind, epoch)
    const holder = { root: await rootOf(place, desks.chen), team, certificate, pairOf }
    const made = await resealLetterKeys(holder, letters)
    expect((await desks.chen.seat.ask(paths.resealLetters(team), made)).status).toBe(204)
    await desks.chen.seat.ask(paths.resealLetters(team), made)
    const [{ id } = { id: '' }] = letters
    expect(await listSteps(place.house.db, `reseal:${id}:2`)).toHaveLength(1)
    expect(await opensLetter(place, desks.chen, team)).toBe(true)
    expect(await opensLetter(place, desks.li, team)).toBe(false)
  })

  test('in the end every report opens for those who stay, and none for who left', async () => {
    const { place, team, desks } = opened
    expect(await openable(place, desks.liang, team)).toEqual({ reports: 4, contacts: 1 })
    expect(await openable(place, desks.chen, team)).toEqual({ reports: 4, contacts: 0 })
    expect(await openable(place, desks.wu, team)).toEqual({ reports: 4, contacts: 0 })
    expect(await heldKey(place, desks.li, teamHolder(team), 1, 'contact')).toBeDefined()
    expect(await openable(place, desks.li, team)).toEqual({ reports: 0, contacts: 0 })
    expect(await (await desks.liang.seat.get(paths.keys(team))).text()).not.toContain('data-reseal')
    expect(await (await desks.liang.seat.get(paths.desk(team))).text()).not.toContain(
      '还有旧的反映要重新上锁',
    )
  })

  test('who is disabled while sealing anew is refused, and nothing is written', async () => {
    const { administrator, team, desks, db } = opened
    await administrator.seat.send(paths.disablePerson(desks.wu.id), {})
    const sealed = [{ id: 'any', from: 1, dek: base64url(random(115)) }]
    const before = await db.select().from(reports)
    expect((await desks.wu.seat.ask(paths.reseal(team), { epoch: 2, sealed })).status).toBe(401)
    expect(await db.select().from(reports)).toEqual(before)
  })

  test('a new lock made by who is disabled before it is confirmed, is not confirmed', async () => {
    const { place, administrator, team, desks, db } = opened
    await makeLock(place, desks.liang, team, 3, [desks.chen])
    await administrator.seat.send(paths.disablePerson(desks.liang.id), {})
    await expect(confirmLock(place, administrator, desks.liang, team)).rejects.toThrow('409')
    expect((await teamReadiness(db, team)).epoch).toBe(2)
    expect(await (await desks.chen.seat.get(paths.keys(team))).text()).toContain(
      '本组没有人能换锁，请用恢复凭证。',
    )
  })
})
