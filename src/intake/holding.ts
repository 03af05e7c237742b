import type { Context } from 'hono'
import type { House } from '../http/house.ts'
import { type Bytes, base64url, concat, random, utf8 } from '../sealing/bytes.ts'
import { sha256Now } from '../sealing/sha256-now.ts'
import { isTimely } from './stamped-nonce.ts'

/** Reports of ten minutes that go straight to the queue; what more comes is held. */
interface Quotas {
  /** From one shortened address: a whole village may be behind it, on the evening of a meeting. */
  near: number
  code: number
  all: number
}

/** What the runtime knows of a request, and how much is let in. Without it nothing is held. */
export interface Gate {
  quotas: Quotas
  /** Whence a request comes, as far as the runtime can tell. */
  addressOf(c: Context): string | undefined
}

export const quotas: Quotas = { near: 150, code: 300, all: 2000 }

const SPAN = 10 * 60_000
/** So many names are counted at once; of more addresses none is, and the quotas of code and house hold alone. */
const MOST_NAMES = 20_000

/** Whether a report for this code is held. Never whether it is kept: that it always is. `form` came without scripts. */
export type Hold = (c: Context, token: string, form?: Record<string, unknown>) => Promise<boolean>

/** A field that nobody sees: what fills it in is no person. */
export const TRAP = 'website'

/**
 * Counts in memory what came within ten minutes: by shortened address, by code, and in all. An address is known by its
 * hash under a key that is thrown away with the counts; nothing of it is written down. What is held for its address
 * or its code takes nothing of what is left for the others. On Workers each isolate counts for itself.
 */
export function holding(gate: Gate | undefined, { clock, serverSecret }: House): Hold {
  if (!gate) return async () => false
  const { quotas, addressOf } = gate
  let since = Number.NEGATIVE_INFINITY
  let key: Bytes = new Uint8Array()
  const counts = new Map<string, number>()

  const isOver = (name: string, most: number) => {
    const n = (counts.get(name) ?? 0) + 1
    if (n === 1 && counts.size >= MOST_NAMES) return false
    counts.set(name, n)
    return n > most
  }

  return async (c, token, form) => {
    const moment = clock.now()
    const now = moment.getTime()
    if (form && (form[TRAP] || !(await isTimely(serverSecret, token, form.nonce, moment)))) return true
    if (now - since >= SPAN || now < since) {
      since = now
      key = random(32)
      counts.clear()
    }
    const near = shortened(addressOf(c) ?? '')
    // Behind a key of one length an address cannot be lengthened to another: the bare hash is enough, and has no threads to wait for.
    if (near && isOver(base64url(sha256Now(concat(key, utf8(near)))), quotas.near)) return true
    return isOver(`code ${token}`, quotas.code) || isOver('all', quotas.all)
  }
}

/** The network of an address, /24 or /48, so that one house is not told from the next. None of what is no address. */
export function shortened(address: string): string | undefined {
  const four = /^(?:::ffff:)?(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/i.exec(address)
  if (four) return four[1]
  if (!/^[\da-f:]+$/i.test(address) || !address.includes(':')) return undefined
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (text: string | undefined) => (text ? text.split(':') : [])
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups(head).length - groups(tail).length)
  const all = [...groups(head), ...Array<string>(zeros).fill('0'), ...groups(tail)]
  return all
    .slice(0, 3)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
