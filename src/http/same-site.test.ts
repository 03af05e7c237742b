import { expect, test } from 'vitest'
import { Hono } from './hono.ts'
import { sameSite } from './same-site.ts'

const app = new Hono()
app.use(sameSite(async (c) => c.text('refused', 403)))
app.all('*', (c) => c.text('let in'))

/** As a proxy hands it on that names the host itself. */
const post = async (headers: Record<string, string>, path = '/c/x') =>
  (await app.request(path, { method: 'POST', headers: { Host: '127.0.0.1:3000', ...headers } })).status

const ours = { Origin: 'https://report.example' }

test.each<[string, Record<string, string>, number]>([
  ['from our own page, though the proxy named the host', { ...ours, 'Sec-Fetch-Site': 'same-origin' }, 200],
  ['from the address bar', { 'Sec-Fetch-Site': 'none' }, 200],
  ['from a site beside ours', { ...ours, 'Sec-Fetch-Site': 'same-site' }, 403],
  [
    'from elsewhere, though it names our host',
    { Origin: 'http://127.0.0.1:3000', 'Sec-Fetch-Site': 'cross-site' },
    403,
  ],
  ['of an old browser, at the address it asks', { Origin: 'http://127.0.0.1:3000' }, 200],
  ['of an old browser from elsewhere', ours, 403],
  ['of a browser that says nothing', {}, 200],
])('a post %s', async (_, headers, status) => {
  expect(await post(headers)).toBe(status)
})

test('a post of staff always says whence it comes', async () => {
  expect(await post({}, '/staff/sign-out')).toBe(403)
  expect(await post({ 'Sec-Fetch-Site': 'same-origin' }, '/staff/sign-out')).toBe(200)
})
