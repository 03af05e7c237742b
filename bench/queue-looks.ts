import { sql } from 'drizzle-orm'
import { nanoid } from 'nanoid'
import { createApp } from '../src/app.tsx'
import type { Blobs } from '../src/blobs/blobs.ts'
import { openFolder } from '../src/blobs/folder.ts'
import type { Db } from '../src/db/db.ts'
import { openLibsqlFile } from '../src/db/libsql.ts'
import { keepClock } from '../src/holidays/keep-clock.ts'
import { drawWithoutContexts } from '../src/http/no-contexts.ts'
import { paths } from '../src/paths.ts'
import { readSettings } from '../src/settings.ts'
import { startSession } from '../src/staff/session.ts'
import { migrations } from './office.ts'
import type { SeededTeam } from './seeded-office.ts'
import { quantile, timed } from './spread.ts'

/** Every look that the strip offers, and each has a page after it. */
const looks = [
  ...['', '?show=toAccept', '?show=dueToday', '?show=overdue', '?show=toApprove', '?show=waiting'],
  ...['?show=fresh', '?show=mine', '?show=done', '?by=unit', '?by=tile'],
]
const TEAMS = 8
const ROUNDS = 5

/** Milliseconds that 99 of 100 pages of the queue take at most, and 99 of 100 bare reads of the same rows. */
export async function lookAtQueues(database: string, teams: readonly SeededTeam[]) {
  // As the product does before it listens.
  drawWithoutContexts()
  const { db, close } = await openLibsqlFile(database, migrations)
  const visit = visitor(db, await openFolder(`${database.replace(/^file:/, '')}-files`))
  const every = Math.floor(teams.length / TEAMS)
  const desks = await Promise.all(
    teams
      .filter((_, n) => n % every === 0)
      .map(async ({ teamId, leader }) => ({ teamId, token: await startSession(db, leader, new Date()) })),
  )
  const pages: number[] = []
  const bare: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { teamId, token } of desks) {
      for (const look of looks) {
        let next = ''
        const first = await timed(async () => {
          next = await visit(paths.desk(teamId) + look, token)
        })
        const second = next ? await timed(() => visit(next, token)) : first
        const read = await timed(() => readBare(db, teamId))
        // The first round warms up.
        if (round > 0) pages.push(first, second)
        if (round > 0) bare.push(read)
      }
    }
  }
  close()
  return { page: quantile(pages, 0.99), bare: quantile(bare, 0.99) }
}

const readBare = (db: Db, team: string) =>
  db.all(
    sql`select * from reports where teamId = ${team} and queueKey is not null order by queueKey limit 51`,
  )

/** Asks the app for a page as a browser does, and answers where the next one is. */
function visitor(db: Db, blobs: Blobs) {
  const house = {
    db,
    blobs,
    clock: keepClock(db, () => new Date()),
    newId: () => nanoid(),
    settings: readSettings({ PUBLIC_URL: 'http://localhost' }),
    serverSecret: new Uint8Array(32),
    setupSecret: '',
    complain: (line: string) => process.stderr.write(`${line}\n`),
  }
  const app = createApp(house, { grouped: true })
  return async (address: string, token: string): Promise<string> => {
    const answer = await app.request(address, { headers: { Cookie: `__Host-session=${token}` } })
    const html = await answer.text()
    if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`)
    const [, next = ''] = /href="([^"]*[?&](?:amp;)?after=[^"]+)"/.exec(html) ?? []
    return next.replaceAll('&amp;', '&')
  }
}
