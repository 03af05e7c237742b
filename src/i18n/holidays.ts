/** The days off of each year, as the office enters them from the notice. */
export const holidayWords = {
  title: ['节假日', 'Holidays'],
  off: ['放假', 'Days off'],
  work: ['补班', 'Weekends worked'],
  change: ['改', 'Change'],
  offHelp: [
    '通知原文可以整段贴进来。也可一行写一段：10月1日至7日。',
    'Paste the whole notice, or write a line for each stretch: 10-01 to 10-07.',
  ],
} as const

export const holidayProblems = {
  noDay: [
    '“{what}”不是这一年的日子，请写成 10月1日至7日。',
    '"{what}" is no day of this year; write 10-01 to 10-07.',
  ],
  partial: ['没有 10 月 1 日，没贴全。', 'National Day, 1 October, is missing.'],
  worked: ['{what}不用补班。', '{what} is no weekend to work.'],
} as const
