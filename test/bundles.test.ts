import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
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
  ['src/node.ts', 'app.tsx', filesForNode],
  ['src/recover.ts', 'recovery/recovery-routes.tsx', filesForNode],
  ['src/worker.ts', 'app.tsx', async () => worker.files],
])('what %s brings along for %s', (entry, door, filesOf) => {
  test('seals and cannot open', async () => {
    const files = await filesOf(entry)
    expect(files).toContain(`src/${door}`)
    expect(files).toContain('src/sealing/seal.ts')
    expect(files.filter((file) => file.endsWith('/open.ts') || file.endsWith('.client.ts'))).toEqual([])
  })
})

test('no script of residents hands out a download, which WeChat would not take', async () => {
  const scripts = [
    ...['intake/report', 'intake/closed', 'intake/progress', 'intake/picture', 'ui/exit', 'ui/aloud'],
    'attaching/attach',
  ]
  const brought = await Promise.all(scripts.map((name) => filesForNode(`src/${name}.client.ts`)))
  const files = new Set(brought.flat())
  const saying = [...files].filter((file) => /\bdownload\b/.test(readFileSync(file, 'utf8')))
  expect(files).toContain('src/attaching/chosen.client.ts')
  expect(saying).toEqual([])
  expect(await filesForNode('src/desk.client.ts')).toContain('src/ui/download.client.ts')
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

  test('reads no text of staff before it has come', async () => {
    // Pairs that tell who reads them while they are empty.
    const pairs = /\.map\((\w+)=>\[\1,\1\]\)/
    const reads: unknown[] = []
    Object.assign(globalThis, { readTooSoon: (key: unknown) => reads.push(key) })
    const watched = worker.code.replace(
      pairs,
      '.map(zh=>new Proxy([zh,zh],{get:(pair,key)=>(pair[0]===""&&readTooSoon(key),pair[key])}))',
    )
    expect(watched).not.toBe(worker.code)
    await import(`data:text/javascript,${encodeURIComponent(watched)}`)
    expect(reads).toEqual([])
  })
})

test('the Worker brings along every text a resident reads, and few of those that staff read', async () => {
  const files = ['src/intake', 'src/attaching'].flatMap((folder) =>
    readdirSync(folder).map((name) => `${folder}/${name}`),
  )
  const sources = files.filter((file) => !/\.(client|test)\.tsx?$/.test(file))
  const imported = sources.flatMap((file) => [
    ...readFileSync(file, 'utf8').matchAll(/'\.\.\/i18n\/([\w-]+)\.ts'/g),
  ])
  const names = [...new Set(imported.map(([, name]) => name))]
  expect(names).toEqual(expect.arrayContaining(['progress', 'attaching']))
  const all = await Promise.all(names.map((name) => import(`../src/i18n/${name}.ts`)))
  const texts = all.flatMap(chineseIn)
  const missing = texts.filter((text) => !worker.code.includes(text))
  const [english = '', ofStaff = ''] = worker.words.map(({ text }) => text)
  // What only scripts say is nowhere in the Worker.
  expect(missing.length).toBeLessThan(texts.length / 4)
  expect(missing.filter((text) => ofStaff.includes(text))).toEqual([])
  const staff = ofStaff.split('\n').filter(Boolean)
  expect(staff.length).toBeGreaterThan(english.split('\n').length / 2)
  // A few are said in both houses.
  const both = staff.filter((text) => text.length > 9 && worker.code.includes(text))
  expect(both.length).toBeLessThan(staff.length / 50)
})

/** The Chinese of every pair, however deep it stands. */
function chineseIn(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return []
  if (!Array.isArray(node)) return Object.values(node).flatMap(chineseIn)
  const [zh] = node
  const isPair = node.length === 2 && typeof zh === 'string' && /[㐀-鿿]/.test(zh)
  return isPair ? [zh] : node.flatMap(chineseIn)
}

test('parting the languages and taking the words back leaves every text where it was', async () => {
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
  let parts: Parameters<Parameters<typeof languagesApart>[0]>[0] | undefined
  const late = new Set(names.filter((_, n) => n % 2).map((name) => resolve('src/i18n', name)))
  const apart = await bundled([languagesApart((words) => (parts = words), late)])
  const [beside, parted] = [
    await all(await bundled([])),
    await all(`${apart}\nexport { WORDS_BESIDE, STAFF_BESIDE }`),
  ]
  const { WORDS_BESIDE, STAFF_BESIDE, ...words } = parted
  expect(JSON.stringify(words)).not.toBe(JSON.stringify(beside))
  WORDS_BESIDE.take(parts?.english.text)
  STAFF_BESIDE.take(parts?.staff.text)
  expect(JSON.stringify(words)).toBe(JSON.stringify(beside))
})
