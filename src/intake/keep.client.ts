import type { PromisedFile } from '../files/kinds.ts'
import { DRAFTS, forgetPages, inStore } from '../ui/kept.client.ts'
import { toRead, type Words } from './words.client.ts'
import type { Writing } from './writing.ts'

/** A report on its way. Once it has arrived only what asks for its receipt again is left. */
export interface KeptDraft {
  token: string
  id: string
  /** Of what is added to a report: which. Then `id` is the message's, and `dek` the key of its files. */
  report?: string | undefined
  code: string
  /** The content key, base64url. */
  dek?: string | undefined
  writing?: Writing | undefined
  /** The files that will follow, and the secret that lets them, base64url. */
  files?: { right: string; promised: readonly PromisedFile[] } | undefined
  /** What is posted, sealed. */
  post?: string | undefined
  arrived: boolean
  /** Written for somebody else: once all has arrived and its receipt was seen nothing of it is kept here. */
  isOthers?: boolean | undefined
}

/** What is being written. On its way it stands under the same id, so that a phone never keeps the same words twice. */
export interface Unfinished {
  token: string
  id: string
  /** The step that was open. */
  step: number
  words: Words
  /** Nobody has said yet whose phone this is. */
  isUnanswered?: boolean
  /** What the tab has of the keys to its files. */
  keys?: Record<string, string>
  /** Nothing of it is to be kept: only the next page of this tab reads it, in another language. */
  isPassing?: boolean
}

export interface Kept {
  key: CryptoKey
  iv: Uint8Array<ArrayBuffer>
  sealed: ArrayBuffer
  until: number
  /** What it is ordered by where it stays but a short while: `until` as it would be for a day. */
  order?: number
}

export const DAY = 86_400_000
/** The drawer of what is added with a query code: no code has this name. */
export const ADDED = 'progress'
/** Stands among the drafts when the writer of one has said that this phone is theirs. */
export const OWN = 'own'

/** A draft's id, and those of its files behind it: all have one length, so no other lies between. */
export const withFiles = (id: string) => IDBKeyRange.bound(id, `${id}0`, false, true)

/** Where it stands while unanswered, among what goes with it: its own place is for what stays a day. */
export const unansweredOf = (id: string) => `${id}.`

const filesOf = (id: string) => IDBKeyRange.bound(`${id}/`, `${id}0`, false, true)

/** Non-extractable: what it seals can be read on this phone, in this browser, and nowhere else. */
export const makeKey = () =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

/** What this phone may keep, a day at most. */
export async function sealDraft(key: CryptoKey, draft: KeptDraft | Unfinished): Promise<Kept> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(draft))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain)
  return { key, iv, sealed, until: Date.now() + DAY }
}

export async function openDraft({ key, iv, sealed }: Omit<Kept, 'until'>): Promise<KeptDraft | Unfinished> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, sealed)
  return JSON.parse(new TextDecoder().decode(plain))
}

/**
 * Puts something only while this stands there: who leaves or clears in one tab has done so in all. Answers what stood
 * there.
 */
export function whileThere<T>(store: IDBObjectStore, key: string, put: () => void): IDBRequest<T> {
  const asked = store.get(key)
  asked.onsuccess = () => {
    if (asked.result) put()
  }
  return asked
}

/**
 * When sending is pressed, what will be kept of it gets a place, unless its words have it already. Answers whether it
 * has one.
 */
export async function makePlace(id: string): Promise<boolean> {
  await inStore('keep', DRAFTS, (store) => store.add({ until: Date.now() + DAY }, id))
  return isThere(id)
}

/**
 * Keeps a draft for a day, under a key that no script can read out, as long as it has its place. A phone that keeps
 * nothing, as in private windows, can still send: then only this page knows. `isWhole`: its files are of no more use.
 * Answers whether it is kept.
 */
