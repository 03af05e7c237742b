import type { D1Database, R2Bucket } from '@cloudflare/workers-types'
import type { Context, ExecutionContext } from 'hono'
import { nanoid } from 'nanoid'
import { createApp } from './app.tsx'
import { r2Blobs } from './blobs/r2.ts'
import { s3Blobs } from './blobs/s3.ts'
import { dayOf } from './clock/day.ts'
import { FOR_A_WORKER, runDaily } from './daily.ts'
import { openD1, openLibsqlHttp } from './db/edge.ts'
import { keepClock } from './holidays/keep-clock.ts'
import { strict } from './http/headers.ts'
import type { House } from './http/house.ts'
import { takeWords } from './i18n/beside.ts'
import { quotas } from './intake/holding.ts'
import { isDesk, paths } from './paths.ts'
import { writeScans } from './posters/scans.ts'
import { openTally } from './posters/tally.ts'
import { utf8 } from './sealing/bytes.ts'
import { readSettings, SettingsMistake } from './settings.ts'

/** What `wrangler.toml`, its variables and its secrets give. D1 and R2 when bound, else libSQL over HTTP and S3. */
interface Bindings {
  /** The files of `public/`. */
  ASSETS?: { fetch(address: string): Promise<Response> }
  DB?: D1Database
  BLOBS?: R2Bucket
  DATABASE_URL?: string
  DATABASE_AUTH_TOKEN?: string
  SERVER_SECRET?: string
  SETUP_SECRET?: string
  RECOVER_SECRET?: string
  ALLOWED_HOSTS?: string
  S3_URL?: string
  S3_REGION?: string
  S3_ACCESS_KEY_ID?: string
  S3_SECRET_ACCESS_KEY?: string
}

function furnish(env: Bindings): House {
  const texts = Object.entries(env).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const settings = readSettings(Object.fromEntries(texts))
  const mistakes: string[] = []
  const lacks = (secret: string) =>
    mistakes.push(`${secret} is missing: wrangler secret put ${secret}, or on your own machine .dev.vars.`)
  if (!settings.serverSecret) lacks('SERVER_SECRET')
  if (!settings.setupSecret) lacks('SETUP_SECRET')
  if (!env.DB && !env.DATABASE_URL) mistakes.push('Bind a D1 database as DB, or set DATABASE_URL.')
  const blobs = env.BLOBS ? r2Blobs(env.BLOBS) : settings.s3 && s3Blobs(settings.s3)
  if (!blobs) mistakes.push('Bind an R2 bucket as BLOBS, or set S3_URL and its keys.')
  if (!settings.serverSecret || !settings.setupSecret || !blobs || mistakes.length > 0)
    throw new SettingsMistake(mistakes)
  const db = env.DB ? openD1(env.DB) : openLibsqlHttp(settings.databaseUrl, settings.databaseAuthToken)
  return {
    db,
    blobs,
    clock: keepClock(db, () => new Date()),
    newId: () => nanoid(),
    settings,
    serverSecret: utf8(settings.serverSecret),
    setupSecret: settings.setupSecret,
    complain,
  }
}

const gate = { quotas, addressOf: (c: Context) => c.req.header('CF-Connecting-IP') }
/** An isolate's own. Those of one that ends before its day does are lost. */
const tally = openTally({ isOneOfMany: true })
const open = (env: Bindings) => createApp(furnish(env), { grouped: false, gate, tally })
const kept = new Map<string, ReturnType<typeof open>>()

/** An app lives as long as its isolate: neither database keeps anything open between requests. */
function appFor(env: Bindings) {
  const where = [env.DB ? 'D1' : env.DATABASE_URL, env.BLOBS ? 'R2' : env.S3_URL].join(' ')
  const app = kept.get(where) ?? open(env)
  kept.set(where, app)
  return app
}

const complain = (line: string) => console.error(line)

const writeWhole = ({ db, clock }: House) =>
  writeScans(db, tally, dayOf(clock.now()), { onlyWhole: true }).catch(() => complain('scans: not written'))

/** Whether what staff read is there; what residents read always is. */
async function takeWordsOf({ ASSETS }: Bindings, request?: Request): Promise<boolean> {
  const fetchFile = async (address: string) => {
    if (!ASSETS) throw new Error('bind the files of public/ as ASSETS')
    return ASSETS.fetch(`https://assets.local${address}`)
  }
  const asked = `${request?.url} ${request?.headers.get('Cookie')}`
  const [hasStaffs] = await Promise.all([
    takeWords('Staff', fetchFile, complain),
    ASSETS && takeWords('English', fetchFile, complain),
    asked.includes('zh-Hant') && ASSETS && takeWords('Traditional', fetchFile, complain),
  ])
  return hasStaffs
}

const isForStaff = (path: string) => isDesk(path) || path === paths.recover

const unready = (told: string) =>
  new Response(told, { status: 503, headers: { ...strict, 'Cache-Control': 'no-store' } })

export default {
  async fetch(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
    try {
      const hasStaffs = await takeWordsOf(env, request)
      if (!hasStaffs && isForStaff(new URL(request.url).pathname))
        return unready('The texts of this page could not be had. Please try again.\n')
      const answer = await appFor(env).fetch(request, env, context)
      if (tally.holds(dayOf(new Date()))) context.waitUntil(writeWhole(furnish(env)))
      return answer
    } catch (fault) {
      if (!(fault instanceof SettingsMistake)) throw fault
      console.error(fault.message)
      return unready('The settings of this Worker are not complete: see its log.\n')
    }
  },

  /** Clocks that ran out, contact details that must go: from midnight in Shanghai on, a part of it each time. */
  async scheduled(_event: unknown, env: Bindings): Promise<void> {
    await takeWordsOf(env)
    const house = furnish(env)
    await writeWhole(house)
    await runDaily(house, FOR_A_WORKER)
  },
}
