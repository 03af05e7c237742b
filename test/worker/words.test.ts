import { createExecutionContext, env } from 'cloudflare:test'
import { expect, test, vi } from 'vitest'
import { frame } from '../../src/i18n/frame.ts'
import { paths } from '../../src/paths.ts'
import worker from '../../src/worker.ts?uploaded'

const english = `${paths.front}?lang=en`
const traditional = `${paths.front}?lang=zh-Hant`
const [inChinese, inEnglish] = frame.title
const gone = async () => new Response('', { status: 404 })

async function read(address: string, ASSETS: typeof env.ASSETS) {
  const request = new Request(`https://mashang.example${address}`)
  return (await worker.fetch(request, { ...env, ASSETS }, createExecutionContext())).text()
}

test('the Worker as it is uploaded speaks English once its words have come, and Chinese as long as they have not', async () => {
  const complained = vi.spyOn(console, 'error').mockReturnValue(undefined)
  const without = await read(english, { fetch: gone })
  expect(without).toContain('<html lang="en"')
  expect(without).toContain(inChinese)
  expect(without).not.toContain(inEnglish)
  expect(complained).toHaveBeenCalledWith(expect.stringMatching(/^English texts: .* answered 404$/))

  const taken = await read(english, env.ASSETS)
  expect(taken).toContain(inEnglish)
  expect(taken).not.toContain(inChinese)
  expect(await read(paths.front, { fetch: gone })).toContain(inChinese)
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
