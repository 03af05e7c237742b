/** A letter's way into the unit's hands, as the office enters it. */
export const delivery = {
  how: ['怎么送的', 'How'],
  hows: {
    hand: ['专人送达', 'by messenger'],
    paper: ['邮寄', 'by post'],
    inner: ['内网', 'by the inner network'],
  },
  on: ['送达日期', 'Delivered on'],
  deliver: ['登记送达', 'Record delivery'],
  name: ['签收人', 'Signed for by'],
  receiptOn: ['签收日期', 'Signed for on'],
  receipt: ['登记签收', 'Record the signature'],
  delivered: ['{day}送达（{how}）。', 'Delivered on {day} ({how}).'],
  receipted: ['{name}于{day}签收。', 'Signed for by {name} on {day}.'],
  backBy: ['不归他们办的，{day}前退回。', 'What is not theirs comes back by {day}.'],
  withdrawn: ['这份函已撤回，编号保留。', 'Withdrawn; its number stays used.'],
  back: ['谁要回来的', 'How it comes back'],
  unit: ['承办单位退回', 'The unit returns it'],
  us: ['我们撤回', 'We withdraw it'],
  before: ['函还没有送出，这次登记为撤回。', 'The letter has not been sent; this records a withdrawal.'],
} as const
