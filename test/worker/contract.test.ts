import { applyD1Migrations, env } from 'cloudflare:test'
import { describe, inject } from 'vitest'
import { openD1, openLibsqlHttp } from '../../src/db/edge.ts'
import { keepsTheContract } from '../contract/storage.ts'

describe('D1', () => {
  keepsTheContract(async () => {
    await applyD1Migrations(env.DB, env.MIGRATIONS)
    return openD1(env.DB)
  })
})

describe('libSQL over HTTP, from workerd', () => {
  keepsTheContract(async () => {
    const { url, token } = inject('hrana')
    return openLibsqlHttp(url, token)
  })
})
