import { paths } from '../paths.ts'
import { activationKey, askProof, personProof, rootProof } from '../sealing/activation.ts'
import { readCrockford } from '../sealing/base32.ts'
import { base64url, fromBase64url, sameBytes } from '../sealing/bytes.ts'
import { fingerprint } from '../sealing/suite.ts'
import { makeUserKeys } from '../sealing/user-keys.ts'
import { type Ask, answered } from './ask.client.ts'
import { makeCredentials } from './credentials.client.ts'

export interface Invited {
  person: { id: string; name: string; username: string; roles: string; team: string }
  /** Where they belong, in words. */
  place: string
}

/** An opened sheet: whom it is for, and what only its holder can answer with. */
export interface OpenSheet extends Invited {
  id: string
  key: Uint8Array<ArrayBuffer>
  proof: string
  root: Uint8Array<ArrayBuffer>
}

/** `root`: the page's office root is not the one the sheet was made under; `last`: nobody else holds that root. */
export type Unopenable = 'wrong' | 'over' | 'last' | 'root'

/** `code`: the 16 characters as typed, in any spelling. */
export async function openSheet(ask: Ask, code: string): Promise<OpenSheet | Unopenable> {
  const read = readCrockford(code)
  if (read?.length !== 16) return 'wrong'
  const id = read.slice(0, 4)
  const key = await activationKey(read.slice(4), id)
  const proof = base64url(await askProof(key))
  const response = await ask(paths.activateAsk, { id, proof })
  if (response.status === 404 || response.status === 422) return 'wrong'
  if (response.status === 410) return 'over'
  if (response.status === 409) return 'last'
  const invited = await answered<Invited & { root: string; rootProof: string }>(response)
  const root = fromBase64url(invited.root)
  if (!sameBytes(await rootProof(key, root), fromBase64url(invited.rootProof))) return 'root'
  const { person, place } = invited
  return { id, key, proof, person, place, root }
}

/** Makes the person's keys. The recovery code is for paper; the rest is posted once the paper has been checked. */
export async function answerSheet({ id, key, proof, person, root }: OpenSheet, password: string) {
  const keys = await makeUserKeys(await fingerprint(root))
  const { recoveryCode, posted } = await makeCredentials(keys, person.id, password)
  const [sealingKey, signingKey] = [keys.sealing.publicKey, keys.signing.publicKey]
  const { name, roles, team } = person
  const shown = await personProof(key, { id, name, roles, team, sealingKey, signingKey })
  const answer = {
    ...posted,
    id,
    proof,
    sealingKey: base64url(sealingKey),
    signingKey: base64url(signingKey),
    personProof: base64url(shown),
  }
  return { recoveryCode, posted: answer }
}
