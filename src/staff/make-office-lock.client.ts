import { type Bytes, base64url } from '../sealing/bytes.ts'
import { readCertificate, signCertificate } from '../sealing/certificates.ts'
import { sealGrant, sealToRecovery } from '../sealing/grants.ts'
import { importSigning } from '../sealing/open.ts'
import { signSuccession } from '../sealing/succession.ts'
import { fingerprint, makeKeys, makeSigningKeys } from '../sealing/suite.ts'
import { OFFICE } from './roles.ts'
import { trust, Untrusted } from './trust.client.ts'
import type { OfficeLock } from './whole-lock.ts'

interface Master {
  root: Bytes
  rootKey: CryptoKey
}

/**
 * A new root and box for the office. Whatever the old root has signed is read under it before the new one signs it;
 * what does not hold is left out, and then counts for nothing. Throws Untrusted when the office's own certificates are
 * not the old root's.
 */
export async function makeOfficeLock({ root, rootKey }: Master, lock: OfficeLock) {
  const [office, address, second] = await Promise.all([
    readCertificate('office', root, lock.office),
    readCertificate('address', root, lock.address),
    lock.second === null ? undefined : readCertificate('secondAddress', root, lock.second),
  ])
  if (!office || !address) throw new Untrusted(OFFICE)
  const [young, box] = await Promise.all([makeSigningKeys(), makeKeys()])
  const key = await importSigning(young.privateKey)
  const to = { publicKey: young.publicKey, key }
  const { forward, back } = await signSuccession(lock.number, { publicKey: root, key: rootKey }, to, lock.on)
  const named = { rootPrint: await fingerprint(young.publicKey), holder: OFFICE, epoch: lock.number + 1 }
  const recover = async (kind: 'root' | 'box', privateKey: Bytes) =>
    base64url(await sealToRecovery(office.recovery, { ...named, kind }, privateKey))

  const known = await Promise.all(lock.people.map((claim) => trust(root, claim).catch(unlessUntrusted)))
  const persons = known.filter((person) => person !== undefined)
  const give = async (id: string, sealingKey: Bytes, kind: 'root' | 'box', privateKey: Bytes) =>
    base64url(await sealGrant({ ...named, kind }, id, sealingKey, privateKey))
  const teams = lock.teams.map(async ({ team, epoch, certificate }) => {
    const signed = await readCertificate('team', root, certificate)
    if (signed?.team !== team || signed.epoch !== epoch) return []
    return [{ team, epoch, certificate: await signCertificate('team', signed, key) }]
  })
  return {
    number: lock.number,
    root: base64url(young.publicKey),
    forward,
    back,
    certificate: await signCertificate('office', { ...office, box: box.publicKey }, key),
    addressCertificate: await signCertificate('address', address, key),
    ...(second && { secondAddress: await signCertificate('secondAddress', second, key) }),
    recoveryRoot: await recover('root', young.privateKey),
    recoveryBox: await recover('box', box.privateKey),
    people: await Promise.all(
      persons.map(async (person) => ({
        personId: person.id,
        team: person.team,
        certificate: await signCertificate('person', person, key),
      })),
    ),
    teams: (await Promise.all(teams)).flat(),
    grants: await Promise.all(
      persons
        .filter(({ team }) => team === OFFICE)
        .map(async ({ id, sealingKey }) => ({
          personId: id,
          root: await give(id, sealingKey, 'root', young.privateKey),
          box: await give(id, sealingKey, 'box', box.privateKey),
        })),
    ),
  }
}

function unlessUntrusted(error: unknown): undefined {
  if (!(error instanceof Untrusted)) throw error
}
