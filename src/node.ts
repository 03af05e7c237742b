import { randomBytes } from 'node:crypto'
import { chmod, mkdir, open, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono } from 'hono'
import { nanoid } from 'nanoid'
import { createApp } from './app.tsx'
import { openFolder } from './blobs/folder.ts'
import { s3Blobs } from './blobs/s3.ts'
import { dayOf } from './clock/day.ts'
import { runDaily } from './daily.ts'
import { fileOf, type Opened, openLibsqlFile, openLibsqlServer } from './db/libsql.ts'
import { keepClock } from './holidays/keep-clock.ts'
import type { House } from './http/house.ts'
import { drawWithoutContexts } from './http/no-contexts.ts'
import { packing } from './http/pack.ts'
import type { Stencilled } from './http/stencil.ts'
import { quotas } from './intake/holding.ts'
import { findOffice } from './office/store.ts'
import { OFFLINE, paths } from './paths.ts'
import { writeScans } from './posters/scans.ts'
import { openTally, type Tally } from './posters/tally.ts'
import { readSettings, type Settings } from './settings.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const MOMENT = 2000
/** So long a request may take to come in: on a slow line 8 MB without scripts take more than the usual five minutes. */
const LONGEST = 15 * 60_000
const say = (line: string) => process.stdout.write(`${line}\n`)

type OpenHouse = { house: House } & Omit<Opened, 'db'>

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

/** Listens, and lets time pass. */
export async function serveHouse({ house, settle }: Omit<OpenHouse, 'close'>): Promise<Listening> {
  drawWithoutContexts()
  const tally = openTally({ isOneOfMany: false })
  const app = createApp(house, { grouped: true, gate: { quotas, addressOf }, tally, front })
  const stopClock = everyDay(house, tally, settle)
  const { address, close } = await listen(app, house.settings)
  return {
    address,
    close: async () => {
      await Promise.all([stopClock(), close()])
      await writeScans(house.db, tally, dayOf(house.clock.now())).catch(complainer(house, 'scans'))
    },
  }
}

export interface Listening {
  address: string
  /** Takes no more requests, and answers those that came. */
  close(): Promise<void>
}

export function listen(app: Hono, { host, port }: Pick<Settings, 'host' | 'port'>): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const serverOptions = { requestTimeout: LONGEST }
    const listener = serve({ fetch: app.fetch, port, hostname: host, serverOptions }, (info) => {
      const stop = () =>
        new Promise<void>((closed) => {
          listener.close(() => closed())
          // Browsers hold connections open that they may never use; whoever is being answered has a moment.
          setTimeout(
            () => 'closeAllConnections' in listener && listener.closeAllConnections(),
            MOMENT,
          ).unref()
        })
      resolve({ address: `http://${host}:${info.port}`, close: stop })
    })
    listener.once('error', reject)
  })
}

/** Files come from the disk, and a page leaves packed. On Workers the platform does both. */
export function front(app: Hono) {
  app.use('/built/*', serveStatic({ root: join(root, 'public'), precompressed: true, onFound: keepForEver }))
  for (const file of ['/robots.txt', OFFLINE])
    app.use(file, serveStatic({ root: join(root, 'public'), onFound: askAgain }))
  app.use((c, next) => {
    c.setRenderer((page) => packed(c, page))
    return next()
  })
}

/**
 * Whence a request comes: behind a server of one's own it is that one's word, the last of the line it hands on. Where
 * it hands on none, nobody is told from anybody.
 */
function addressOf(c: Context): string | undefined {
  const { address = '' } = getConnInfo(c).remote
  const isOwn = /^(?:::ffff:)?(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.|^::1$|^f[cd]/i.test(address)
  return isOwn ? c.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : address
}

/** A window of 16 KiB spares making ready twice that. */
const how = { level: 5, windowBits: 14 }

/**
 * A page is whole before it leaves, and small: packed in one go, before it is an answer, it takes an eighth of the
 * processor's time that the stream of `hono/compress` takes for it.
 */
const pack = packing({
  whole: (page) => Uint8Array.from(gzipSync(page, how)),
  blocks: (bytes) => Uint8Array.from(deflateRawSync(bytes, { ...how, finishFlush: constants.Z_SYNC_FLUSH })),
  crc32,
})

function packed(c: Context, page: string | Stencilled): Response | Promise<Response> {
  c.header('Vary', 'Accept-Encoding')
  if (!/\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')) return c.html(String(page))
  c.header('Content-Type', 'text/html; charset=UTF-8')
  c.header('Content-Encoding', 'gzip')
  return c.body(pack(page))
}

type Found = (path: string, c: Pick<Context, 'header'>) => void
/** Nobody asks for it again, so it needs no day to ask by. */
const keepForEver: Found = (_path, c) => {
  c.header('Last-Modified', undefined)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
}
const askAgain: Found = (_path, c) => c.header('Cache-Control', 'public, max-age=0, must-revalidate')

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
  const migrations = join(root, 'migrations')
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

/** Runs what time does by itself: at start, and on each new day. Stopped, it ends what it has begun. */
function everyDay(house: House, tally: Tally, settle: Opened['settle']): () => Promise<void> {
  let done = ''
  let running = Promise.resolve()
  const look = async () => {
    const today = dayOf(house.clock.now())
    if (today === done) return
    done = today
    await writeScans(house.db, tally, today, { onlyWhole: true }).catch(complainer(house, 'scans'))
    // What was erased leaves the files, whatever else of the day came to nothing.
    await runDaily(house).finally(settle)
  }
  const said = complainer(house, 'daily job')
  const complain = (error: unknown) => {
    done = ''
    said(error)
  }
  const run = () => {
    running = running.then(look).catch(complain)
  }
  run()
  const timer = setInterval(run, 10 * 60_000)
  return () => {
    clearInterval(timer)
    return running
  }
}

const complainer = (house: House, job: string) => (error: unknown) =>
  house.complain(`${job}: ${error instanceof Error ? error.name : 'unknown'}`)

async function main() {
  const opened = await openHouse(readSettings(process.env))
  const { house, settle, close } = opened
  const serving = await serveHouse(opened)
  say(`码上 listens on ${serving.address}`)
  if (!(await findOffice(house.db))) {
    say(`First run. Set up the office at ${serving.address}${paths.setup}?secret=${house.setupSecret}`)
  }
  // Stopped, the database is one whole file: whoever copies it has everything.
  onceStopped(() => serving.close().then(settle).then(close))
}

/** Ends the process when an operator asks it to, after what must be closed is closed. */
export function onceStopped(close: () => Promise<void>): void {
  const stop = () => void close().then(() => process.exit(0), giveUp)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
}

/** Says in one line what to do about a start that failed, and ends. */
export function giveUp(error: unknown): never {
  process.stderr.write(`${startFault(error)}\n`)
  process.exit(1)
}

function startFault(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown fault'
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  return taken ? `${error.message}: set PORT to another number.` : error.message
}

/** The demo and the bench bundle this file too, and start it themselves. */
if (process.argv[1]?.endsWith('node.mjs')) main().catch(giveUp)
