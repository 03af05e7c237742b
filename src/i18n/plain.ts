/** Sentences that several pages say in the same words. */
export const plain = {
  byTheRules: [
    '您反映的情况，已经按规定处理。谢谢您。',
    'What you told us has been handled by the rules. Thank you.',
  ],
  call: ['要我们打电话，就请留个电话。', 'To be called, please leave a phone number.'],
  choice: ['请从里面选一个。', 'Please choose one of these.'],
  day: ['日期不对，请写成 2026-11-24 这样。', 'Not a date; please write it like 2026-11-24.'],
  dayAgain: ['日期不对，请重选。', 'Please choose the date again.'],
  dayAhead: ['不能在今天以后。', 'The day may not lie after today.'],
  demo: ['演示数据，人物与地名均为虚构', 'Demo data. All people and places are invented'],
  keeps: ['讲过的照样办，照样能查。', 'What was told is still being handled and can be checked.'],
  keyMissing: ['{team}的钥匙还没确认', 'the key of {team} is not confirmed'],
  long: ['太长了，请写短些。', 'Too long; please shorten it.'],
  noAnswer: [
    '还没送到。您写的都在，请再送一次。',
    'Not delivered yet. Your words are still here; send again.',
  ],
  noSignal: ['现在没有信号。有信号再点一次。', 'No signal. Try again when it returns.'],
  notInUse: ['这张公告还没启用，先别张贴。', 'This notice is not in use yet; do not post it.'],
  noticeNumber: [
    '公告号是 6 个数字，请照着纸再看看。',
    'A notice number has 6 digits. Please look at the paper again.',
  ],
  other: ['这里不对，请再看看。', 'Something is wrong here.'],
  over: ['多了 {n} 字，请写短一些。', '{n} characters too many. Please shorten it.'],
  phone: ['电话好像不对，请再看看。', 'The phone number looks wrong. Please check.'],
  upTo99: ['请写 1 到 99 的数字。', 'Please write a number from 1 to 99.'],
} as const
