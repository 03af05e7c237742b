import { paths } from '../paths.ts'
import { type Bytes, base64url, fromBase64url, sameBytes } from '../sealing/bytes.ts'
import { unwrapUserKeys } from '../sealing/open.ts'
import { stretchPassword } from '../sealing/password.ts'
import { fingerprint } from '../sealing/suite.ts'
import { type UserKeys, type Way, wrapUserKeys } from '../sealing/user-keys.ts'
import { type Ask, answered } from './ask.client.ts'
import { rootsIn } from './shown-roots.ts'

export interface Entered {
  outcome: 'in'
  person: { id: string; name: string; username: string }
  keys: UserKeys
  /** Seconds until the session ends, however busy it is. */
  lasts: number
  next: string
}

/**
 * The same answer for a wrong password, an unknown name and somebody disabled. `code`: only the second factor is
 * missing; `codeWrong`: it was given, and is wrong or spent.
 */
export type Refused = { outcome: 'wrong' | 'code' | 'codeWrong' } | { outcome: 'slowed'; seconds: number }

interface Let {
  person: Entered['person']
  wrapped: string
  lasts: number
  next: string
  /** The office's root, and the changes that led to it. */
  root: string
  successions: string
}

/** Proves the password without sending it; only then does the server hand out the wrapped keys. */
export async function enter(
  ask: Ask,
  username: string,
  password: string,
  code = '',
): Promise<Entered | Refused> {
  const claim = { username, secret: password, way: 'password', code } as const
  const proved = await prove<Let>(ask, paths.signIn, claim)
  if (proved.outcome !== 'proved') return proved
  const { person, wrapped, lasts, next, ...shown } = proved.answer
  const opened = await unwrapUserKeys(proved.unwrapper, person.id, 'password', fromBase64url(wrapped))
  const { unwrapper, prover } = proved
  const keys = await pinned(ask, { keys: opened, unwrapper, prover, personId: person.id, ...shown })
  return { outcome: 'in', person, keys, lasts, next }
}

interface Bundle extends Pick<Let, 'root' | 'successions'> {
  keys: UserKeys
  unwrapper: Bytes
  prover: Bytes
  personId: string
}

/**
 * The bundle with the root that the one in it has led to. From then on this person follows no earlier one: who left
 * with it can lead them nowhere. What cannot be followed stays as it is, and the pages say so.
 */
async function pinned(ask: Ask, bundle: Bundle): Promise<UserKeys> {
  const { keys, unwrapper, prover, personId, root, successions } = bundle
  const roots = await rootsIn(keys.rootPrint, root, successions)
  const rootPrint = roots && (await fingerprint(roots.root))
  if (!rootPrint || sameBytes(rootPrint, keys.rootPrint)) return keys
  const anew = { ...keys, rootPrint }
  const wrapped = base64url(await wrapUserKeys(anew, unwrapper, personId, 'password'))
  // Where this fails it is done at the next sign-in.
  await ask(paths.pinRoot, { wrapped, prover: base64url(prover) }).catch(() => undefined)
  return anew
}

export interface Recovered {
  outcome: 'recovered'
  personId: string
  keys: UserKeys
  /** Proves the code once more, when the new password is posted. */
  prover: string
  /** Shows that the second factor has been given with it. */
  pass: string
}

/** The first way back: the personal recovery code, 40 digits. */
export async function enterByRecovery(
  ask: Ask,
  username: string,
  recoveryCode: string,
  code = '',
): Promise<Recovered | Refused> {
  const claim = { username, secret: recoveryCode, way: 'recovery', code } as const
  const proved = await prove<{ personId: string; wrapped: string; pass: string }>(
    ask,
    paths.recoverKeys,
    claim,
  )
  if (proved.outcome !== 'proved') return proved
  const { personId, wrapped, pass } = proved.answer
  const keys = await unwrapUserKeys(proved.unwrapper, personId, 'recovery', fromBase64url(wrapped))
  return { outcome: 'recovered', personId, keys, prover: base64url(proved.prover), pass }
}

async function prove<T>(
  ask: Ask,
  address: string,
  { username, secret, way, code }: { username: string; secret: string; way: Way; code: string },
) {
  const { salt } = await answered<{ salt: string }>(await ask(paths.signInSalt, { username, way }))
  const { prover, unwrapper } = await stretchPassword(secret, fromBase64url(salt))
  const claim = { username, prover: base64url(prover), ...(code && { code }) }
  const response = await ask(address, claim)
  if (response.status === 401) return { outcome: await whyIn(response, code) } as const
  if (response.status === 429) return { outcome: 'slowed', seconds: await waitIn(response) } as const
  return { outcome: 'proved', answer: await answered<T>(response), prover, unwrapper } as const
}

async function whyIn(response: Response, code: string) {
  const { problem } = (await response.json()) as { problem?: string }
  if (problem !== 'code') return 'wrong'
  return code === '' ? 'code' : 'codeWrong'
}

const waitIn = async (response: Response) => ((await response.json()) as { seconds: number }).seconds
