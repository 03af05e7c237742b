import { base64url, concat, fromBase64url } from '../sealing/bytes.ts'
import { type Kept, type KeptDraft, openDraft, type Unfinished } from './keep.client.ts'

// What is put aside for as long as the tab lives.

const NAME = 'words'

/** What was put aside is of no more use once the report is on its way. */
export function dropWords() {
  try {
    sessionStorage.removeItem(NAME)
  } catch {
    // A browser that lets no page keep anything has kept nothing.
  }
}

/** A tab that keeps nothing keeps the words on its screen. In front stands until when: their key may last longer. */
export function putInTab({ iv, sealed, until }: Kept) {
  try {
    sessionStorage.setItem(NAME, `${until} ${base64url(concat(iv, new Uint8Array(sealed)))}`)
  } catch {
    dropWords()
  }
}

async function opened(key: CryptoKey): Promise<KeptDraft | Unfinished | undefined> {
  try {
    const [until, kept = ''] = sessionStorage.getItem(NAME)?.split(' ') ?? []
    // Their key may live on: what is over goes.
    if (Number(until) < Date.now()) {
      dropWords()
      return undefined
    }
    const bytes = fromBase64url(kept)
    return await openDraft({ key, iv: bytes.slice(0, 12), sealed: bytes.slice(12).buffer })
  } catch {
    return undefined
  }
}

/** The words that were being written. */
export async function inTab(key: CryptoKey): Promise<Unfinished | undefined> {
  const draft = await opened(key)
  return draft && 'words' in draft ? draft : undefined
}

/** What was sent, where the phone had no room for it: its words are not to be changed any more. */
export async function sentInTab(key: CryptoKey): Promise<KeptDraft | undefined> {
  const draft = await opened(key)
  return draft && !('words' in draft) ? draft : undefined
}
