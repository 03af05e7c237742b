import { fileURLToPath } from 'node:url'
import { nanoid } from 'nanoid'
import { createApp } from '../src/app.tsx'
import { announced } from '../src/clock/calendar.ts'
import { type Opened, openLibsqlFile } from '../src/db/libsql.ts'
import type { House } from '../src/http/house.ts'
import { readSettings } from '../src/settings.ts'

export interface TestClock {
  now(): Date
  set(instant: string | Date): void
  calendar: typeof announced
}

function testClock(start = '2026-11-24T09:00:00+08:00'): TestClock {
  let now = new Date(start)
  return {
    now: () => now,
    set: (instant) => {
      now = new Date(instant)
    },
    calendar: announced,
  }
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
  const clock = testClock(start)
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