export async function keep(draft: KeptDraft, isWhole = false): Promise<boolean> {
  const kept = await sealDraft(await makeKey(), draft)
  const place = await inStore('change', DRAFTS, (store) =>
    whileThere(store, draft.id, () => {
      store.put(kept, draft.id)
      store.delete(unansweredOf(draft.id))
      if (isWhole) store.delete(filesOf(draft.id))
    }),
  )
  // What finds no room is not to be offered as it was before it was on its way.
  if (!place) await inStore('change', DRAFTS, (store) => store.delete(unansweredOf(draft.id)))
  return place !== undefined
}

/**
 * Keeps what is being written, only while it stands here that this phone is the writer's. What it takes the place of
 * goes in the same act, and its files come along. Answers whether it is kept.
 */
export async function keepUnfinished(id: string, kept: Kept, instead?: string): Promise<boolean> {
  const own = await inStore('change', DRAFTS, (store) =>
    whileThere(store, OWN, () => {
      store.put({ until: kept.until }, OWN)
      store.put(kept, id)
      store.delete(unansweredOf(id))
      // Among the drafts by its path: as long as this stands, the page opens without a signal.
      store.put({ until: kept.until }, location.pathname)
      if (instead) moveFiles(store, instead, id)
    }),
  )
  return own !== undefined
}

export const isUnanswered = (draft: KeptDraft | Unfinished) => 'words' in draft && draft.isUnanswered === true

/** Whether files of this draft are kept. */
export async function keepsFiles(id: string): Promise<boolean> {
  return ((await inStore('look', DRAFTS, (store) => store.count(filesOf(id)))) ?? 0) > 0
}

export function moveFiles(store: IDBObjectStore, from: string, to: string) {
  const walk = store.openCursor(withFiles(from))
  walk.onsuccess = () => {
    const cursor = walk.result
    if (!cursor) return
    const behind = String(cursor.key).slice(from.length)
    if (behind.startsWith('/')) store.put(cursor.value, to + behind)
    cursor.delete()
    cursor.continue()
  }
  return walk
}

export async function ownPhone(): Promise<void> {
  await inStore('keep', DRAFTS, (store) => store.put({ until: Date.now() + DAY }, OWN))
}

/** What was sent from this drawer and is not a day old. What may not have arrived comes first, then the latest. */
export const findKept = async (drawer: string) =>
  (await listDrafts(drawer))
    .filter((draft): draft is KeptDraft => !('words' in draft))
    .sort((a, b) => Number(a.arrived) - Number(b.arrived))

/** Whether it has words or files, and not only what was picked. */
export const tellsAnything = async ({ id, words }: Unfinished) => toRead(words) !== '' || keepsFiles(id)

/** All that this phone still keeps, from one drawer or any, the latest first. */
export async function listDrafts(drawer?: string): Promise<(KeptDraft | Unfinished)[]> {
  const all = (await inStore<Kept[]>('look', DRAFTS, (store) => store.getAll())) ?? []
  const found: (KeptDraft | Unfinished)[] = []
  for (const kept of all.sort((a, b) => (b.order || b.until) - (a.order || a.until))) {
    if (!kept.sealed || kept.until < Date.now()) continue
    // What this browser cannot open any more must not hide the rest.
    const draft = await openDraft(kept).catch(() => undefined)
    if (draft && (drawer ?? draft.token) === draft.token) found.push(draft)
  }
  return found
}

export async function forget(id: string): Promise<void> {
  await inStore('change', DRAFTS, (store) => store.delete(withFiles(id)))
}

/** What somebody does not want any more goes, and with the last of its page what opens that without a signal. */
export async function clear(drawer: string, id: string): Promise<void> {
  await forget(id)
  if ((await listDrafts(drawer)).some((draft) => !isUnanswered(draft))) return
  await inStore('change', DRAFTS, (store) => store.delete(location.pathname))
  await forgetPages(location.pathname)
}

/** Whether something stands under this key: a draft, or the page at this path. */
export async function isThere(key: string): Promise<boolean> {
  return (await inStore('look', DRAFTS, (store) => store.count(key))) === 1
}
