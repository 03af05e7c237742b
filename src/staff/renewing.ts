import { and, asc, sql } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import * as z from 'zod/mini'
import type { Db, Statement } from '../db/db.ts'
import { insertRows } from '../db/insert-rows.ts'
import { whole } from '../http/fields.ts'
import { type Use, uses } from '../i18n/recovery.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import { hasNewRecovery, stillRecovers } from '../office/recovery-key.ts'
import { type SheetSet, sheetFields } from '../office/sheet-set.ts'
import { renewal } from '../office/sheets-kept.ts'
import { officeKeys, theOffice } from '../office/store.ts'
import { listSuccessions, resealSuccessions } from '../office/successions.ts'
import { type Bytes, concat, sameBytes } from '../sealing/bytes.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { certificate, epoch, sealedPrivateKey } from './credentials.ts'
import { type GivenKeys, handing, isDueGiven, listRecoverable } from './recoverable.ts'
import { RECOVERY } from './sheets-made.ts'
import { hasPersonLeft, stillHere } from './still-here.ts'
import { grants, teamKeys } from './tables.ts'

const id = z.string().check(z.maxLength(64))
/** Two keys, as far as they opened: what is damaged stays as it is. */
const twoKeys = { key: z.optional(sealedPrivateKey), contact: z.optional(sealedPrivateKey) }

/** What the browser posts that has opened two sheets: a new set, and all that the old one opened under its key. */
export const renewalFields = {
  why: z.enum(Object.keys(uses) as [Use, ...Use[]]),
  ...sheetFields,
  renewed: z.object({
    /** How often the sheets had moved on the page that was sent. */
    seen: whole(0),
    certificate,
    successions: z
      .array(z.object({ root: z.optional(sealedPrivateKey), box: sealedPrivateKey }))
      .check(z.maxLength(1000)),
    teamKeys: z.array(z.object({ team: id, epoch, ...twoKeys })).check(z.maxLength(10_000)),
  }),
  given: z.array(z.object({ team: id, epoch, personId: id, ...twoKeys })).check(z.maxLength(10_000)),
}

interface Renewed {
  seen: number
  certificate: string
  /** In the order of the office's changes. */
  successions: readonly { root?: Bytes | undefined; box: Bytes }[]
  teamKeys: readonly { team: string; epoch: number; key?: Bytes | undefined; contact?: Bytes | undefined }[]
}

export interface NewSheets extends SheetSet {
  why: Use
  renewed: Renewed
  given: readonly GivenKeys[]
}

/** Every key of a team that is sealed to the office's recovery key, confirmed or not. */
export const listSealedToRecovery = (db: Db) =>
  db
    .select({
      team: teamKeys.teamId,
      epoch: teamKeys.epoch,
      key: teamKeys.recoveryKey,
      contact: teamKeys.recoveryContactKey,
    })
    .from(teamKeys)
    .orderBy(asc(teamKeys.teamId), asc(teamKeys.epoch))

/**
 * A new recovery key and a new set of sheets, with everything that was sealed to the key before sealed anew: the steps
 * and the changes of one batch. `refused` when the root did not sign it, `overtaken` when the page was too old; the
 * batch fails with `hasNewRecovery` when it has become so since.
 */
export async function renewSheets(
  db: Db,
  { renewed, ...set }: SheetSet & Pick<NewSheets, 'renewed'>,
  { who, now }: Hand,
) {
  const office = await theOffice(db)
  const [before, after] = [
    await officeKeys(office),
    await readCertificate('office', office.root, renewed.certificate),
  ]
  if (!after || !sameBytes(after.box, before.box) || sameBytes(after.recovery, before.recovery))
    return 'refused'
  const [sealed, changes] = [await listSealedToRecovery(db), await listSuccessions(db)]
  const names = (keys: readonly { team: string; epoch: number }[]) =>
    keys.map((one) => `${one.team} ${one.epoch}`).sort()
  const isWhole = `${names(sealed)}` === `${names(renewed.teamKeys)}`
  const { certificate, seen } = renewed
  const renews = await renewal(db, { ...set, certificate }, { who, now, seen })
  if (!isWhole || !renews || changes.length !== renewed.successions.length) return 'overtaken'
  return {
    step: renews.step,
    changes: [
      stillRecovers(db, office.certificate, { teamKeys, many: sealed.length }),
      renews.change,
      ...resealSuccessions(db, renewed.successions),
      ...(sealed.length > 0 ? [resealTeamKeys(db, renewed.teamKeys, now.toISOString())] : []),
    ],
  }
}

/** One statement however many: the envelopes travel as one blob, and whatever is not given stays. */
function resealTeamKeys(db: Db, all: Renewed['teamKeys'], at: string): Statement {
  const nothing: Bytes = new Uint8Array()
  let end = 1
  const place = ({ length }: Bytes) => {
    end += length
    return [end - length, length]
  }
  const places = all.map(({ team, epoch: number, key = nothing, contact = nothing }) => [
    ...[team, number, ...place(key), ...place(contact)],
  ])
  const bytes = concat(...all.flatMap(({ key = nothing, contact = nothing }) => [key, contact]))
  const given = sql`select ${JSON.stringify(places)} as "rows", ${bytes} as "bytes"`
  const piece = (at: number, otherwise: SQLiteColumn) => {
    const [from, length] = [at, at + 1].map((place) => sql.raw(`value->>${place}`))
    return sql<Bytes>`iif(${length}, substr(given."bytes", ${from}, ${length}), ${otherwise})`
  }
  return db
    .update(teamKeys)
    .set({
      recoveryKey: piece(2, teamKeys.recoveryKey),
      recoveryContactKey: piece(4, teamKeys.recoveryContactKey),
      // Whoever made the first set that does not open them is the one to ask.
      beyondSheets: sql<string>`iif(value->>3 and value->>5, null, coalesce(${teamKeys.beyondSheets}, ${at}))`,
    })
    .from(sql`(${given}) as given, json_each(given."rows")`)
    .where(and(sql`${teamKeys.teamId} = value->>0`, sql`${teamKeys.epoch} = value->>1`))
}

/** The new set, and the team keys that an administrator gave away with the old one; they keep none. */
export async function keepNewSheets(
  db: Db,
  { why, given, ...set }: NewSheets,
  { who, now }: Hand,
): Promise<Recorded | 'refused'> {
  if (!isDueGiven(await listRecoverable(db), given)) return 'refused'
  const renewed = await renewSheets(db, set, { who, now })
  if (typeof renewed === 'string') return renewed
  const at = now.toISOString()
  const handed = handing(given, who, at)
  const takers = [...new Set(given.map(({ personId }) => personId))]
  const steps = [renewed.step, { subject: RECOVERY, at, who, move: 'renew', why }, ...handed.steps]
  try {
    return await record(db, steps, [
      ...stillHere(db, { giver: who, takers }),
      ...renewed.changes,
      ...(handed.rows.length > 0 ? [insertRows(db, grants, handed.rows)] : []),
    ])
  } catch (error) {
    if (hasPersonLeft(error) || hasNewRecovery(error)) return 'overtaken'
    throw error
  }
}
