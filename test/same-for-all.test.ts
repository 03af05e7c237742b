import { expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { answers, digitsIn, fieldsOf, nonceIn, openVillage } from './cast/village.ts'

/** What phones say of themselves, and what they would like to read. */
const phones: Record<string, HeadersInit> = {
  nothing: {},
  weChat: {
    'User-Agent':
      'Mozilla/5.0 (Linux; Android 10; V1986A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0.4240.99 XWEB/3263 MMWEBSDK/20220505 Mobile Safari/537.36 MicroMessenger/8.0.23.2160(0x28001759) WeChat/arm64 NetType/4G Language/zh_CN',
    'X-Requested-With': 'com.tencent.mm',
  },
  oldAndroid: {
    'User-Agent':
      'Mozilla/5.0 (Linux; U; Android 4.4.4; zh-cn; HM NOTE 1S) AppleWebKit/533.1 (KHTML, like Gecko) Version/4.0 Mobile Safari/533.1',
    'Accept-Language': 'zh-CN',
  },
  iPhone: {
    'User-Agent':
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
    'Accept-Language': 'en-GB,en;q=0.9',
    'Sec-CH-UA-Mobile': '?1',
    'Save-Data': 'on',
  },
}

/** All that is sent, but for the number of the form, which every page has of its own. */
async function sent(response: Response) {
  const html = (await response.text()).replace(/(name="nonce" value=")[^"]{20,}"/g, '$1"')
  return { status: response.status, headers: Object.fromEntries(response.headers), html }
}

test('every phone is sent the same page, byte for byte', async () => {
  const village = await openVillage()
  for (const address of [
    paths.front,
    paths.code(village.token),
    paths.aboutTeam(village.token),
    paths.code('0000000000000000'),
    paths.notice('123450'),
    paths.genuine,
    `${paths.genuine}?number=123450`,
    paths.progress,
    paths.attaching,
    paths.gone,
    paths.safer,
  ]) {
    const [first, ...others] = await Promise.all(
      Object.values(phones).map(async (headers) => sent(await village.app.request(address, { headers }))),
    )
    expect(first?.html || first?.headers.location, address).toMatch(/<\/html>|^\/c\//)
    for (const other of others) expect(other, address).toEqual(first)
  }
})

test('so is what answers a form with mistakes in it, and a code that nobody has', async () => {
  const village = await openVillage()
  const posts: [string, Record<string, string>][] = [
    [paths.code(village.token), { kind: 'problem', reply: 'named', phone: '123' }],
    [paths.progress, { code: '12345' }],
  ]
  for (const [address, fields] of posts) {
    const [first, ...others] = await Promise.all(
      Object.values(phones).map(async (headers) =>
        sent(
          await village.app.request(address, { method: 'POST', headers, body: new URLSearchParams(fields) }),
        ),
      ),
    )
    expect(first?.html, address).toContain('</html>')
    for (const other of others) expect(other, address).toEqual(first)
  }
})

test('no page of residents asks for several files at once, opens a camera or hands out a download', async () => {
  const village = await openVillage()
  const { app, token, get } = village
  const gets = app.routes.filter(
    ({ method, path }) => method === 'GET' && !/\*|^\/(staff|setup|recover)/.test(path),
  )
  const addresses = gets.map(({ path }) => path.replace(':token', token))
  const pages: Record<string, string> = {}
  for (const address of new Set(addresses.filter((one) => !one.includes(':')))) {
    const answer = await get(address)
    if (answer.headers.get('Content-Type')?.includes('html')) pages[address] = await answer.text()
  }
  const nonce = nonceIn(pages[paths.code(token)] ?? '')
  for (const [name, fields] of Object.entries({ refused: { ...answers, tile: '' }, taken: answers }))
    pages[name] = await (await village.postForm(paths.code(token), fieldsOf(fields, nonce))).text()
  const code = digitsIn(pages.taken ?? '')
  pages.progress = await (await village.postForm(paths.progress, { code })).text()
  expect(pages.progress).toContain('收到了')

  const inputs = Object.values(pages).flatMap((page) => page.match(/<input[^>]*type="file"[^>]*>/g) ?? [])
  // Two of the plain form, at both doors and once it came back, and one of each kind with scripts.
  expect(inputs.length).toBe(2 * 3 + 4)
  const said = Object.entries(pages).map(([name, page]) => [
    name,
    page.match(/<[^>]*\s(multiple|capture|download)[\s=>][^>]*/g),
  ])
  expect(said.filter(([, found]) => found)).toEqual([])
  for (const input of inputs) expect(input).toMatch(/ accept="[^"]+"/)
})
