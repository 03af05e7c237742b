import type { Grey, Kind, State } from '../reports/lifecycle.ts'
import type { Phrase } from './speak.ts'

/** The frame of a team's pages. */
export const team = {
  reports: ['反映件', 'Reports'],
  keys: ['钥匙', 'Keys'],
  sections: ['本组', 'The team'],
  and: ['、', ', '],
  semicolon: ['；', '; '],
  wrongRoot: [
    '先停下：这个网页的总钥匙和您的不一样，内容不打开。请告诉管理员。',
    'Stop: the master key of this page is not the one you know, so nothing is opened. Tell the administrator.',
  ],
} as const

/** T4: what waits. */
export const queue = {
  title: ['反映件 {n}', 'Reports {n}'],
  many: ['1000+', '1000+'],
  strip: ['看哪些', 'Show only'],
  toAccept: ['待受理', 'To accept'],
  dueToday: ['今天到期', 'Due today'],
  overdue: ['超期', 'Overdue'],
  toApprove: ['待审批', 'To approve'],
  waiting: ['等群众补充', 'Waiting for resident'],
  fresh: ['群众新留言', 'New from residents'],
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

  opening: ['正在开锁……', 'Unlocking…'],
  click: ['点开看', 'Click to show'],
  noText: ['（没有写，要打电话问）', '(nothing written; call to ask)'],
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
    '还没有拿到本组钥匙，内容打不开。请组长先生成本组钥匙。',
    'There is no team key yet, so nothing opens. The leader makes it first.',
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
} as const

export const flagWords = {
  urgent: ['急', 'Urgent'],
  namesPerson: ['点名', 'Names a person'],
  afraid: ['怕被人知道', 'Afraid of being known'],
  inCourt: ['打官司', 'In court'],
  callMe: ['要回电', 'Wants a call'],
  contact: ['留电话', 'Phone held'],
  forOther: ['替人写', 'Written for another'],
  fresh: ['新留言', 'New message'],
  pending: ['待审批', 'To approve'],
  refused: ['已退回', 'Sent back'],
} as const

export const kindWords: Record<Kind, Phrase> = {
  problem: ['问题', 'Problem'],
  conduct: ['干部', 'Conduct'],
  suggestion: ['建议', 'Suggestion'],
}

