import { expect, test } from 'vitest'
import { openFounded } from '../../test/cast/founded.ts'
import { wordsOf } from '../../test/cast/office-desk.ts'
import { createApp } from '../app.tsx'
import { paths } from '../paths.ts'

test('without names every host is answered, and the settings say so', async () => {
  const { app, administrator } = await openFounded()
  expect((await app.request('http://elsewhere.example.org/')).status).not.toBe(421)
  expect(await wordsOf(administrator.seat.get(paths.settings))).toContain('可用的域名 不限 不限 默认')
})

test('with names, only they and the address on paper are answered, and the health', async () => {
  const { house, administrator } = await openFounded()
  const settings = { ...house.settings, allowedHosts: ['Inside.example.org', 'inside.example.org:8787'] }
  const app = createApp({ ...house, settings }, { grouped: true })
  const status = async (address: string, headers = {}) => (await app.request(address, { headers })).status
  for (const host of ['inside.example.org', 'INSIDE.example.org:8787', 'localhost'])
    expect(await status(`http://${host}/`), host).not.toBe(421)
  for (const host of ['elsewhere.example.org', 'inside.example.org:99', 'x.inside.example.org'])
    expect(await status(`http://${host}/`), host).toBe(421)
  expect(await status('http://localhost/', { Host: 'elsewhere.example.org' })).toBe(421)
  expect(await status(`http://elsewhere.example.org${paths.health}`)).toBe(200)
  const refused = await app.request('http://elsewhere.example.org/staff/office/settings', { method: 'POST' })
  expect([refused.status, await refused.text()]).toEqual([421, 'This host is not served here.\n'])

  house.settings.allowedHosts = settings.allowedHosts
  const page = await wordsOf(administrator.seat.get(paths.settings))
  expect(page).toMatch(/可用的域名 Inside\.example\.org .*localhost 不限 ALLOWED_HOSTS/)
})
