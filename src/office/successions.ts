import { asc, eq, ne, sql } from 'drizzle-orm'
import type { Db, Statement } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { unlessLacking } from '../log/record.ts'
import { type Bytes, base64url } from '../sealing/bytes.ts'
import { officeBox } from '../sealing/succession.ts'
import { offices, successions } from './tables.ts'

export type SuccessionRow = typeof successions.$inferSelect

const inOrder = prepared((db) => db.select().from(successions).orderBy(asc(successions.number)).prepare())

export const listSuccessions = (db: Db): Promise<SuccessionRow[]> => inOrder(db).all()

export const findOfficeBox = async (db: Db): Promise<number> => officeBox(await listSuccessions(db))

/** As a page carries them to a browser that follows them. */
export const writeSuccessions = (changes: readonly SuccessionRow[]): string =>
  JSON.stringify(changes.map(({ root, forward, back }) => ({ from: base64url(root), forward, back })))

/** What takes the place of the office's root and box: both public, with what the new root has signed. */
export interface Successor extends Pick<SuccessionRow, 'forward' | 'back' | 'recoveryRoot' | 'recoveryBox'> {
  root: Bytes
  certificate: string
  addressCertificate: string
  secondAddress?: string | undefined
}

/** For the batch that changes the office's lock. `box`: the public box before it. */
export function succeed(
  db: Db,
  before: Pick<SuccessionRow, 'number' | 'root' | 'box'>,
  { root, certificate, addressCertificate, secondAddress, ...made }: Successor,
): Statement[] {
  return [
    db.insert(successions).values({ ...before, ...made }),
    db.update(offices).set({ root, certificate, addressCertificate, secondAddress: secondAddress ?? null }),
  ]
}

/**
 * For a batch of what this root has signed: where the office has another one since, it would take the root away, which
 * no office may lack. Else it would stand beside all that was signed again, and no browser would believe it.
 */
export const stillRoot = (db: Db, root: Bytes): Statement =>
  db.update(offices).set({ root: sql<Bytes>`null` }).where(ne(offices.root, root))

/** `overtaken` when that is why a batch failed. */
export const unlessNewRoot = <Written>(recorded: Promise<Written>) =>
  unlessLacking(recorded, 'offices.root', 'overtaken')

/** What came with each change, sealed to another recovery key; a root that did not open stays as it is. */
export const resealSuccessions = (
  db: Db,
  sealed: readonly { root?: Bytes | undefined; box: Bytes }[],
): Statement[] =>
  sealed.map(({ root, box }, at) =>
    db
      .update(successions)
      .set({ recoveryBox: box, ...(root && { recoveryRoot: root }) })
      .where(eq(successions.number, at + 1)),
  )
