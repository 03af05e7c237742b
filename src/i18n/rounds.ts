import { plain } from './plain.ts'
import { staff } from './staff.ts'

/** Rounds. */
export const roundWords = {
  list: ['轮次', 'Rounds'],
  none: ['还没有轮次。先建一轮。', 'No round yet. Create one first.'],
  add: ['建轮次', 'Create a round'],
  edit: ['改轮次', 'Change the round'],
  term: ['届', 'Term'],
  termHelp: ['第几届，写数字，如 12', 'A number, such as 12'],
  seq: ['轮', 'Round'],
  seqHelp: ['第几轮，写数字，如 2。常年受理的写 1', 'A number, such as 2. If all year round, 1'],
  title: ['标题', 'Title'],
  titleHelp: ['空着就自动写成：{title}', 'Left empty it becomes: {title}'],
  titleStanding: [
    '空着就自动写成：{title}；常年受理的写成“……常年受理”',
    'Left empty it becomes: {title}; if all year round, without a number',
  ],
  type: ['类型', 'Type'],
  theme: ['主题（专项要写）', 'Theme (special rounds)'],
  themeHelp: ['群众会看到：这一轮只看：……', 'Residents read: this round looks only at: …'],
  scope: ['公开的范围（专项要写）', 'Public scope (special rounds)'],
  publicScope: ['公开的范围', 'Public scope'],
  scopeHelp: [
    '群众会看到：这次只受理：……；公告上印在“归这里”后面。',
    'Residents read: this round takes only …; printed after "here" on the notice.',
  ],
  parent: ['上级联动轮次', 'Parent round'],
  parentHelp: ['没有就空着。', 'Leave it empty if there is none.'],
  enteredOn: ['进驻日期', 'Entry'],
  fieldEndsOn: ['撤点日期', 'Leaving'],
  intakeOpensOn: ['受理开始', 'Intake opens'],
  intakeClosesOn: ['受理截止', 'Intake closes'],
  closesHelp: [
    '截止应早于撤点。常年受理的，写到这一届结束。',
    'Close before the team leaves. If all year round, the end of the term.',
  ],
  closesLate: [
    '截止晚于撤点，最后几天的反映没人办。',
    'Intake closes after the team leaves; nobody would handle the last days.',
  ],
  printed: [
    '已有公告在用：改了类型、公开的范围、截止日期，贴出去的要重印。改了标题，公告上还是做码时的旧标题。',
    'Notices are in use: after a new type, scope or closing date print them again. They keep the title they were made with.',
  ],
  dates: ['日期', 'Dates'],
  intake: ['受理', 'Intake'],
  field: ['进驻 {from}，撤点 {to}', 'In the field from {from} to {to}'],
  window: ['{from} 至 {to}', '{from} to {to}'],
  teams: ['巡察组', 'Teams'],
  noTeams: ['还没有巡察组。', 'No team yet.'],
  addTeam: ['建组', 'Create a team'],
  assigned: ['单位 {n} 个', '{n} units'],
  assign: ['分单位', 'Assign units'],
  unitsHere: ['单位和公告', 'Units and notices'],
  noUnits: ['还没有分单位。', 'No unit is assigned yet.'],
  codes: ['公告', 'Notices'],
  unit: ['单位', 'Unit'],
  under: ['（{unit}）', ' ({unit})'],
  team: ['巡察组', 'Team'],
  base: ['驻地', 'Base'],
  phone: ['值班电话', 'Phone'],
  officePhone: ['是本办的，请改成本组的', "the office's; give the team its own"],
  key: ['本组钥匙', 'Team key'],
  keyReady: ['已确认，{n} 人能打开', 'confirmed, {n} can open'],
  keyMissing: ['还没确认', 'not confirmed yet'],
  notice: ['公告', 'Notice'],
  noNotice: ['没有', 'none'],
} as const

/** Where a notice is on its way, in a word. */
export const liveCodeWords = {
  draft: ['○ 未试扫', '○ not test-scanned'],
  tested: ['◉ 试扫过', '◉ test-scanned'],
  inUse: ['● 已启用', '● in use'],
  revoked: ['× 停用', '× withdrawn'],
  retired: ['○ 截止', '○ closed'],
} as const

export const roundTypes = {
  regular: ['常规', 'Regular'],
  special: ['专项', 'Special'],
  lookBack: ['回头看', 'Look-back'],
  standing: ['常年受理', 'All year round'],
  other: ['其他', 'Other'],
} as const

/** Where a round's intake stands today. */
export const intakeStates = {
  notYet: ['{opens} 开始收', 'opens on {opens}'],
  open: ['正在受理，收到 {closes} 为止', 'open until {closes}'],
  unused: ['还没有公告在用，收到 {closes} 为止', 'no notice in use yet; open until {closes}'],
  paused: ['暂停受理：{reason}', 'paused: {reason}'],
  closed: ['{closes} 已经截止', 'closed on {closes}'],
} as const

export const pauseWords = {
  pause: ['暂停受理', 'Pause intake'],
  reason: ['原因（群众会看到）', 'Reason (residents read it)'],
  reasonHelp: [
    '群众会看到：“暂时停收：……。可以先打 {phone}。”',
    'Residents read: "Paused: …. You can call {phone}."',
  ],
  resumesOn: ['预计恢复（可以空着）', 'Resumes (optional)'],
  resume: ['恢复受理', 'Open intake again'],
  expected: ['预计 {day} 恢复。', 'Expected to resume on {day}.'],
  overdue: ['预计恢复的日子到了，要恢复请点下面。', 'The expected day has come; press below to resume.'],
} as const

