/** The part of the test runner for workerd that is used here; its own types would bring a second set of globals. */
declare module 'cloudflare:test' {
  import type { D1Database, R2Bucket } from '@cloudflare/workers-types'

  interface Migration {
    name: string
    queries: string[]
  }
  export const env: {
    ASSETS: { fetch(address: string): Promise<Response> }
    DB: D1Database
    BLOBS: R2Bucket
    MIGRATIONS: Migration[]
    SERVER_SECRET: string
    SETUP_SECRET: string
  }
  export function applyD1Migrations(db: D1Database, migrations: Migration[]): Promise<void>
  export function createExecutionContext(): import('hono').ExecutionContext
}

declare module '*/worker.ts?uploaded' {
  const worker: typeof import('../../src/worker.ts').default
  export default worker
}
