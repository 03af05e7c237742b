import { expect, it } from 'vitest'
import { openTeamDesk } from '../../test/team-desk.ts'
import { wordsJoined } from '../../test/words.ts'

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
