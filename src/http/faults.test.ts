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
  busy: (c) => c.text('busy', 503),
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
