import { fileURLToPath } from 'node:url'
import { nanoid } from 'nanoid'
import { createApp } from '../src/app.tsx'
import type { Db } from '../src/db/db.ts'
import { type Opened, openLibsqlFile } from '../src/db/libsql.ts'
import { keepClock } from '../src/holidays/store.ts'
import type { Clock, House } from '../src/http/house.ts'
import { readSettings } from '../src/settings.ts'

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

/** A whole house on an empty database with the real migrations: the same code as in service, at a clock that stands still. */
export async function openTestHouse(start?: string, url = ':memory:'): Promise<TestHouse> {
  const opened = await openLibsqlFile(url, fileURLToPath(new URL('../migrations', import.meta.url)))
  const clock = testClock(opened.db, start)
  const complaints: string[] = []
  const house: House = {
    db: opened.db,
    clock,
    newId: () => nanoid(),
    settings: readSettings({ PUBLIC_URL: 'http://localhost' }),
    serverSecret: new Uint8Array(32).fill(7),
    setupSecret: 'a-set-up-secret-for-tests',
    complain: (line) => complaints.push(line),
  }
  return { ...opened, house, clock, app: createApp(house, { grouped: true }), complaints }
}
