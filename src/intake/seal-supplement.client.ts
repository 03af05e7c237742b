import type { Promised } from '../attaching/choosing.client.ts'
import { base64url } from '../sealing/bytes.ts'
import { sealMessage, writeSupplement } from '../sealing/conversation.ts'
import type { Talk } from './open-talk.client.ts'

/** What is added, sealed, and which files will follow: the fields that are posted of it. */
export async function sealSupplement(
  { report, conversation }: Talk,
  id: string,
  words: string,
  files: Promised | undefined,
): Promise<Record<string, string>> {
  const kinds = files?.said.promised.map(({ kind }) => kind).join(' ') ?? ''
  const supplement = writeSupplement({ text: words.trim(), files: kinds })
  const envelope = base64url(await sealMessage(conversation, report, 'toTeam', id, supplement))
  if (!files) return { id, envelope }
  const { right, promised } = files.said
  return { id, envelope, promised: JSON.stringify({ right, files: promised }) }
}
