/** Telling somebody who gave their name, by hand. */
export const told = {
  title: ['告知实名反映人', 'Telling a named reporter'],
  until: ['{day}前告知本人，再登记。', 'Tell them by {day}, and record it.'],
  on: ['告知日期', 'Told on'],
  how: ['方式', 'How'],
  record: ['登记已告知', 'Record as told'],
} as const

export const toldWays = {
  visit: ['当面', 'in person'],
  call: ['电话', 'by telephone'],
  letter: ['书面', 'in writing'],
} as const
