import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { DatabaseDown } from '../db/faults.ts'
import { type Faults, faultHandler } from './faults.ts'
import { Hono } from './hono.ts'

let opened: TestHouse
beforeEach(async () => {
  opened = await openTestHouse()
})

const faults: Faults = {
  notFound: (c) => c.text('not found', 404),
  refuse: (c, status) => c.text('refused', status),
  busy: (c, full) => c.text(full ? 'full' : 'busy', 503),
  fault: (c, reference) => c.text(`fault ${reference}`, 500),
}

/** A door where what is thrown is thrown, asked by somebody who may have gone. */
function ask(method: string, thrown: Error, signal?: AbortSignal) {
  const app = new Hono()
  app.all('/', () => {
    throw thrown
  })
  app.onError(faultHandler(opened.house, () => faults))
  return app.fetch(new Request('http://localhost/', { method, ...(signal && { signal }) }))
}

const reset = () => Object.assign(new Error('aborted'), { code: 'ECONNRESET' })

describe('an upload that was cut off', () => {
  test.each([
    ['by the connection', reset(), undefined],
    ['and whose sender is gone', new Error('Client connection prematurely closed.'), AbortSignal.abort()],
  ])('%s is no fault of ours', async (_, thrown, signal) => {
    await ask('POST', thrown, signal)
    expect(opened.complaints).toEqual([])
  })
})

describe('what was not expected', () => {
  it('is on record with its number, and never with its message', async () => {
    const answer = await ask('POST', new Error('a secret word'))
    expect(answer.status).toBe(500)
    const [, reference = '-'] = (await answer.text()).match(/^fault (.{8})$/) ?? []
    expect(opened.complaints.join()).toContain(`fault ${reference} POST`)
    expect(opened.complaints.join()).not.toMatch(/secret|migrations/)
  })

  it('is no fault of ours where the database is away: it is told as busy, and why is on record', async () => {
    const answer = await ask('POST', new Error('wrapped', { cause: new DatabaseDown('libSQL answered 503') }))
    expect([answer.status, await answer.text()]).toEqual([503, 'busy'])
    expect(opened.complaints).toEqual(['the database: libSQL answered 503'])
  })

  test.each([
    ['D1 DB reset because its code was updated.', 'busy'],
    ['Internal error while starting up D1 DB storage caused object to be reset.', 'busy'],
    ['Internal error in D1 DB storage caused object to be reset.', 'busy'],
    ['Network connection lost.', 'busy'],
    ['Cannot resolve D1 DB due to transient issue on remote node.', 'busy'],
    ["Can't read from request stream because client disconnected.", 'busy'],
    ['D1 DB storage operation exceeded timeout which caused object to be reset.', 'busy'],
    ['D1 DB is overloaded. Requests queued for too long.', 'busy'],
    ['D1 DB is overloaded. Too many requests queued.', 'busy'],
    ["D1 DB's isolate exceeded its memory limit and was reset.", 'busy'],
    ['D1 DB exceeded its CPU time limit and was reset.', 'busy'],
    ['Exceeded maximum DB size.', 'full'],
    ["Your account has exceeded D1's maximum account storage limit, please contact Cloudflare.", 'full'],
  ])('is no fault of ours where D1 says: %s', async (said, told) => {
    const cause = new Error(`D1_ERROR: ${said}`)
    const answer = await ask('POST', new Error('Failed query', { cause }))
    expect([answer.status, await answer.text()]).toEqual([503, told])
    expect(opened.complaints).toEqual([])
  })

  test.each(['No SQL statements detected.', 'near "INSERTZ": syntax error at offset 0: SQLITE_ERROR'])(
    'is ours where D1 says: %s',
    async (said) => {
      const cause = new Error(`D1_ERROR: ${said}`)
      expect((await ask('POST', new Error('Failed query', { cause }))).status).toBe(500)
      expect(opened.complaints).toHaveLength(1)
    },
  )

  it('names the remedy where the tables are those of an earlier release', async () => {
    const asked = opened.db.run(sql`select 'a secret word' from nowhere`)
    const cause = await asked.then(undefined, (fault: unknown) => fault)
    await ask('POST', new Error('not asked', { cause }))
    expect(opened.complaints.join()).toContain('apply the migrations')
    expect(opened.complaints.join()).not.toMatch(/secret|nowhere/)
  })

  it('is on record where nothing was being uploaded, though a connection of ours was cut', async () => {
    expect((await ask('GET', reset())).status).toBe(500)
    expect(opened.complaints).toHaveLength(1)
  })
})
