import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { paths } from '../src/paths.ts'
import { afterwards } from './stage.ts'

/** The built product as `npm start` runs it, from the start of its process to its first answer. */
export async function startProduct(dataDir: string) {
  const port = await freePort()
  const env = { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir }
  const began = performance.now()
  const child = spawn(process.execPath, startCommand(), { env, stdio: 'ignore' })
  afterwards(() => child.kill('SIGKILL'))
  while (!(await isHealthy(port))) {
    if (child.exitCode !== null) throw new Error('The product ended before it answered.')
    await sleep(2)
  }
  return { child, seconds: (performance.now() - began) / 1000 }
}

/** What `npm start` has Node start, and how: the last command of that script. */
function startCommand(): string[] {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } }
  return scripts.start.split(' && ').at(-1)?.split(' ').slice(1) ?? []
}

const isHealthy = (port: number) =>
  fetch(`http://127.0.0.1:${port}${paths.health}`).then(
    ({ status }) => status === 200,
    () => false,
  )

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
