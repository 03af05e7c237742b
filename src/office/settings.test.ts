import { expect, test } from 'vitest'
import { officeKey } from '../../test/cast/at-desk.ts'
import { openFounded } from '../../test/cast/founded.ts'
import { wordsOf } from '../../test/cast/office-desk.ts'
import { listSteps } from '../log/record.ts'
import { paths } from '../paths.ts'
import { random } from '../sealing/bytes.ts'
import { signCertificate } from '../sealing/certificates.ts'
import { importSigning } from '../sealing/open.ts'
import { makeSigningKeys } from '../sealing/suite.ts'
import { secondFactors } from '../staff/tables.ts'
import { secondOrigin, theOffice } from './store.ts'

test('each setting stands with its value, its default and who said so', async () => {
  const { administrator, db } = await openFounded()
  const page = await wordsOf(administrator.seat.get(paths.settings))
  const { publicUrl } = await theOffice(db)
  expect(page).toContain(`印在纸上的网址 ${publicUrl} —`)
  expect(page).toMatch(/动态码 动态码由各人自己决定。 动态码由各人自己决定。 默认/)
  expect(page).toContain('受理，最迟 15 天 15 天 固定，不能改 · 信访工作条例第 22 条')
})

test('what the office wants of everybody is set there, on record, and shown as its own choice', async () => {
  const { administrator, db } = await openFounded()
  expect(await wordsOf(administrator.seat.get(paths.people))).toContain('动态码由各人自己决定。 设置')
  const asked = await (await administrator.seat.get(paths.settings)).text()
  expect(asked).toMatch(/<summary>动态码：要求人人设置<\/summary><p>还没设的人，下一步就要先设好。/)
  const changed = await administrator.seat.post(paths.settings, { want: 'on' })
  expect([changed.status, changed.headers.get('Location')]).toEqual([303, `${paths.settings}?said=wanted`])
  expect((await theOffice(db)).secondFactor).toBe(true)
  expect((await listSteps(db, 'office')).at(-1)).toMatchObject({ who: administrator.id, toState: 'true' })
  expect((await administrator.seat.post(paths.settings, { want: 'off' })).status).toBe(403)
  const factor = { secret: random(60), lastStep: 0, since: '2022-09-20' }
  await db.insert(secondFactors).values({ personId: administrator.id, ...factor })
  const freed = await administrator.seat.send(paths.settings, { want: 'off' })
  expect(freed).toBe(`${paths.settings}?said=saved`)
  for (const [said, sentence] of [
    ['set', '只对以后的生效。'],
    ['wanted', '存好了。还没设的人，下一步就要先设好。'],
  ])
    expect(await wordsOf(administrator.seat.get(`${paths.settings}?said=${said}`))).toContain(sentence)
  expect((await administrator.seat.post(paths.settings, { want: 'perhaps' })).status).toBe(404)
  expect((await theOffice(db)).secondFactor).toBe(false)
})

test('a second address is kept only as the root signed it, on record, and taken away with an empty field', async () => {
  const { administrator, db, place } = await openFounded()
  const root = await importSigning((await officeKey(place, administrator, 'root')).privateKey)
  const stranger = await importSigning((await makeSigningKeys()).privateKey)
  const sign = (origin: string, by = root) => signCertificate('secondAddress', { origin }, by)
  const set = (second: string, certificate: string, version = 0) =>
    administrator.seat.post(paths.secondAddress, { second, certificate, version: String(version) })
  const now = async () => secondOrigin(await theOffice(db))
  const second = 'https://fanying.example.org'
  const form = await (await administrator.seat.get(paths.settings)).text()
  expect(form).toMatch(/<p data-needs-scripts[^>]*>这里要用浏览器的脚本.*<button[^>]* disabled/s)

  for (const certificate of [
    '',
    'signed',
    await sign(second, stranger),
    await sign('https://evil.example'),
    (await theOffice(db)).addressCertificate,
  ]) {
    const refused = await set(second, certificate)
    const words = await refused.text()
    expect([refused.status, words.includes('这一页旧了'), words.includes(`value="${second}"`)]).toEqual([
      409,
      true,
      true,
    ])
  }
  const bent = await set(`${second}/mashang`, await sign(`${second}/mashang`))
  expect([bent.status, (await bent.text()).includes('网址不对')]).toEqual([422, true])
  expect((await theOffice(db)).secondAddress).toBeNull()

  expect((await set(` ${second.toUpperCase()}/`, await sign(second))).status).toBe(303)
  expect(await now()).toBe(second)
  expect((await listSteps(db, 'secondAddress')).at(-1)).toMatchObject({
    who: administrator.id,
    move: 'setSecondAddress',
    toState: second,
  })
  const page = administrator.seat.get(paths.settings)
  expect(await wordsOf(page)).toContain(`第二个网址（印在公告上） ${second} — 办公室`)

  // Who writes on a page from before that is told so, and takes nothing away.
  const late = await set('', '')
  expect([late.status, (await late.text()).includes('这一页旧了')]).toEqual([409, true])
  expect(await now()).toBe(second)

  expect((await set('', '', 1)).status).toBe(303)
  expect((await theOffice(db)).secondAddress).toBeNull()
  expect(await wordsOf(administrator.seat.get(paths.settings))).toContain('第二个网址（印在公告上） — — 默认')
})
