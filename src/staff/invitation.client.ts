import { activationKey, askProof, makeActivation, rootProof } from '../sealing/activation.ts'
import { type Bytes, base64url, concat, fromUtf8, sha256, sized, utf8 } from '../sealing/bytes.ts'
import { openSealed, Unopened } from '../sealing/open.ts'
import { reader } from '../sealing/reader.ts'
import { fingerprint, sealTo } from '../sealing/suite.ts'
import { OFFICE } from './roles.ts'
import { trust } from './trust.client.ts'

export interface Administrator {
  personId: string
  certificate: string | null
}

/** Who was invited, and to what; `roles` as in a person's certificate. */
export interface Place {
  name: string
  roles: string
  team: string
}

/**
 * Makes an activation sheet. The code of 16 characters is for paper; what is posted lets the server recognise who
 * holds it, and every administrator find it again, with what was decided here: whoever changes name, roles or team in
 * the database meanwhile gets no signature. Throws Untrusted when one of them is not who the root says.
 */
export async function makeInvitation(root: Bytes, administrators: readonly Administrator[], place: Place) {
  const { id, secret } = makeActivation()
  const key = await activationKey(secret, id)
  const seal = async ({ personId, certificate }: Administrator) => {
    const { sealingKey } = await trust(root, { personId, team: OFFICE, certificate })
    return { personId, envelope: base64url(await sealInvitation(root, sealingKey, id, { secret, ...place })) }
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

export interface Invitation extends Place {
  secret: string
}

async function sealInvitation(root: Bytes, to: Bytes, id: string, { secret, name, roles, team }: Invitation) {
  return sealTo(to, await info(root), sized(id), concat(...[secret, name, roles, team].map(sized)))
}

/** The sheet's secret and what it was made for, to an administrator it was sealed to. Throws Unopened. */
export async function openInvitation(
  root: Bytes,
  pair: CryptoKeyPair,
  id: string,
  envelope: Bytes,
): Promise<Invitation> {
  const opened = reader(await openSealed(pair, await info(root), sized(id), envelope))
  try {
    const [secret = '', name = '', roles = '', team = ''] = Array.from({ length: 4 }, () =>
      fromUtf8(opened.sized()),
    )
    opened.end()
    return { secret, name, roles, team }
  } catch {
    throw new Unopened('format')
  }
}
