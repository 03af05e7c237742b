import { type Bytes, base64url, sameBytes, sized, utf8 } from '../sealing/bytes.ts'
import { markOver } from '../sealing/mark.ts'

/**
 * When a page of the team was made, as only this server can say it. A reader who could name any time would find out
 * by halves when somebody filed.
 */
export async function stampOf(secret: Bytes, team: string, now: Date): Promise<string> {
  const at = now.toISOString()
  return `${at}.${base64url(await markOf(secret, team, at))}`
}

/** The time of a stamp that this server made for this team. */
export async function stampedTime(secret: Bytes, team: string, stamp: string): Promise<string | undefined> {
  const [, at, mark] = /^([\d:.TZ-]{24})\.([\w-]{43})$/.exec(stamp) ?? []
  if (!at || !mark) return undefined
  const own = base64url(await markOf(secret, team, at))
  return sameBytes(utf8(mark), utf8(own)) ? at : undefined
}

const markOf = (secret: Bytes, team: string, at: string) =>
  markOver(secret, 'queue made v1', [sized(team), sized(at)])
