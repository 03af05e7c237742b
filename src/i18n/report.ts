import type { Grey } from '../reports/offers.ts'
import type { Phrase } from './speak.ts'
import { teamProblems } from './team.ts'

/** One report, as its team sees it. */
export const reportWords = {
  mayDo: ['现在可以办', 'What may be done now'],
  nothingToDo: ['现在没有要办的。', 'Nothing to be done now.'],
  words: ['群众原话', "Resident's words"],
  contact: ['联系方式', 'Contact'],
  talk: ['留言', 'Messages'],
  steps: ['办理过程', 'Steps'],
  notes: ['工作记录', 'Notes'],
  sees: ['群众现在看到', 'The resident now sees'],
  phoneSays: ['电话里可以这样说：“{sentence}”', 'You may say on the phone: "{sentence}"'],

  promisedWord: ['答应群众 {day} 前告知是否受理（暂停中）', 'Word on acceptance promised by {day} (paused)'],
  promised: ['答应群众 {day} 前答复', 'Answer promised by {day}'],
  late: ['（先前说 {old}）', ' (before: {old})'],
  inTown: ['{unit}（{town}）', '{unit} ({town})'],
  risk: ['对反映人的风险', 'Risk to the reporter'],
  damaged: [
    '这一部分打不开，其余不受影响。编号 {ref}。',
    'This part cannot be opened; the rest can. Number {ref}.',
  ],

  earlierOpens: [
    '现在的锁打不开，原来的锁还打得开。先换回原来的锁，再请{office}查是谁重新上的锁，见“办理过程”。',
    'The lock it has now does not open; the earlier one still does. Put that back, then tell {office}: who locked it anew stands under "Steps".',
  ],
  putBack: ['换回原来的锁', 'Put the earlier lock back'],

  nothingWritten: ['（没有写字）', '(nothing written)'],
  textLater: [
    '起先没有写，后来的话在留言里。',
    'Nothing written at first; the messages have what came later.',
  ],
  noText: ['没有写字，请打电话问。', 'Nothing written; please call.'],
  place: ['地点', 'Place'],
  subject: ['被反映人', 'Person concerned'],
  court: ['打官司或别处在办', 'In court or with another office'],
  language: ['书写语言', 'Written in'],
  differs: [
    '原话里的{what}和登记的不一样，先别按登记的办，请报{office}。',
    'The sealed words and the register differ: {what}. Do not go by the register; tell {office}.',
  ],
  differsKind: ['种类', 'kind'],
  differsUnit: ['单位', 'unit'],
  differsTicks: ['提示', 'flags'],
  differsFiles: ['附件', 'attachments'],

  none: ['没有留。', 'None.'],
  held: ['留了电话，另外上锁。', 'A phone is held, locked separately.'],
  heldNamed: ['留了姓名和电话，另外上锁。', 'Name and phone are held, locked separately.'],
  reachHeld: ['留了联系方式，另外上锁。', 'Contact details are held, locked separately.'],
  reachHeldNamed: ['留了姓名和联系方式，另外上锁。', 'Name and contact details are held, locked separately.'],
  wordsErased: ['内容已于 {date} 擦除。', 'Erased on {date}.'],
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
  address: ['回信地址', 'Address to write to'],
  name: ['姓名', 'Name'],
  bestTime: ['什么时候方便接', 'Best time'],
  helper: ['代写人电话（先打本人的）', "Helper's phone (call the person first)"],
  dialect: ['讲什么话', 'Language spoken'],
  noConsent: ['没有同意打这个电话，先别打。', 'No consent to be called; do not call.'],
  noteCall: ['通话内容请记在“工作记录”。', 'Write down what was said under "Notes".'],
  script: [
    '“您好，这里是便民回访。请问是{name}本人吗？” 不是本人：“打错了，抱歉。” 不留语音。',
    '"Hello, a follow-up call. Is this {name}?" If not: "Wrong number, sorry." Leave no voicemail.',
  ],
  scriptNameless: [
    '“您好，这里是便民回访。请问是您留的这个电话吗？” 不是：“打错了，抱歉。” 不方便：“换个时间再打。” 不留语音。',
    '"Hello, a follow-up call. Did you leave this number?" If not: "Wrong number, sorry." If busy: "I will call another time." Leave no voicemail.',
  ],

  fromResident: ['群众', 'Resident'],
  later: ['群众后来写的', 'What the resident wrote since'],
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
  noCode: ['没有查询码，群众看不到。', 'No query code: the resident cannot see this.'],

  noNotes: ['还没有记录。', 'No notes yet.'],
  writeNote: ['记一笔（只有本组能看）', 'Write a note (for the team only)'],
  addNote: ['上锁，记下', 'Lock and keep'],
  machine: ['自动', 'By rule'],
  resident: ['群众', 'Resident'],
  fromTo: ['{from} → {to}', '{from} → {to}'],

  proposal: ['{name} 报：{move}', '{name} proposes: {move}'],
  proposedAt: ['{when}，等另一个人审批。', '{when}; waits for another person.'],
  proposedToYou: ['{when}，请您审批。', '{when}; for you to approve.'],
  approve: ['同意', 'Approve'],
  approvers: ['报审的由{names}批。', '{names} can approve proposals.'],
  onlyYouApprove: ['本组只有您能批，请找办公室。', 'Only you could approve here; ask the office.'],
  nobodyApproves: ['本组没有人能批，请找办公室。', 'Nobody here could approve; ask the office.'],
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
  willHear: ['没有查询码，群众看不到。问起时可以说：', 'No query code. If the resident asks, say:'],
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
  'who found it cannot approve': [
    '反映干部的，记入核实结果的人不能审批',
    'About conduct: whoever entered the result cannot approve',
  ],
  'waits for approval': ['有一件报审还没批', 'Another move waits for approval'],
  "needs the fix's report": ['先登记整改反馈', 'Record the report on the fix first'],
  "needs the unit's reply": ['先登记回函或退回', "Record the unit's reply first"],
  'needs the office': teamProblems.returnedTwice,
  'not sent yet': teamProblems.notIssued,
  'extended already': teamProblems.extendedOnce,
  'no code': ['没有查询码，不能在网上问', 'No query code: cannot be asked online'],
  'needs the result': ['先记入核实结果', 'Enter the result first'],
  'not told yet': ['先告知实名反映人并登记', 'Tell the named reporter first'],
  'not quiet yet': ['满 30 天、没有新留言才归档', 'After 30 days without news'],
}

/** Where the leader makes the move and need not approve it. */
export const greyLeader = ['需组长办', 'Needs the leader'] as const

export const viewWords = {
  callBack: ['回电', 'Call back'],
  identity: ['核实身份', 'Verify identity'],
  reply: ['答复', 'Reply'],
  other: ['其他（写明）', 'Other'],
} as const
