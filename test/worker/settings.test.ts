import { createExecutionContext, env } from 'cloudflare:test'
import { expect, test, vi } from 'vitest'
import worker from '../../src/worker.ts'

const { BLOBS, DB, SERVER_SECRET, SETUP_SECRET } = env

test.each([
  [
    { DB, BLOBS, SETUP_SECRET },
    'SERVER_SECRET is missing: wrangler secret put SERVER_SECRET, or on your own machine .dev.vars.',
  ],
  [
    { DB, BLOBS, SERVER_SECRET },
    'SETUP_SECRET is missing: wrangler secret put SETUP_SECRET, or on your own machine .dev.vars.',
  ],
  [{ DB, BLOBS, SETUP_SECRET, SERVER_SECRET: 'short' }, 'SERVER_SECRET must have at least 32 characters.'],
  [
    { DB, BLOBS, SETUP_SECRET, SERVER_SECRET, RECOVER_SECRET: 'short' },
    'RECOVER_SECRET must have at least 32 characters.',
  ],
  [{ BLOBS, SERVER_SECRET, SETUP_SECRET }, 'Bind a D1 database as DB, or set DATABASE_URL.'],
  [{ DB, SERVER_SECRET, SETUP_SECRET }, 'Bind an R2 bucket as BLOBS, or set S3_URL and its keys.'],
  [
    { DB, SERVER_SECRET, SETUP_SECRET, S3_URL: 'https://s3.example.org/mashang', S3_ACCESS_KEY_ID: 'key' },
    'S3_SECRET_ACCESS_KEY is missing, which S3_URL and S3_ACCESS_KEY_ID need.',
  ],
])(
  'a Worker that lacks a setting says so in one line of its log, and nothing to a stranger',
  async (bindings, line) => {
    const log = vi.spyOn(console, 'error').mockReturnValue()
    const answer = await worker.fetch(
      new Request('https://mashang.example/'),
      bindings,
      createExecutionContext(),
    )
    expect(log.mock.calls).toEqual([[line]])
    log.mockRestore()
    expect(answer.status).toBe(503)
    expect(await answer.text()).toBe('The settings of this Worker are not complete: see its log.\n')
  },
)

test('a Worker whose database has no tables is not well, and its log says what to do', async () => {
  const log = vi.spyOn(console, 'error').mockReturnValue()
  const request = new Request('https://mashang.example/healthz')
  const answer = await worker.fetch(request, env, createExecutionContext())
  const [[line] = ['']] = log.mock.calls
  log.mockRestore()
  expect(answer.status).toBe(500)
  expect(line).toContain('apply the migrations')
})
