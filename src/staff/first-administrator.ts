import * as z from 'zod/mini'
import type { Db, Statement } from '../db/db.ts'
import type { Step } from '../log/record.ts'
import { certificate, credentialFields, personName, point, sealedKey, username } from './credentials.ts'
import { OFFICE, OFFICE_EPOCH } from './roles.ts'
import { grants, memberships, people } from './tables.ts'

/** What `appointAdministrator` posts: an administrator whom nobody invited, and the office's keys sealed to them. */
export const administratorFields = {
  person: z.object({
    id: z.string().check(z.regex(/^[\w-]{16,32}$/)),
    name: personName,
    username,
    sealingKey: point,
    signingKey: point,
    certificate,
    ...credentialFields,
  }),
  grants: z.object({ root: sealedKey, box: sealedKey }),
}

export type Administrator = z.infer<typeof administratorFields.person>
export type Envelopes = z.infer<typeof administratorFields.grants>

/** For the batch that founds the office or gives it back: its administrator, and the office's keys sealed to them. */
export function firstAdministrator(
  db: Db,
  { certificate, ...person }: Administrator,
  envelopes: Envelopes,
  at: string,
): Statement[] {
  const own = { holder: OFFICE, epoch: OFFICE_EPOCH, personId: person.id, by: person.id }
  return [
    db.insert(people).values({ ...person, state: 'active', invitedAt: at }),
    db.insert(memberships).values({ personId: person.id, team: OFFICE, roles: OFFICE, certificate }),
    db.insert(grants).values({ ...own, kind: 'root', envelope: envelopes.root }),
    db.insert(grants).values({ ...own, kind: 'box', envelope: envelopes.box }),
  ]
}

/** The steps of that batch. */
export const administratorSteps = (who: string, at: string): Step[] => [
  { subject: `person:${who}`, at, who, move: 'certify', to: 'active' },
  ...(['root', 'box'] as const).map((kind) => ({
    subject: `grant:${OFFICE}:${OFFICE_EPOCH}:${kind}:${who}`,
    at,
    who,
    move: 'grant',
  })),
]
