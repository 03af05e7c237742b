import type { Context } from 'hono'
import type { House } from '../http/house.ts'
import { type Bytes, base64url, concat, random, utf8 } from '../sealing/bytes.ts'
import { sha256Now } from '../sealing/sha256-now.ts'
import { isWorkSpent } from './spending.ts'
import { stampOf } from './stamped-nonce.ts'
import { type Level, workDone } from './work.ts'

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
  /** Does something by itself after so many milliseconds, where the runtime lives that long. */
  later?(job: () => void, ms: number): void
}

export const quotas: Quotas = { near: 150, code: 300, all: 2000 }

const SPAN = 10 * 60_000
/** At most so many addresses are counted; beyond them only the quotas of code and house hold. */
const MOST_NAMES = 20_000

/** How full a quota is at the latest when each level of work begins, and by which part of it earlier at the most. */
const LEVELS = [0.5, 1, 2] as const
const HAZE = 0.4

/** What a report came with: a plain form, or from a browser its id and the work that was done for it, if any. */
interface Brought {
  form?: Record<string, unknown>
  id?: string
  work?: string | undefined
}

/** Whether a report for this code is held, or by which work it is not. Never whether it is kept: that it always is. */
export type Hold = (c: Context, token: string, brought: Brought) => Promise<Held>

interface Held {
  held: boolean
  spends?: string
}

export interface Holding {
  hold: Hold
  /** Whether a person may have filled in a plain form, be it days ago: it does not wait behind what scripts fill in. */
  mayBeByPerson(token: string, form: Record<string, unknown>): Promise<boolean>
  /** How much work there is for whoever asks for this code, by the fullest quota in which they would be counted. */
  levelAt(c: Context, token: string): Level
}

/** A field that nobody sees: what fills it in is no person. */
export const TRAP = 'website'

/**
 * Counts in memory what came within ten minutes: by shortened address, by code, and in all. An address is known by its
 * hash under a key that is thrown away with the counts; nothing of it is written down. What is held for its address
 * or its code takes nothing of what is left for the others, nor does what is let in for its work. On Workers each
 * isolate counts for itself.
 */
export function holding(gate: Gate | undefined, { db, clock, serverSecret }: House): Holding {
  if (!gate) return { hold: async () => ({ held: false }), mayBeByPerson: async () => true, levelAt: () => 0 }
  const { quotas, addressOf } = gate
  let since = Number.NEGATIVE_INFINITY
  let key: Bytes = new Uint8Array()
  const counts = new Map<string, number>()
  /** At how many reports each level of work begins, for each quota in these ten minutes. */
  const begins = new Map<string, readonly number[]>()
  /** Which reports have been counted, and whether a quota was over. */
  const counted = new Map<string, boolean>()
  /** For which report work was shown of late: the disk knows it only a moment after. */
  const shown = new Map<string, string>()

  function forget() {
    since = Number.NEGATIVE_INFINITY
    key = new Uint8Array()
    for (const known of [counts, begins, counted, shown]) known.clear()
  }
  /** Also where nobody asks again: a quiet night keeps nothing of the evening. */
  const forgetOld = () => {
    if (clock.now().getTime() - since >= SPAN) forget()
  }

  /** Each quota that counts, by the name it is counted under: the narrowest first. */
  function quotasFor(c: Context, token: string): [name: string, most: number][] {
    const now = clock.now().getTime()
    if (now - since >= SPAN || now < since) {
      forget()
      since = now
      key = random(32)
      gate?.later?.(forgetOld, SPAN + 1000)
    }
    const all: [string, number][] = [
      [`code ${token}`, quotas.code],
      ['all', quotas.all],
    ]
    const near = shortened(addressOf(c) ?? '')
    // Behind a key of one length an address cannot be lengthened to another: the bare hash is enough, and has no
    // threads to wait for.
    return near ? [[base64url(sha256Now(concat(key, utf8(near)))), quotas.near], ...all] : all
  }

  const isOver = ([name, most]: [string, number]) => {
    const n = (counts.get(name) ?? 0) + 1
    if (n === 1 && counts.size >= MOST_NAMES) return false
    counts.set(name, n)
    return n > most
  }

  /** A report is counted once, however often it is sent. */
  function isTooMany(c: Context, token: string, id?: string): boolean {
    const all = quotasFor(c, token)
    const before = id === undefined ? undefined : counted.get(id)
    if (before !== undefined) return before
    const is = all.some(isOver)
    if (id !== undefined && counted.size < MOST_NAMES) counted.set(id, is)
    return is
  }

  /**
   * Whoever fills a quota up to where a level begins, and asks again, would see the next report come in. So each of
   * those places is drawn anew for each quota, every ten minutes: who knows of one knows nothing of the next.
   */
  function levelOf([name, most]: [string, number]): number {
    const n = counts.get(name) ?? 0
    if (n === 0) return 0
    const places = begins.get(name) ?? LEVELS.map((at) => at * most * (1 - HAZE * drawn()))
    begins.set(name, places)
    return places.filter((from) => n >= from).length
  }

  /** One piece of work is for one report, however often that is sent. */
  async function isTaken(work: string, id = '') {
    const by = shown.get(work) ?? id
    shown.set(work, by)
    return by !== id || (await isWorkSpent(db, work))
  }

  const stamped = (token: string, form: Record<string, unknown>) =>
    stampOf(serverSecret, token, form.nonce, clock.now())

  return {
    async mayBeByPerson(token, form) {
      const stamp = form[TRAP] ? undefined : await stamped(token, form)
      return stamp === 'timely' || stamp === 'late'
    },
    async hold(c, token, { form, id, work }) {
      if (form && (form[TRAP] || (await stamped(token, form)) !== 'timely')) return { held: true }
      if (!isTooMany(c, token, id)) return { held: false }
      const spends = await workDone(serverSecret, token, work, clock.now())
      return spends && !(await isTaken(spends, id)) ? { held: false, spends } : { held: true }
    },
    levelAt: (c, token) => Math.max(...quotasFor(c, token).map(levelOf)) as Level,
  }
}

/** From 0 up to 1. */
const drawn = () => new DataView(random(4).buffer).getUint32(0) / 2 ** 32

/** The network that asks, for as long as it does. */
export const networkOf = (gate: Gate | undefined, c: Context) => gate && shortened(gate.addressOf(c) ?? '')

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
