import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { nanoid } from 'nanoid'
import { createApp } from './app.tsx'
import { announced } from './clock/calendar.ts'
import { dayOf } from './clock/day.ts'
import type { Db } from './db/db.ts'
import { openLibsqlFile, openLibsqlServer } from './db/libsql.ts'
import type { House } from './http/house.ts'
import { findOffice } from './office/store.ts'
import { paths } from './paths.ts'
import { runDaily } from './daily.ts'
import { readSettings, type Settings, SettingsMistake } from './settings.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Starts the product on Node. Also used by the demo, which brings its own settings. */
export async function start(settings: Settings): Promise<{ house: House; address: string; close(): Promise<void> }> {
  await mkdir(settings.dataDir, { recursive: true })
  const { db, close } = await openDatabase(settings)
  const house: House = {
    db,
    clock: { now: () => new Date(), calendar: announced },
    newId: () => nanoid(),
    settings,
    serverSecret: await serverSecret(settings),
    setupSecret: settings.setupSecret ?? randomBytes(16).toString('base64url'),
    complain: (line) => process.stderr.write(`${line}\n`),
  }
  const server = new Hono()
  server.use(compress())
  server.use('/built/*', serveStatic({ root: join(root, 'public'), precompressed: true, onFound: keepForEver }))
  server.use('/robots.txt', serveStatic({ root: join(root, 'public') }))
  server.route('/', createApp(house, { grouped: true }))

  const listening = await new Promise<{ port: number; close(): Promise<void> }>((resolve) => {
    const listener = serve({ fetch: server.fetch, port: settings.port, hostname: settings.host }, (info) =>
      resolve({ port: info.port, close: () => new Promise((closed) => listener.close(() => closed())) }),
    )
  })
  const stopClock = everyDay(house)
  const address = `http://${settings.host}:${listening.port}`
  return {
    house,
    address,
    close: async () => {
      stopClock()
      await listening.close()
      close()
    },
  }
}

const keepForEver = (_path: string, c: { header(name: string, value: string): void }) => {
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
  c.header('X-Content-Type-Options', 'nosniff')
}

function openDatabase({ databaseUrl, databaseAuthToken }: Settings): Promise<{ db: Db; close(): void }> {
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

/** Runs what time does by itself: at start, and on each new day. */
function everyDay(house: House): () => void {
  let done = ''
  const look = async () => {
    const today = dayOf(house.clock.now())
    if (today === done) return
    done = today
    await runDaily(house)
  }
  const complain = (error: unknown) => {
    done = ''
    house.complain(`daily job: ${error instanceof Error ? error.name : 'unknown'}`)
  }
  const run = () => void look().catch(complain)
  run()
  const timer = setInterval(run, 10 * 60_000)
  return () => clearInterval(timer)
}

async function main() {
  const settings = readSettings(process.env)
  const { house, address, close } = await start(settings)
  say(`码上 listens on ${address}`)
  if (!(await findOffice(house.db))) say(`First run. Set up the office at ${address}${paths.setup}?secret=${house.setupSecret}`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close().then(() => process.exit(0)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof SettingsMistake ? error.message : String(error)}\n`)
    process.exit(1)
  })
}
