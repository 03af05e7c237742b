import { readdirSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { type Plugin, rolldown } from 'rolldown'
import { beforeAll, describe, expect, test } from 'vitest'
import { languagesApart } from '../tools/words.mjs'
import { bundleWorker } from '../tools/worker.mjs'

let worker: Awaited<ReturnType<typeof bundleWorker>>
beforeAll(async () => {
  worker = await bundleWorker()
})

async function filesForNode(entry: string) {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'silent',
    metafile: true,
    write: false,
  })
  return Object.keys(metafile.inputs)
}

describe.each([
  ['src/node.ts', filesForNode],
  ['src/recover.ts', filesForNode],
  ['src/worker.ts', async () => worker.files],
])('what %s brings along', (entry, filesOf) => {
  test('seals and cannot open', async () => {
    const files = await filesOf(entry)
    expect(files).toContain('src/app.tsx')
    expect(files).toContain('src/sealing/seal.ts')
    expect(files.filter((file) => file.endsWith('/open.ts') || file.endsWith('.client.ts'))).toEqual([])
  })
})

describe('what is uploaded as the Worker', () => {
  test('is at most 300 KiB, packed', () => {
    expect(gzipSync(worker.code).length).toBeLessThan(300 * 1024)
  })

  test('has Chinese as it is read, not as escapes of twice the length', () => {
    expect(worker.code.match(/便民反映/g)).not.toBeNull()
    expect(worker.code.match(/(\\u[4-9][0-9a-f]{3}){2}/gi)).toBeNull()
  })

  test('is one file, which needs no other', () => {
    expect(worker.imports).toEqual([])
  })
})

test('parting the languages and taking the English back leaves every text where it was', async () => {
  const names = readdirSync('src/i18n').filter((name) => !name.endsWith('.test.ts'))
  const entry = names.map((name, n) => `export * as all${n} from ${JSON.stringify(`./src/i18n/${name}`)}`)
  const bundled = async (plugins: Plugin[]) => {
    const bundle = await rolldown({
      input: 'entry',
      plugins: [
        {
          name: 'entry',
          resolveId: (id: string) => (id === 'entry' ? id : null),
          load: (id: string) => (id === 'entry' ? entry.join('\n') : null),
        },
        ...plugins,
      ],
    })
    const { output } = await bundle.generate({ format: 'esm' })
    await bundle.close()
    return output[0].code
  }
  const all = async (code: string) => await import(`data:text/javascript,${encodeURIComponent(code)}`)
  let english = ''
  const apart = await bundled([languagesApart((words) => (english = words.english))])
  const [beside, parted] = [await all(await bundled([])), await all(`${apart}\nexport { WORDS_BESIDE }`)]
  const { WORDS_BESIDE, ...words } = parted
  expect(JSON.stringify(words)).not.toBe(JSON.stringify(beside))
  WORDS_BESIDE.take(english)
  expect(JSON.stringify(words)).toBe(JSON.stringify(beside))
})
