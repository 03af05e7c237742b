import { plain } from './plain.ts'

/** The page of a code that takes nothing now. */
export const standings = {
  draft: ['试扫成功。这张公告还没启用，先不用填。', 'Test scan worked. This notice is not in use yet.'],
  notYet: ['{opens}开始收。急事请打 {phone}。', 'Opens on {opens}. If urgent, call {phone}.'],
  paused: ['暂时停收：{reason}。可以先打 {phone}。', 'Paused: {reason}. You can call {phone}.'],
  closed: ['这一轮 {closes}已经截止。', 'This round closed on {closes}.'],
  closedKept: plain.keeps,
  closedNews: ['有新的事，请打 {officePhone} 或 12345。', 'For something new, call {officePhone} or 12345.'],
  revoked: [
    '这张公告停用了，先别填。请打 {phone}。',
    'This notice was withdrawn. Do not fill it in; call {phone}.',
  ],
  oldRoot: ['请用新公告，或打 {phone}。', 'Please use the new notice, or call {phone}.'],
  unknown: [
    '没有这张公告，可能是假的，也可能没扫清。',
    'No such notice. It may be fake, or the scan was unclear.',
  ],
  unknownCall: ['先别填，请打 {phone} 问一问。', 'Do not fill it in. Call {phone} to ask.'],
  wrongChain: [
    '先别写。这个网页和纸上的码对不上。',
    'Please do not write yet. This page does not match the printed code.',
  ],
  wrongChainCall: ['请打纸上印的电话告诉我们。', 'Please call the number printed on the paper.'],
  notReady: ['现在还收不了，请打 {phone}。', 'Nothing can be received just now. Please call {phone}.'],
} as const

/** Closed between opening and sending. */
export const meanwhile = {
  closed: [
    '刚刚截止，没收下。您写的还在，请打 {phone} 或 12345。',
    'It has just closed and was not accepted. Your words are still here; call {phone} or 12345.',
  ],
  paused: [
    '刚刚暂停，没收下。您写的还在，可以先打 {phone}。',
    'It has just been paused and was not accepted. Your words are still here; you can call {phone}.',
  ],
  revoked: [
    '这张公告刚停用，没收下。您写的还在，请打 {phone}。',
    'This notice was just withdrawn; not accepted. Your words are still here; call {phone}.',
  ],
  other: [
    '现在收不了，没收下。您写的还在，请打 {phone}。',
    'Nothing can be received now; not accepted. Your words are still here; call {phone}.',
  ],
  wrongChain: [
    '这个网页和纸上的码对不上，没收下。您写的还在，请打纸上印的电话。',
    'This page does not match the printed code; not accepted. Your words are still here; call the number on the paper.',
  ],
  yours: ['您写的', 'What you wrote'],
} as const
