import { type Bytes, base64url, fromBase64url, random, sameBytes, sized } from '../sealing/bytes.ts'
import { markOver } from '../sealing/mark.ts'

// A computer's cookie: its random name, and a mark for each person who has signed in there, the latest last.

const REMEMBERED = 8
const shape = /^[\w-]{22}(\.[\w-]{16}){1,8}$/

/** The computer's name if this person has signed in on it before. */
export async function knownDevice(
  secret: Bytes,
  cookie: string | undefined,
  username: string,
): Promise<string | undefined> {
  const [device, ...marks] = read(cookie)
  if (!device) return undefined
  const own = await markOf(secret, device, username)
  return marks.some((mark) => sameBytes(spelled(mark), own)) ? device : undefined
}

/** The cookie after this person has signed in. */
export async function rememberDevice(
  secret: Bytes,
  cookie: string | undefined,
  username: string,
): Promise<string> {
  const [device = base64url(random(16)), ...marks] = read(cookie)
  const own = base64url(await markOf(secret, device, username))
  const others = marks.filter((mark) => mark !== own)
  return [device, ...others.slice(1 - REMEMBERED), own].join('.')
}

const read = (cookie: string | undefined) => (cookie && shape.test(cookie) ? cookie.split('.') : [])

const markOf = (secret: Bytes, device: string, username: string): Promise<Bytes> =>
  markOver(secret, 'device v1', [sized(device), sized(username)], 12)

/** 16 characters are 12 bytes whatever they are. */
const spelled = (mark: string): Bytes => fromBase64url(mark)
