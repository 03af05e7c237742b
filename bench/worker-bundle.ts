import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { atMost, type Figure } from './figure.ts'
import { inFolder } from './folders.ts'

/** Nothing of it needs a network, and none is asked for. */
const offline = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: '1',
}

/** What would be uploaded to Workers, packed. */
export function workerBundle(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['node_modules/wrangler/bin/wrangler.js', 'deploy', '--dry-run', '--outdir', folder],
      { env: { ...process.env, ...offline }, encoding: 'utf8' },
    )
    if (status !== 0) throw new Error(`wrangler cannot bundle:\n${stdout}${stderr}`)
    const uploaded = readdirSync(folder).filter((file) => /\.(m?js|wasm)$/.test(file))
    const bytes = uploaded.map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length)
    const value = bytes.reduce((sum, size) => sum + size, 0) / 1024
    if (value === 0) throw new Error('wrangler has bundled nothing')
    return [atMost(300, { name: 'worker-bundle', value, unit: 'KiB' })]
  })
}
