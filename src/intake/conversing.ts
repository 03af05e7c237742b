import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { persistently } from '../db/persistently.ts'
import { promisedFiles, uploadRight } from '../files/promising.ts'
import { sealedId, sealedLong } from '../http/binary.ts'
import type { House } from '../http/house.ts'
import { jsonText } from '../http/json-text.ts'
import { eraseContact } from '../reports/erasing.ts'
import { isOver } from '../reports/resident-stages.ts'
import { findByLookup, listEnvelopes } from '../reports/store.ts'
import { isHere, type Supplemented, supplement } from '../reports/supplementing.ts'
import type { Report } from '../reports/tables.ts'
import { type Bytes, base64url, concat, hkdf, utf8 } from '../sealing/bytes.ts'
import { openAccess, sealMessage, writeSupplement } from '../sealing/conversation.ts'
import { hashOf } from './lookup.ts'

/** A message as the resident's browser sealed it, and the files that will follow it. */
export const sealedMessage = z.object({
  id: sealedId,
  envelope: sealedLong,
  promised: z.optional(z.pipe(jsonText, z.strictObject({ right: uploadRight, files: promisedFiles }))),
})

/** The conversation's key, while a code that came in clear is in the request. Undefined when there is none to open. */
export async function conversationOf(house: House, report: Report, key: Bytes): Promise<Bytes | undefined> {
  const [access] = await listEnvelopes(house.db, [report.id], ['access'])
  if (!access) return undefined
  const opened = await openAccess(key, report.id, access.envelope).catch(() => undefined)
  return opened?.conversation
}

/** The same form sent twice is one message: its id follows from what is in it, and from a secret. */
export async function sealHere(
  { serverSecret }: House,
  report: Report,
  conversation: Bytes,
  { text, nonce, code }: { text: string; nonce: Bytes; code: string },
) {
  const made = concat(utf8('message id v1'), nonce, utf8(code), utf8(text))
  const id = base64url(await hkdf(serverSecret, made, 16))
  const words = writeSupplement({ text, files: '' })
  return { id, envelope: await sealMessage(conversation, report.id, 'toTeam', id, words) }
}

/**
 * Stores a message. Staff may be at the report at the same moment: then it is read again and tried again, unless they
 * have ended it. What is there already has arrived, whatever became of the report since.
 */
export async function addMessage(
  { db, clock }: House,
  found: Report,
  { promised, ...message }: z.infer<typeof sealedMessage>,
): Promise<Exclude<Supplemented, 'known'> | 'over'> {
  const files = promised && { uploadHash: hashOf(promised.right), files: promised.files }
  return whileThere(db, found, async (report) => {
    await clock.heed()
    const now = { now: clock.now(), calendar: clock.calendar }
    if (isOver(report, dayOf(now.now))) return (await isHere(db, report.id, message.id)) ? 'stored' : 'over'
    const added = await supplement(db, report, { ...message, promised: files }, now)
    return added === 'known' ? 'stored' : added
  })
}

export async function forgetContact({ db, clock }: House, found: Report): Promise<'erased' | 'overtaken'> {
  return whileThere(db, found, async (report) => {
    if (!report.contactHeld) return 'erased'
    const erased = await eraseContact(db, report, dayOf(clock.now()), 'asked')
    return erased === 'moved' ? 'erased' : 'overtaken'
  })
}

/** First on the report that was found, then on what its code leads to by now, while it leads anywhere. */
async function whileThere<Done>(db: Db, found: Report, act: (report: Report) => Promise<Done | 'overtaken'>) {
  let report: Report | undefined = found
  return persistently(async () => {
    const done = report ? await act(report) : 'overtaken'
    if (done === 'overtaken' && report?.lookupHash) report = await findByLookup(db, report.lookupHash)
    return done
  })
}
