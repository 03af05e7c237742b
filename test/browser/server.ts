import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Server {
  origin: string
  /** Where the database and the server's secret are. */
  dataDir: string
  setupSecret: string
  /** Of its process as it runs now; of a server elsewhere there is none. */
  pid(): number | undefined
  /** All it has written to the terminal. */
  log(): string
  /** Stops it as an operator does, or at once with SIGKILL. The data stays. */
  stop(signal?: NodeJS.Signals): Promise<void>
  /** Starts it again on the same data and the same port. */
  start(): Promise<void>
  /** Stops it and throws the data away. */
  leave(): Promise<void>
}

const setupSecret = 'set-up-secret-of-the-browser-tests'

/**
 * The same journey somewhere else, such as on `wrangler dev`: SERVER_AT names an empty office's address, SETUP_SECRET
 * guards its set-up.
 */
export function serverAt(origin: string, secret: string): Server {
  const nothing = async () => {}
  return {
    origin,
    dataDir: '',
    setupSecret: secret,
    pid: () => undefined,
    log: () => '',
    stop: nothing,
    start: nothing,
    leave: nothing,
  }
}

/**
 * The built product in a process of its own, as `npm start` runs it, on a data folder of its own and a free port.
 * `under`: what runs it and becomes it, such as `strace -D`.
 */
export async function startServer(
  env: NodeJS.ProcessEnv = {},
  built = 'dist/node.mjs',
  under: readonly string[] = [],
): Promise<Server> {
  if (!existsSync(built)) throw new Error(`${built} is missing: run npm run build.`)
  const dataDir = mkdtempSync(join(tmpdir(), 'mashang-browser-'))
  let port = '0'
  let written = ''
  let child: ChildProcess

  const server: Server = {
    origin: '',
    dataDir,
    setupSecret,
    pid: () => child.pid,
    log: () => written,
    async start() {
      const settings = { HOST: '127.0.0.1', PORT: port, DATA_DIR: dataDir, SETUP_SECRET: setupSecret, ...env }
      const [command = '', ...more] = [...under, process.execPath, built]
      child = spawn(command, more, { env: { PATH: process.env.PATH, ...settings } })
      child.stderr?.on('data', (chunk) => {
        written += chunk
      })
      server.origin = await new Promise((listens, fails) => {
        child.stdout?.on('data', (chunk) => {
          written += chunk
          const [origin] = /http:\/\/127\.0\.0\.1:\d+/.exec(written.slice(written.lastIndexOf('码上'))) ?? []
          if (origin) listens(origin)
        })
        child.once('exit', (code) => fails(new Error(`The server ended with ${code}:\n${written}`)))
      })
      port = new URL(server.origin).port
    },
    async stop(signal = 'SIGTERM') {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill(signal)
      await once(child, 'exit')
    },
    async leave() {
      await server.stop('SIGKILL')
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  await server.start()
  return server
}
