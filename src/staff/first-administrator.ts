import * as z from 'zod/mini'
import type { Db, Statement } from '../db/db.ts'
import type { Step } from '../log/record.ts'
import {
  certificate,
  credentialFields,
  personName,
  point,
  sealedPrivateKey,
  username,
} from './credentials.ts'
import { OFFICE } from './roles.ts'
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
  /** `boxes`: the office's earlier boxes, oldest first. */
  grants: z.object({
    root: sealedPrivateKey,
    box: sealedPrivateKey,
    boxes: z.optional(z.array(sealedPrivateKey).check(z.maxLength(100))),
  }),
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
  const { root, box, boxes = [] } = envelopes
  const epoch = boxes.length + 1
  const own = { holder: OFFICE, epoch, personId: person.id, by: person.id }
  return [
    db.insert(people).values({ ...person, state: 'active', invitedAt: at }),
    db.insert(memberships).values({ personId: person.id, team: OFFICE, roles: OFFICE, certificate }),
    db.insert(grants).values({ ...own, kind: 'root', envelope: root }),
    ...[...boxes, box].map((envelope, at) =>
      db.insert(grants).values({ ...own, epoch: at + 1, kind: 'box', envelope }),
    ),
  ]
}

/** The steps of that batch. */
export const administratorSteps = (who: string, at: string, { boxes = [] }: Envelopes): Step[] => [
  { subject: `person:${who}`, at, who, move: 'certify', to: 'active' },
  ...(['root', 'box'] as const).map((kind) => ({
    subject: `grant:${OFFICE}:${boxes.length + 1}:${kind}:${who}`,
    at,
    who,
    move: 'grant',
  })),
]
