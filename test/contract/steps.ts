import { eq } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { beforeAll, expect, test } from 'vitest'
import type { Db } from '../../src/db/db.ts'
import { listSteps, record } from '../../src/log/record.ts'
import { listDoubts, raiseDoubt, seeDoubt } from '../../src/posters/doubts.ts'
import { envelopes } from '../../src/reports/belonging-tables.ts'
import { at, envelope, found } from './written.ts'

/** Of those who write at once each finds a place of their own, or is told that somebody was faster. */
export function keepsSteps(open: () => Promise<Db>) {
  let db: Db
  beforeAll(async () => {
    db = await open()
  })

  test('the second to take a position is overtaken and changes nothing', async () => {
    const id = nanoid()
    const taken = { subject: id, position: 1, at, move: 'tested' }
    expect(await record(db, taken, [envelope(db, id, Uint8Array.of(1))])).toBe('done')
    const change = db.update(envelopes).set({ part: 'note' }).where(eq(envelopes.reportId, id))
    expect(await record(db, taken, [change])).toBe('overtaken')
    expect(await found(db, id)).toMatchObject([{ part: 'body' }])
  })

  test('of ten who want one position at once, one gets it', async () => {
    const id = nanoid()
    const racers = Array.from({ length: 10 }, (_, n) => `person ${n}`)
    const ends = await Promise.all(
      racers.map((who) => record(db, { subject: id, position: 1, at, move: 'tested', who }, [])),
    )
    expect(ends.toSorted()).toEqual(['done', ...Array<string>(9).fill('overtaken')])
    expect(await listSteps(db, id)).toHaveLength(1)
  })

  test('of ten who append at once, each gets a place of its own', async () => {
    const id = nanoid()
    await Promise.all(Array.from({ length: 10 }, () => record(db, { subject: id, at, move: 'tested' }, [])))
    expect((await listSteps(db, id)).map((row) => row.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  test('any number of steps are appended at once, each to its own subject', async () => {
    const subjects = Array.from({ length: 60 }, () => nanoid())
    const steps = subjects.map((subject) => ({ subject, at, who: 'zhou', move: 'tested' }))
    for (const _ of [1, 2]) expect(await record(db, steps, [])).toBe('done')
    for (const subject of subjects)
      expect((await listSteps(db, subject)).map((row) => row.position)).toEqual([1, 2])
  })

  test('of many who find the same wrong with a notice one opens a task, until somebody has looked', async () => {
    const [today, hand] = ['2026-03-02', { who: 'zhou', now: new Date(at) }]
    const open = async () => (await listDoubts(db)).filter(({ what }) => what === 'other')
    for (const n of [1, 2]) {
      await Promise.all(Array.from({ length: 5 }, () => raiseDoubt(db, '000000', 'other', today)))
      expect(await open()).toMatchObject([{ noticeNumber: '', since: today }])
      expect(await listSteps(db, 'doubt:.other')).toHaveLength(2 * n - 1)
      expect(await seeDoubt(db, '', 'other', today, hand)).toBe('done')
      expect(await open()).toEqual([])
    }
    expect(await seeDoubt(db, '', 'other', today, hand)).toBe('not open')
  })
}
