import type { Conclusion, DeclineReason, Result, SuggestionResult, VoidReason } from '../reports/endings.ts'
import type { Phrase } from './speak.ts'

/** Moves and what they ask. */
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
  release: ['逐件放入', 'Release'],
  void: ['作废', 'Void'],
  restore: ['恢复', 'Restore'],
  fix: ['立行立改', 'Fix on the spot'],
  refer: ['转办', 'Refer'],
  return: ['登记退回', 'Record return'],
  designate: ['指定承办单位', 'Name the unit'],
  unitReply: ['登记回函', 'Record reply'],
  extend: ['登记延期', 'Record extension'],
  feedback: ['登记整改反馈', 'Record the report on the fix'],
  fixed: ['确认办好', 'Confirm done'],
  notFixed: ['没办好', 'Not done'],
  rate: ['评价', 'Rated'],
  reopen: ['重新办理', 'Reopen'],
  escalate: ['密封上呈', 'Escalate'],
} as const

/** Where the office keeps reports itself. */
export const officeWords = {
  decline: ['不归我们办', 'Not ours'],
  propose: ['报另一名管理员审批', 'Send to another administrator'],
  writeNote: ['记一笔（只有本办能看）', 'Write a note (for the office only)'],
  sealed: ['上锁，只有本办能看。', 'Locked, for the office only.'],
  refuseWhy: ['哪里要改（上锁，只有本办能看）', 'What to change (locked, for the office only)'],
  only: ['只有管理员能看。', 'Only administrators can see this.'],
  escalates: [
    '另一名管理员同意后，只有您和这位管理员看得到这件。',
    'Once another administrator agrees, only you two see this report.',
  ],
  escalated: ['只有经手人和同意的管理员能看。', 'For whoever brought it up and whoever agreed.'],
} as const

export const buttonWords = {
  accept: ['受理', 'Accept'],
  ask: ['问群众', 'Ask the resident'],
  decline: ['报组长审批', 'Send to the leader'],
  verify: ['开始核实', 'Start verifying'],
  result: ['记入', 'Enter'],
  fix: ['报组长审批', 'Send to the leader'],
  feedback: ['登记', 'Record'],
  fixed: ['确认办好', 'Confirm done'],
  notFixed: ['没办好', 'Not done'],
  conclude: ['报组长审批', 'Send to the leader'],
  archive: ['归档', 'Archive'],
  void: ['报组长审批', 'Send to the leader'],
  restore: ['恢复', 'Restore'],
  escalate: ['报组长审批', 'Send to the leader'],
  refer: ['报组长审批', 'Send to the leader'],
  unitReply: ['登记', 'Record'],
  return: ['登记', 'Record'],
  extend: ['报组长审批', 'Send to the leader'],
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
  nextAnswer: ['下一步日期（答复）', 'Next date (answer)'],
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
  language: ['语言', 'Language'],
  text: ['文字稿', 'Transcript'],
  findings: ['了解到的情况', 'What was found'],
  evidence: ['佐证', 'Evidence'],
  asked: ['问了几户', 'Households asked'],
  confirmed: ['几户证实', 'Of these confirmed'],
  discipline: ['涉及纪律', 'Discipline'],
  level: ['人员层级', 'Level of the person'],
  fields: ['涉及领域', 'Fields'],
  untagged: ['不标', 'None'],
  matter: ['要解决什么（不写来源）', 'What is to be solved (no source)'],
  responsible: ['责任单位', 'Unit responsible'],
  signer: ['签收人', 'Signed for by'],
  done: ['整改措施和结果', 'What was done'],
  proof: ['佐证（整改前后照片等）', 'Proof (photos before and after)'],
  person: ['责任人', 'Person responsible'],
  due: ['期限', 'Due'],
  looked: ['怎么看的', 'How it was checked'],
  lookedBy: ['谁去看的', 'Who looked'],
  lookedOn: ['哪天', 'On which day'],
  notFixedWhy: ['为什么没办好', 'Why it is not done'],
  conclusion: ['结论', 'Conclusion'],
  resultType: ['结果类型', 'Kind of result'],
  answer: ['给群众的一句话', 'One sentence to the resident'],
  lookAgain: ['请群众哪天再来看', 'When to look again'],
  households: ['受益户数', 'Households helped'],
  money: ['金额（元）', 'Money (yuan)'],
  choose: ['请选', 'Choose'],
  eachOne: ['{name}（{roles}）', '{name} ({roles})'],
  wholeAspect: ['{aspect}（不分重点）', '{aspect} (no point)'],
  otherTile: ['其他，归不进上面', 'Other'],
} as const

