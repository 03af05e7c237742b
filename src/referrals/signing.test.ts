import { describe, expect, it } from 'vitest'
import { makeOffice, seatSigner } from '../../test/cast/bare-office.ts'
import { filed } from '../../test/filed.ts'
import { openTestHouse } from '../../test/house.ts'
import type { Db } from '../db/db.ts'
import { listSteps, record } from '../log/record.ts'
import { reports } from '../reports/tables.ts'
import { createHandlingUnit } from './handling-units.ts'
import { givenBack } from './moving.ts'
import { letterNumber, signLetter } from './signing.ts'
import { countLetters, findReferral } from './store.ts'
import { handlingUnits, referrals } from './tables.ts'

const CODE = '岚巡办函'

async function open(start?: string) {
  const { db, clock } = await openTestHouse(start)
  await makeOffice(db)
  await seatSigner(db, 'zhou')
  const report = await filed(db, { now: clock.now(), calendar: clock.calendar })
  await db.update(reports).set({ state: 'referred' })
  const hand = () => ({ who: 'zhou', now: clock.now() })
  const bureau = {
    name: '岚川市农业农村局',
    contact: '何晓',
    phone: '0700-5550300',
    belongsTo: null,
    retired: false,
  }
  await createHandlingUnit(db, 'unit', bureau, hand())
  return { db, clock, report, hand, sign: (id: string, code = CODE) => signLetter(db, code, id, hand()) }
}

const letter = (db: Db, reportId: string, id: string, state: 'draft' | 'approved' = 'approved') =>
  db.insert(referrals).values({
    id,
    reportId,
    teamId: 'team-1',
    epoch: 1,
    handlingUnitId: 'unit',
    addressee: '岚川市农业农村局',
    state,
    due: '2027-03-01',
    draftedBy: 'chen',
    draftedAt: '2026-11-24T01:00:00.000Z',
    steps: 1,
  })

const numberOf = async (db: Db, id: string) => (await findReferral(db, id, 'anybody'))?.number

