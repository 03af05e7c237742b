import type { Referral } from '../referrals/store.ts'
import type { FindingKind } from '../referrals/telling-marks.ts'
import type { Phrase } from './speak.ts'

/** The approval of a referral, and the forms before and after it. */
export const refer = {
  unit: ['承办单位', 'Handling unit'],
  barred: ['{unit}（不能转）', '{unit} (barred)'],
  due: ['要求回函的日期', 'Reply due'],
  dueHelp: ['最晚 {day}。', 'At the latest {day}.'],
  summary: [
    '主要情况（承办单位将看到，重新写，不抄原话）',
    'The matter (what the unit will read; rewritten, no original words)',
  ],
  matterShort: ['主要情况', 'The matter'],
  summaryHelp: [
    '不写姓名、电话、门牌、准确时间和原话。只有一两家知道的事，写成全村核对。',
    'No names, phones, houses, exact times or original words. What only one or two households know: ask to check the whole village.',
  ],
  demands: ['办理要求', 'Demands'],
  demandsMore: ['另外的办理要求（可以不写）', 'Further demands (optional)'],
  demandsHelp: [
    '调查核实、抓紧解决、按期书面反馈，函里都已经写上。',
    'That it is looked into, put right and answered in writing by the day is in the letter already.',
  ],
  noUnits: [
    '{office}还没有登记承办单位，请先请{office}登记。',
    'No handling units are listed yet; ask {office} to enter them.',
  ],
  noKeys: ['本组钥匙还没有确认，不能写函。', 'The team key is not confirmed yet; no letter can be sealed.'],

  approveTitle: ['审批：转办', 'Approve: referral'],
  toApprove: ['去审批', 'Look and decide'],
  willRead: ['承办单位将看到', 'What the unit will read'],
  places: ['有 {n} 处要看：', 'Places to look at: {n} – '],
  noPlaces: [
    '自动检查没有发现要看的地方，还请人看一遍。',
    'The check found nothing; please read it all the same.',
  ],
  checking: ['正在检查……', 'Checking…'],
  noCheck: ['打不开原话或摘要，没有检查。', 'Original or summary cannot be opened; nothing was checked.'],
  ticks: ['四项都看过才能同意', 'All four before approving'],
  tickWords: [
    '摘要里没有姓名、电话、门牌、准确时间和原话',
    'No name, phone, house, exact time or original words in the summary',
  ],
  tickUnit: [
    '承办单位不是被反映的单位，也不归它管',
    'The unit is neither the one complained of nor under it',
  ],
  tickGuess: ['看了摘要，猜不出是谁讲的', 'Nobody can guess from the summary who spoke'],
  guessHelp: [
    '只有一两家知道的事，改成全村核对，或者过几天随走访一起提。',
    'If only a household or two know, check the whole village, or raise it with visits some days later.',
  ],
  sure: [
    '摘要里还有{what}。真的要这样发出去吗？',
    'The summary still has: {what}. Really send it like this?',
  ],
  flagged: [
    '标出的有 {n} 处。都看过了，就这样同意吗？',
    'Places marked: {n}. Have you looked at each? Approve as it is?',
  ],
  asItIs: ['看过了，同意', 'Approve as it is'],
  lookAgain: ['再看看', 'Look again'],
  tickDemands: ['要求和期限写清楚了', 'Demands and date are clear'],
  source: ['来源写法', 'Source'],
  visits: ['来源写“巡察工作中了解到”', 'Source: "learned during inspection"'],
  residents: ['来源写“群众反映”', 'Source: "reported by residents"'],
  verify: ['不转，改为自己核实', 'Do not refer, verify ourselves'],

  override: [
    '确需转的，由{office}主任批准并写理由。',
    'If it must, the office director approves with a reason ({office}).',
  ],
  ask: ['报{office}批准', 'Ask {office}'],
  asked: ['已报{office}，等批准：{unit}', 'Asked {office}, waiting: {unit}'],
  granted: ['{office}已批准转给{unit}，理由：', '{office} allows it to go to {unit}, because:'],
  refusedBy: ['{office}没有批准转给{unit}，理由：', '{office} does not allow it to go to {unit}, because:'],

  letters: ['转办', 'Referrals'],
  by: ['{day} 前回函', 'reply by {day}'],
  overdue: ['超期', 'overdue'],
  toNumber: ['待编号', 'Waits for its number'],
  unnumbered: ['未编号', 'Never numbered'],
  named: ['{office}指定：{unit}', 'Named by {office}: {unit}'],
  view: ['看函', 'See the letter'],
  rejections: ['退回重办 {n} 次', 'redone {n} times'],
  returns: ['退回 {n} 次', 'returned {n} times'],
  nth: ['第 {n} 次回来', 'Came back, {n}'],

  receivedOn: ['收到日期', 'Received on'],
  found: ['核实情况', 'Findings'],
  action: ['处理措施', 'Action taken'],
  responsible: ['责任人', 'Person responsible'],
  rule: ['建了什么制度', 'Rule made'],
  evidence: ['佐证件数', 'Pieces of evidence'],
  evidenceHelp: ['没有就填 0。', '0 if there are none.'],
  accepted: ['接受', 'Accepted'],
  redo: ['退回重办', 'To be redone'],
  outcome: ['接受／退回重办', 'Accepted or to be redone'],
  redoBy: ['重办的期限', 'To be redone by'],
  reason: ['理由', 'Reason'],
  competent: ['该由谁办', 'Who is competent'],
  competentHelp: ['来函没有说的，写“没有说”。', 'If their letter does not say, write so.'],
  askedOn: ['收到延期申请的日期', 'Extension asked for on'],
  newDue: ['延到', 'New date'],
  extendHelp: [
    '要在 {due} 以前申请，只能一次，最晚延到 {day}。',
    'To be asked for by {due}, once only, to {day} at the latest.',
  ],
  extendPromise: [
    '答应群众 {day} 前答复。正好延到这一天，收到回函当天就要答复。',
    'An answer is promised by {day}. Extended to that very day, it is due on the day of the reply.',
  ],
} as const

export const findingWords: Record<FindingKind, Phrase> = {
  quote: ['和原话相同的字', 'the same characters as the original'],
  name: ['姓名称呼', 'name'],
  phone: ['电话', 'phone'],
  idNumber: ['证件号', 'ID number'],
  bankCard: ['卡号', 'bank card'],
  plate: ['车牌', 'number plate'],
  chatId: ['微信等账号', 'chat account'],
  house: ['门牌', 'house number'],
  time: ['准确时间', 'exact time'],
  speaker: ['看得出有人反映的话', 'words that tell somebody spoke'],
}

export const referralWords: Record<Referral['state'], Phrase> = {
  draft: ['起草', 'Draft'],
  approved: ['待编号', 'To number'],
  issued: ['已发', 'Issued'],
  delivered: ['已送达', 'Delivered'],
  receipted: ['已签收', 'Signed'],
  withdrawn: ['撤回', 'Withdrawn'],
  answered: ['已回', 'Answered'],
  returned: ['退回', 'Returned'],
}