export const helpWords = {
  sealed: ['上锁，只有本组能看。', 'Locked, for the team only.'],
  toResident: ['不写姓名、单位、他写过的话。', 'No names, units or words of theirs.'],
  answer: ['60 字以内。不写姓名、单位、原话。', 'At most 60 characters. No names, units or original words.'],
  pause: [
    '问的这些天不算在期限里，只停一次；总期限照算：受理前 15 天，受理后 60 天。',
    'The clock stands still while the question is open, once. The outer limit runs on: 15 days before acceptance, 60 after.',
  ],
  nextDate: [
    '最晚 {day}，受理后 {n} 个工作日内。',
    'At the latest {day}, within {n} working days of acceptance.',
  ],
  nextAnswer: [
    '最晚 {day}，受理后 {n} 个工作日内。',
    'At the latest {day}, within {n} working days of acceptance.',
  ],
  silence: [
    '先问一次，10 天没有回音，才能用“内容太少”。',
    'Ask once and wait ten days before declining for lack of substance.',
  ],
  fixBy: [
    '最晚 {day}：{n} 个工作日内，并且不超过撤点。',
    'At the latest {day}: within {n} working days, and before the team leaves.',
  ],
  erase: ['联系方式将于 {date} 擦除。', 'Contact details are erased on {date}.'],
  fixedSentence: [
    '反映干部的，答复都是这一句，不能改。',
    'Every report about conduct ends in this sentence; it cannot be changed.',
  ],
  voided: [
    '要两个人：组长同意才作废，{n} 天内可恢复。',
    'It takes two: void once the leader agrees, and restorable for {n} days.',
  ],
  restored: [
    '回到待受理，受理期限从收到那天算起。',
    'It waits for acceptance again; its time runs from the day it came.',
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

/** How it was seen: the team's own look, or a telephone call. */
export const lookedWords = {
  look: ['到现场看过', 'Looked on the spot'],
  call: ['打电话问过', 'Asked by telephone'],
} as const

export const conclusionWords = {
  substantiated: ['属实', 'Substantiated'],
  partly: ['部分属实', 'Partly'],
  unsubstantiated: ['不属实', 'Unsubstantiated'],
  unverifiable: ['无法核实', 'Unverifiable'],
} as const satisfies Record<Conclusion, Phrase>

export const conductWords = {
  substantiated: ['有具体依据', 'Specific grounds'],
  partly: ['部分有依据', 'Some grounds'],
  unsubstantiated: ['未发现依据', 'No grounds found'],
  unverifiable: ['无法核实', 'Unverifiable'],
} as const satisfies Record<Conclusion, Phrase>

export const resultWords = {
  solved: ['解决', 'Solved'],
  explained: ['解释', 'Explained'],
  longTerm: ['转长期整改', 'Long-term'],
  movedOn: ['移交', 'Moved on'],
  noAction: ['无需处理', 'No action'],
} as const satisfies Record<Result, Phrase>

export const suggestionWords = {
  adopted: ['采纳', 'Adopted'],
  partlyAdopted: ['部分采纳', 'Partly adopted'],
  study: ['请有关单位研究', 'Sent for study'],
  explained: ['解释说明', 'Explained'],
} as const satisfies Record<SuggestionResult, Phrase>

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
} as const satisfies Record<DeclineReason, Phrase>

export const voidWords = {
  advert: ['广告', 'Advertising'],
  insult: ['辱骂', 'Abuse'],
  test: ['测试', 'A test'],
} as const satisfies Record<VoidReason, Phrase>

/** Whom a resident may turn to, by reason: a name and a number. The blanks are the team's and the office's own. */
export const turnTo: Record<DeclineReason, { channel: Phrase; tel: string }> = {
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
