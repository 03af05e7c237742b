import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSettings } from '../settings.ts'
import { openHouse } from './open-house.ts'

let folder: string
let before: number
beforeEach(() => {
  before = process.umask(0o022)
  folder = mkdtempSync(join(tmpdir(), 'mashang-'))
})
afterEach(() => {
  process.umask(before)
  rmSync(folder, { recursive: true })
})

/** What lies there while the house is open, as far as others than its owner may do anything with it. */
async function openToOthers(data: string) {
  const { close } = await openHouse(readSettings({ DATA_DIR: data }))
  const names = readdirSync(data).sort()
  const open = ['.', ...names].filter((name) => statSync(join(data, name)).mode & 0o077)
  close()
  return { names, open }
}

const whole = ['files', 'mashang.db', 'mashang.db-shm', 'mashang.db-wal', 'server-secret']

it('what lies on the disk is its owner’s alone', async () => {
  expect(await openToOthers(join(folder, 'data'))).toEqual({ names: whole, open: [] })
})

it('what an earlier release left open to others is closed', async () => {
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o755 })
  chmodSync(data, 0o755)
  writeFileSync(join(data, 'mashang.db'), '', { mode: 0o644 })
  expect(await openToOthers(data)).toEqual({ names: whole, open: [] })
})
