import { openFolder } from '../../src/blobs/folder.ts'
import { openLibsqlFile } from '../../src/db/libsql.ts'
import { keepClock } from '../../src/holidays/keep-clock.ts'
import type { House } from '../../src/http/house.ts'
import { readSettings } from '../../src/settings.ts'
import type { Server } from '../browser/server.ts'
import type { Place } from '../cast/at-desk.ts'

/** A server in a process of its own as a place for the cast: its door is its address, its rows those in its file. */
export async function placeAt(server: Server): Promise<{ place: Place; close(): void }> {
  const { db, close } = await openLibsqlFile(`file:${server.dataDir}/mashang.db`, 'migrations')
  const house: House = {
    db,
    blobs: await openFolder(`${server.dataDir}/files`),
    clock: keepClock(db, () => new Date()),
    newId: () => crypto.randomUUID(),
    settings: readSettings({}),
    serverSecret: new Uint8Array(32),
    setupSecret: server.setupSecret,
    complain: () => {},
  }
  const door: Place['door'] = (address, request) => fetch(address, { ...request, redirect: 'manual' })
  return { place: { house, origin: server.origin, door }, close }
}
