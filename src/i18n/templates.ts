import { plain } from './plain.ts'

/** What may be said to a resident at each stage. A person edits it; it never repeats content. */
export const templates = {
  label: ['用模板', 'Template'],
  none: ['不用模板', 'None'],
  verifying: [
    '正在核实。为保护您，这里不显示您写的内容。',
    'Being looked into. To protect you, your words are not shown here.',
  ],
  accepted: [
    '已受理，已经交给专人。请在 {date} 后再来看。',
    'Accepted; someone is in charge. Please look again after {date}.',
  ],
  needsInfo: [
    '还差一点情况，请补充：……。{date} 前补上就行。',
    'A little is missing; please tell us: … By {date} is soon enough.',
  ],
  fixing: ['已要求马上解决，预计 {date} 前办好。', 'Ordered to be fixed at once, expected by {date}.'],
  referred: [
    '已转有关部门办理（没有转您的姓名、电话和原话），{date} 前回复。',
    'Passed on (without your name, phone or words). A reply by {date}.',
  ],
  extended: ['情况比较复杂，延长到 {date}。', 'It is complex and takes until {date}.'],
  done: ['已办好。', 'It is done.'],
  passedOn: [
    '这件事不归巡察组办。您可以拨打 ……。我们已替您转过去。',
    'This is not for the team. Please call ……. We have passed it on.',
  ],
  notPassedOn: [
    '这件事不归巡察组办。您可以拨打 ……。我们没有替您转过去。',
    'This is not for the team. Please call ……. We have not passed it on.',
  ],
  roundClosed: [
    '本轮受理已于 {closed} 截止。仍可拨打 {phone}。',
    'This round closed on {closed}. You can still call {phone}.',
  ],
  unconfirmed: [
    '经核实，暂未发现您反映的情况。如有新的材料，可以在这里补充。',
    'We looked and have not found it so far. If you have more, add it here.',
  ],
  reopened: [
    '收到您的意见，重新核实，{date} 前回复。',
    'We have your comment and look again. A reply by {date}.',
  ],
  byTheRules: plain.byTheRules,
} as const
