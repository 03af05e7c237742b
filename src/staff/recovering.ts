import type { Db } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { insertRows } from '../db/insert-rows.ts'
import { listSteps, type Recorded, record } from '../log/record.ts'
import { hasNewRecovery } from '../office/recovery-key.ts'
import { listSuccessions } from '../office/successions.ts'
import { type Bytes, base64url, sha256, utf8 } from '../sealing/bytes.ts'
import { isCertificateOf } from './certified.ts'
import {
  type Administrator,
  administratorSteps,
  type Envelopes,
  firstAdministrator,
} from './first-administrator.ts'
import { handing, isDueGiven, listRecoverable } from './recoverable.ts'
import { type NewSheets, renewSheets } from './renewing.ts'
import { OFFICE } from './roles.ts'
import { RECOVERY } from './sheets-made.ts'
import { grants, memberships, people, sessions } from './tables.ts'

/** By what a secret is known once it has opened the door: it opens it no second time. */
const digestOfSecret = async (secret: string): Promise<string> => base64url(await sha256(utf8(secret)))

/** Whether the office has been recovered with this secret. */
export async function isSecretSpent(db: Db, secret: string): Promise<boolean> {
  const digest = await digestOfSecret(secret)
  return (await listSteps(db, RECOVERY)).some(({ toState }) => toState === digest)
}

export const listUsernames = async (db: Db): Promise<string[]> =>
  (await db.select({ username: people.username }).from(people)).map(({ username }) => username)

export interface Recovery extends NewSheets {
  person: Administrator
  grants: Envelopes
  joins: readonly { team: string; certificate: string }[]
}

/** Whether the root signed all of it, and every key goes where one is lacking. */
export async function isDueRecovery(
  db: Db,
  root: Bytes,
  { person, grants: envelopes, joins, given }: Recovery,
): Promise<boolean> {
  if (!(await isCertificateOf(root, person.certificate, person, { team: OFFICE, roles: [OFFICE] })))
    return false
  if ((envelopes.boxes?.length ?? 0) !== (await listSuccessions(db)).length) return false
  const lost = await listRecoverable(db)
  const joined = new Set(joins.map(({ team }) => team))
  for (const { team, certificate } of joins) {
    if (!lost.some(({ id, mayJoin }) => id === team && mayJoin)) return false
    if (!(await isCertificateOf(root, certificate, person, { team, roles: ['leader'] }))) return false
  }
  const isJoining = ({ team, personId }: { team: string; personId: string }) =>
    personId === person.id && joined.has(team)
  return joined.size === joins.length && isDueGiven(lost, given, isJoining)
}

/**
 * The new administrator, the teams they join, all that was handed on and the new set of sheets, or nothing. Every
 * session ends: a backup brings back such as had ended. `secret`: what opened the door, and opens it no more.
 */
export async function recoverOffice(
  db: Db,
  { why, person, grants: envelopes, joins, given, ...set }: Recovery,
  secret: string,
  now: Date,
): Promise<Recorded | 'taken' | 'refused'> {
  const at = now.toISOString()
  const who = person.id
  const renewed = await renewSheets(db, set, { who, now })
  if (typeof renewed === 'string') return renewed
  const handed = handing(given, who, at)
  const places = joins.map((join) => ({ ...join, personId: who, roles: 'leader' }))
  const steps = [
    renewed.step,
    { subject: RECOVERY, at, who, move: 'recover', to: await digestOfSecret(secret), why },
    ...administratorSteps(who, at, envelopes),
    ...joins.map(({ team }) => ({
      subject: `team:${team}`,
      at,
      who,
      move: 'join',
      why: RECOVERY,
    })),
    ...handed.steps,
  ]
  try {
    return await record(db, steps, [
      ...renewed.changes,
      ...firstAdministrator(db, person, envelopes, at),
      ...(places.length > 0 ? [insertRows(db, memberships, places)] : []),
      ...(handed.rows.length > 0 ? [insertRows(db, grants, handed.rows)] : []),
      db.delete(sessions),
    ])
  } catch (error) {
    if (isTaken(error, 'people.')) return 'taken'
    if (hasNewRecovery(error)) return 'overtaken'
    throw error
  }
}
