import { and, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import type { AtDesk } from '../../test/cast/at-desk.ts'
import { openLockedTeam } from '../../test/cast/locked-team.ts'
import { players } from '../../test/cast/people.ts'
import { sealBehind } from '../../test/cast/resealing.ts'
import { speak } from '../../test/cast/residents.ts'
import { confirmLock, makeLock } from '../../test/cast/staffing.ts'
import { said } from '../../test/cast/words.ts'
import { takeUp } from '../../test/cast/working.ts'
import { addDays, dayOf } from '../clock/day.ts'
import { runDaily } from '../daily.ts'
import { paths } from '../paths.ts'
import { earlierEnvelopes } from '../reports/belonging-tables.ts'
import { eraseContact } from '../reports/erasing.ts'
import { listEnvelopes } from '../reports/store.ts'
import { reports } from '../reports/tables.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { SEALED_KEY } from '../sealing/suite.ts'
import { grants } from '../staff/tables.ts'
import type { EarlierLock } from './earlier.ts'

const { chen, liang, wu } = players

let village: Awaited<ReturnType<typeof openLockedTeam<'chen' | 'wu' | 'liang'>>>
let filed: { enquiryNumber: string }
let id = ''

/** Somebody has left, the lock is changed, and of a report with a telephone nothing is sealed anew yet. */
beforeEach(async () => {
  village = await openLockedTeam({ chen, wu, liang: { ...liang, team: 'first' } })
  const { place, team, token, desks, administrator, db } = village
  const named = { ...said.ditch, reply: 'contactOnly', phone: '13900000000', consent: true } as const
  filed = await speak(place, token, named)
  await administrator.seat.send(paths.disablePerson(desks.chen.id), {})
  await makeLock(place, desks.li, team, 2, [desks.wu, desks.liang])
  await confirmLock(place, administrator, desks.li, team)
  const [report] = await db.select().from(reports)
  id = report?.id ?? ''
})

const now = async () => (await village.db.select().from(reports).where(eq(reports.id, id)))[0]!
const lockedWith = () => listEnvelopes(village.db, [id], ['dek', 'contact'])
const kept = () => village.db.select().from(earlierEnvelopes)
const sealedKey = () => base64url(random(SEALED_KEY))
const reseal = (by: AtDesk, more: object = {}) => {
  const sealed = [{ id, from: 1, dek: sealedKey(), contactKey: sealedKey(), ...more }]
  return by.seat.ask(paths.reseal(village.team), { epoch: 2, sealed })
}
const pageOf = async (who: AtDesk) =>
  (await (await who.seat.get(paths.report(village.team, id))).text()).replaceAll('&quot;', '"')
const locksFor = async (who: AtDesk) => {
  const [, json = '[]'] = /data-earlier="(\[.*?\])"/.exec(await pageOf(who)) ?? []
  return JSON.parse(json) as EarlierLock[]
}
const putBack = async (who: AtDesk, number: number) =>
  who.seat.post(paths.putBack(village.team, id), {
    number: String(number),
    epoch: String((await now()).epoch),
  })
const opens = (who: AtDesk) => takeUp(village.place, who, filed.enquiryNumber)

describe('a report that was locked anew to something that opens for nobody', () => {
  it('says who did it, and is put back as it was by whoever holds the earlier key', async () => {
    const { desks, team, place } = village
    const before = await lockedWith()
    expect((await reseal(desks.li)).status).toBe(204)
    await expect(opens(desks.li)).rejects.toThrow('did not open')
    const steps = (await pageOf(desks.wu)).split('id="steps"')[1] ?? ''
    expect(steps.replace(/<[^>]*>/g, ' ')).toMatch(new RegExp(`${desks.li.name} · \\s*重新上锁`))

    const [lock] = await locksFor(desks.li)
    expect(lock).toMatchObject({ number: 1, epoch: 1, dek: base64url(before[1]!.envelope) })
    expect((await putBack(desks.wu, 1)).status).toBe(303)
    expect(await lockedWith()).toEqual(before)
    await expect(opens(desks.li)).resolves.toMatchObject({ report: { id, epoch: 1 } })

    const anew = await sealBehind(place, desks.li, team)
    expect(anew.sealed).toHaveLength(1)
    expect((await desks.li.seat.ask(paths.reseal(team), anew)).status).toBe(204)
    await expect(opens(desks.wu)).resolves.toMatchObject({ report: { id, epoch: 2 } })
  })

  it('loses nothing to whoever puts back what need not be', async () => {
    const { desks, team, place } = village
    await desks.li.seat.ask(paths.reseal(team), await sealBehind(place, desks.li, team))
    const good = await lockedWith()
    expect((await putBack(desks.wu, 1)).status).toBe(303)
    expect((await reseal(desks.li)).status).toBe(204)
    const all = await locksFor(desks.li)
    expect(all.map(({ number, epoch }) => [number, epoch])).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
    ])
    expect((await putBack(desks.li, 2)).status).toBe(303)
    expect(await lockedWith()).toEqual(good)
    expect((await now()).epoch).toBe(2)
  })

  it('is offered to nobody who lacks that key, and the contact key to leader and deputy alone', async () => {
    const { desks, db } = village
    await reseal(desks.li)
    // As for whoever came after the lock was changed.
    await db.delete(grants).where(and(eq(grants.personId, desks.liang.id), eq(grants.epoch, 1)))
    expect(await locksFor(desks.wu)).toMatchObject([{ number: 1, contactKey: null }])
    expect((await locksFor(desks.li))[0]?.contactKey).not.toBeNull()
    expect(await locksFor(desks.liang)).toEqual([])
    const before = await lockedWith()
    expect((await putBack(desks.liang, 1)).status).toBe(404)
    expect((await putBack(desks.wu, 7)).status).toBe(404)
    const stale = { number: '1', epoch: '1' }
    expect((await desks.wu.seat.post(paths.putBack(village.team, id), stale)).status).toBe(409)
    expect(await lockedWith()).toEqual(before)
  })

  it('keeps no telephone that was erased, and nothing at all for longer than thirty days', async () => {
    const { desks, db, place } = village
    await reseal(desks.li)
    expect((await kept()).map(({ part }) => part).sort()).toEqual(['contact', 'dek'])
    const { clock } = place.house
    const today = dayOf(clock.now())
    await eraseContact(db, await now(), today, 'asked')
    expect((await kept()).map(({ part }) => part)).toEqual(['dek'])
    const on = (day: string) => db.update(earlierEnvelopes).set({ on: day })
    await on(addDays(today, -29))
    await runDaily(place.house)
    expect(await kept()).toHaveLength(1)
    expect((await putBack(desks.wu, 1)).status).toBe(303)
    await on(addDays(today, -30))
    await runDaily(place.house)
    expect(await kept()).toEqual([])
  })
})
