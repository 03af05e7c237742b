import type { FindingKind } from '../referrals/redaction.ts'
import type { Referral } from '../referrals/store.ts'
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
  demandsDefault: [
    '请依规依纪依法调查核实，属实的抓紧解决，并书面反馈办理情况（包括核实情况、处理措施、佐证材料、责任人）。',
    'Please look into it by the rules, put right what is so, and reply in writing with findings, action taken, evidence and the person responsible.',
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
  tickDemands: ['要求和期限写清楚了', 'Demands and date are clear'],
  source: ['来源写法', 'Source'],
  visits: ['来源写“巡察工作中了解到”', 'Source: "learned during inspection"'],
  residents: ['来源写“群众反映”', 'Source: "reported by residents"'],
  verify: ['不转，改为自己核实', 'Do not refer, verify ourselves'],
  needTick: ['请看过再打勾。', 'Please look and tick.'],

  wall: [
    '不能转给{unit}：反映的就是它，或反映人怕被知道。',
    'Cannot go to {unit}: it is the one complained of, or the reporter is afraid.',
  ],
  override: [
    '确需转的，由{office}主任批准并写理由。',
    'If it must, the office director approves with a reason ({office}).',
  ],
  returnedTwice: ['已退回两次，请{office}指定承办单位。', 'Returned twice; {office} names the unit.'],
  ask: ['报{office}批准', 'Ask {office}'],
  asked: ['已报{office}，等批准：{unit}', 'Asked {office}, waiting: {unit}'],
  granted: ['{office}已批准转给{unit}，理由：', '{office} allows it to go to {unit}, because:'],
  refusedBy: ['{office}没有批准转给{unit}，理由：', '{office} does not allow it to go to {unit}, because:'],

  letters: ['转办', 'Referrals'],
  by: ['{day} 前回函', 'reply by {day}'],
  overdue: ['超期', 'overdue'],
  toNumber: ['待编号', 'waits for its number'],
  view: ['看函', 'See the letter'],
  rejections: ['退回重办 {n} 次', 'redone {n} times'],
  returns: ['退回 {n} 次', 'returned {n} times'],

  receivedOn: ['收到日期', 'Received on'],
  found: ['核实情况', 'Findings'],
  action: ['处理措施', 'Action taken'],
  responsible: ['责任人', 'Person responsible'],
  evidence: ['佐证件数', 'Pieces of evidence'],
  accepted: ['接受', 'Accepted'],
  redo: ['退回重办', 'To be redone'],
  outcome: ['接受／退回重办', 'Accepted or to be redone'],
  redoBy: ['重办的期限', 'To be redone by'],
  reason: ['理由', 'Reason'],
  competent: ['该由谁办', 'Who is competent'],
  askedOn: ['收到延期申请的日期', 'Extension asked for on'],
  newDue: ['延到', 'New date'],
  extendHelp: [
    '要在 {due} 以前申请，只能一次，最晚延到 {day}。',
    'To be asked for by {due}, once only, to {day} at the latest.',
  ],
  notIssued: [
    '函还没有编号发出，只能登记退回。',
    'The letter has not been sent yet; only a return can be recorded.',
  ],
  afterSending: ['要在发函以后、今天以前。', 'Between the letter and today.'],
  extendedOnce: ['已经延过一次，不能再延。', 'It has been extended once already.'],
  tooLateToExtend: ['已过期限，不能再延期。', 'The date has passed; no extension.'],
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

/** The letter itself. By default it says nothing of residents, nor that anybody spoke. */
export const letter = {
  number: ['{issuer}〔{year}〕{n}号', '{issuer}〔{year}〕{n}号'],
  waiting: ['{issuer}〔{year}〕　号（待编号）', '{issuer}〔{year}〕　号 (no number yet)'],
  title: ['关于转办有关事项的函', 'Referral'],
  titleResidents: ['关于转办群众反映事项的函', "Referral of residents' reports"],
  someMatter: ['有关', 'certain matters'],
  to: ['{unit}：', '{unit}:'],
  visits: [
    '近期，巡察工作中了解到{place}{matter}方面的问题。现将有关情况转你单位办理。',
    'During inspection work we learned of problems in {place} concerning {matter}. We refer the matter to you.',
  ],
  residents: [
    '近期，群众反映{place}{matter}方面的问题。现将有关情况转你单位办理。',
    'Residents have reported problems in {place} concerning {matter}. We refer the matter to you.',
  ],
  matter: ['一、主要情况', '1. The matter'],
  demands: ['二、办理要求', '2. Demands'],
  due: [
    '请于{year}年{month}月{day}日前书面反馈办理情况。不属于你单位职责的，请于收到后2个工作日内说明理由退回。',
    'Please reply in writing by {year}-{month}-{day}. What is not your duty, please return with your reason within two working days of receipt.',
  ],
  discipline: ['三、纪律要求', '3. Discipline'],
  quiet: [
    '不得打听、追查情况来源，不得以任何方式泄露有关情况。',
    'Do not ask or seek where this comes from, and do not pass any of it on.',
  ],
  quietResidents: [
    '不得追查反映人，不得以任何方式打听、泄露有关情况。',
    'Do not seek who spoke; do not ask about or pass on any of it.',
  ],
  contact: ['联系人：{name}　电话：{phone}', 'Contact: {name}, {phone}'],
  attachment: ['附件：{form}', 'Attachment: {form}'],
  form: ['有关事项办理情况反馈表', 'Reply form'],
  formResidents: ['群众反映事项办理情况反馈表', 'Reply form'],
  date: ['{year}年{month}月{day}日', '{year}-{month}-{day}'],
  undated: ['　　年　月　日', '(date)'],
  seal: ['（印章）', '(seal)'],
  copy: ['副本', 'Copy'],
  signer: ['填报人', 'Filled in by'],
  filledOn: ['填报日期', 'Date'],
  unit: ['承办单位（盖章）', 'Handling unit (seal)'],
  numberOf: ['来函文号', 'Number of the letter'],
  found: ['核实情况', 'Findings'],
  action: ['处理措施', 'Action taken'],
  evidence: ['佐证材料（附后）', 'Evidence (attached)'],
  responsible: ['责任人', 'Person responsible'],
} as const

/** The office's pages of letters. */
export const letters = {
  title: ['函', 'Letters'],
  none: ['没有要办的函。', 'No letters to deal with.'],
  only: ['办公室只看函，看不到反映件的原话。', "The office sees letters, not residents' words."],
  toNumber: ['待编号', 'To number'],
  out: ['已发', 'Issued'],
  closed: ['完成', 'Closed'],
  done: ['已回、退回、撤回', 'Answered, returned or withdrawn'],
  permits: ['等批准', 'To decide'],
  numberCol: ['文号', 'Number'],
  unit: ['承办单位', 'Handling unit'],
  team: ['巡察组', 'Team'],
  due: ['期限', 'Due'],
  state: ['状态', 'State'],
  open: ['打开', 'Open'],
  leaveBy: ['{day} 前发出', 'to leave by {day}'],
  sign: ['签发并编号', 'Sign and number'],
  signHelp: [
    '编号后不能改，只能撤回，撤回的编号保留。',
    'After numbering it can only be withdrawn; the number is kept.',
  ],
  print: ['打印', 'Print'],
  back: ['回到函', 'Back to letters'],
  backToReport: ['回到反映件', 'Back to the report'],
  signedAlready: [
    '这份函已经签发，编号 {number}，没有再编一次。',
    'This letter has been signed already as {number}; it was not numbered again.',
  ],
  givenBack: [
    '巡察组已经收回这份函，没有编号。',
    'The team has taken this letter back; no number was given.',
  ],
  tooLate: [
    '要求回函的日期已到，没有编号。请巡察组登记退回，改期再报。',
    'The reply date has come; no number was given. Ask the team to take it back and set a new date.',
  ],
  cannotOpen: [
    '打不开这份函：您没有办公室的钥匙。',
    'You do not hold the office key that opens this letter.',
  ],

  units: ['承办单位', 'Handling units'],
  addUnit: ['登记承办单位', 'Add a handling unit'],
  editUnit: ['改承办单位', 'Change the handling unit'],
  noUnits: ['还没有登记承办单位。', 'No handling units yet.'],
  name: ['名称（函上的全称）', 'Name (as in letters)'],
  contact: ['经办人', 'Person in charge'],
  phone: ['电话', 'Phone'],
  belongs: ['属于哪个被巡察单位', 'Inspected unit it belongs to'],
  belongsHelp: [
    '镇政府、村委会、镇里的站所都要选。反映干部的、怕被知道的，不会转给反映的单位和它的上级、下级。',
    'Choose it for town governments, village committees and their offices. Reports about conduct or from the afraid never go to the unit complained of, to what stands above it or under it.',
  ],
  belongsNone: ['不属于任何被巡察单位', 'Belongs to none'],
  choose: ['请选', 'Choose'],
  retired: ['停用（不再转给它）', 'Retired (gets no more letters)'],
  inUse: ['在用', 'In use'],
  retiredShort: ['停用', 'Retired'],

  permit: ['批准转办', 'Leave to refer'],
  permitAsk: ['{team}申请把一件反映转给{unit}。', '{team} asks to refer a report to {unit}.'],
  permitAbout: ['反映的单位：{about}', 'About: {about}'],
  permitWall: [
    '反映的就是它或它的上级、下级，而且反映干部，或反映人怕被知道。',
    'It is the unit complained of, or above or under it, and the report is about conduct or its writer is afraid.',
  ],
  permitReturned: ['已经退回两次，由办公室指定承办单位。', 'Returned twice; the office names the unit.'],
  permitReason: ['理由（上锁，巡察组和办公室能看）', 'Reason (locked, for the team and the office)'],
  grant: ['批准', 'Allow'],
  refuse: ['不批准', 'Do not allow'],
  decided: ['已经定了。', 'It has been decided already.'],
  ownPermit: [
    '这是您自己报的，由另一名管理员批。',
    'You asked for this yourself; another administrator decides.',
  ],
  movedOn: [
    '刚刚有人改过这份函，下面是现在的样子。',
    'Somebody has just changed this letter; it is shown as it is now.',
  ],
  ownDraft: [
    '这份函是您起草的，由另一名管理员签发。',
    'You drafted this letter; another administrator signs it.',
  ],
} as const

export const letterProblems = {
  missing: ['请填写。', 'Please fill this in.'],
  long: ['太长了，请写短些。', 'Too long; please shorten it.'],
  phone: ['电话不对。', 'This is no telephone number.'],
  belongs: ['请选一个，不属于的也要选。', 'Please choose, also when it belongs to none.'],
  taken: ['这个名称已经有了。', 'This name is already in the list.'],
  unitGone: ['这个单位没有了，请重选。', 'This unit is gone; choose again.'],
  reason: ['请写理由。', 'Please write the reason.'],
  day: ['日期不对：要在发函以后、今天以前。', 'Choose a day between the letter and today.'],
  other: ['这里不对，请再看看。', 'Something is wrong here.'],
} as const

/** What may be said to a resident at each stage. A person edits it; it never repeats content. */
export const templates = {
  label: ['用模板', 'Template'],
  none: ['不用模板', 'None'],
  verifying: [
    '正在核实。为保护您，这里不显示您写的内容。',
    'Being looked into. To protect you, your words are not shown here.',
  ],
  accepted: [
    '已受理，巡察组正在核实。请在 {date} 后再来看。',
    'Accepted; the team is looking into it. Please look again after {date}.',
  ],
  fixing: ['已要求马上解决，预计 {date} 前办好。', 'Ordered to be fixed at once, expected by {date}.'],
  referred: [
    '已转有关部门办理（没有转您的姓名、电话和原话），{date} 前回复。',
    'Passed on (without your name, phone or words). A reply by {date}.',
  ],
  extended: ['情况比较复杂，延长到 {date}。', 'It is complex and takes until {date}.'],
  unconfirmed: [
    '经核实，暂未发现您反映的情况。如有新的材料，可以在这里补充。',
    'We looked and have not found it so far. If you have more, add it here.',
  ],
  reopened: [
    '收到您的意见，重新核实，{date} 前回复。',
    'We have your comment and look again. A reply by {date}.',
  ],
  byTheRules: [
    '您反映的情况，已经按规定处理。谢谢您。',
    'What you told us has been handled by the rules. Thank you.',
  ],
} as const
