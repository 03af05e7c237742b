import type { Blobs } from '../blobs/blobs.ts'
import type { Calendar } from '../clock/calendar.ts'
import type { Db } from '../db/db.ts'
import type { Settings } from '../settings.ts'

export interface Clock {
  now(): Date
  /** The announced years, and over them what the office has entered and set, as far as it has been read. */
  calendar: Calendar
  /**
   * Reads holidays and limits anew when there are other changes than at hand; told how many, it asks nothing before.
   */
  heed(changes?: number): Promise<void>
}

/** What the product is given at the door: storage, time, chance and settings. It knows no runtime. */
export interface House {
  db: Db
  blobs: Blobs
  clock: Clock
  /** A new random id for what staff create; what residents create has ids made in their browser. */
  newId(): string
  settings: Settings
  /** 32 bytes that live outside the database. */
  serverSecret: Uint8Array<ArrayBuffer>
  /** Guards `/setup` until the office exists. */
  setupSecret: string
  /** Takes route templates, codes and reference numbers of faults. Never form contents. */
  complain(line: string): void
}
