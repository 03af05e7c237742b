import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openLibsqlFile } from '../../src/db/libsql.ts'
import { startHrana } from '../hrana.ts'

const names = ['hrana', 'hranaForTheRoad', 'hranaForTheSheets', 'hranaForTheWorker'] as const

declare module 'vitest' {
  export interface ProvidedContext extends Record<(typeof names)[number], { url: string; token: string }> {}
}

/**
 * workerd can open no file: libSQL servers run beside it, on databases that have been migrated from Node. The road and
 * the recovery sheets have one of their own each, because they set an office up; and so has the Worker, because another
 * file may run beside it.
 */
export default async function startBeside(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'mashang-hrana-'))
  const servers = await Promise.all(
    names.map(async (name) => {
      const file = `${folder}/${name}.db`
      ;(await openLibsqlFile(`file:${file}`, 'migrations')).close()
      const server = await startHrana(file, 'token')
      project.provide(name, { url: server.url, token: 'token' })
      return server
    }),
  )
  return async () => {
    for (const server of servers) await server.close()
    rmSync(folder, { recursive: true })
  }
}
