import { activationKey, askProof, makeActivation, rootProof } from '../sealing/activation.ts'
import { type Bytes, base64url, concat, fromUtf8, sha256, sized, utf8 } from '../sealing/bytes.ts'
import { openSealed } from '../sealing/open.ts'
import { fingerprint, sealTo } from '../sealing/suite.ts'
import { OFFICE } from './roles.ts'
import { trust } from './trust.client.ts'

export interface Administrator {
  personId: string
  certificate: string | null
}

/**
 * Makes an activation sheet. The code of 16 characters is for paper; what is posted lets the server recognise who
 * holds it, and every administrator find it again. Throws Untrusted when one of them is not who the root says.
 */
export async function makeInvitation(root: Bytes, administrators: readonly Administrator[]) {
  const { id, secret } = makeActivation()
  const key = await activationKey(secret, id)
  const seal = async ({ personId, certificate }: Administrator) => {
    const { sealingKey } = await trust(root, { personId, team: OFFICE, certificate })
    return { personId, envelope: base64url(await sealSecret(root, sealingKey, id, secret)) }
  }
  const sealed = await Promise.all(administrators.map(seal))
  const posted = {
    id,
    askHash: base64url(await sha256(await askProof(key))),
    rootProof: base64url(await rootProof(key, root)),
    sealedSecrets: JSON.stringify(sealed),
  }
  return { code: id + secret, posted }
}

const info = async (root: Bytes) => concat(utf8('activation v1'), await fingerprint(root))

async function sealSecret(root: Bytes, to: Bytes, id: string, secret: string): Promise<Bytes> {
  return sealTo(to, await info(root), sized(id), utf8(secret))
}

/** The sheet's secret, for an administrator it was sealed to. Throws Unopened. */
export async function openSecret(
  root: Bytes,
  pair: CryptoKeyPair,
  id: string,
  envelope: Bytes,
): Promise<string> {
  return fromUtf8(await openSealed(pair, await info(root), sized(id), envelope))
}
