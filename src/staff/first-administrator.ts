import type { Db, Statement } from '../db/db.ts'
import type { Bytes } from '../sealing/bytes.ts'
import type { Credentials } from './credentials.ts'
import { OFFICE, OFFICE_EPOCH } from './roles.ts'
import { grants, memberships, people } from './tables.ts'

export interface FirstAdministrator extends Credentials {
  id: string
  name: string
  username: string
  sealingKey: Bytes
  signingKey: Bytes
  certificate: string
}

/** For the batch that founds the office: its first administrator, and the office's keys sealed to them. */
export function firstAdministrator(
  db: Db,
  { certificate, ...person }: FirstAdministrator,
  envelopes: { root: Bytes; box: Bytes },
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
