import { readdir, readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { type BuildOptions, build } from 'esbuild'
import { describe, expect, test } from 'vitest'

/** As wrangler bundles it by wrangler.toml. */
const forWorkers: BuildOptions = {
  platform: 'neutral',
  mainFields: ['module', 'main'],
  conditions: ['workerd', 'worker', 'browser'],
  external: ['node:*'],
  minify: true,
}
const forNode: BuildOptions = { platform: 'node', packages: 'external' }

async function bundle(entry: string, runtime: BuildOptions) {
  const options: BuildOptions = {
    ...runtime,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    logLevel: 'silent',
  }
  const { metafile, outputFiles } = await build({ ...options, metafile: true, write: false })
  return { files: Object.keys(metafile.inputs), bytes: outputFiles[0]?.contents ?? new Uint8Array() }
}

describe.each([
  ['src/node.ts', forNode],
  ['src/recover.ts', forNode],
  ['src/worker.ts', forWorkers],
])('what %s brings along', (entry, runtime) => {
  test('seals and cannot open', async () => {
    const { files } = await bundle(entry, runtime)
    expect(files).toContain('src/app.tsx')
    expect(files).toContain('src/sealing/seal.ts')
    expect(files.filter((file) => file.endsWith('/open.ts') || file.endsWith('.client.ts'))).toEqual([])
  })
})

test('the Worker packs all words side by side', async () => {
  const listed = await readFile('src/i18n/packed.ts', 'utf8')
  const files = (await readdir('src/i18n')).filter(
    (name) => name !== 'packed.ts' && !name.endsWith('.test.ts'),
  )
  expect(files.length).toBeGreaterThan(30)
  expect(files.filter((name) => !listed.includes(`import './${name}'`))).toEqual([])
})

test('the Worker is at most 300 KiB to upload', async () => {
  const { bytes } = await bundle('src/worker.ts', forWorkers)
  expect(gzipSync(bytes).length).toBeLessThan(300 * 1024)
})
