import { type Bytes, sameBytes } from '../sealing/bytes.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { teamKeyStatement } from '../sealing/grants.ts'
import { verify } from '../sealing/suite.ts'
import { type Membership, writeRoles } from './roles.ts'
import type { Person } from './store.ts'
import type { KeyTeam, TeamKeysRow } from './team-keys.ts'

/** Whether the root signed exactly this person, in this place, with these keys. */
export async function isCertificateOf(
  root: Bytes,
  certificate: string,
  person: Pick<Person, 'id' | 'name' | 'sealingKey' | 'signingKey'>,
  { team, roles }: Pick<Membership, 'team' | 'roles'>,
): Promise<boolean> {
  const signed = await readCertificate('person', root, certificate)
  if (!signed || !person.sealingKey || !person.signingKey) return false
  const sameKeys =
    sameBytes(signed.sealingKey, person.sealingKey) && sameBytes(signed.signingKey, person.signingKey)
  const samePerson = signed.id === person.id && signed.name === person.name
  return sameKeys && samePerson && signed.team === team && signed.roles === writeRoles(roles)
}

/** Whether this leader's key signed these keys for this team. */
export async function isTeamStatement(
  signingKey: Bytes | null | undefined,
  { id, roundId }: Pick<KeyTeam, 'id' | 'roundId'>,
  made: Pick<TeamKeysRow, 'epoch' | 'key' | 'contactKey' | 'signature'>,
): Promise<boolean> {
  if (!signingKey) return false
  const { epoch, key, contactKey, signature } = made
  return verify(signingKey, teamKeyStatement({ team: id, round: roundId, epoch, key, contactKey }), signature)
}

interface Expected {
  team: KeyTeam
  made: TeamKeysRow
  days: { notBefore: string; notAfter: string }
}

/** Whether the root signed exactly these keys, for these days. */
export async function isTeamCertificate(
  root: Bytes,
  certificate: string,
  { team, made, days }: Expected,
): Promise<boolean> {
  const signed = await readCertificate('team', root, certificate)
  if (!signed) return false
  const sameKeys = sameBytes(signed.key, made.key) && sameBytes(signed.contactKey, made.contactKey)
  const sameDays = signed.notBefore === days.notBefore && signed.notAfter === days.notAfter
  return (
    sameKeys &&
    sameDays &&
    signed.team === team.id &&
    signed.round === team.roundId &&
    signed.epoch === made.epoch
  )
}
