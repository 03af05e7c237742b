import { type Bytes, concat, exactly, fromUtf8, hkdf, sized, utf8 } from './bytes.ts'
import { openWith, understood } from './envelope.ts'
import { padText, unpad } from './padding.ts'
import { SEALED_WITH, sealWith } from './suite.ts'

export type Direction = 'toTeam' | 'toResident'

/** What a query code opens: the conversation key, and the fingerprint of the root that the report was sealed under. */
export type Access = { conversation: Bytes; rootPrint: Bytes }

/** 32 bytes. Leads to the messages; the report's own key cannot be had from it. */
export function conversationKey(dek: Bytes): Promise<Bytes> {
  return hkdf(dek, 'conversation')
}

/** Bytes of what a query code opens, sealed. */
export const ACCESS_ENVELOPE = 32 + 32 + SEALED_WITH

/** `codeKey` from `stretch`; `rootPrint`: of the root that certified the key. */
export async function sealAccess(
  codeKey: Bytes,
  reportId: string,
  dek: Bytes,
  rootPrint: Bytes,
): Promise<Bytes> {
  const access = concat(await conversationKey(dek), exactly(32, rootPrint))
  return sealWith(codeKey, sized(reportId), access)
}

/** Throws Unopened. */
export async function openAccess(codeKey: Bytes, reportId: string, envelope: Bytes): Promise<Access> {
  const access = await openWith(codeKey, sized(reportId), envelope)
  return understood('format', () => ({
    conversation: exactly(64, access).slice(0, 32),
    rootPrint: access.slice(32),
  }))
}

/**
 * Bound to report, direction and message id, so that no message can be moved or turned round. RangeError over 64 KiB.
 */
export async function sealMessage(
  conversation: Bytes,
  reportId: string,
  direction: Direction,
  messageId: string,
  text: string,
): Promise<Bytes> {
  const key = await messageKey(conversation, direction, messageId)
  return sealWith(key, messageAad(reportId, direction, messageId), padText(utf8(text)))
}

/** Throws Unopened. */
export async function openMessage(
  conversation: Bytes,
  reportId: string,
  direction: Direction,
  messageId: string,
  envelope: Bytes,
): Promise<string> {
  const key = await messageKey(conversation, direction, messageId)
  const padded = await openWith(key, messageAad(reportId, direction, messageId), envelope)
  const text = understood('padding', () => unpad(padded))
  return understood('format', () => fromUtf8(text))
}

/**
 * 32 bytes. Stands where the DEK stands for the files that were promised with the report, for those that came with this
 * message; what they are sealed with is bound to the report as well.
 */
export function filesKey(conversation: Bytes, direction: Direction, messageId: string): Promise<Bytes> {
  return hkdf(conversation, concat(utf8('files v1'), sized(direction), sized(messageId)))
}

/** What a resident adds. `files`: the kinds of those that will follow, in their order and a space between. */
export type Supplement = { text: string; files: string }

/** A unit separator: nobody's keyboard has it. */
const SEPARATOR = '\u001f'

/** As one text, to be sealed as a message. */
export const writeSupplement = ({ text, files }: Supplement): string =>
  text.split(SEPARATOR).join(' ') + (files && SEPARATOR + files)

export function readSupplement(message: string): Supplement {
  const [text = '', files = ''] = message.split(SEPARATOR)
  return { text, files }
}

function messageKey(conversation: Bytes, direction: Direction, messageId: string): Promise<Bytes> {
  return hkdf(conversation, concat(utf8('message v1'), sized(direction), sized(messageId)))
}

function messageAad(reportId: string, direction: Direction, messageId: string): Bytes {
  return concat(sized(reportId), sized(direction), sized(messageId))
}
