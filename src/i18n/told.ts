/** Telling somebody who gave their name, by hand. */
export const told = {
  title: ['告知实名反映人', 'Telling a named reporter'],
  until: ['{day}前告知本人，再登记。', 'Tell them by {day}, and record it.'],
  on: ['告知日期', 'Told on'],
  how: ['方式', 'How'],
  record: ['登记已告知', 'Record as told'],
  paper: ['打印告知书（{paper}）', 'Print the paper ({paper})'],
  printCopy: ['打印副本', 'Print a copy'],
  care: [
    '打印时才打开姓名，记为“查看联系方式：答复”。装信封，交给本人。',
    'Only printing opens the name, recorded as "Viewed the contact: Reply". Hand it over in an envelope, to them alone.',
  ],
  cannotOpen: ['打不开：您没有这件的钥匙。', 'You do not hold the keys that open it.'],
} as const

export const paperWords = {
  accept: ['受理', 'accepted'],
  decline: ['不予受理', 'not accepted'],
  extend: ['延期', 'more time'],
  conclude: ['答复', 'answer'],
} as const

export const toldWays = {
  visit: ['当面', 'in person'],
  call: ['电话', 'by telephone'],
  letter: ['书面', 'in writing'],
} as const
