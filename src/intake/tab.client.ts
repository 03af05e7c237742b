import { base64url, concat, fromBase64url } from '../sealing/bytes.ts'
import { type Kept, openDraft, type Unfinished } from './keep.client.ts'

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

export async function inTab(key: CryptoKey): Promise<Unfinished | undefined> {
  try {
    const [until, kept = ''] = sessionStorage.getItem(NAME)?.split(' ') ?? []
    if (Number(until) < Date.now()) return undefined
    const bytes = fromBase64url(kept)
    const draft = await openDraft({ key, iv: bytes.slice(0, 12), sealed: bytes.slice(12).buffer })
    return 'words' in draft ? draft : undefined
  } catch {
    return undefined
  }
}
