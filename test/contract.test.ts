import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openLibsqlHttp } from '../src/db/edge.ts'
import { openLibsqlFile } from '../src/db/libsql.ts'
import { keepsTheContract } from './contract/storage.ts'
import { startHrana } from './hrana.ts'

const folder = mkdtempSync(join(tmpdir(), 'mashang-contract-'))
const closing: (() => unknown)[] = []
afterAll(async () => {
  for (const close of closing) await close()
  rmSync(folder, { recursive: true })
})

async function openFile(name: string) {
  const { db, close } = await openLibsqlFile(`file:${folder}/${name}`, 'migrations')
  closing.push(close)
  return db
}

describe('libSQL in a file', () => {
  keepsTheContract(() => openFile('file.db'))

  test('opening it again finds nothing left to migrate', async () => {
    await expect(openFile('file.db')).resolves.toBeDefined()
  })
})

describe('libSQL over HTTP', () => {
  async function serve() {
    await openFile('http.db')
    const server = await startHrana(`${folder}/http.db`, 'token')
    closing.push(server.close)
    return server.url
  }
  keepsTheContract(async () => openLibsqlHttp(await serve(), 'token'))

  test('without the token nothing is answered', async () => {
    const { steps } = await import('../src/log/tables.ts')
    const stranger = openLibsqlHttp(await serve(), 'guessed')
    await expect(stranger.select().from(steps)).rejects.toThrow()
  })
})
