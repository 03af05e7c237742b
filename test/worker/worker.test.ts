import { applyD1Migrations, createExecutionContext, env } from 'cloudflare:test'
import { nanoid } from 'nanoid'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { announced } from '../../src/clock/calendar.ts'
import { openD1, openLibsqlHttp } from '../../src/db/edge.ts'
import { ONLY_TLS, strict } from '../../src/http/headers.ts'
import { listSteps } from '../../src/log/record.ts'
import { paths } from '../../src/paths.ts'
import { fileReport } from '../../src/reports/filing.ts'
import type { NewReport } from '../../src/reports/new-report.ts'
import worker from '../../src/worker.ts'

const { BLOBS, DB, SERVER_SECRET, SETUP_SECRET } = env
const remote = inject('hranaForTheWorker')
const secrets = { SERVER_SECRET, SETUP_SECRET }
const overHttp = { DATABASE_URL: remote.url, DATABASE_AUTH_TOKEN: remote.token, BLOBS, ...secrets }

const ask = (address: string, bindings: Parameters<typeof worker.fetch>[1]) =>
  worker.fetch(new Request(`https://mashang.example${address}`), bindings, createExecutionContext())

beforeAll(() => applyD1Migrations(DB, env.MIGRATIONS))

describe.each([
  ['D1', { DB, BLOBS, ...secrets }, openD1(DB)],
  ['libSQL over HTTP', overHttp, openLibsqlHttp(remote.url, remote.token)],
])('the Worker on %s', (_, bindings, db) => {
  test('is well when the database answers, time after time', async () => {
    for (let i = 0; i < 3; i++) {
      const answer = await ask(paths.health, bindings)
      expect([answer.status, await answer.text()]).toEqual([200, 'ok'])
    }
  })

  test('shows its pages under the strict policy and sets no cookie', async () => {
    const answer = await ask(paths.front, bindings)
    expect(await answer.text()).toMatch(/^<!doctype html>/)
    for (const [name, value] of Object.entries(strict)) expect(answer.headers.get(name), name).toBe(value)
    expect(answer.headers.get('strict-transport-security')).toBe(ONLY_TLS)
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('opens set-up to whoever has its secret and to nobody else', async () => {
    expect((await ask(`${paths.setup}?secret=${SETUP_SECRET}`, bindings)).status).toBe(200)
    expect((await ask(`${paths.setup}?secret=guessed-guessed-guessed`, bindings)).status).toBe(404)
  })

  test('does what time does by itself, once a day', async () => {
    const id = nanoid()
    const report: NewReport = {
      id,
      roundId: nanoid(),
      unitId: 'unit',
      teamId: 'team',
      epoch: 1,
      enquiryNumber: '123456',
      lookupHash: nanoid(),
      channel: 'scan',
      kind: 'problem',
      tile: 'road',
      identityMode: 'anonymous',
      inCourt: 'no',
      afraid: false,
      callMe: false,
      forOther: false,
      namesPerson: false,
      hasText: true,
      sealed: [{ part: 'body', envelope: Uint8Array.of(1, 1) }],
    }
    expect(await fileReport(db, report, new Date('2025-03-03T09:00:00+08:00'), announced)).toBe('filed')
    const before = await listSteps(db, `report:${id}`)
    await worker.scheduled(undefined, bindings)
    expect((await listSteps(db, `report:${id}`)).length).toBeGreaterThan(before.length)
  })
})
