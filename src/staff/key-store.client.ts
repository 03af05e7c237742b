import type { Bytes } from '../sealing/bytes.ts'
import { importKeys, importSigning } from '../sealing/open.ts'
import type { UserKeys } from '../sealing/user-keys.ts'

// A signed-in person's keys between pages: non-extractable, in this browser, until sign-out, expiry or lock.

export interface HeldPerson {
  id: string
  username: string
}

export interface HeldKeys extends HeldPerson {
  /** The office root's fingerprint, as this person's own bundle has it; browsers keep it under this name. */
  root: Bytes
  sealing: CryptoKeyPair
  signing: CryptoKey
  /** Milliseconds since 1970: the session's absolute end. */
  until: number
}

const PERSON = 'desk-person'
const LOCKED = 'desk-locked'
let held: HeldKeys | undefined
let pagePerson = heldPerson()

/** Whose page this is: who was signed in when it came, whoever signs in on another page later. */
export const personOfPage = () => pagePerson

/** Somebody else has signed in on another page of this browser: what is sent now would be sent in their name. */
export const isSomebodyElse = () => heldPerson()?.id !== pagePerson?.id

export async function keepKeys(person: HeldPerson, keys: UserKeys, lasts: number): Promise<void> {
  const [sealing, signing] = await Promise.all([
    importKeys(keys.sealing),
    importSigning(keys.signing.privateKey),
  ])
  const { id, username } = person
  held = { id, username, root: keys.rootPrint, sealing, signing, until: Date.now() + lasts * 1000 }
  await inStore('readwrite', (store) => store.put(held, 'held'))
  pagePerson = { id, username }
  localStorage.setItem(PERSON, JSON.stringify(pagePerson))
  localStorage.removeItem(LOCKED)
}

export async function heldKeys(): Promise<HeldKeys | undefined> {
  if (isLocked() || isSomebodyElse()) held = undefined
  else held ??= await inStore<HeldKeys | undefined>('readonly', (store) => store.get('held'))
  if (held && held.until <= Date.now()) await dropKeys('over')
  return held
}

/**
 * The keys go; whose they were stays, so that a password is enough to go on. All of this browser's pages lock, for the
 * reason of the first.
 */
export async function dropKeys(why: Locked = 'ended'): Promise<void> {
  held = undefined
  localStorage.setItem(LOCKED, whyLocked() ?? why)
  await inStore('readwrite', (store) => store.clear())
}

/** Signing out: nothing of the person stays. */
export async function forgetPerson(): Promise<void> {
  await dropKeys()
  localStorage.removeItem(PERSON)
}

export const isLocked = () => localStorage.getItem(LOCKED) !== null

/** Nobody's hand was on the computer, the session's time was up, or it was over before that. */
export type Locked = 'idle' | 'over' | 'ended'
export const whyLocked = () => (localStorage.getItem(LOCKED) ?? undefined) as Locked | undefined

/** Who signed in last in this browser and has not signed out. */
function heldPerson(): HeldPerson | undefined {
  const kept = localStorage.getItem(PERSON)
  return kept === null ? undefined : (JSON.parse(kept) as HeldPerson)
}

function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('mashang-desk', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore('keys')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const database = opening.result
      const transaction = database.transaction('keys', mode)
      const request = work(transaction.objectStore('keys'))
      transaction.oncomplete = () => {
        database.close()
        resolve(request.result as T)
      }
      transaction.onerror = transaction.onabort = () => reject(transaction.error)
    }
  })
}
