/** What is being written, and whether this phone keeps it. */
export const unfinished = {
  whose: ['这是您自己的手机吗？', 'Is this your own phone?'],
  tab: [
    '没回答前，草稿关页后只存十分钟。',
    'Until you answer, a draft is kept ten minutes at most once the page is closed.',
  ],
  own: ['是，没写完先存着', 'Yes, keep my draft'],
  others: ['不是，什么都别存', 'No, keep nothing'],
  day: [
    '没写完、没送到的存在这部手机里，24 小时后自动清掉。点“快速离开”马上清掉。',
    'What is unfinished or undelivered stays on this phone and is cleared after 24 hours. "Leave quickly" clears it at once.',
  ],
  toRead: [
    '您没写完的还在这部手机里，一天内自动清掉。',
    'What you did not finish is still on this phone and is cleared within a day.',
  ],
  full: ['手机存不下草稿，请这次写完。', 'No room for a draft; please finish now.'],
  offline: [
    '没有信号也没关系，写好先存着，有信号再交。',
    'No signal is no problem: write, keep, send later.',
  ],
  online: ['有信号了，可以交了。', 'The signal is back; you can send.'],
  unattached: ['加照片要有信号，信号来了就能加。', 'Photos need a signal; you can add them when it is back.'],
  goOn: ['上次没写完，接着写吗？', 'Continue where you stopped?'],
  yes: ['接着写', 'Continue'],
  no: ['清掉重来', 'Clear'],
  leave: ['离开并清除', 'Leave and clear'],
} as const
