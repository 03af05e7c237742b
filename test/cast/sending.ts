import { fileKinds } from '../../src/files/kinds.ts'
import type { FileToSend } from '../../src/files/send-files.client.ts'
import { listFiles } from '../../src/files/store.ts'
import type { Answers } from '../../src/intake/rules.ts'
import { paths } from '../../src/paths.ts'
import { type Bytes, base64url, concat, random, sha256 } from '../../src/sealing/bytes.ts'
import { filesKey } from '../../src/sealing/conversation.ts'
import { CHUNK, sealChunks, sealManifest } from '../../src/sealing/files.ts'
import { openFile, openManifest } from '../../src/sealing/open-file.ts'
import type { AtDesk, Place } from './at-desk.ts'
import { addressOf, type Door, enquiryIn, sealAsBrowser } from './residents.ts'
import { takeSeat } from './seat.ts'
import { said as written } from './words.ts'
import { takeUp } from './working.ts'

/** A file of so many bytes, no two alike. */
export function fileOf(length: number, kind: FileToSend['kind'] = fileKinds[0]): FileToSend {
  const some = random(64)
  const content = Uint8Array.from({ length }, (_, n) => (some[n % 61] ?? 0) ^ (n >> 8))
  return { id: base64url(random(16)), kind, name: '路.jpg', type: 'image/jpeg', content: new Blob([content]) }
}

export interface Sender {
  report: string
  dek: Bytes
  right: Bytes
  code: string
  enquiryNumber: string
  files: readonly FileToSend[]
}

/** Files a report that promises files; they are still on the phone. */
export async function speakOf(
  place: Place,
  token: string,
  said: Partial<Answers>,
  files: readonly FileToSend[],
  door: Door = 'team',
): Promise<Sender> {
  const seat = takeSeat(place.door, place.origin)
  const { code, posted, dek, right } = await sealAsBrowser(seat, token, said, door, files)
  const enquiryNumber = await enquiryIn(await seat.ask(addressOf(token, door), posted))
  return { report: posted.id, dek, right, code, enquiryNumber, files }
}

export interface Piece {
  file: string
  part: string
  bytes: Bytes
}

/** A file as it travels: its manifest, then its chunks in order. */
export async function piecesOf(
  { report, dek }: Pick<Sender, 'report' | 'dek'>,
  file: FileToSend,
  order = 0,
): Promise<Piece[]> {
  const pieces: Piece[] = []
  const chunks: Bytes[] = []
  for await (const { at, envelope, digest } of sealChunks(dek, report, file.id, file.content)) {
    pieces.push({ file: file.id, part: String(at), bytes: envelope })
    chunks.push(digest)
  }
  const said = { name: file.name, type: file.type, order, length: file.content.size, chunks }
  const manifest = await sealManifest(dek, report, file.id, said)
  return [{ file: file.id, part: 'manifest', bytes: manifest }, ...pieces]
}

/** Files a report that promises one file of three pieces, none of which has left the phone. */
export async function speakInPieces({ place, token }: { place: Place; token: string }) {
  const file = fileOf(CHUNK + 5)
  const sender = await speakOf(place, token, written.ditch, [file])
  const [manifest, chunk, last] = await piecesOf(sender, file)
  return { sender, manifest: manifest!, chunk: chunk!, last: last! }
}

const authorization = (right: Bytes) => `Bearer ${base64url(right)}`
/** What a piece says of its bytes (RFC 9530). */
export const contentDigest = async (bytes: Bytes) =>
  `sha-256=:${btoa(String.fromCharCode(...(await sha256(bytes))))}:`

/** What a browser says with a piece, and what else somebody says who is none. */
export async function put(
  place: Place,
  { report, right }: Pick<Sender, 'report' | 'right'>,
  { file, part, bytes }: Piece,
  otherwise: Record<string, string> = {},
): Promise<Response> {
  const headers = {
    Host: new URL(place.origin).host,
    Origin: place.origin,
    Authorization: authorization(right),
    'Content-Type': 'application/octet-stream',
    'Content-Digest': await contentDigest(bytes),
    ...otherwise,
  }
  const address = place.origin + paths.sentPiece(report, file, part)
  return place.door(address, { method: 'PUT', headers, body: bytes })
}

/** Why a piece was not taken. */
export const whyOf = async (answer: Response) => ((await answer.json()) as { why: string }).why

/** Which pieces are there, by file. */
export const askHere = async (place: Place, { report, right }: Pick<Sender, 'report' | 'right'>) =>
  place.door(place.origin + paths.sentFiles(report), { headers: { Authorization: authorization(right) } })

/** Sends every piece of every file, and expects it to be taken. */
export async function sendAll(place: Place, sender: Omit<Sender, 'code' | 'enquiryNumber'>): Promise<void> {
  for (const [order, file] of sender.files.entries()) {
    for (const piece of await piecesOf(sender, file, order)) {
      const { status } = await put(place, sender, piece)
      if (status !== 204) throw new Error(`${piece.part} of a file was answered ${status}`)
    }
  }
}

export const fetchFrom = (person: AtDesk, pieces: string) => async (part: string) => {
  const answer = await person.seat.get(pieces + part)
  if (answer.status !== 200) throw new Error(`${part} of a file is not there: ${answer.status}`)
  return new Uint8Array(await answer.arrayBuffer())
}

/** Opens a file in the browser of somebody of the team: what the manifest says, and the bytes. */
export async function openAtDesk(place: Place, person: AtDesk, number: string, file: string) {
  const { report, opened } = await takeUp(place, person, number)
  const all = await listFiles(place.house.db, report.id, report.receivedOn)
  const message = all.find(({ id }) => id === file)?.messageId
  const key = message ? await filesKey(opened.conversation, 'toTeam', message) : opened.dek
  const fetchPiece = fetchFrom(person, paths.filePiece(report.teamId, report.id, file, ''))
  const manifest = await openManifest(key, report.id, file, await fetchPiece('manifest'))
  const pieces: Bytes[] = []
  for await (const piece of openFile(key, report.id, file, manifest, (at) => fetchPiece(String(at))))
    pieces.push(piece)
  return { manifest, content: concat(...pieces) }
}
