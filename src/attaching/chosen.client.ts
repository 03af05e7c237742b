import type { Removed } from '../cleaning/asks.ts'
import type { FileToSend } from '../files/send-files.client.ts'
import { DAY, makeKey, OWN, withFiles } from '../intake/keep.client.ts'
import { DRAFTS, inStore } from '../ui/kept.client.ts'

/** A file that somebody chose, as it may leave the phone. */
export interface Chosen extends FileToSend {
  /** When it was chosen, among the others. */
  order: number
  removed: readonly Removed[]
  /** Here, and not by another app. */
  isRecorded?: boolean
}

interface KeptFile {
  key: CryptoKey
  until: number
  head: ArrayBuffer
  body: Blob
}

/** Bytes that are sealed at a time. */
const PIECE = 2 ** 20
const TAG = 16

/**
 * Keeps a file beside its draft for as long as that, under a key of its own that no script can read out. What is not on
 * its way yet only where this phone is the writer's. `draft` is asked last: it may have become another meanwhile.
 */
export async function keepFile(draft: () => string, file: Chosen, isOnItsWay: boolean): Promise<void> {
  const kept = await sealed(file)
  await inStore(isOnItsWay ? 'keep' : 'change', DRAFTS, (store) => {
    const put = () => store.put(kept, `${draft()}/${file.id}`)
    if (isOnItsWay) return put()
    const asked = store.get(OWN)
    asked.onsuccess = () => asked.result && put()
    return asked
  })
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

async function sealed({ content, ...told }: Chosen): Promise<KeptFile> {
  const key = await makeKey()
  const head = await crypto.subtle.encrypt(at(0), key, new TextEncoder().encode(JSON.stringify(told)))
  const body = await inPieces(content, PIECE, (piece, place) => crypto.subtle.encrypt(at(place), key, piece))
  return { key, until: Date.now() + DAY, head, body }
}

async function opened({ key, head, body }: KeptFile): Promise<Chosen> {
  const told = JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt(at(0), key, head)))
  const content = await inPieces(body, PIECE + TAG, (piece, place) =>
    crypto.subtle.decrypt(at(place), key, piece),
  )
  return { ...told, content: new Blob([content], { type: told.type }) }
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
