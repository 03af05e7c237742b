import type { Removed } from '../cleaning/asks.ts'
import type { FileToSend } from '../files/send-files.client.ts'
import { DAY, makeKey, OWN, whileThere, withFiles } from '../intake/keep.client.ts'
import { base64url, fromBase64url, random } from '../sealing/bytes.ts'
import { DRAFTS, inStore } from '../ui/kept.client.ts'

/** A file that somebody chose, as it may leave the phone. */
export interface Chosen extends FileToSend {
  /** When it was chosen, among the others. */
  order: number
  removed: readonly Removed[]
  /** Here, and not by another app. */
  isRecorded?: boolean
}

/** Signs of an id, as they sort. */
const SIGNS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

/** The team has the files of a kind in the order of their ids: so the second photo is the second there, too. */
export const idAt = (order: number): string =>
  `${SIGNS[Math.min(order, SIGNS.length - 1)]}${base64url(random(16)).slice(1)}`

interface KeptFile {
  id: string
  key: CryptoKey
  /** What it locks is the key of the file, and that is in the tab, and for ten minutes among its words. */
  inTab?: true
  until: number
  head: ArrayBuffer
  body: Blob
}

/** Bytes that are sealed at a time. */
const PIECE = 2 ** 20
const TAG = 16

/**
 * As long as the tab or its words are there, for both have the other half of the key; for a day, where this phone is
 * the writer's; or when it is sent.
 */
export type How = 'tab' | 'day' | 'sent'

/**
 * Keeps a file beside its draft, under a key of its own: no script can read out that of a day, nor what unlocks that
 * of a tab. `draft` is asked last: it may have become another meanwhile. Answers whether there was room.
 */
export function keepFile(draft: () => string, file: Chosen, how: How): Promise<boolean> {
  const keeping = keep(draft, file, how).catch(() => false)
  latest = Promise.all([latest, keeping])
  return keeping
}

/** What is being kept just now. */
let latest: Promise<unknown> = Promise.resolve()
export const keptSoFar = () => latest

async function keep(draft: () => string, file: Chosen, how: How): Promise<boolean> {
  const kept = await sealed(file, how)
  const put = await inStore('change', DRAFTS, (store): IDBRequest => {
    const id = draft()
    const put = () => store.put(kept, `${id}/${file.id}`)
    return how === 'tab' ? put() : whileThere(store, how === 'day' ? OWN : id, put)
  })
  return put !== undefined
}

export async function dropFile(draft: string, id: string): Promise<void> {
  await inStore('change', DRAFTS, (store) => store.delete(`${draft}/${id}`))
}

/** Those of a draft, in the order in which they were chosen. */
export async function findFiles(draft: string): Promise<Chosen[]> {
  const all = await inStore<(KeptFile | object)[]>('look', DRAFTS, (store) => store.getAll(withFiles(draft)))
  const found: Chosen[] = []
  for (const kept of all ?? []) {
    if (!('body' in kept) || kept.until < Date.now()) continue
    // What this browser cannot open any more must not hide the rest.
    const file = await opened(kept).catch(() => undefined)
    if (file) found.push(file)
  }
  return found.sort((a, b) => a.order - b.order)
}

/** A key seals one file, so its pieces are told apart by their place. */
const at = (place: number) => {
  const iv = new Uint8Array(12)
  new DataView(iv.buffer).setUint32(8, place)
  return { name: 'AES-GCM', iv }
}

async function sealed({ content, ...told }: Chosen, how: How): Promise<KeptFile> {
  const { id } = told
  const own = await makeKey()
  const key = how === 'tab' ? await newTabKey(id, own) : own
  const head = await crypto.subtle.encrypt(at(0), key, new TextEncoder().encode(JSON.stringify(told)))
  const body = await inPieces(content, PIECE, (piece, place) => crypto.subtle.encrypt(at(place), key, piece))
  return { id, head, body, until: Date.now() + DAY, key: own, ...(how === 'tab' && { inTab: true }) }
}

async function opened({ id, key: own, inTab, head, body }: KeptFile): Promise<Chosen> {
  const key = inTab ? await tabKey(id, own) : own
  const told = JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(at(0), key, head)))
  const content = await inPieces(body, PIECE + TAG, (piece, place) =>
    crypto.subtle.decrypt(at(place), key, piece),
  )
  return { ...told, content: new Blob([content], { type: told.type }) }
}

/** Another each time: a key seals one content. The tab has it locked: its store may be written to the phone's disk. */
async function newTabKey(id: string, lock: CryptoKey): Promise<CryptoKey> {
  const locked = await crypto.subtle.encrypt(at(0), lock, random(32))
  sessionStorage.setItem(id, base64url(new Uint8Array(locked)))
  return tabKey(id, lock)
}

async function tabKey(id: string, lock: CryptoKey): Promise<CryptoKey> {
  const locked = fromBase64url(sessionStorage.getItem(id) ?? '')
  const raw = await crypto.subtle.decrypt(at(0), lock, locked)
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

/** One piece in memory, the rest where the browser has its files. */
async function inPieces(
  whole: Blob,
  length: number,
  change: (piece: ArrayBuffer, place: number) => Promise<ArrayBuffer>,
): Promise<Blob> {
  const pieces: Blob[] = []
  for (let begin = 0; begin < whole.size; begin += length) {
    const piece = await new Response(whole.slice(begin, begin + length)).arrayBuffer()
    pieces.push(new Blob([await change(piece, begin / length + 1)]))
  }
  return new Blob(pieces)
}
