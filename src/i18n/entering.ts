import { plain } from './plain.ts'

/** What somebody told by letter, call or visit, entered by staff; and the slip they take home. */
export const entering = {
  link: ['登记来信来电来访', 'Enter a letter, call or visit'],
  title: ['登记来信来电来访', 'Enter a letter, call or visit'],
  note: ['代录要读给本人听一遍。', 'Read what you enter back to whoever told it.'],
  channel: ['渠道', 'Channel'],
  unit: ['单位', 'Unit'],
  kind: ['种类', 'Kind'],
  tile: ['类别', 'Category'],
  text: ['内容', 'What was told'],
  textHelp: ['照原话写，上锁后只有{team}能看。', 'In their own words. Once locked, only {team} reads it.'],
  place: ['地点', 'Place'],
  subject: ['被反映人', 'Person concerned'],
  contact: ['姓名电话（愿意留才填）', 'Name and phone (only if they wish)'],
  contactHelp: [
    '另外上锁，只有组长和副组长能看。不愿意留，就空着。',
    'Locked apart, for the leader and the deputy. Leave it empty if they would rather not.',
  ],
  officeContactHelp: ['不愿意留，就空着。', 'Leave it empty if they would rather not.'],
  onlyTeams: [
    '这里只登记反映巡察组的人的。反映单位的，交给巡察组登记。',
    'Only what is about people of a team. What is about a unit, its team enters.',
  ],
  phone: ['电话（没有电话的，写回信地址）', 'Phone (or, without one, the address to write to)'],
  name: ['姓名', 'Name'],
  consent: ['本人同意打这个电话', 'They agree to be called on it'],
  afraid: ['怕被人知道', 'Afraid of being known'],
  receivedOn: ['收到日期', 'Received on'],
  noCode: ['无法交付查询码', 'Code cannot be handed over'],
  noCodeHelp: [
    '来信、意见箱的信没有回信地址的才勾，勾了就不做查询码。当面说的、打电话说的，念给本人抄。',
    'Only for a letter, or one from the box, without a return way: then no code is made. Whoever speaks can be told it.',
  ],
  submit: ['登记', 'Enter'],
  noUnits: ['还没有分到单位。', 'No unit is assigned yet.'],
  noKeys: [
    '本组的锁还没有确认，登记不了。请找巡察办。',
    "The team's lock is not confirmed yet, so nothing can be entered. Ask the office.",
  ],
  closed: ['本组已撤点，不再登记。', 'The team has left; nothing is entered any more.'],
  untrue: [
    '锁没有总钥匙的签名，没有登记。请告诉管理员。',
    'The lock is not signed by the master key, so nothing was entered. Tell the administrator.',
  ],

  done: ['登记好了', 'Entered'],
  once: [
    '请现在打印或念给本人抄。关掉就看不到了。',
    'Print it now, or read it out to be copied. Once closed it is gone.',
  ],
  doneNoCode: ['没有查询码。本人问起时，凭受理号来问。', 'There is no code. They may ask by the number.'],
  print: ['打印回执', 'Print the slip'],
  open: ['打开这一件', 'Open the report'],
  another: ['再登记一件', 'Enter another'],
  slip: ['便民回执', 'Slip'],
  code: ['查询码', 'Query code'],
  group: ['第{n}组', 'Group {n}'],
  picture: ['查询码的二维码', 'The query code as a QR symbol'],
  enquiry: ['受理号 {number}', 'Enquiry number {number}'],
  keep: ['请收好，别给别人看。', 'Keep it safe and show it to nobody.'],
} as const

export const enterProblems = {
  channel: ['请选渠道。', 'Please choose how it came.'],
  unit: ['请选单位。', 'Please choose the unit.'],
  kind: ['请选种类。', 'Please choose the kind.'],
  tile: ['请选这个单位的类别。', 'Please choose a category of this unit.'],
  text: ['请写内容。', 'Please write what was told.'],
  contact: [
    '写了姓名，还要电话或地址；不愿意留就都空着。',
    'A name needs a phone or an address; or leave both empty.',
  ],
  consent: [
    '留电话要本人同意：同意就勾上，不同意就把电话删掉。',
    'A phone is kept only if they agree: tick this, or clear the phone.',
  ],
  noCode: [
    '本人在场或者在电话里，查询码可以念给本人抄：去掉这个勾。',
    'Whoever speaks can be told the code: clear this tick.',
  ],
  day: plain.dayAgain,
  dayAhead: plain.dayAhead,
  window: ['本轮 {opens}才开始受理。', 'Intake of the round opened only on {opens}.'],
  epoch: [
    '本组刚换了锁。您写的还在，请再按一次“登记”。',
    'The team has just changed its lock. Your text is kept; press Enter once more.',
  ],
  taken: ['没有登记成，请再按一次“登记”。', 'It was not entered; press Enter once more.'],
  other: plain.other,
} as const
