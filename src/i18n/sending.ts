import { plain } from './plain.ts'

/** What the page must be able to say without an answer from us. */
export const sending = {
  sealing: ['正在上锁……', 'Locking…'],
  sending: ['正在送出，请先别关网页。', 'Sending. Please keep this page open.'],
  slow: ['信号慢，还在送。您写的都在，不会丢。', 'Weak signal, still sending. Nothing is lost.'],
  offline: [
    '现在没有信号。您写的都在，有信号再点一次。',
    'No signal. Your words are still here; try again when it returns.',
  ],
  waits: [
    '网页开着，信号一来也会自己送。',
    ' While this page is open, it also goes by itself once the signal is back.',
  ],
  noAnswer: plain.noAnswer,
  again: ['再送一次', 'Send again'],
  kept: ['您上次在这里交过，回执还在这部手机里。', 'Your last receipt from here is still on this phone.'],
  keptUnsent: [
    '您上次交的可能还没送到。点“看回执”，再送一次。',
    'What you handed over here may not have arrived. Press "See the receipt" to send it again.',
  ],
  see: ['看回执', 'See the receipt'],
  fetching: ['正在取回执……', 'Fetching your receipt…'],
  sentOffline: plain.noSignal,
  unsentOffline: [
    '还没送到。您写的都在，请再点“看回执”。',
    'Not delivered yet. Your words are still here; press "See the receipt" again.',
  ],
  clear: ['清掉', 'Clear'],
  clearSure: ['查询码会跟着清掉，以后找不回来。', 'The query code goes with it and cannot be found again.'],
  clearNot: ['先不清', 'Not now'],
  another: ['那一份清掉了，这里还有一份。', 'That one is cleared; here is another. '],
  others: ['这部手机里还有另外的回执。', 'This phone also keeps another receipt. '],
  othersUnfinished: [
    '这部手机里还有另外没写完、没送完的，也会清掉。',
    'This phone also keeps something else unfinished or still being sent, which goes, too. ',
  ],
} as const
