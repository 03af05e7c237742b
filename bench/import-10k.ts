import { type Client, createClient, type InStatement } from '@libsql/client'
import { openLibsqlFile } from '../src/db/libsql.ts'
import { planImport } from '../src/rounds/import-plan.ts'
import { readRows } from '../src/rounds/import-rows.ts'
import { storeImport } from '../src/rounds/import-store.ts'
import { readTable } from '../src/rounds/import-text.ts'
import { createRound } from '../src/rounds/store.ts'
import { createTeam } from '../src/rounds/teams.ts'
import { hand, roundFields, teamFields } from '../test/cast/bare-office.ts'
import { beside, type Figure } from './figure.ts'
import { inFolder } from './folders.ts'
import { migrations } from './office.ts'
import { median, timed } from './spread.ts'

const LINES = 10_000
const TOWN = 100
const TURNS = 3
const ids = { roundId: 'round', teamId: 'team' }

/** Ten thousand pasted lines, read, checked and stored, against the same rows inserted one statement a row. */
export async function importTenThousand(): Promise<Figure[]> {
  const [product, raw]: [number[], number[]] = [[], []]
  for (let turn = 0; turn < TURNS; turn++) {
    await inFolder(async (folder) => {
      const urls = [`file:${folder}/product.db`, `file:${folder}/raw.db`] as const
      product.push(await imported(urls[0]))
      raw.push(await inserted(urls[0], urls[1]))
    })
  }
  const perSecond = (spent: number[]) => (LINES * 1000) / median(spent)
  const name = 'import-10k'
  return [beside({ name, value: perSecond(product), unit: 'lines/s', limit: perSecond(raw) })]
}

async function imported(url: string): Promise<number> {
  const { db, close } = await openLibsqlFile(url, migrations)
  await createRound(db, ids.roundId, roundFields, hand)
  await createTeam(db, { id: ids.teamId, roundId: ids.roundId }, teamFields, hand)
  const text = pasted()
  const took = await timed(async () => {
    let n = 0
    const round = {
      teams: [{ id: ids.teamId, ...teamFields }],
      spokenHere: teamFields.dialects,
      assigned: new Map(),
      notices: new Set<string>(),
    }
    const rows = readRows(readTable(text, LINES + 1))
    const { plan, problems } = planImport(rows, [], round, () => `unit-${++n}`)
    if (problems.length > 0) throw new Error(`${problems.length} lines were refused`)
    const seen = { version: 0, units: new Map(), round: { id: ids.roundId, version: 1 } }
    const stored = await storeImport(db, plan, seen, teamFields, hand)
    if (stored !== 'done' || plan.created.length !== LINES) throw new Error('not all lines were stored')
  })
  close()
  return took
}

const pasted = () =>
  Array.from({ length: LINES }, (_, n) => {
    const town = `第${n - (n % TOWN)}镇`
    return n % TOWN === 0
      ? `${town}\t镇\t\t${teamFields.name}\t3`
      : `${town}第${n}村\t村\t${town}\t${teamFields.name}\t3`
  }).join('\n')

/** By the same driver, with the same schema and pragmas, in one durable batch. */
async function inserted(from: string, to: string): Promise<number> {
  const { close } = await openLibsqlFile(to, migrations)
  close()
  const [source, target] = [createClient({ url: from }), createClient({ url: to, concurrency: 1 })]
  for (const pragma of ['synchronous=FULL', 'secure_delete=ON', 'foreign_keys=ON'])
    await target.execute(`PRAGMA ${pragma}`)
  const inserts: InStatement[] = []
  for (const table of ['steps', 'units', 'assignments']) inserts.push(...(await insertsInto(source, table)))
  const took = await timed(() => target.batch(inserts, 'write'))
  source.close()
  target.close()
  return took
}

async function insertsInto(from: Client, table: string): Promise<InStatement[]> {
  const { columns, rows } = await from.execute(`select * from ${table}`)
  const names = columns.map((name) => `"${name}"`).join(', ')
  const sql = `insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`
  return rows.map((row) => ({ sql, args: columns.map((name) => row[name] ?? null) }))
}
