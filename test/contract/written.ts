import { eq } from 'drizzle-orm'
import type { Db } from '../../src/db/db.ts'
import { steps } from '../../src/log/tables.ts'
import { envelopes } from '../../src/reports/belonging-tables.ts'

export const at = '2026-03-02T01:00:00.000Z'

export const step = (db: Db, subject: string, position: number) =>
  db.insert(steps).values({ subject, position, at, move: 'tested' })

export const envelope = (db: Db, reportId: string, bytes: Uint8Array<ArrayBuffer>) =>
  db.insert(envelopes).values({ reportId, part: 'body', partId: '', envelope: bytes })

export const found = (db: Db, reportId: string) =>
  db.select().from(envelopes).where(eq(envelopes.reportId, reportId))
