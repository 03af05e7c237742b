import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import { createApp } from '../src/app.tsx'
import type { Blobs } from '../src/blobs/blobs.ts'
import { openFolder } from '../src/blobs/folder.ts'
import type { Db } from '../src/db/db.ts'
import { type Opened, openLibsqlFile } from '../src/db/libsql.ts'
import { keepClock } from '../src/holidays/keep-clock.ts'
import type { Clock, House } from '../src/http/house.ts'
import { readSettings } from '../src/settings.ts'
import { squashedMigrations } from './squashed.ts'

export interface TestClock extends Clock {
  set(instant: string | Date): void
}

function testClock(db: Db, start = '2026-11-24T09:00:00+08:00'): TestClock {
  let now = new Date(start)
  const set = (instant: string | Date) => {
    now = new Date(instant)
  }
  return Object.assign(
    keepClock(db, () => now),
    { set },
  )
}

export interface TestHouse extends Opened {
  house: House
  clock: TestClock
  app: ReturnType<typeof createApp>
  /** What the house complained of; a test that expects no fault looks here. */
  complaints: string[]
}

let files: string | undefined

/** Gone with the process: one folder for what all houses of it keep. */
function filesOfAll(): string {
  if (files) return files
  const made = mkdtempSync(join(tmpdir(), 'mashang-files-'))
  process.once('exit', () => rmSync(made, { recursive: true, force: true }))
  files = made
  return made
}

/** A folder that is made, and each of its shelves settled on the disk, once somebody keeps or asks for a file. */
function onceAsked(open: () => Promise<Blobs>): Blobs {
  let opened: Promise<Blobs> | undefined
  const blobs = () => {
    opened ??= open()
    return opened
  }
  return {
    put: async (...all) => (await blobs()).put(...all),
    get: async (...all) => (await blobs()).get(...all),
    delete: async (...all) => (await blobs()).delete(...all),
  }
}

/**
 * A whole house on an empty database with the tables that the migrations make: the same code as in service, at a clock
 * that stands still.
 */
export async function openTestHouse(start?: string, url = ':memory:', blobs?: Blobs): Promise<TestHouse> {
  const opened = await openLibsqlFile(url, await squashedMigrations())
  const clock = testClock(opened.db, start)
  const complaints: string[] = []
  const house: House = {
    db: opened.db,
    blobs: blobs ?? onceAsked(() => openFolder(mkdtempSync(join(filesOfAll(), 'house-')))),
    clock,
    newId: () => nanoid(),
    settings: readSettings({ PUBLIC_URL: 'http://localhost' }),
    serverSecret: new Uint8Array(32).fill(7),
    setupSecret: 'a-set-up-secret-for-tests',
    complain: (line) => complaints.push(line),
  }
  return { ...opened, house, clock, app: createApp(house, { grouped: true }), complaints }
}
