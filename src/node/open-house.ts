import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nanoid } from 'nanoid'
import { openFolder } from '../blobs/folder.ts'
import { s3Blobs } from '../blobs/s3.ts'
import { fileOf, type Opened, openLibsqlFile, openLibsqlServer } from '../db/libsql.ts'
import { keepClock } from '../holidays/keep-clock.ts'
import type { House } from '../http/house.ts'
import { root } from '../root.ts'
import type { Settings } from '../settings.ts'

export type OpenHouse = { house: House } & Omit<Opened, 'db'>

/** Opens storage and secrets, and migrates. The demo opens its house here too, and plays in it before it is served. */
export async function openHouse(settings: Settings): Promise<OpenHouse> {
  await keepApart(settings)
  const blobs = settings.s3 ? s3Blobs(settings.s3) : await openFolder(settings.blobDir)
  const { db, settle, close } = await openDatabase(settings)
  const house: House = {
    db,
    blobs,
    clock: keepClock(db, () => new Date()),
    newId: () => nanoid(),
    settings,
    serverSecret: await serverSecret(settings),
    setupSecret: settings.setupSecret ?? randomBytes(16).toString('base64url'),
    complain: (line) => process.stderr.write(`${line}\n`),
  }
  return { house, settle, close }
}

/** No other account of the machine reads what is here. What SQLite lays beside a database has the rights of it. */
async function keepApart({ dataDir, databaseUrl }: Settings) {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  // A folder that somebody else owns is theirs to close.
  const close = (path: string, mode: number) => chmod(path, mode).catch(() => {})
  await close(dataDir, 0o700)
  if (!databaseUrl.startsWith('file:')) return
  const database = fileOf(databaseUrl)
  await open(database, 'a', 0o600).then(
    (file) => file.close(),
    () => {},
  )
  for (const beside of ['', '-wal', '-shm']) await close(database + beside, 0o600)
}

function openDatabase({ databaseUrl, databaseAuthToken }: Settings): Promise<Opened> {
  const migrations = fileURLToPath(new URL('migrations', root))
  if (/^(file:|:memory:)/.test(databaseUrl)) return openLibsqlFile(databaseUrl, migrations)
  return openLibsqlServer(databaseUrl, databaseAuthToken, migrations)
}

/** Made once and kept beside the data, not in it: whoever copies the database has not got it. */
async function serverSecret({ serverSecret, dataDir }: Settings): Promise<Uint8Array<ArrayBuffer>> {
  if (serverSecret) return new TextEncoder().encode(serverSecret)
  const file = join(dataDir, 'server-secret')
  const kept = await readFile(file).catch(() => undefined)
  if (kept) return new Uint8Array(kept)
  const made = new Uint8Array(randomBytes(32))
  await writeFile(file, made, { mode: 0o600, flag: 'wx' })
  await chmod(file, 0o600)
  return made
}
