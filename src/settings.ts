import type { S3Settings } from './blobs/s3.ts'

/** The environment, read and checked once. One clear line for each mistake. */
export interface Settings {
  host: string
  port: number
  /** The address printed on paper, without a slash at the end; undefined until set-up has asked for it. */
  publicUrl: string | undefined
  databaseUrl: string
  databaseAuthToken: string | undefined
  dataDir: string
  /** Where files are kept on Node, unless in a store that speaks S3. */
  blobDir: string
  s3: S3Settings | undefined
  serverSecret: string | undefined
  setupSecret: string | undefined
  /** Opens the page of the recovery sheets to whoever is not signed in, once; where a terminal does not. */
  recoverSecret: string | undefined
  /** Other hosts than those on paper that are answered; undefined: every one. */
  allowedHosts: readonly string[] | undefined
  demo: boolean
}

type Environment = Record<string, string | undefined>

export class SettingsMistake extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(mistakes.join('\n'))
  }
}

export function readSettings(env: Environment): Settings {
  const mistakes: string[] = []
  const wrong = (name: string, must: string) => mistakes.push(`${name} ${must}; it is "${env[name]}".`)

  const port = Number(env.PORT ?? '8787')
  if (!Number.isInteger(port) || port < 0 || port > 65535) wrong('PORT', 'must be a number from 0 to 65535')

  const publicUrl = env.PUBLIC_URL?.replace(/\/+$/, '')
  if (publicUrl && !isOrigin(publicUrl)) wrong('PUBLIC_URL', 'must be an address such as https://example.org')

  const dataDir = env.DATA_DIR ?? 'data'
  const databaseUrl = env.DATABASE_URL ?? `file:${dataDir}/mashang.db`
  if (!/^(file:|libsql:|https?:|wss?:|:memory:)/.test(databaseUrl))
    wrong('DATABASE_URL', 'must begin with file:, libsql: or https:')

  const s3 = readS3(env, mistakes, wrong)
  if (env.BLOB_DIR !== undefined && s3)
    mistakes.push('BLOB_DIR and S3_URL are both set: files are kept in one place.')

  if (env.SERVER_SECRET !== undefined && env.SERVER_SECRET.length < 32) {
    mistakes.push('SERVER_SECRET must have at least 32 characters.')
  }
  if (env.SETUP_SECRET !== undefined && env.SETUP_SECRET.length < 16) {
    mistakes.push('SETUP_SECRET must have at least 16 characters.')
  }
  if (env.RECOVER_SECRET !== undefined && env.RECOVER_SECRET.length < 32) {
    mistakes.push('RECOVER_SECRET must have at least 32 characters.')
  }
  const allowedHosts = env.ALLOWED_HOSTS?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  if (allowedHosts?.some((name) => !isHost(name)))
    wrong(
      'ALLOWED_HOSTS',
      'must be names of hosts with commas between, such as a.example.org,b.example.org:8787',
    )
  if (mistakes.length > 0) throw new SettingsMistake(mistakes)

  return {
    host: env.HOST ?? '127.0.0.1',
    port,
    publicUrl,
    databaseUrl,
    databaseAuthToken: env.DATABASE_AUTH_TOKEN,
    dataDir,
    blobDir: env.BLOB_DIR ?? `${dataDir}/files`,
    s3,
    serverSecret: env.SERVER_SECRET,
    setupSecret: env.SETUP_SECRET,
    recoverSecret: env.RECOVER_SECRET,
    allowedHosts: allowedHosts?.length ? allowedHosts : undefined,
    demo: env.MASHANG_DEMO === '1',
  }
}

const together = ['S3_URL', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const

/** All of it or none of it: half a store would be noticed when the first photo does not arrive. */
function readS3(
  env: Environment,
  mistakes: string[],
  wrong: (name: string, must: string) => unknown,
): S3Settings | undefined {
  const given = [...together, 'S3_REGION'].filter((name) => env[name])
  const missing = together.filter((name) => !env[name])
  if (given.length === 0) return undefined
  for (const name of missing) mistakes.push(`${name} is missing, which ${given.join(' and ')} need.`)
  const { S3_URL = '', S3_REGION = 'auto', S3_ACCESS_KEY_ID = '', S3_SECRET_ACCESS_KEY = '' } = env
  const url = S3_URL.replace(/\/+$/, '')
  if (S3_URL && !isBucket(url))
    wrong('S3_URL', 'must be the address of a bucket, such as https://s3.example.org/bucket')
  return { url, region: S3_REGION, accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY }
}

function isBucket(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, search, hash, username } = new URL(text)
  return /^https?:$/.test(protocol) && search + hash + username === ''
}

/** With a port or without, and nothing else of an address. */
function isHost(text: string): boolean {
  return /^[\w.:[\]-]+$/.test(text) && URL.canParse(`https://${text}`)
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.origin === text
}
