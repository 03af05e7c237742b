import type { MilestoneKind, Stage, StageMoveName } from '../rounds/stages.ts'
import { plain } from './plain.ts'
import type { Phrase } from './speak.ts'

/** Where a round stands. */
export const stageWords: Record<Stage, Phrase> = {
  draft: ['拟定', 'Draft'],
  approved: ['已批准', 'Approved'],
  notified: ['已通知', 'Units notified'],
  mobilised: ['已动员', 'Mobilised'],
  inField: ['进驻中', 'In the field'],
  fieldEnded: ['已撤点', 'Left the field'],
  reported: ['已报告', 'Reported'],
  fedBack: ['已反馈', 'Fed back'],
  rectifying: ['整改中', 'Rectifying'],
  evaluated: ['已评估', 'Evaluated'],
  archived: ['已归档', 'Archived'],
}

export const stageMoveWords: Record<StageMoveName, Phrase> = {
  approve: ['领导小组批准', 'approved by the leading group'],
  notify: ['通知被巡察单位', 'units notified'],
  mobilise: ['开动员会', 'mobilisation meeting held'],
  enter: ['进驻', 'teams entered'],
  leave: ['撤点', 'teams left'],
  report: ['向领导小组报告', 'reported to the leading group'],
  feedBack: ['反馈', 'feedback given'],
  rectify: ['开始整改', 'rectification begun'],
  evaluate: ['评估整改成效', 'rectification evaluated'],
  archive: ['归档', 'archive the round'],
}

export const progressWords = {
  title: ['进度', 'Progress'],
  since: ['{stage}，{day}', '{stage}, {day}'],
  next: ['下一步：{move}', 'Next: {move}'],
  on: ['哪天', 'On which day'],
  button: ['记下：{move}', 'Record: {move}'],
  way: ['走过的', 'So far'],
  ends: [
    '归档后这一轮不能再改。群众还能查进度，网页会告诉他们打办公室电话。',
    'An archived round changes no more. Residents can still look up progress, and are told to call the office.',
  ],
  teams: ['还没有撤组：', 'Not closed yet: '],
  open: ['还有 {n} 件没有办结。', '{n} reports are still open.'],
  early: ['受理还没有截止。', 'Intake has not closed yet.'],
  gone: ['这一轮已归档，不能再改。', 'This round is archived and changes no more.'],
} as const

export const stageProblems = {
  day: ['请写日期，如 2026-11-24。', 'Please write a date like 2026-11-24.'],
  future: ['不能是以后的日子。', 'The day cannot lie ahead.'],
  before: ['不能早于上一步。', 'The day cannot be before the last step.'],
  other: plain.other,
} as const

export const milestoneKindWords: Record<MilestoneKind, Phrase> = {
  notice: ['通知被巡察单位', 'Units notified'],
  mobilisation: ['动员会', 'Mobilisation meeting'],
  entry: ['进驻', 'Entry'],
  midterm: ['中期汇报', 'Mid-term report'],
  report: ['向领导小组报告', 'Report to the leading group'],
  feedback: ['反馈', 'Feedback'],
  plan: ['整改方案', 'Rectification plan'],
  rectified: ['集中整改结束', 'End of rectification'],
  evaluation: ['评估整改成效', 'Evaluation'],
  other: ['其他', 'Other'],
}

export const milestoneWords = {
  title: ['节点', 'Milestones'],
  none: ['还没有节点。', 'No milestone yet.'],
  add: ['加一个', 'Add one'],
  usual: ['按通常的时限列出', 'List the usual ones'],
  edit: ['改节点', 'Change a milestone'],
  kind: ['节点', 'Milestone'],
  name: ['说明', 'What it is'],
  nameHelp: ['选“其他”要写，如：领导到一线调研', 'Needed for "Other", such as: field visit of a leader'],
  due: ['期限', 'Due'],
  doneOn: ['办好的日子（没办好空着）', 'Done on (empty until it is)'],
  state: ['状态', 'State'],
  done: ['● 办好了，{day}', '● Done, {day}'],
  left: ['○ 还有 {n} 天', '○ {n} days left'],
  today: ['○ 今天到期', '○ due today'],
  late: ['超 {n} 天', '{n} days overdue'],
} as const

export const milestoneProblems = {
  choice: plain.choice,
  day: plain.day,
  future: ['不能是以后的日子。', 'The day cannot lie ahead.'],
  name: ['选“其他”要写说明。', 'Please say what it is.'],
  long: plain.long,
  other: plain.other,
} as const
