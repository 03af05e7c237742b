import { type Bytes, base64url, random, utf8 } from '../sealing/bytes.ts'
import { sealMessage } from '../sealing/conversation.ts'
import { padText } from '../sealing/padding.ts'
import { writeFields } from '../sealing/report-fields.ts'
import { sealPart } from '../sealing/seal.ts'
import type { OpenReport } from './opening.client.ts'
import {
  FEEDBACK,
  type Feedback,
  ORDER,
  type Order,
  RESULT,
  type Result,
  TRANSCRIPT,
  type Transcript,
} from './sealed-sets.ts'

/** What staff write about a report, sealed in their own browser before it leaves. */
export interface Written {
  /** Made here, 22 characters. Whoever sends the same words again sends them under the same id. */
  id: string
  envelope: Bytes
}

const makeId = () => base64url(random(16))

/** A message of the conversation: a question, an answer, whom to turn to with the number on a second line, or talk. */
export async function sealMessageToResident(report: OpenReport, text: string): Promise<Written> {
  const id = makeId()
  return { id, envelope: await sealMessage(report.conversation, report.id, 'toResident', id, text) }
}

export const sealReason = (report: OpenReport, text: string) => sealOf(report, 'why', utf8(text))
export const sealNote = (report: OpenReport, text: string) => sealOf(report, 'note', utf8(text))
export const sealResult = (report: OpenReport, result: Result) =>
  sealOf(report, 'result', writeFields(RESULT, { discipline: '', fields: '', level: '', ...result }))

export const sealOrder = (report: OpenReport, order: Order) =>
  sealOf(report, 'order', writeFields(ORDER, order))

export const sealFeedback = (report: OpenReport, feedback: Feedback) =>
  sealOf(report, 'feedback', writeFields(FEEDBACK, feedback))

/** Its part id begins with the file's: it belongs to that recording and can be put beside no other. */
export const sealTranscript = (report: OpenReport, file: string, transcript: Transcript) =>
  sealOf(report, 'transcript', writeFields(TRANSCRIPT, transcript), `${file}.${makeId()}`)

async function sealOf(
  { dek, id: reportId }: OpenReport,
  part: string,
  plain: Bytes,
  id = makeId(),
): Promise<Written> {
  return { id, envelope: await sealPart(dek, reportId, part, id, padText(plain)) }
}
