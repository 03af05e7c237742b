import type { Db } from '../db/db.ts'
import { printedOrigins } from '../office/store.ts'
import { readCrockford } from '../sealing/base32.ts'

export interface Scanned {
  token: string
  /** Where the code leads; none when its token alone was typed. */
  origin: string | undefined
}

/** What a phone's scanner shows of a code, pasted into the field for the notice number; `undefined` when it is none. */
export function scannedIn(typed: string): Scanned | undefined {
  const text = typed.normalize('NFKC').trim()
  const [, before, token] = /^(.+\/c\/)?([\da-z]{16})(?:[/?#].*)?$/i.exec(text) ?? []
  const read = token && readCrockford(token)
  if (!read) return undefined
  return { token: read, origin: before && originOf(before) }
}

/** What was read off a code. Ours say a whole address; what says only a number or a token was not made by us. */
export function readOff(code: string): Scanned | undefined {
  const scanned = scannedIn(code)
  return scanned?.origin === undefined ? undefined : scanned
}

/** Of what is no whole address nobody can say where it leads: that is not ours either. */
function originOf(address: string): string {
  const whole = /^[a-z]+:\/\//i.test(address) ? address : `https://${address}`
  return URL.canParse(whole) ? new URL(whole).origin : ''
}

/** A code pasted over ours may bear a token of ours, and lead elsewhere. */
export const leadsHere = async (db: Db, { origin }: Scanned): Promise<boolean> =>
  origin === undefined || (await printedOrigins(db)).includes(origin)
