import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { beforeAll, describe, expect, test } from 'vitest'
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