/** A round goes on a little longer, once. */
export const extendWords = {
  title: ['延期', 'Extend'],
  lead: ['只能延期一次，最多 30 天。', 'Once only, by 30 days at most.'],
  help: ['现在 {now}，最晚 {latest}', 'Now {now}; at the latest {latest}'],
  once: ['已经延期过一次，不能再延。', 'It has been extended once already.'],
  notOpen: [
    '只有正在受理的轮次能延期。还没开始的，直接改日期。',
    'Only a round whose intake is open can be extended. Before that, change its dates.',
  ],
  printed: [
    '已有公告在用：改了截止日期，贴出去的要重印。',
    'Notices are in use: after a new closing date print them again.',
  ],
  before: ['延期过一次，原来收到 {day} 为止', 'extended once; it was to close on {day}'],
} as const

/** Teams: what of them is printed. */
export const teamWords = {
  add: ['建组', 'Create a team'],
  edit: ['改巡察组', 'Change the team'],
  name: ['名称', 'Name'],
  nameHelp: ['如 第二巡察组。公告上印成：{letterhead}', 'Such as 第二巡察组. Printed as: {letterhead}'],
  base: ['驻地', 'Base'],
  postal: ['来信地址', 'Postal address'],
  box: ['意见箱在哪里', 'Where the letter box is'],
  phone: ['值班电话', 'Telephone on duty'],
  hours: ['值班时间', 'Hours on duty'],
  officePhone: [
    '下面的值班电话和时间是本办的，会印在公告上。请改成本组的。',
    'Telephone and hours on duty below are the office’s and are printed on notices. Give the team its own.',
  ],
  hoursHelp: ['如 工作日 8:30–17:30', 'Such as weekdays 8:30–17:30'],
  dialects: ['接电话能讲的话', 'Languages spoken on the phone'],
  dialectsHelp: ['名单里没有的，先在设置里加。', 'Not in the list? Add it in the settings first.'],
  printed: [
    '电话、时间、地址和意见箱都印在公告上。',
    'Phone, hours, address and box are printed on the notice.',
  ],
  inUse: [
    '已有公告在用：改了电话、时间、地址，贴出去的要重印。改了名称，公告上还是做码时的旧名。',
    'Notices are in use: after a change of phone, hours or address print them again. They keep the name they were made with.',
  ],
} as const

/** What is wrong with what was typed, by the key a schema gives. */
export const roundProblems = {
  knows: staff.needsKnowing,
  missing: ['这里要写。', 'Please fill this in.'],
  long: plain.long,
  choice: plain.choice,
  number: plain.upTo99,
  headcount: ['请写数字，如 900；不知道就空着。', 'Please write a number, such as 900; or leave it empty.'],
  day: plain.day,
  theme: ['专项要写主题。', 'A special round needs its theme.'],
  scope: ['专项要写公开的范围。', 'A special round needs its public scope.'],
  leavesBefore: ['撤点早于进驻，请再看看。', 'The team would leave before it enters.'],
  closesBefore: ['截止早于开始，请再看看。', 'Intake would close before it opens.'],
  closesLate: [
    '受理截止要早于撤点日期，请改其中一个。',
    'Intake must close before the team leaves; change one of the two.',
  ],
  extend: ['受理已经开始，往后改请用“延期”。', 'Intake has opened; use "Extend" for a later day.'],
  opened: [
    '受理已经开始，公告上写明了，不能改。',
    'Intake has opened, and the notices say which; too late to change.',
  ],
  earlier: ['不能比现在早。', 'It cannot be earlier than now.'],
  tooLong: ['最多延 30 天。', '30 days at most.'],
  same: ['请写新的日子。', 'Please write the new day.'],
  teamGone: [
    '这一轮已经有组撤了，不能再延长。',
    'A team of this round has been closed; intake cannot be extended.',
  ],
  titleTaken: ['已有一轮叫这个名字。', 'Another round has this title.'],
  teamTaken: ['这一轮已有一组叫这个名字。', 'Another team of this round has this name.'],
  unitTaken: ['已有单位叫这个名字，请加镇名。', 'Another unit has this name; add the town.'],
  phone: ['电话好像不对，请再看看。', 'The telephone number looks wrong.'],
  dialects: ['请至少选一种。', 'Please choose at least one.'],
  dialectsLong: plain.long,
  dialectGone: [
    '有一种已经不在名单里了，请重新选。',
    'One of them is not on the list any more; choose again.',
  ],
  parent: ['没有这个上级单位。', 'There is no such parent.'],
  town: ['村和社区要选上级镇。', 'A village or community needs its town.'],
  childless: ['村和社区下面不能再有单位。', 'Nothing can lie below a village or community.'],
  parentType: [
    '镇、村和社区只能放在镇或机关下面。',
    'A town, village or community can only lie below a town or an organ.',
  ],
  hasBelow: [
    '它下面还有单位，不能改成村或社区。',
    'Units lie below it, so it cannot become a village or community.',
  ],
  loop: [
    '上级单位不能是它自己，也不能是它下面的单位。',
    'The parent cannot be the unit itself or one below it.',
  ],
  deep: ['层级太深，最多 10 层。', 'At most 10 levels.'],
  resumesPast: ['恢复的日子要在今天以后。', 'The day must lie after today.'],
  team: ['没有这个组，请重新选。', 'There is no such team; choose again.'],
  fixed: [
    '这个单位已有公告，先停用再换组。',
    'This unit has a notice; withdraw it before changing the team.',
  ],
  other: plain.other,
} as const