describe('signing a letter', () => {
  it('numbers from one, by issuer and year', async () => {
    const { db, clock, report, sign } = await open('2026-12-30T10:00:00+08:00')
    for (const id of ['a', 'b', 'c', 'd']) await letter(db, report.id, id)
    await sign('a')
    await sign('b')
    await sign('c', '穗巡办函')
    clock.set('2026-12-31T16:30:00Z')
    await sign('d')
    const signed = await Promise.all(['a', 'b', 'c', 'd'].map((id) => findReferral(db, id, 'anybody')))
    expect(signed.map((one) => one && letterNumber(one))).toEqual([
      '岚巡办函〔2026〕1号',
      '岚巡办函〔2026〕2号',
      '穗巡办函〔2026〕1号',
      '岚巡办函〔2027〕1号',
    ])
    expect(signed[0]).toMatchObject({ state: 'issued', signedBy: 'zhou', signedOn: '2026-12-30' })
  })

  it('of many at once gives each its own number and leaves none out', async () => {
    const { db, report, sign } = await open()
    const ids = Array.from({ length: 12 }, (_, n) => `letter-${n}`)
    for (const id of ids) await letter(db, report.id, id)
    const outcomes = await Promise.all(ids.map((id) => sign(id)))
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(ids.map(() => 'signed'))
    const numbers = await Promise.all(ids.map((id) => numberOf(db, id)))
    expect(numbers.sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(ids.map((_, n) => n + 1))
  })

  it('twice, one after the other or at once, gives one number and loses none', async () => {
    const { db, report, sign } = await open()
    for (const id of ['a', 'b']) await letter(db, report.id, id)
    const outcomes = (await Promise.all([sign('a'), sign('a'), sign('a')])).map(({ outcome }) => outcome)
    expect(outcomes.sort()).toEqual(['signed', 'signed already', 'signed already'])
    expect(await sign('a')).toMatchObject({ outcome: 'signed already', letter: { number: 1 } })
    await sign('b')
    expect(await numberOf(db, 'b')).toBe(2)
    expect((await listSteps(db, `letters:${CODE}:2026`)).map(({ position, why }) => [position, why])).toEqual(
      [
        [1, 'referral:a'],
        [2, 'referral:b'],
      ],
    )
  })

  it('gives no number to a draft, to what was given back, nor when the reply would be due already', async () => {
    const { db, clock, report, sign, hand } = await open()
    await letter(db, report.id, 'draft', 'draft')
    await letter(db, report.id, 'back')
    await letter(db, report.id, 'late')
    const back = await findReferral(db, 'back', 'anybody')
    const { steps, alongside } = givenBack(back!, { id: 'reply', envelope: new Uint8Array(40) }, hand())
    await record(db, steps, alongside(db))
    expect((await sign('draft')).outcome).toBe('unknown')
    expect((await sign('back')).outcome).toBe('given back')
    clock.set('2027-03-01T09:00:00+08:00')
    expect((await sign('late')).outcome).toBe('too late')
    expect(await listSteps(db, `letters:${CODE}:2026`)).toEqual([])
  })

  it('gives no number to a report that has left the ordinary way meanwhile', async () => {
    const { db, report, sign } = await open()
    await letter(db, report.id, 'a')
    await db.update(reports).set({ state: 'escalated' })
    expect((await sign('a')).outcome).toBe('given back')
    expect(await listSteps(db, `letters:${CODE}:2026`)).toEqual([])
  })

  it('is counted before, and once more on the day its answer is due', async () => {
    const { db, report, sign } = await open()
    await letter(db, report.id, 'a')
    const { due } = (await findReferral(db, 'a', 'anybody'))!
    await db.update(reports).set({ due: null })
    expect(await countLetters(db, 'anybody', due)).toEqual({ toNumber: 1, due: 0 })
    await sign('a')
    expect(await countLetters(db, 'anybody', due)).toEqual({ toNumber: 0, due: 1 })
    expect(await countLetters(db, 'anybody', '2026-01-01')).toEqual({ toNumber: 0, due: 0 })
    await db.update(reports).set({ due: '9999-01-01' })
    expect(await countLetters(db, 'anybody', due)).toEqual({ toNumber: 0, due: 0 })
  })

  it.each([{ afraid: true }, { risk: 'high' as const }])(
    'asks the wall again for %o: gives no number when the unit has come to stand behind it, or has been retired',
    async (danger) => {
      const { db, report, sign } = await open()
      await letter(db, report.id, 'a')
      await db.update(reports).set(danger)
      await db.update(handlingUnits).set({ belongsTo: report.unitId })
      expect((await sign('a')).outcome).toBe('given back')
      await db.update(handlingUnits).set({ belongsTo: null, retired: true })
      expect((await sign('a')).outcome).toBe('given back')
      expect(await listSteps(db, `letters:${CODE}:2026`)).toEqual([])
      await db.update(handlingUnits).set({ retired: false })
      expect((await sign('a')).outcome).toBe('signed')
    },
  )

  it('and giving back at once settle for one of them, without a gap', async () => {
    const { db, report, sign, hand } = await open()
    await letter(db, report.id, 'a')
    const as = (await findReferral(db, 'a', 'anybody'))!
    const { steps, alongside } = givenBack(as, { id: 'reply', envelope: new Uint8Array(40) }, hand())
    const [signed, back] = await Promise.all([sign('a'), record(db, steps, alongside(db))])
    const now = await findReferral(db, 'a', 'anybody')
    if (back === 'done') {
      expect(signed.outcome).toBe('given back')
      expect(now).toMatchObject({ state: 'returned', number: null })
      expect(await listSteps(db, `letters:${CODE}:2026`)).toEqual([])
    } else {
      expect(signed.outcome).toBe('signed')
      expect(now).toMatchObject({ state: 'issued', number: 1 })
    }
  })
})
