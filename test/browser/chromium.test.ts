import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers, barriersAsItStands } from './barriers.ts'
import { officePc, picture, strangers, useChromium } from './chromium.ts'

const good = `<!doctype html><html lang="zh-CN"><head><title>码上</title><meta name="viewport" content="width=device-width">
  </head><body><main><h1>您好</h1><p id="script">没有脚本</p><script src="/script.js"></script></main></body></html>`
const bad =
  '<!doctype html><html><head><title></title></head><body><input><img src="/picture.png"></body></html>'

/** Words that nobody can read in colours of their own choice, and a box that is scrolled once letters are large. */
const hardToSee = `<!doctype html><html lang="zh-CN"><head><title>码上</title><link rel="stylesheet" href="/hard.css">
  </head><body><main><h1>您好</h1><p class="faint">看不见</p><div class="low"><p>一</p><p>二</p></div></main></body></html>`
const hardCss = `@media (forced-colors: active) { .faint { forced-color-adjust: none; color: #ddd; background: #fff } }
  .low { height: 70px; overflow: auto } .low p { margin: 0; font-size: 1rem; line-height: 2 }`

const breaching = `<!doctype html><html lang="zh-CN"><head><title>码上</title><style>p { color: red }</style></head>
  <body><main><h1>您好</h1><script src="/breach.js"></script></main></body></html>`

const pages: Record<string, string> = { '/bad': bad, '/breaching': breaching, '/hard': hardToSee }

let origin = ''
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost')
  response.setHeader(
    'content-security-policy',
    "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'",
  )
  if (pathname === '/script.js')
    response.end("document.getElementById('script').textContent = navigator.language")
  else if (pathname === '/hard.css') response.setHeader('content-type', 'text/css').end(hardCss)
  else if (pathname === '/breach.js') response.end("document.body.innerHTML = '<p>'")
  else response.setHeader('content-type', 'text/html; charset=utf-8').end(pages[pathname] ?? good)
})
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.closeAllConnections())

const stage = useChromium(() => origin)

describe('a person in Chromium', () => {
  test('has a phone with scripts, in Chinese', async () => {
    const page = await stage.person()
    await page.goto(origin)
    expect(await page.textContent('#script')).toBe('zh-CN')
    expect(await page.evaluate('innerWidth')).toBe(360)
    await picture(page, 'harness')
  })

  test('may sit at the office PC', async () => {
    const page = await stage.person(officePc)
    await page.goto(origin)
    expect(await page.evaluate('innerWidth')).toBe(1280)
  })

  test('may have none, and English', async () => {
    const page = await stage.person({ scripts: false, lang: 'en-GB' })
    await page.goto(origin)
    expect(await page.textContent('#script')).toBe('没有脚本')
  })

  test.each([true, false])(
    'meets no barrier on a good page and is told of those on a bad one (scripts: %s)',
    async (scripts) => {
      const page = await stage.person({ scripts })
      await page.goto(origin)
      expect(await barriers(page)).toEqual([])
      await page.goto(`${origin}/bad`)
      expect((await barriers(page)).map((barrier) => barrier.split(':')[0])).toEqual(
        expect.arrayContaining(['document-title', 'html-has-lang', 'image-alt', 'label']),
      )
    },
  )

  test.each([true, false])(
    'is told of what only those meet who choose colours and larger letters (scripts: %s)',
    async (scripts) => {
      const page = await stage.person({ scripts })
      await page.goto(`${origin}/hard`)
      expect(await barriersAsItStands(page)).toEqual([])
      expect((await barriers(page)).map((barrier) => barrier.split(': ')[0])).toEqual([
        'forced colours, color-contrast',
        'forced colours, scrollable-region-focusable',
      ])
      // And the page is left as it was.
      expect(await barriersAsItStands(page)).toEqual([])
    },
  )

  test('is told of every breach of a policy', async () => {
    const page = await stage.person()
    await page.goto(`${origin}/breaching`)
    const told = () => stage.complaints.filter((complaint) => complaint.startsWith('breach'))
    // What a page says arrives after the page itself, on a busy machine a good while after.
    await expect
      .poll(told)
      .toEqual([
        'breach of style-src-elem: inline',
        'breach of require-trusted-types-for: trusted-types-sink',
      ])
    stage.complaints.length = 0
  })

  test('every request is on record, and one to another host is found', async () => {
    const page = await stage.person()
    await page.goto(origin)
    expect(stage.requests).toContain(`${origin}/script.js`)
    expect(strangers([...stage.requests, 'https://example.org/a.js', 'data:,'], origin)).toEqual([
      'https://example.org/a.js',
    ])
  })
})
