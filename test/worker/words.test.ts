import { applyD1Migrations, createExecutionContext, env } from 'cloudflare:test'
import { beforeAll, expect, test, vi } from 'vitest'
import { frame } from '../../src/i18n/frame.ts'
import { staff } from '../../src/i18n/staff.ts'
import { paths } from '../../src/paths.ts'
import worker from '../../src/worker.ts?uploaded'

// The Worker as it is uploaded: first without its words, then with them.

const english = `${paths.front}?lang=en`
const traditional = `${paths.front}?lang=zh-Hant`
const [inChinese, inEnglish] = frame.title
const gone = async () => new Response('', { status: 404 })

const ask = (address: string, ASSETS: typeof env.ASSETS) =>
  worker.fetch(new Request(`https://mashang.example${address}`), { ...env, ASSETS }, createExecutionContext())

async function read(address: string, ASSETS: typeof env.ASSETS) {
  const answer = await ask(address, ASSETS)
  expect(answer.status).toBe(200)
  return answer.text()
}

beforeAll(() => applyD1Migrations(env.DB, env.MIGRATIONS))

test('as long as its words have not come it speaks Chinese, and staff are told to come again', async () => {
  const complained = vi.spyOn(console, 'error').mockReturnValue(undefined)
  const without = await read(english, { fetch: gone })
  expect(without).toContain('<html lang="en"')
  expect(without).toContain(inChinese)
  expect(without).not.toContain(inEnglish)
  expect(complained).toHaveBeenCalledWith(expect.stringMatching(/^English texts: .* answered 404$/))

  const desk = await ask(paths.signIn, { fetch: gone })
  expect(desk.status).toBe(503)
  expect(desk.headers.get('Cache-Control')).toBe('no-store')
  expect(complained).toHaveBeenCalledWith(expect.stringMatching(/^Staff texts: .* answered 404$/))
})

test('once they have come it speaks English, and to staff too, and keeps them', async () => {
  const taken = await read(english, env.ASSETS)
  expect(taken).toContain(inEnglish)
  expect(taken).not.toContain(inChinese)
  expect(await read(paths.front, { fetch: gone })).toContain(inChinese)

  const [signIn, signInEnglish] = staff.signIn
  expect(await read(paths.signIn, { fetch: gone })).toContain(signIn)
  expect(await read(`${paths.signIn}?lang=en`, { fetch: gone })).toContain(signInEnglish)
})

test('it speaks traditional Chinese once that has come, and only takes it for those who read it', async () => {
  const [simplified] = frame.progress
  const complained = vi.spyOn(console, 'error').mockReturnValue(undefined)
  const without = await read(traditional, { fetch: gone })
  expect(without).toContain('<html lang="zh-Hant"')
  expect(without).toContain(simplified)
  expect(complained).toHaveBeenCalledWith(expect.stringMatching(/^Traditional texts: .* answered 404$/))

  const asked: string[] = []
  const ASSETS = {
    fetch: async (address: string) => {
      asked.push(new URL(address).pathname)
      return env.ASSETS.fetch(address)
    },
  } as typeof env.ASSETS
  expect(await read(paths.front, ASSETS)).toContain(simplified)
  expect(asked.filter((address) => address.includes('traditional'))).toEqual([])
  const taken = await read(traditional, ASSETS)
  expect(asked).toEqual([expect.stringMatching(/^\/built\/traditional-[0-9a-f]{10}\.json$/)])
  expect(taken).toContain('查進度')
  expect(taken).not.toContain(simplified)
})
