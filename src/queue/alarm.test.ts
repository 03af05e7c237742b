import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openTeamDesk } from '../../test/team-desk.ts'
import { wordsJoined } from '../../test/words.ts'
import { reports } from '../reports/tables.ts'

it('is raised over the queue on the day after the third working day, until it is accepted', async () => {
  const desk = await openTeamDesk('2026-11-24T09:00:00+08:00')
  await desk.write()
  const alarm = '有 1 件超过 3 个工作日还没有受理。'
  const pageOn = async (day: string) => {
    desk.clock.set(`${day}T09:00:00+08:00`)
    return wordsJoined((await desk.chen.get(desk.desk)).html)
  }
  expect(await pageOn('2026-11-27')).not.toContain('还没有受理。')
  expect(await pageOn('2026-11-30')).toContain(alarm)
})

it('is raised for what is past the last day: 15 days from filing, or 60 from acceptance', async () => {
  const desk = await openTeamDesk('2026-11-24T09:00:00+08:00')
  const report = await desk.write()
  const alarm = '有 1 件过了最后期限'
  const pageOn = async (day: string) => {
    desk.clock.set(`${day}T09:00:00+08:00`)
    return wordsJoined((await desk.chen.get(desk.desk)).html)
  }
  expect(await pageOn('2026-12-09')).not.toContain('最后期限')
  expect(await pageOn('2026-12-10')).toContain(alarm)
  const change = (fields: Partial<typeof reports.$inferInsert>) =>
    desk.db.update(reports).set(fields).where(eq(reports.id, report.id))
  await change({ state: 'verifying', acceptedOn: '2026-11-24', hardBy: '2027-01-25' })
  expect(await pageOn('2027-01-25')).not.toContain('最后期限')
  expect(await pageOn('2027-01-26')).toContain(alarm)
  await change({ state: 'concluded' })
  expect(await pageOn('2027-01-26')).not.toContain('最后期限')
})
