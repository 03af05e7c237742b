import type { DoubtKind } from '../posters/doubt-kinds.ts'
import type { Phrase } from './speak.ts'

/** Something is wrong with a notice: what a resident says of it, and what the office reads. */
export const doubtWords = {
  title: ['这张公告有问题', 'Something is wrong with this notice'],
  what: ['什么问题？', 'What is wrong?'],
  number: ['公告号（不知道就不填）', 'Notice number (leave empty if unknown)'],
  send: ['告诉办公室', 'Tell the office'],
  missing: ['请选一个。', 'Please choose one.'],
  thanks: ['谢谢，我们去看。没有记您的任何信息。', 'Thank you, we will look. Nothing about you was kept.'],
  tasks: ['群众说公告有问题', 'Residents say a notice is wrong'],
  unknown: ['没写号，或者不是我们的号', 'No number, or none of ours'],
  since: ['{date} 起', 'since {date}'],
  seen: ['看过了', 'Looked at'],
} as const

export const doubtKindWords: Record<DoubtKind, Phrase> = {
  unit: ['单位不对', 'Wrong unit'],
  number: ['号码不对', 'Wrong number'],
  covered: ['上面贴了别的码', 'Another code pasted over'],
  money: ['问我要钱要验证码', 'Asked for money or codes'],
  other: ['其他', 'Other'],
}
