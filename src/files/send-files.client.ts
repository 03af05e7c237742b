import type { Bytes } from '../sealing/bytes.ts'
import { chunksIn, paddedLength, sealChunks, sealManifest } from '../sealing/files.ts'
import { type FileKind, MANIFEST, type PromisedFile } from './kinds.ts'
import { lineFor } from './line.client.ts'

/** A file that is to go with a report. Its id is made once, and kept as long as the file is. */
export interface FileToSend {
  id: string
  kind: FileKind
  name: string
  type: string
  content: Blob
}

/** How far a file has come, in pieces. `isWaiting`: the line is down, and what is missing is tried again. */
export interface Progress {
  file: string
  sent: number
  of: number
  isWaiting: boolean
}

export interface Sending {
  report: string
  /** Where the server takes them: the page says it, as the address is of the report. */
  to: string
  dek: Bytes
  /** The secret whose hash went with the report. */
  right: Bytes
  files: readonly FileToSend[]
  tell(progress: Progress): void
  /** Ends the sending; what has arrived stays, and another sending goes on from there. */
  signal?: AbortSignal | undefined
}

/**
 * `over`: nothing is taken any more for this report. `refused`: at least one file is not as it was promised, or cannot
 * be read.
 */
export type Sent = 'whole' | 'over' | 'refused' | 'stopped'

/** What a report says of its files when it is filed. */
export const promiseOf = ({ id, kind, content }: FileToSend): PromisedFile => ({
  id,
  kind,
  size: paddedLength(content.size),
})

/**
 * Sends files piece by piece, one piece in memory, until all are there. It asks first what is there, so a browser that
 * was closed goes on where it was; and a piece is tried until somebody answers for good.
 */
export async function sendFiles(sending: Sending): Promise<Sent> {
  const { to, right, files, signal } = sending
  const line = lineFor(to, right, signal)
  let outcome: Sent = 'whole'
  try {
    const here = await line.ask()
    if (typeof here === 'string') return here
    for (const [order, file] of files.entries()) {
      const sent = await sendFile(line, sending, file, order, new Set(here[file.id])).catch(unread(signal))
      if (sent === 'over') return sent
      if (sent === 'refused') outcome = sent
    }
    return outcome
  } catch (fault) {
    if (signal?.aborted) return 'stopped'
    throw fault
  }
}

/** What was chosen is gone from the phone since, and keeps no other from being sent. */
const unread = (signal?: AbortSignal) => (fault: unknown) => {
  if (signal?.aborted) throw fault
  return 'refused' as const
}

type Line = ReturnType<typeof lineFor>

async function sendFile(
  line: Line,
  { report, dek, tell }: Sending,
  { id, name, type, content }: FileToSend,
  order: number,
  here: ReadonlySet<number>,
) {
  const of = chunksIn(paddedLength(content.size)) + 1
  let sent = here.size
  const told = (isWaiting: boolean) => tell({ file: id, sent, of, isWaiting })
  const put = async (at: number, piece: Bytes) => {
    if (here.has(at)) return 'sent'
    const answer = await line.put(id, at, piece, () => told(true))
    if (answer === 'sent') sent++
    told(false)
    return answer
  }

  told(false)
  const chunks: Bytes[] = []
  for await (const { at, envelope, digest } of sealChunks(dek, report, id, content)) {
    chunks.push(digest)
    const answer = await put(at, envelope)
    if (answer !== 'sent') return answer
  }
  return put(
    MANIFEST,
    await sealManifest(dek, report, id, { name, type, order, length: content.size, chunks }),
  )
}
