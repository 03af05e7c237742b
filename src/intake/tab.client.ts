import { base64url, concat, fromBase64url } from '../sealing/bytes.ts'
import { type Kept, type KeptDraft, openDraft, type Unfinished } from './keep.client.ts'

// What is put aside for as long as the tab lives.

/** Words that are being written, and what was sent where the phone had no room for it. */
type Name = 'words' | 'sent'

/** What was put aside is of no more use once the report is on its way, or has arrived. */
export const dropWords = () => drop('words')
export const dropSent = () => drop('sent')

function drop(name: Name) {
  try {
    sessionStorage.removeItem(name)
  } catch {
    // A browser that lets no page keep anything has kept nothing.
  }
}

/** A tab that keeps nothing keeps the words on its screen. In front stands until when: their key may last longer. */
export function putInTab({ iv, sealed, until }: Kept, name: Name = 'words'): boolean {
  try {
    sessionStorage.setItem(name, `${until} ${base64url(concat(iv, new Uint8Array(sealed)))}`)
    return true
  } catch {
    drop(name)
    return false
  }
}

async function opened(key: CryptoKey, name: Name): Promise<KeptDraft | Unfinished | undefined> {
  try {
    const [until, kept = ''] = sessionStorage.getItem(name)?.split(' ') ?? []
    // Their key may live on: what is over goes.
    if (Number(until) < Date.now()) {
      drop(name)
      return undefined
    }
    const bytes = fromBase64url(kept)
    return await openDraft({ key, iv: bytes.slice(0, 12), sealed: bytes.slice(12).buffer })
  } catch {
    return undefined
  }
}

/** What there is in this tab of the keys to files that were chosen. */
export function keysInTab(): Record<string, string> {
  const { words, sent, ...keys } = sessionStorage
  return keys
}

/** The same, from a tab that is not there any more: what this one has itself is newer. */
export function putKeys(keys: Record<string, string> = {}) {
  try {
    Object.assign(sessionStorage, { ...keys, ...sessionStorage })
  } catch {
    // Where they find no room their files stay closed.
  }
}

/** The words that were being written. */
export async function inTab(key: CryptoKey): Promise<Unfinished | undefined> {
  const draft = await opened(key, 'words')
  return draft && 'words' in draft ? draft : undefined
}

/** What was sent, where the phone had no room for it: its words are not to be changed any more. */
export async function sentInTab(key: CryptoKey): Promise<KeptDraft | undefined> {
  const draft = await opened(key, 'sent')
  return draft && !('words' in draft) ? draft : undefined
}
