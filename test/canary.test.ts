import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ensureStrace } from '../tools/strace.mjs'
import { type Server, startServer } from './browser/server.ts'
import { openVillageIn } from './cast/peopled.ts'
import { placeAt } from './traces/at-server.ts'
import { type Calls, readCalls, tracing } from './traces/calls.ts'
import { finder, hashesOf } from './traces/forms.ts'
import { live } from './traces/living.ts'
import { headers, marks, notTaken, QUOTED, sealedHere, stems, told, toldOf } from './traces/marks.ts'

describe('what residents and staff write, and what their browsers tell', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mashang-canary-'))
  const trace = join(folder, 'calls')
  let server: Server
  let calls: Calls
  /** What is kept on paper or in a head, and proves something to the server that never has it. */
  const codes: Record<string, string> = {}
  /** The files as they were under way, and after the end. */
  const kept: { file: string; bytes: Buffer }[] = []
  let marksIn: (bytes: Buffer) => string[]

  const keepFiles = () => {
    for (const entry of readdirSync(server.dataDir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const file = join(entry.parentPath, entry.name)
      kept.push({ file, bytes: Buffer.concat([Buffer.from(`${file}\n`), readFileSync(file)]) })
    }
  }

  beforeAll(async () => {
    server = await startServer({}, 'dist/node.mjs', tracing(ensureStrace(), trace))
    const { place, close } = await placeAt(server)
    const village = await openVillageIn(place)
    await live(toldOf(place), place, village, codes)
    keepFiles()
    await server.stop()
    close()
    keepFiles()
    const isOver = new RegExp(`^${server.pid()} +\\+{3} exited with 0`, 'm')
    const ended = () => expect(readFileSync(trace, 'latin1').slice(-10_000)).toMatch(isOver)
    await vi.waitFor(ended, { timeout: 20_000 })
    calls = readCalls(trace)
    marksIn = finder({ ...marks, ...codes }, stems)
  }, 120_000)

  afterAll(async () => {
    await server.leave()
    rmSync(folder, { recursive: true, force: true })
  })

  it('stands nowhere in the data, whichever way it came and however it could be written', () => {
    const names = kept.map(({ file }) => file)
    expect(names.filter((name) => name.endsWith('-wal'))).not.toEqual([])
    expect(names.filter((name) => name.includes('/files/')).length).toBeGreaterThan(2)
    const all = Buffer.concat(kept.map(({ bytes }) => bytes))
    expect(all.length).toBeGreaterThan(1_000_000)
    expect(finder({ village: '青塘村' }, [])(all), 'what is public is found this way').toEqual(['village'])
    expect(marksIn(all)).toEqual([])
    const hashed = Object.entries({ ...told, ...sealedHere, ...codes, agentLine: headers['User-Agent'] })
    expect(hashed.filter(([, word]) => hashesOf(word).some((hash) => all.includes(hash)))).toEqual([])
  })

  it('stands in no line the server has written', () => {
    expect(server.log()).toContain('POST /progress/message')
    expect(marksIn(Buffer.from(server.log()))).toEqual([])
    expect(server.log()).not.toContain(QUOTED)
  })

  it('was in the server’s hands only where it had to be', () => {
    // The photo that came without scripts is cleaned here; the one that was sealed on the phone was cleaned there.
    const came = [...Object.keys({ ...sealedHere, ...notTaken, ...told }), 'plain', 'PLANTED-']
    expect(marksIn(calls.received)).toEqual(came.sort())
  })

  it('is in no call to the system, but in what came in and in the answer to whoever had said it', () => {
    const within = (where: string) => where.startsWith(server.dataDir)
    const rest = [...calls.written.keys()].filter((where) => !within(where))
    // Its terminal and its own threads; and once, at the start, it asks for the names of its networks.
    expect(rest.sort()).toEqual(['NETLINK', 'UNIX-STREAM', 'anon_inode', 'client', 'pipe'])
    expect([...calls.written.keys()].filter(within).length).toBeGreaterThan(5)
    const found = [...calls.written].map(([where, bytes]): [string, string[]] => [where, marksIn(bytes)])
    const { client, ...elsewhere } = Object.fromEntries(found.filter(([, marks]) => marks.length > 0))
    expect(elsewhere).toEqual({})
    // The supplement, to whoever has the code; a form sent back; the address in the way to another language.
    const answered = [
      'path',
      'plain',
      'plainSupplement',
      'query',
      'unfinished',
      'unfinishedPhone',
      'unreadable',
    ]
    expect(client).toEqual(answered)
    expect(calls.named.some((name) => name.startsWith(`${server.dataDir}/files/`))).toBe(true)
    expect(marksIn(Buffer.from(calls.named.join('\n')))).toEqual([])
  })

  it('reached no other machine, no other program and no other file', () => {
    const made = (name: string) => calls.made.get(name) ?? []
    for (const never of ['connect', 'io_uring_setup', 'memfd_create', 'fork', 'vfork', 'execveat', 'mknod'])
      expect(made(never), never).toEqual([])
    expect(made('execve')).toHaveLength(1)
    expect(made('socket').filter((one) => !/^AF_NETLINK|^AF_INET, SOCK_STREAM/.test(one))).toEqual([])
    expect(made('bind').filter((one) => !/AF_NETLINK|inet_addr\("127\.0\.0\.1"\)/.test(one))).toEqual([])
    const accepted = made('accept4').filter((one) => /= \d+</.test(one))
    expect(accepted.length).toBeGreaterThan(0)
    expect(accepted.filter((one) => /->(?!127\.0\.0\.1:)/.test(one))).toEqual([])
    const isShared = (one: string) => /PROT_WRITE.*MAP_SHARED/.test(one)
    const isWritten = (one: string) => /O_WRONLY|O_RDWR|O_CREAT/.test(one)
    const opened = [
      ...made('openat').filter(isWritten),
      ...made('open').filter(isWritten),
      ...made('mmap').filter(isShared),
    ]
    expect(opened.length).toBeGreaterThan(5)
    expect(opened.filter((one) => !one.includes(server.dataDir) && !one.includes('"/dev/null"'))).toEqual([])
  })
})
