import type { Drafting, Noted } from '../reports/steps.ts'
import type { Phrase } from './speak.ts'

/** What a step was, when it is no move of the table. */
export const stepWords = {
  file: ['反映', 'Filed'],
  enter: ['登记', 'Entered'],
  supplement: ['留言', 'Wrote more'],
  message: ['给群众留言', 'Message to the resident'],
  note: ['工作记录', 'Note'],
  transcript: ['文字稿', 'Transcript'],
  fixPhoto: ['附整改照片', 'Added a photo of the fix'],
  read: ['看过群众留言', 'Read the message'],
  late: ['过了答应的日期，已告知群众', 'Promise passed; the resident is told'],
  'late untold': [
    '过了答应的日期；没有查询码，没能告知群众',
    'Promise passed; without a query code the resident could not be told',
  ],
  overdue: ['超期', 'Overdue'],
  told: ['告知本人', 'Told the reporter'],
  print: ['打印告知书', 'Printed the paper for the reporter'],
  counted: ['放假安排有变，期限重算', 'Counted anew: holidays changed'],
  'erase contact': ['擦除联系方式', 'Contact erased'],
  'view contact': ['查看联系方式', 'Viewed the contact'],
  'hand contact': ['交办回电', 'Handed a call over'],
  'take back contact': ['收回交办的回电', 'Took a handed call back'],
  erase: ['无效件期满，内容已擦除', 'Void for too long; erased'],
  recuse: ['回避', 'Recused'],
  reseal: ['重新上锁', 'Locked anew'],
  'put back': ['换回原来的锁', 'Put the earlier lock back'],
  'ask for team': ['请另一名管理员同意交给巡察组', 'Asked another administrator to give it to the team'],
  'hand to team': ['交给巡察组', 'Given to the team'],
  'hand to office': ['撤点，交办公室承接', 'Handed to the office as the team left'],
  'end recusal': ['解除回避', 'Recusal ended'],
  'open for export': ['打开准备导出', 'Opened for export'],
  export: ['导出密封包', 'Exported the sealed package'],
  receipt: ['登记收据，内容已擦除', 'Receipt entered; contents erased'],
  'code expired': ['查询码失效', 'Query code expired'],
  'answered by rule': ['到期没有补充，按现有的办', 'No answer in time; going on with what is there'],
  propose: ['报审批：{move}', 'Proposed: {move}'],
  refuse: ['退回修改：{move}', 'Sent back: {move}'],
  withdraw: ['撤回报审：{move}', 'Took back: {move}'],
} as const satisfies Record<
  Noted | Drafting | 'reseal' | 'put back' | 'answered by rule' | 'late untold',
  Phrase
>