export const channelWords = {
  scan: ['扫码', 'scan'],
  call: ['来电', 'call'],
  visit: ['来访', 'visit'],
  letter: ['来信', 'letter'],
  box: ['意见箱', 'box'],
  fieldVisit: ['走访', 'our visit'],
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

/** T5: one report. */
export const sheet = {
  mayDo: ['现在可以办', 'What may be done now'],
  nothingToDo: ['现在没有要办的。', 'Nothing to be done now.'],
  words: ['群众原话', "Resident's words"],
  contact: ['联系方式', 'Contact'],
  talk: ['留言', 'Messages'],
  steps: ['办理过程', 'Steps'],
  notes: ['工作记录', 'Notes'],
  sees: ['群众现在看到', 'The resident now sees'],
  phoneSays: ['电话里可以这样说：“{sentence}”', 'You may say on the phone: "{sentence}"'],

  dueUntil: ['{kind} {day}', '{kind} {day}'],
  promised: ['答应群众 {day} 前答复', 'Answer promised by {day}'],
  late: ['（原定 {old}）', ' (first promised for {old})'],
  inTown: ['{unit}（{town}）', '{unit} ({town})'],
  risk: ['对反映人的风险', 'Risk to the reporter'],
  damaged: [
    '这一部分打不开，其余不受影响。编号 {ref}。',
    'This part cannot be opened; the rest can. Number {ref}.',
  ],

  noText: ['没有写字，请打电话问。', 'Nothing written; please call.'],
  place: ['地点', 'Place'],
  subject: ['反映的人', 'Person concerned'],
  court: ['打官司或别处在办', 'In court or with another office'],
  language: ['书写语言', 'Written in'],
  differs: [
    '原话里的{what}和登记的不一样，先别按登记的办，请报{office}。',
    'The sealed words and the register differ: {what}. Do not go by the register; tell {office}.',
  ],
  differsKind: ['种类', 'kind'],
  differsUnit: ['单位', 'unit'],
  differsTicks: ['提示', 'flags'],

  none: ['没有留。', 'None.'],
  held: ['留了电话，另外上锁。', 'A phone is held, locked separately.'],
  heldNamed: ['留了姓名和电话，另外上锁。', 'Name and phone are held, locked separately.'],
  erased: ['联系方式已于 {date} 擦除。', 'Erased on {date}.'],
  leadersOnly: ['只有组长和副组长能看。', 'Only leader and deputy can see this.'],
  leaderCalls: ['群众要回电，请组长打。', 'The resident wants a call; ask the leader to make it.'],
  noContactKey: [
    '您还没有联系方式钥匙，请{colleague}交给您。',
    'You do not hold the contact key. Ask {colleague}.',
  ],
  nobody: ['同事', 'a colleague'],
  view: ['查看联系方式', 'Show contact'],
  viewWhy: ['为什么要看？', 'Why?'],
  viewOther: ['写明', 'Say why'],
  viewLogged: ['每次查看都记录。', 'Every view is recorded.'],
  phone: ['电话', 'Phone'],
  name: ['姓名', 'Name'],
  bestTime: ['什么时候方便接', 'Best time'],
  dialect: ['讲什么话', 'Language spoken'],
  noConsent: ['没有同意打这个电话，先别打。', 'No consent to be called; do not call.'],
  script: [
    '“您好，这里是便民回访。请问是{name}本人吗？” 不是本人：“打错了，抱歉。” 不留语音。',
    '"Hello, a follow-up call. Is this {name}?" If not: "Wrong number, sorry." Leave no voicemail.',
  ],
  scriptNameless: [
    '“您好，这里是便民回访。请问您现在方便接电话吗？” 不方便：“打错了，抱歉。” 不留语音。',
    '"Hello, a follow-up call. Is this a good moment?" If not: "Wrong number, sorry." Leave no voicemail.',
  ],

  fromResident: ['群众', 'Resident'],
  question: ['提问', 'Question'],
  answer: ['答复', 'Answer'],
  channel: ['告知找谁', 'Whom to ask'],
  noTalk: ['还没有留言。', 'No messages yet.'],
  write: ['给群众留言', 'Write to the resident'],
  writeWarns: [
    '群众会在进度里看到。不要写姓名、单位和他写过的话。',
    'The resident reads this under progress. No names, units or words of theirs.',
  ],
  send: ['上锁，发给群众', 'Lock and send'],
  read: ['看过了，不用回', 'Read, no answer needed'],
  mayNotTalk: ['留言由承办人、联络员或组长写。', 'The owner, the liaison or the leader writes messages.'],
  codeGone: [
    '查询码已失效，群众看不到新留言。',
    'The query code has expired; the resident cannot read new messages.',
  ],

  noNotes: ['还没有记录。', 'No notes yet.'],
  writeNote: ['记一笔（只有本组能看）', 'Write a note (for the team only)'],
  addNote: ['上锁，记下', 'Lock and keep'],
  machine: ['自动', 'By rule'],
  resident: ['群众', 'Resident'],
  fromTo: ['{from} → {to}', '{from} → {to}'],

  proposal: ['{name} 报：{move}', '{name} proposes: {move}'],
  proposedAt: ['{when}，等另一个人审批。', '{when}; waits for another person.'],
  approve: ['同意', 'Approve'],
  refuse: ['退回修改', 'Back for changes'],
  refuseWhy: ['哪里要改（上锁，只有本组能看）', 'What to change (locked, for the team only)'],
  withdraw: ['撤回', 'Take back'],
  sentBack: [
    '{name} 退回了“{move}”，改好再报：',
    '{name} sent "{move}" back; change it and propose it again:',
  ],
  cannotNow: [
    '这件的状态变了，这个报审已经不能同意，请退回。',
    'The report has moved on; this can no longer be approved. Send it back.',
  ],
  willSee: ['群众会看到：', 'The resident will see:'],
  overtaken: [
    '{name} 刚刚改过这件（{what}）。下面是现在的样子，您写的还在。',
    '{name} has just changed this ({what}). It is shown as it is now; your text is kept.',
  ],
  noLonger: [
    '现在不能再办“{move}”。您写的在这里，可以抄走。',
    '"{move}" is no longer possible. Your text is here to copy.',
  ],
  watermark: ['{name} {when}', '{name} {when}'],
} as const

export const greyWords: Record<Grey, Phrase> = {
  'needs the leader': ['需组长审批', 'Needs the leader'],
  'needs the owner': ['需承办人办', 'Needs the owner'],
  'needs the liaison': ['需联络员办', 'Needs the liaison'],
  'the owner cannot approve': ['承办人不能自己审批', 'The owner cannot approve'],
  'the drafter cannot approve': [
    '需两人，起草人不能自己审批',
    'Needs two people; the drafter cannot approve',
  ],
  'waits for approval': ['有一件报审还没批', 'Another move waits for approval'],
  'needs the result': ['先记入核实结果', 'Enter the result first'],
  'not quiet yet': ['满 30 天、没有新留言才归档', 'After 30 days without news'],
}
/** Where the leader makes the move and need not approve it. */
export const greyLeader = ['需组长办', 'Needs the leader'] as const

/** T6: moves and what they ask. */
export const moveWords = {
  accept: ['受理', 'Accept'],
  ask: ['请补充', 'Ask for more'],
  decline: ['不归本组办', 'Not ours'],
  verify: ['核实', 'Verify'],
  result: ['核实结果', 'Result'],
  conclude: ['答复', 'Conclude'],
  archive: ['归档', 'Archive'],
  take: ['领办', 'Take'],
  assign: ['分办', 'Assign'],
  acceptByRule: ['自动受理', 'Accepted by rule'],
  answered: ['补充了情况', 'Answered'],
  merge: ['并案', 'Merge'],
  void: ['作废', 'Void'],
  fix: ['立行立改', 'Fix on the spot'],
  refer: ['转办', 'Refer'],
  return: ['退回核实', 'Returned'],
  extend: ['延期', 'Extend'],
  notFixed: ['没办好', 'Not fixed'],
  rate: ['评价', 'Rated'],
  reopen: ['重新办理', 'Reopen'],
  escalate: ['密封上呈', 'Escalate'],
} as const

export const buttonWords = {
  accept: ['受理', 'Accept'],
  ask: ['问群众', 'Ask the resident'],
  decline: ['报组长审批', 'Send to the leader'],
  verify: ['开始核实', 'Start verifying'],
  result: ['记入', 'Enter'],
  conclude: ['报组长审批', 'Send to the leader'],
  archive: ['归档', 'Archive'],
  assign: ['分办', 'Assign'],
  cancel: ['取消', 'Cancel'],
} as const

export const fieldWords = {
  category: ['类别', 'Category'],
  urgency: ['急不急', 'Urgency'],
  urgent: ['急', 'Urgent'],
  notUrgent: ['不急', 'Not urgent'],
  risk: ['对反映人的风险', 'Risk to the reporter'],
  owner: ['承办人', 'Owner'],
  nextDate: ['下一步日期（开始核实）', 'Next date (verification starts)'],
  question: ['问一个问题', 'One question'],
  replyBy: ['答复期限', 'Reply by'],
  reason: ['原因', 'Reason'],
  channel: ['该找谁', 'Whom to ask'],
  tel: ['电话', 'Phone'],
  forwarded: ['是否替他转', 'Passed on by us?'],
  yes: ['已经替他转', 'Yes'],
  no: ['没有', 'No'],
  method: ['方式', 'Method'],
  first: ['核实人', 'Verifier'],
  second: ['另一名核实人', 'Second verifier'],
  on: ['计划日期', 'Planned date'],
  recusal: ['没有需要回避的人', 'Nobody needs to be recused'],
  findings: ['了解到的情况', 'What was found'],
  evidence: ['佐证', 'Evidence'],
  asked: ['问了几户', 'Households asked'],
  confirmed: ['几户证实', 'Of these confirmed'],
  conclusion: ['结论', 'Conclusion'],
  resultType: ['结果类型', 'Kind of result'],
  answer: ['给群众的一句话', 'One sentence to the resident'],
  lookAgain: ['请群众哪天再来看', 'When to look again'],
  households: ['受益户数', 'Households helped'],
  money: ['金额（元）', 'Money (yuan)'],
  choose: ['请选', 'Choose'],
  eachOne: ['{name}（{roles}）', '{name} ({roles})'],
  aspect: ['{tile} · {aspect}', '{tile} · {aspect}'],
  otherTile: ['其他，归不进上面', 'Other'],
} as const

export const helpWords = {
  sealed: ['上锁，只有本组能看。', 'Locked, for the team only.'],
  toResident: ['不写姓名、单位、他写过的话。', 'No names, units or words of theirs.'],
  answer: ['60 字以内。不写姓名、单位、原话。', 'At most 60 characters. No names, units or original words.'],
  answerOptional: ['可以不写。', 'Optional.'],
  noAnswer: ['这个结果的话是固定的，不用写。', 'This result has a fixed sentence.'],
  pause: [
    '问的这些天不算在期限里，只停一次；总期限照算：受理前 15 天，受理后 60 天。',
    'The clock stands still while the question is open, once. The outer limit runs on: 15 days before acceptance, 60 after.',
  ],
  nextDate: [
    '最晚 {day}，受理后 3 个工作日内。',
    'At the latest {day}, within 3 working days of acceptance.',
  ],
  silence: [
    '先问一次，10 天没有回音，才能用“内容太少”。',
    'Ask once and wait ten days before declining for lack of substance.',
  ],
  erase: ['联系方式将于 {date} 擦除。', 'Contact details are erased on {date}.'],
  fixedSentence: [
    '反映干部的，答复都是这一句，不能改。',
    'Every report about conduct ends in this sentence; it cannot be changed.',
  ],
  scripts: [
    '这里要在浏览器里上锁，请打开脚本。',
    'Your browser locks the text here; please turn scripts on.',
  ],
} as const

export const riskWords = {
  low: ['低', 'Low'],
  medium: ['中', 'Medium'],
  high: ['高', 'High'],
} as const

export const methodWords = {
  books: ['查账', 'Books'],
  visits: ['走访', 'Visits'],
  site: ['现场', 'Site'],
  interview: ['谈话', 'Interview'],
} as const

export const conclusionWords = {
  substantiated: ['属实', 'Substantiated'],
  partly: ['部分属实', 'Partly'],
  unsubstantiated: ['不属实', 'Unsubstantiated'],
  unverifiable: ['无法核实', 'Unverifiable'],
} as const

export const conductWords = {
  substantiated: ['有具体依据', 'Specific grounds'],
  partly: ['部分有依据', 'Some grounds'],
  unsubstantiated: ['未发现依据', 'No grounds found'],
  unverifiable: ['无法核实', 'Unverifiable'],
} as const

export const resultWords = {
  solved: ['解决', 'Solved'],
  explained: ['解释', 'Explained'],
  longTerm: ['转长期整改', 'Long-term'],
  movedOn: ['移交', 'Moved on'],
  noAction: ['无需处理', 'No action'],
} as const

export const suggestionWords = {
  adopted: ['采纳', 'Adopted'],
  partlyAdopted: ['部分采纳', 'Partly adopted'],
  study: ['请有关单位研究', 'Sent for study'],
  explained: ['解释说明', 'Explained'],
} as const

export const declineWords = {
  outOfUnit: ['反映的单位不在本轮巡察范围', 'Unit not in this round'],
  courtMatter: ['涉法涉诉', 'A matter for the courts'],
  otherOrgan: ['属于其他部门职责', "Another department's duty"],
  disciplineOnly: ['应由纪检监察机关直接受理', 'For the discipline organ'],
  appointment: ['选人用人', 'Appointments'],
  gang: ['涉黑涉恶', 'Organised crime'],
  emergency: ['正在发生的危险', 'Danger now'],
  noSubstance: ['内容太少，无法核实', 'Too little to verify'],
  repeat: ['同一事项已办结，没有新情况', 'Already concluded, nothing new'],
  closedRound: ['本轮受理已截止', 'The round has closed'],
  abuse: ['广告、辱骂、无关内容', 'Advertising, abuse, unrelated'],
} as const

/** Whom a resident may turn to, by reason: a name and a number. The blanks are the team's and the office's own. */
export const turnTo: Record<keyof typeof declineWords, { channel: Phrase; tel: string }> = {
  outOfUnit: { channel: ['政务服务热线', 'the government hotline'], tel: '12345' },
  courtMatter: { channel: ['人民法院', 'the court'], tel: '12368' },
  otherOrgan: { channel: ['政务服务热线', 'the government hotline'], tel: '12345' },
  disciplineOnly: { channel: ['纪委监委', 'the discipline commission'], tel: '12388' },
  appointment: { channel: ['组织部', 'the organisation department'], tel: '12380' },
  gang: { channel: ['扫黑除恶举报平台', 'the organised-crime line'], tel: '12337' },
  emergency: { channel: ['公安', 'the police'], tel: '110' },
  noSubstance: { channel: ['巡察组', 'the inspection team'], tel: '{phone}' },
  repeat: { channel: ['巡察组', 'the inspection team'], tel: '{phone}' },
  closedRound: { channel: ['{office}', '{office}'], tel: '{officePhone}' },
  abuse: { channel: ['政务服务热线', 'the government hotline'], tel: '12345' },
}

export const viewWords = {
  callBack: ['回电', 'Call back'],
  identity: ['核实身份', 'Verify identity'],
  reply: ['答复', 'Reply'],
  other: ['其他（写明）', 'Other'],
} as const

/** What a step was, when it is no move of the table. */
export const stepWords = {
  file: ['反映', 'Filed'],
  supplement: ['留言', 'Wrote more'],
  message: ['给群众留言', 'Message to the resident'],
  note: ['工作记录', 'Note'],
  read: ['看过群众留言', 'Read the message'],
  late: ['过了答应的日期，告知群众新的日期', 'Promise passed; the resident is told a new date'],
  overdue: ['超期', 'Overdue'],
  'erase contact': ['擦除联系方式', 'Contact erased'],
  'view contact': ['查看联系方式', 'Viewed the contact'],
  'code expired': ['查询码失效', 'Query code expired'],
  'answered by rule': ['到期没有补充，按现有的办', 'No answer in time; going on with what is there'],
  propose: ['报审批：{move}', 'Proposed: {move}'],
  refuse: ['退回修改：{move}', 'Sent back: {move}'],
  withdraw: ['撤回报审：{move}', 'Took back: {move}'],
} as const

/** The line on top after something was done, by the name in `?said=`. */
export const teamSaid = {
  accepted: ['已受理，群众可以看到。', 'Accepted; the resident can see it.'],
  asked: ['已问，办理期限暂停到 {date}。', 'Asked. The clock is paused until {date}.'],
  proposed: ['已报 {leader} 审批。', 'Sent to {leader} for approval.'],
  verifying: ['核实中，{date} 前要有结果。', 'Verifying; a result is due by {date}.'],
  entered: ['已记入，可以答复。', 'Entered. It may now be concluded.'],
  archived: ['已归档。联系方式将于 {erase} 擦除。', 'Archived. Contact details are erased on {erase}.'],
  taken: ['已领办。', 'Taken.'],
  assigned: ['已分给 {owner}。', 'Assigned to {owner}.'],
  approved: ['已同意。', 'Approved.'],
  refused: ['已退回修改。', 'Sent back for changes.'],
  withdrawn: ['已撤回。', 'Taken back.'],
  noted: ['记下了。', 'Kept.'],
  sent: ['已发给群众。', 'Sent to the resident.'],
  read: ['记下了：看过，不用回。', 'Noted as read.'],
} as const

/** What is wrong with what was typed, by the key a schema gives. */
export const teamProblems = {
  choice: ['请选一个。', 'Please choose one.'],
  category: ['请选类别。', 'Please choose a category.'],
  owner: ['请选承办人。', 'Please choose an owner.'],
  soleLeader: [
    '他是唯一的组长，不能又承办又审批，请选别人。',
    'The only leader cannot both own and approve; choose somebody else.',
  ],
  day: ['日期不对，请重选。', 'Please choose the date again.'],
  dayPast: ['要在今天以后。', 'The day must lie after today.'],
  dayLate: ['太晚了，最晚 {day}。', 'Too late; at the latest {day}.'],
  question: ['请写要问的问题。', 'Please write the question.'],
  channel: ['请写该找谁和电话。', 'Please write whom to ask and the number.'],
  silence: [
    '要先问群众，满 10 天没有回音，才能用这个原因。',
    'Only when the resident was asked and has been silent for ten days.',
  ],
  method: ['请选至少一种方式。', 'Please choose at least one method.'],
  twoPeople: ['要两名不同的核实人。', 'Two different people must verify.'],
  recusal: ['请确认没有需要回避的人。', 'Please confirm that nobody needs to be recused.'],
  findings: ['请写了解到的情况。', 'Please write what was found.'],
  conclusion: ['请选结论。', 'Please choose a conclusion.'],
  resultType: ['请选结果类型。', 'Please choose a kind of result.'],
  answer: ['这个结果要给群众写一句话，60 字以内。', 'This result needs a sentence to the resident.'],
  number: ['请写数字。', 'Please write a number.'],
  message: ['请写几句。', 'Please write something.'],
  viewWhy: ['请选为什么要看。', 'Please say why.'],
  viewOther: ['请写明为什么要看。', 'Please write why you need it.'],
  long: ['太长了，请写短些。', 'Too long; please shorten it.'],
  other: ['这里不对，请再看看。', 'Something is wrong here.'],
} as const

/** Handbook 3.3: the plain label of each aspect. */
export const aspectWords: Record<string, Phrase> = {
  A1: ['村里的产业项目', 'Village industry'],
  A2: ['困难户帮扶', 'Help for poor households'],
  A3: ['垃圾厕所污水', 'Rubbish, toilets, sewage'],
  A4: ['田地和水渠', 'Fields and channels'],
  'A4.4': ['田地和水渠', 'Fields and channels'],
  A5: ['污染和盗采', 'Pollution, illegal digging'],
  A6: ['路水灯、看病上学', 'Roads, water, clinic, school'],
  A7: ['纠纷和安全', 'Disputes and safety'],
  B1: ['村里的钱', 'Village money'],
  B2: ['村里的地塘山屋', 'Village land and houses'],
  B3: ['补贴没到手', 'Subsidy not received'],
  B4: ['低保救助', 'Welfare'],
  B5: ['工程质量和工钱', 'Works: quality and wages'],
  B6: ['征地拆迁', 'Land taken'],
  B7: ['宅基地建房', 'House building'],
  B8: ['账目公开', 'Accounts shown'],
  B9: ['办事难、要好处', 'Slow service, favours'],
  B10: ['吃喝和大办酒席', 'Banquets'],
  C1: ['村班子不管事', 'Idle leadership'],
  C2: ['党员没带头', 'Party members'],
  C3: ['大事谁说了算', 'Who decides'],
  C4: ['村干部自己有问题', "Officials' own conduct"],
  C5: ['监督没人管', 'No supervision'],
  C6: ['选举不公', 'Unfair elections'],
  C7: ['老问题没改', 'Old problems not mended'],
}
