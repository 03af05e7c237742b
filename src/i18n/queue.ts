import type { Kind, State } from '../reports/lifecycle.ts'
import type { Phrase } from './speak.ts'

/** The queue: what waits. */
export const queue = {
  title: ['反映件 {n}', 'Reports {n}'],
  titled: ['{label} {n}', '{label} {n}'],
  many: ['1000+', '1000+'],
  strip: ['看哪些', 'Show only'],
  toAccept: ['待受理', 'To accept'],
  dueToday: ['今天到期', 'Due today'],
  overdue: ['超期', 'Overdue'],
  toApprove: ['待审批', 'To approve'],
  waiting: ['等群众补充', 'Waiting for resident'],
  fresh: ['群众新留言', 'New from residents'],
  held: ['暂存', 'Held'],
  heldLine: [
    '来得太多，或者填得太快，先存在这里。群众已拿到回执，期限照算。',
    'Too many at once, or filled in too fast; held here. Residents have receipts, clocks run.',
  ],
  alarm: [
    '有 {n} 件超过 {days} 个工作日还没有受理。请现在就受理，或者请组长分办。',
    '{n} not accepted for over {days} working days. Accept them now, or have the leader assign them.',
  ],
  lastDay: [
    '有 {n} 件过了最后期限（收到 15 天没有受理，或者受理 60 天没有办结）。请马上办，并报告办公室。',
    '{n} past the last day there is (15 days unaccepted, or 60 days from acceptance). Deal with them now, and tell the office.',
  ],
  left: ['{n} 件还由离开的人承办，请分办', '{n} are still with people who left; assign them'],
  ownerLeft: ['{name}（已离开）', '{name} (left)'],
  releaseAll: ['全部放入', 'Release all'],
  ways: ['怎么看', 'Ways of looking'],
  mine: ['我承办的', 'Mine'],
  all: ['全组', 'Whole team'],
  byUnit: ['按单位', 'By unit'],
  byTile: ['按类别', 'By category'],
  done: ['已办结', 'Closed'],
  group: ['{name} {n}', '{name} {n}'],

  number: ['受理号', 'Enquiry no.'],
  unit: ['单位', 'Unit'],
  what: ['种类·类别', 'Kind and category'],
  line: ['第一句', 'First line'],
  flags: ['提示', 'Flags'],
  received: ['收到', 'Received'],
  due: ['下一期限', 'Next due'],
  state: ['状态', 'State'],
  owner: ['承办', 'Owner'],
  action: ['办理', 'Action'],

  find: ['找', 'Find'],
  noSuch: ['本组没有这个受理号。', 'This team has no such enquiry number.'],

  opening: ['正在开锁……', 'Unlocking…'],
  click: ['点开看', 'Click to show'],
  noText: ['（没有写，要打电话问）', '(nothing written; call to ask)'],
  noTextNoPhone: ['（没有写，也没有电话）', '(nothing written, no phone)'],
  unopened: ['打不开（{why}）', 'Cannot be opened ({why})'],
  whyFormat: ['这一件坏了', 'damaged'],
  whyKey: ['钥匙不对', 'wrong key'],
  whyPadding: ['这一件坏了', 'damaged'],
  whyHeld: ['没有这把钥匙', 'this key is not held'],
  noKey: [
    '还没有拿到本组钥匙，内容打不开。请{colleague}交钥匙。',
    'You do not hold the team key yet. Ask {colleague}.',
  ],
  nobodyHolds: [
    '还没有拿到本组钥匙，内容打不开。请组长或副组长先生成本组钥匙。',
    'There is no team key yet, so nothing opens. The leader or a deputy makes it first.',
  ],

  take: ['领办', 'Take'],
  assign: ['分办', 'Assign'],
  open: ['打开', 'Open'],
  next: ['下一页', 'Next page'],
  first: ['回到第一页', 'First page'],
  empty: [
    '还没有反映件。公告已启用 {n} 张，收到 {closes} 为止。',
    'No reports yet. {n} notices in use, open until {closes}.',
  ],
  emptyClosed: ['没有要办的反映件。{closes} 已经截止。', 'No reports waiting. Intake closed on {closes}.'],
  emptyOffice: ['还没有反映件。', 'No reports yet.'],
  emptyNotYet: ['还没有反映件。{opens} 开始收。', 'No reports yet. Intake opens on {opens}.'],
  nothing: ['这个条件下没有。', 'Nothing here.'],
  showAll: ['看全部', 'Show all'],
  arrived: ['新到 {n} 件', '{n} new'],
  refresh: ['刷新', 'Refresh'],
  takenBy: ['{name} 刚刚领办了这件。', '{name} has just taken this one.'],
  notTaken: ['这件现在不能领办。', 'This one cannot be taken now.'],
  nobody: ['—', '—'],
} as const

export const dueWords = {
  today: ['今天', 'Today'],
  left: ['剩 {n} 天', '{n} working days left'],
  leftOne: ['剩 1 天', '1 working day left'],
  over: ['超 {n} 天', '{n} working days over'],
  overOne: ['超 1 天', '1 working day over'],
  accept: ['受理', 'accept'],
  reply: ['群众补充', "resident's answer"],
  verify: ['核实', 'verify'],
  answer: ['答复', 'answer'],
  unitReply: ['回函', "unit's reply"],
  fix: ['整改', 'fix'],
  tell: ['告知本人', 'tell the reporter'],
} as const

export const flagWords = {
  urgent: ['急', 'Urgent'],
  namesPerson: ['点名', 'Names a person'],
  afraid: ['怕被人知道', 'Afraid of being known'],
  inCourt: ['打官司', 'In court'],
  callMe: ['要回电', 'Wants a call'],
  handed: ['交办回电', 'Call handed over'],
  telephone: ['留电话', 'Phone held'],
  reachable: ['留联系方式', 'Contact held'],
  files: ['附件 {n}', 'Files {n}'],
  filesLate: ['附件没到齐', 'Files late'],
  forOther: ['替人写', 'Written for another'],
  fresh: ['新留言', 'New message'],
  held: ['暂存', 'Held'],
  pending: ['待审批', 'To approve'],
  refused: ['已退回', 'Sent back'],
} as const

export const kindWords: Record<Kind, Phrase> = {
  problem: ['问题', 'Problem'],
  conduct: ['干部', 'Conduct'],
  suggestion: ['建议', 'Suggestion'],
}

export const channelWords = {
  scan: ['扫码', 'Scan'],
  call: ['来电', 'Call'],
  visit: ['来访', 'Visit'],
  letter: ['来信', 'Letter'],
  box: ['意见箱', 'Box'],
  fieldVisit: ['走访', 'Our visit'],
} as const

export const stateWords: Record<State, Phrase> = {
  received: ['待受理', 'To accept'],
  needsInfo: ['待补充', 'Waiting for resident'],
  accepted: ['已受理', 'Accepted'],
  verifying: ['核实中', 'Verifying'],
  fixing: ['立行立改', 'On-the-spot fix'],
  referred: ['已转办', 'Referred'],
  concluded: ['已办结', 'Concluded'],
  reopened: ['重新办理', 'Reopened'],
  declined: ['不归本组办', 'Declined'],
  merged: ['并案', 'Merged'],
  escalated: ['密封上呈', 'Escalated'],
  voided: ['无效件', 'Void'],
  archived: ['已归档', 'Archived'],
}

export const acceptedByRule = ['已受理·自动', 'Accepted by rule'] as const
