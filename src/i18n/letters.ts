import { plain } from './plain.ts'

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
  sign: ['签发并编号', 'Sign and number'],
  signHelp: [
    '编号后不能改，只能撤回，撤回的编号保留。',
    'After numbering it can only be withdrawn; the number is kept.',
  ],
  print: ['打印', 'Print'],
  printFirst: ['打印正本', 'Print the original'],
  printAgain: ['重打正本', 'Print the original again'],
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
  takenAway: [
    '巡察组刚刚另作处理，没有保存，这里不用再办。',
    'The team has just dealt with this otherwise. Nothing was saved; nothing is left to do here.',
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
  outside: ['知道，确实不属于', 'I know: it belongs to none'],
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
  long: plain.long,
  phone: ['电话不对。', 'This is no telephone number.'],
  belongs: ['请选一个，不属于的也要选。', 'Please choose, also when it belongs to none.'],
  taken: ['这个名称已经有了。', 'This name is already in the list.'],
  outside: [
    '名称像被巡察单位。属于它的，请在上面选。',
    'Named like an inspected unit. If it is part of it, choose that above.',
  ],
  unitGone: ['这个单位没有了，请重选。', 'This unit is gone; choose again.'],
  reason: ['请写理由。', 'Please write the reason.'],
  day: ['日期不对：要在发函以后、今天以前。', 'Choose a day between the letter and today.'],
  other: plain.other,
} as const
