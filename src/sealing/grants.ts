import { type Bytes, concat, exactly, sized, uint32, utf8 } from './bytes.ts'
import { type KeyName, keyInfo } from './recipient.ts'
import { sealTo } from './suite.ts'

/** A private key that one person is given: a team's key or contact key, the office's root or box. */
export type Grant = KeyName & { kind: 'key' | 'contact' | 'root' | 'box' }

/** What a leader signs: the public keys made in their browser, which the office then certifies. */
export type TeamKeys = { team: string; round: string; epoch: number; key: Bytes; contactKey: Bytes }

/**
 * `personSealingKey` comes from a person certificate that was just verified, never from a plain column.
 * `privateKey` is PKCS #8.
 */
export async function sealGrant(
  grant: Grant,
  personId: string,
  personSealingKey: Bytes,
  privateKey: Bytes,
): Promise<Bytes> {
  return sealTo(personSealingKey, grantInfo('grant v1', grant), sized(personId), privateKey)
}

/** `recoveryKey` comes from a verified office certificate. So a team survives the loss of its last leader. */
export async function sealToRecovery(recoveryKey: Bytes, grant: Grant, privateKey: Bytes): Promise<Bytes> {
  return sealTo(recoveryKey, grantInfo('recovery v1', grant), sized('office'), privateKey)
}

/** HPKE info: label ‖ the key's root, holder and epoch ‖ kind, its length in front. RangeError as `keyInfo`. */
export function grantInfo(label: 'grant v1' | 'recovery v1', grant: Grant): Bytes {
  return concat(keyInfo(label, grant), sized(grant.kind))
}

/**
 * The signed bytes: `team keys v1` ‖ team ‖ round ‖ epoch ‖ both 65-byte keys. RangeError for keys of other lengths.
 */
export function teamKeyStatement({ team, round, epoch, key, contactKey }: TeamKeys): Bytes {
  const names = concat(sized(team), sized(round), uint32(epoch))
  return concat(utf8('team keys v1'), names, exactly(65, key), exactly(65, contactKey))
}
