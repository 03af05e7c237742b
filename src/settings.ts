/** The environment, read and checked once. One clear line for each mistake. */
export interface Settings {
  host: string
  port: number
  /** The address printed on paper, without a slash at the end; undefined until set-up has asked for it. */
  publicUrl: string | undefined
  databaseUrl: string
  databaseAuthToken: string | undefined
  dataDir: string
  serverSecret: string | undefined
  setupSecret: string | undefined
  /** Opens the page of the recovery sheets to whoever is not signed in, once; where a terminal does not. */
  recoverSecret: string | undefined
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

  if (env.SERVER_SECRET !== undefined && env.SERVER_SECRET.length < 32) {
    mistakes.push('SERVER_SECRET must have at least 32 characters.')
  }
  if (env.SETUP_SECRET !== undefined && env.SETUP_SECRET.length < 16) {
    mistakes.push('SETUP_SECRET must have at least 16 characters.')
  }
  if (env.RECOVER_SECRET !== undefined && env.RECOVER_SECRET.length < 32) {
    mistakes.push('RECOVER_SECRET must have at least 32 characters.')
  }
  if (mistakes.length > 0) throw new SettingsMistake(mistakes)

  return {
    host: env.HOST ?? '127.0.0.1',
    port,
    publicUrl,
    databaseUrl,
    databaseAuthToken: env.DATABASE_AUTH_TOKEN,
    dataDir,
    serverSecret: env.SERVER_SECRET,
    setupSecret: env.SETUP_SECRET,
    recoverSecret: env.RECOVER_SECRET,
    demo: env.MASHANG_DEMO === '1',
  }
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.origin === text
}
