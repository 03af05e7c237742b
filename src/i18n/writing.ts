/** Said beside a field while it is filled in, by the script that watches it; `{n}` is its to fill in. */
export const writing = {
  left: ['还能写 {n} 字', '{n} more characters'],
  over: ['多了 {n} 字，请写短些。', '{n} characters too many; please shorten it.'],
  blank: ['请写这一项。', 'Please fill this in.'],
  number: ['请写数字。', 'Please write a number.'],
  confirmed: ['证实的不能比问的多。', 'No more can have confirmed than were asked.'],
} as const
