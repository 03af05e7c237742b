import { applyD1Migrations, env } from 'cloudflare:test'
import { beforeAll, expect, test, vi } from 'vitest'
import { openD1 } from '../../src/db/edge.ts'
import { envelopes } from '../../src/reports/belonging-tables.ts'
import { openVillageIn } from '../cast/peopled.ts'
import { finder } from '../traces/forms.ts'
import { live } from '../traces/living.ts'
import { marks, QUOTED, stems, toldOf } from '../traces/marks.ts'
import { placeOn } from './place.ts'

// What residents and staff write, and what their browsers tell, on the Worker as it is uploaded. Below its bindings and
// its console nobody can look from here.

const { BLOBS, DB } = env
const db = openD1(DB)
const consoles = ['debug', 'log', 'info', 'warn', 'error', 'trace', 'dir'] as const
/** What is kept on paper or in a head. */
const codes: Record<string, string> = {}
const said: string[] = []

beforeAll(async () => {
  for (const name of consoles)
    vi.spyOn(console, name).mockImplementation(
      (...words: unknown[]) => void said.push(words.map(String).join(' ')),
    )
  await applyD1Migrations(DB, env.MIGRATIONS)
  const place = placeOn(db, env)
  await live(toldOf(place), place, await openVillageIn(place), codes)
})

/** Every value of every row, as it lies there. */
async function rows(): Promise<Buffer> {
  const tables = await DB.prepare("select name from sqlite_master where type = 'table'").raw<[string]>()
  const own = tables.flat().filter((name) => !/^(_cf_|sqlite_)/.test(name))
  const all = await Promise.all(own.map((name) => DB.prepare(`select * from "${name}"`).raw()))
  // Bytes come as numbers in a row.
  const values = all.flat(2).map((value) => Buffer.from(Array.isArray(value) ? value : String(value)))
  return Buffer.concat(values.flatMap((value) => [value, Buffer.from('\n')]))
}

async function objects(): Promise<Buffer> {
  const { objects, truncated } = await BLOBS.list()
  expect(truncated).toBe(false)
  const whole = objects.map(async ({ key }) => {
    const object = (await BLOBS.get(key)) ?? expect.fail(key)
    const beside = JSON.stringify([key, object.httpMetadata, object.customMetadata])
    return [Buffer.from(beside), Buffer.from(await object.arrayBuffer())]
  })
  return Buffer.concat((await Promise.all(whole)).flat())
}

test('stands in no row of D1 and in no object of R2', async () => {
  const marksIn = finder({ ...marks, ...codes }, stems)
  const known = { name: 'known-name', beside: 'known-beside', within: QUOTED }
  await BLOBS.put(known.name, `${'。'.repeat(5000)}${known.within}`, { customMetadata: { is: known.beside } })
  const [kept, files] = await Promise.all([rows(), objects()])
  expect(finder({ village: '青塘村' }, [])(kept), 'what is public is found this way').toEqual(['village'])
  const sealed = await db.select({ envelope: envelopes.envelope }).from(envelopes)
  expect(sealed.length).toBeGreaterThan(9)
  expect(
    sealed.filter(({ envelope }) => !kept.includes(Buffer.from(envelope))),
    'bytes are read as bytes',
  ).toEqual([])
  expect(finder(known, [])(files), 'what was put there is found').toEqual(['beside', 'name', 'within'])
  expect(files.length).toBeGreaterThan(18_000)
  expect([marksIn(kept), marksIn(files)]).toEqual([[], []])
})

test('stands in no line the Worker has written', () => {
  const lines = Buffer.from(said.join('\n'))
  expect(lines.toString()).toContain('POST /progress/message')
  expect(finder({ ...marks, ...codes }, stems)(lines)).toEqual([])
  expect(lines.toString()).not.toContain(QUOTED)
})
