import { fileURLToPath } from 'node:url'
import { nanoid } from 'nanoid'
import { openFolder } from '../src/blobs/folder.ts'
import { openLibsqlFile } from '../src/db/libsql.ts'
import { keepClock } from '../src/holidays/keep-clock.ts'
import { readSettings } from '../src/settings.ts'
import { startServer } from '../test/browser/server.ts'
import { type Place, signIn } from '../test/cast/at-desk.ts'
import { players } from '../test/cast/people.ts'
import { makeRound, mint, testAndOpen } from '../test/cast/rounds.ts'
import { activate, handOver, invite, lockTeam, setUp, verify } from '../test/cast/staffing.ts'
import { afterwards } from './stage.ts'

export const migrations = fileURLToPath(new URL('../migrations', import.meta.url))

/** The built product in a process of its own, and in it an office whose notice is in use. */
export interface Office {
  place: Place
  origin: string
  /** Behind the code. */
  token: string
  team: string
  database: string
  /** The server's process. */
  pid: number | undefined
}

let opened: Promise<Office> | undefined

/** One office serves all rows that need one. */
export const theOffice = (): Promise<Office> => {
  opened ??= openOffice()
  return opened
}

async function openOffice(): Promise<Office> {
  const server = await startServer()
  afterwards(() => server.leave())
  const { origin, dataDir, setupSecret } = server
  const database = `file:${dataDir}/mashang.db`
  const { db, close } = await openLibsqlFile(database, migrations)
  afterwards(close)
  const place: Place = {
    origin,
    door: (address, request) => fetch(address, { ...request, redirect: 'manual' }),
    house: {
      db,
      blobs: await openFolder(`${dataDir}/files`),
      clock: keepClock(db, () => new Date()),
      newId: () => nanoid(),
      settings: readSettings({ PUBLIC_URL: origin }),
      serverSecret: new Uint8Array(32),
      setupSecret,
      complain: (line) => process.stderr.write(`${line}\n`),
    },
  }
  const { administrator } = await setUp(place, players.zhou)
  const ids = await makeRound(place, administrator)
  const team = ids.teams.first
  for (const player of [players.li, players.chen]) {
    await activate(place, player, await invite(place, administrator, player, team))
    await verify(place, administrator, player)
  }
  const leader = await signIn(place, players.li.username, players.li.password)
  await lockTeam(place, leader, administrator, team)
  await handOver(place, leader, players.chen, team)
  const { token } = await mint(place, administrator, ids, 'qingtang')
  await testAndOpen(place, administrator, token)
  return { place, origin, token, team, database, pid: server.pid() }
}
