import { sql } from 'drizzle-orm'
import type { LimitChange } from '../clock/limits.ts'
import type { Db } from '../db/db.ts'
import { prepared } from '../db/prepared.ts'
import { listSteps, type Recorded, record } from '../log/record.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { offices } from './tables.ts'

export type Office = typeof offices.$inferSelect

const firstOffice = prepared((db) => db.select().from(offices).limit(1).prepare())

/** There is one office in a house, and none before set-up. */
export async function findOffice(db: Db): Promise<Office | undefined> {
  const [office] = await firstOffice(db).all()
  return office
}

/** For what is there only once the office is. */
export async function theOffice(db: Db): Promise<Office> {
  const office = await findOffice(db)
  if (!office) throw new Error('the office has not been set up')
  return office
}

/** The office's public keys as its root signed them, never as a column says; none where it did not. */
export const signedKeys = ({ root, certificate }: Office) => readCertificate('office', root, certificate)

export async function officeKeys(office: Office) {
  const certificate = await signedKeys(office)
  if (!certificate) throw new Error('the office certificate does not verify')
  return certificate
}

/** The addresses on paper; none before set-up. */
export async function printedOrigins(db: Db): Promise<string[]> {
  const office = await findOffice(db)
  const both = office ? [office.publicUrl, await secondOrigin(office)] : []
  return both.filter((origin) => origin !== undefined)
}

/** The second address on paper as the root signed it; none when it did not. */
export async function secondOrigin({
  root,
  secondAddress,
}: Pick<Office, 'root' | 'secondAddress'>): Promise<string | undefined> {
  return secondAddress === null
    ? undefined
    : (await readCertificate('secondAddress', root, secondAddress))?.origin
}

/** Of the second address: how often it has been set. */
export const secondAddressVersion = async (db: Db): Promise<number> =>
  (await listSteps(db, 'secondAddress')).length

/** `signed`: the certificate of `origin`; both empty when there is to be none any more. `seen`: as of the dialects. */
export const setSecondAddress = (
  db: Db,
  seen: number,
  { origin, signed }: { origin: string; signed: string },
  { who, now }: { who: string; now: Date },
): Promise<Recorded> => {
  const step = {
    subject: 'secondAddress',
    position: seen + 1,
    at: now.toISOString(),
    who,
    move: 'setSecondAddress',
    to: origin,
  }
  return record(db, step, [db.update(offices).set({ secondAddress: signed || null })])
}

/** `changes`: as many as there were when these were chosen. With more, somebody was faster: `overtaken`. */
export const setLimits = (
  db: Db,
  changes: number,
  set: LimitChange,
  { who, now }: { who: string; now: Date },
): Promise<Recorded> => {
  const to = JSON.stringify(set)
  const step = { subject: 'limits', position: changes + 1, at: now.toISOString(), who, move: 'setLimits', to }
  const added = sql<readonly LimitChange[]>`json_insert(${offices.limits}, '$[#]', json(${to}))`
  return record(db, step, [db.update(offices).set({ limits: added })])
}

/** Of the list of dialects: how often it has been set. */
export const dialectsVersion = async (db: Db): Promise<number> => (await listSteps(db, 'dialects')).length

/** What teams chose before stays with them. `seen`: how often the list had been set when this one was written. */
export const setDialects = (
  db: Db,
  seen: number,
  dialects: readonly string[],
  { who, now }: { who: string; now: Date },
): Promise<Recorded> => {
  const to = JSON.stringify(dialects)
  const step = {
    subject: 'dialects',
    position: seen + 1,
    at: now.toISOString(),
    who,
    move: 'setDialects',
    to,
  }
  return record(db, step, [db.update(offices).set({ dialects })])
}

/** Whether everybody needs a second factor from their next page on. */
export const requireSecondFactor = (
  db: Db,
  secondFactor: boolean,
  { who, now }: { who: string; now: Date },
): Promise<Recorded> =>
  record(
    db,
    { subject: 'office', at: now.toISOString(), who, move: 'requireSecondFactor', to: String(secondFactor) },
    [db.update(offices).set({ secondFactor })],
  )
