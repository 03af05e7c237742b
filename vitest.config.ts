import { join } from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-pool-workers'
import { configDefaults, defineConfig } from 'vitest/config'
import { traditionalTexts } from './tools/traditional.mjs'
import { bundleWorker } from './tools/worker.mjs'

/** A test that asserts nothing fails. */
const expect = { requireAssertions: true }
const setupFiles = './test/before-every-file.ts'
/** The cast derives its keys in less time, and the same ones. */
const resolve = { alias: { '@noble/hashes/argon2.js': join(import.meta.dirname, 'test/cast/argon2.ts') } }
const oxc = { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } } as const
/** One after the other: on two cores browsers and workerd would starve each other. */
const after = (groupOrder: number) => ({ groupOrder })

/** Imported as `worker.ts?uploaded` the Worker is the one file that is uploaded. */
const uploaded = {
  name: 'uploaded',
  load: async (id: string) => {
    if (!id.endsWith('/worker.ts?uploaded')) return undefined
    return (await bundleWorker()).code
  },
}

/** As the servers are built with them. Each project takes what it defines out of its own. */
const define = { TRADITIONAL_TEXTS: JSON.stringify(await traditionalTexts()) }

export default defineConfig(async () => ({
  test: {
    projects: [
      {
        ...{ oxc, resolve, define: { ...define } },
        test: {
          name: 'node',
          expect,
          setupFiles,
          sequence: after(0),
          // The house keeps nothing in its modules that one test could leave to the next: they are read once a worker.
          isolate: false,
          // One more than cores: keys are stretched beside the thread that waits for them.
          maxWorkers: 3,
          include: ['{src,test,bench,tools}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, 'test/worker/**', 'test/browser/**'],
          // A journey derives dozens of keys, and the machine may have other work: no speed is claimed by a test. What
          // several tests begin with derives most of them, so a hook may take longer than a test.
          testTimeout: 20_000,
          hookTimeout: 120_000,
        },
      },
      {
        oxc,
        plugins: [
          uploaded,
          cloudflareTest({
            // It would be read once more for every file, module by module, and asked by none.
            main: './test/worker/no-worker.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                MIGRATIONS: await readD1Migrations('./migrations'),
                SERVER_SECRET: 'a server secret for tests, 32 or more',
                SETUP_SECRET: 'a set-up secret for tests',
              },
            },
          }),
        ],
        test: {
          name: 'workerd',
          expect,
          // What others have compiled lies in a folder, and it knows none.
          experimental: { fsModuleCache: false },
          sequence: after(1),
          // Unless it is said, one core of two waits.
          maxWorkers: 2,
          // As on Node: two share the machine, and no speed is claimed.
          testTimeout: 20_000,
          hookTimeout: 120_000,
          include: ['test/worker/**/*.test.ts'],
          globalSetup: ['test/worker/lay-words.ts', 'test/worker/start-hrana.ts', 'test/worker/start-s3.ts'],
        },
      },
      {
        ...{ oxc, resolve, define: { ...define } },
        test: {
          name: 'browser',
          // What has to come comes; on a busy machine it may take longer than the second that is usual.
          expect: { ...expect, poll: { timeout: 10_000 } },
          sequence: after(2),
          include: ['test/browser/**/*.test.ts'],
          environment: 'node',
          // An office at work is played once a worker, not once a file.
          isolate: false,
          // One journey more than cores: each waits for its page a good part of the time.
          maxWorkers: 3,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}))
