import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openLibsqlFile } from '../../src/db/libsql.ts'
import { startHrana } from '../hrana.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    hrana: { url: string; token: string }
  }
}

/** workerd can open no file: a libSQL server runs beside it, on a database that has been migrated from Node. */
export default async function startBeside(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'mashang-hrana-'))
  const file = `${folder}/remote.db`
  ;(await openLibsqlFile(`file:${file}`, 'migrations')).close()
  const server = await startHrana(file, 'token')
  project.provide('hrana', { url: server.url, token: 'token' })
  return async () => {
    await server.close()
    rmSync(folder, { recursive: true })
  }
}
