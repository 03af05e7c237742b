import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it, test } from 'vitest'
import type { Db } from '../db/db.ts'
import { openLibsqlFile } from '../db/libsql.ts'
import { goingUp, listEscalated } from '../reports/escalating.ts'
import { nextDue } from '../reports/placing.ts'
import { firstDue } from '../reports/tables.ts'
import { countsQuery, groupsQuery, leftQuery, newQuery } from './counting.ts'
import { counted, type Looking } from './looking.ts'
import { fromOf, pageQuery } from './store.ts'

const looker = { team: 'team', person: 'person', today: '2026-11-24' }
let db: Db
beforeAll(async () => {
  ;({ db } = await openLibsqlFile(':memory:', 'migrations'))
})

async function plan(query: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await db.all<{ detail: string }>(sql`explain query plan ${query}`)
  return rows.map(({ detail }) => detail)
}

describe('a page of the queue', () => {
  const ways: [index: string, Looking][] = [
    ['reports_queue', { show: 'all' }],
    ['reports_state', { show: 'toAccept' }],
    ['reports_state', { show: 'waiting' }],
    ['reports_due', { show: 'dueToday' }],
    ['reports_rank', { show: 'overdue' }],
    ['reports_pending', { show: 'toApprove' }],
    ['reports_unread', { show: 'fresh' }],
    ['reports_held', { show: 'held' }],
    ['reports_owner', { show: 'mine' }],
    ['reports_unit', { show: 'all', by: 'unit', only: 'unit' }],
    ['reports_tile', { show: 'all', by: 'tile', only: 'B3' }],
    ['reports_done', { show: 'done' }],
  ]
  test.each(
    ways.flatMap(
      ([index, looking]) =>
        [
          [index, looking],
          [index, { ...looking, after: '2026-11-24x' }],
        ] as const,
    ),
  )('is read along %s alone: %j', async (index, looking) => {
    const steps = await plan(pageQuery(db, looking, looker, fromOf(looking)).getSQL())
    expect(steps[0]).toMatch(new RegExp(`^SEARCH reports USING (COVERING )?INDEX ${index} `))
    expect(steps.filter((step) => /SCAN|TEMP B-TREE|AUTOMATIC/.test(step))).toEqual([])
  })

  it('looks at all that are counted', () => {
    expect(ways.map(([, { show }]) => show)).toEqual(expect.arrayContaining([...counted]))
  })
})

test('what people who left own is found along their names, not among all of the team’s, and then put in order', async () => {
  const looking: Looking = { show: 'left' }
  const page = await plan(pageQuery(db, looking, looker, fromOf(looking)).getSQL())
  for (const steps of [page, await plan(leftQuery(db, looker).getSQL())]) {
    const [first] = steps.filter((step) => step.startsWith('SEARCH reports'))
    expect(first).toMatch(/INDEX reports_owner \(teamId=\? AND owner=\?/)
  }
})

test('what goes up is found by its ids, not among all of the team’s', async () => {
  const leader = { id: 'person', roles: ['leader'] as const }
  for (const query of [goingUp(db, 'team', leader), listEscalated(db, 'team', leader)]) {
    const steps = await plan(query.getSQL())
    expect(steps[0]).toMatch(/^SCAN escalations/)
    expect(steps[1]).toMatch(/^SEARCH reports USING PRIMARY KEY/)
  }
})

test.each([
  [null, null],
  ['2026-11-24', null],
  [null, '2026-11-24'],
  ['2026-11-24', '2026-11-25'],
  ['2026-11-25', '2026-11-24'],
  ['2026-11-24', '2026-11-24'],
])(
  'what is due first is the same to the database and the house: %s, to be told by %s',
  async (due, tellBy) => {
    const rows = await db.all<{ first: string | null }>(
      sql`select ${firstDue} as first from (select ${due} as due, ${tellBy} as tellBy) as reports`,
    )
    expect(rows.map(({ first }) => first)).toEqual([nextDue({ due, tellBy })])
  },
)

describe('counting', () => {
  test.each([
    ['the strip', () => countsQuery(db, looker).getSQL()],
    ['what people who left own', () => leftQuery(db, looker).getSQL()],
    ['what is new', () => newQuery(db, looker, '2026-11-24T01:00:00.000Z')],
    ['units', () => groupsQuery(db, looker, 'unit')],
    ['categories', () => groupsQuery(db, looker, 'tile')],
  ])('%s scans no table', async (_, query) => {
    const steps = await plan(query())
    expect(steps.filter((step) => /SCAN reports|TEMP B-TREE|AUTOMATIC/.test(step))).toEqual([])
  })

  it('the strip reads indexes and no row: it counts up to a thousand of each on every page', async () => {
    const steps = (await plan(countsQuery(db, looker).getSQL())).filter((step) => step.includes(' reports '))
    expect(steps.length).toBeGreaterThanOrEqual(counted.length)
    expect(steps.filter((step) => !step.includes('COVERING INDEX'))).toEqual([])
  })
})
