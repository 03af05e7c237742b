import { expect, test } from 'vitest'
import { openFounded } from '../../test/cast/founded.ts'
import { wordsOf } from '../../test/cast/office-desk.ts'
import { limits } from '../clock/deadlines.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { random } from '../sealing/bytes.ts'
import { secondFactors } from '../staff/tables.ts'
import { theOffice } from './store.ts'

test('each setting stands with its value, its default and who said so', async () => {
  const { administrator, db } = await openFounded()
  const page = await wordsOf(administrator.seat.get(paths.settings))
  const { publicUrl } = await theOffice(db)
  expect(page).toContain(`印在纸上的网址 ${publicUrl} —`)
  expect(page).toMatch(/动态码 动态码由各人自己决定。 动态码由各人自己决定。 默认/)
  expect(page).toContain(
    `受理，最迟 ${limits.acceptHard.days} 天 ${limits.acceptHard.days} 天 信访工作条例第 22 条`,
  )
  expect(page).toContain(`答复 ${limits.answer.days} 个工作日 ${limits.answer.days} 个工作日 固定`)
})

test('what the office wants of everybody is set there, on record, and shown as its own choice', async () => {
  const { administrator, db } = await openFounded()
  expect(await wordsOf(administrator.seat.get(paths.people))).toContain('动态码由各人自己决定。 设置')
  const changed = await administrator.seat.post(paths.settings, { want: 'on' })
  expect([changed.status, changed.headers.get('Location')]).toEqual([303, `${paths.settings}?said=set`])
  expect((await theOffice(db)).secondFactor).toBe(true)
  expect((await listSteps(db, 'office')).at(-1)).toMatchObject({ who: administrator.id, toState: 'true' })
  expect((await administrator.seat.post(paths.settings, { want: 'off' })).status).toBe(403)
  const factor = { secret: random(60), lastStep: 0, since: '2022-09-20' }
  await db.insert(secondFactors).values({ personId: administrator.id, ...factor })
  await administrator.seat.send(paths.settings, { want: 'off' })
  const said = await wordsOf(administrator.seat.get(`${paths.settings}?said=set`))
  expect(said).toContain('只对以后的生效。')
  expect((await administrator.seat.post(paths.settings, { want: 'perhaps' })).status).toBe(404)
  expect((await theOffice(db)).secondFactor).toBe(false)
})
