import { createExecutionContext, env } from 'cloudflare:test'
import { expect, test } from 'vitest'
import worker from '../../src/worker.ts'

const { DB, SERVER_SECRET, SETUP_SECRET } = env

test.each([
  [{ DB, SETUP_SECRET }, 'SERVER_SECRET is missing: wrangler secret put SERVER_SECRET.\n'],
  [{ DB, SERVER_SECRET }, 'SETUP_SECRET is missing: wrangler secret put SETUP_SECRET.\n'],
  [{ DB, SETUP_SECRET, SERVER_SECRET: 'short' }, 'SERVER_SECRET must have at least 32 characters.\n'],
  [{ SERVER_SECRET, SETUP_SECRET }, 'Bind a D1 database as DB, or set DATABASE_URL.\n'],
])('a Worker that lacks a setting says so in one line', async (bindings, line) => {
  const answer = await worker.fetch(
    new Request('https://mashang.example/'),
    bindings,
    createExecutionContext(),
  )
  expect([answer.status, await answer.text()]).toEqual([503, line])
})
