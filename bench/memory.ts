import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { atMost, type Figure } from './figure.ts'
import { inFolder } from './folders.ts'
import { end, startProduct } from './process.ts'

/** At rest is when V8 has given back what the start used: it waits eight seconds until nothing is asked of it. */
const REST = 15_000
const bareServer = "require('node:http').createServer().listen(0, '127.0.0.1')"

/** What the process holds when it has answered once and nobody asks it anything, beside a bare server on Node. */
export function memory(): Promise<Figure[]> {
  return inFolder(async (folder) => {
    const bare = spawn(process.execPath, ['-e', bareServer], { stdio: 'ignore' })
    const { child } = await startProduct(folder)
    await sleep(REST)
    const [value, limit] = [child, bare].map(({ pid }) => residentMB(pid)) as [number, number]
    await Promise.all([end(child), end(bare)])
    return [atMost(100, { name: 'memory', value, unit: 'MB', limit })]
  })
}

/** What a process holds now. */
export function residentMB(pid: number | undefined): number {
  const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return (Number(kib) * 1024) / 1e6
}
