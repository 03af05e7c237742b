import { plain } from './plain.ts'

/** The receipt, with the query code. */
export const receipt = {
  head: ['回执', 'Receipt'],
  title: ['收到了', 'Received'],
  stored: ['已经存好，交到巡察组了。', 'Stored, and with the team.'],
  storedOffice: ['已经存好，交到{office}了。', 'Stored, and with {office}.'],
  acceptedBy: ['已经受理，{date}前给您答复。', 'Accepted. An answer by {date}.'],
  toldBy: ['{date}前，告诉您归不归我们办。', 'By {date} we tell you whether it is ours to handle.'],
  news: ['有了新情况，在“查进度”里看。', 'There is news: see "Check progress".'],
  willCall: ['我们会打电话听您讲。', 'We will call you and listen.'],
  willCallThem: ['我们会打电话给本人，听他（她）讲。', 'We will call the person you wrote for and listen.'],
  code: ['这是您的查询码', 'Your query code'],
  write: [
    '请用笔抄下来。我们不知道您是谁，只认这个码。',
    'Please write it down. We do not know who you are; we know only this code.',
  ],
  writeKnown: [
    '请用笔抄下来。查进度只认这个码。',
    'Please write it down. Progress is shown for this code only.',
  ],
  group: ['第{n}组', 'Group {n}'],
  check: ['核对一下：第 3 组是哪四个数字？', 'A quick check: which four digits are group 3?'],
  right: ['对了，抄得没错。', 'Right.'],
  different: ['和上面不一样，请再看第 3 组。', 'Not the same; look at group 3 again.'],
  picture: [
    '或者长按下面的图，存到自己的手机。',
    'Or press and hold the picture to save it on your own phone.',
  ],
  pictureOther: [
    '或者请本人用自己的手机拍下面的图。',
    'Or let them photograph the picture with their own phone.',
  ],
  pictureAlt: ['查询码的图', 'Your query code as a picture'],
  pictureLater: ['以后长按这张图，就能打开进度。', 'Later, press and hold it to open your progress.'],
  pictureLaterPlain: [
    '以后长按这张图，会打开“查进度”，查询码照着图写。',
    'Later, press and hold it to open "Check progress", and copy the code from it.',
  ],
  pictureSmall: [
    '图上没写是什么事。怕别人翻手机，就只抄在纸上。',
    'The picture says nothing of the matter. If others may look at your phone, use paper only.',
  ],
  keepSecret: ['谁要都别给，我们也不会问您要。', 'Give it to nobody. We will never ask for it.'],
  keepForOther: [
    '查询码和小条是本人的。除了本人，谁要都别给，我们也不会问您要。',
    'Code and slip belong to the person you wrote for. Give them to nobody else. We will never ask for them.',
  ],
  lost: ['丢了找不回，但事情照样办。', 'If lost it cannot be found again, but your matter goes on.'],
  byPhone: ['打电话问也行', 'You can also ask by phone'],
  enquiry: ['报受理号 {number}，不用报查询码。', 'Give the enquiry number {number}, not the query code.'],
  call: ['打电话 {phone}', 'Call {phone}'],
  print: ['打印小条', 'Print a slip'],
  slipHead: ['便民回执', 'Local feedback: receipt'],
  slip: ['受理号 {number}　{domain}　{phone}', 'Enquiry number {number}, {domain}, {phone}'],
  slipKeep: ['请收好，别给别人看。', 'Keep it safe, show it to nobody.'],
  onPhone: [
    '这部手机把回执存一天。点“快速离开”马上清掉。不是您自己的手机，抄好了就离开并清除。',
    'This phone keeps the receipt for a day. "Leave quickly" clears it at once. If it is not your own, leave and clear once you have copied it.',
  ],
  leave: ['抄好了，离开并清除', 'Written down. Leave and clear'],
  sure: ['查询码抄好了吗？离开后就看不到了。', 'Have you written it down? It cannot be shown again.'],
  yes: ['抄好了，离开', 'Yes, leave'],
  notYet: ['再抄一下', 'Not yet'],
  helper: ['请把小条交给本人，您手机里的会清掉。', 'Give the slip to the person; your phone keeps nothing.'],
  noPrinter: ['没有打印机，就把查询码抄给本人。', 'No printer? Copy the query code out for them.'],
  plain: [
    '这部手机没有先上锁，您的话送到后已经上锁。',
    'This phone could not lock first; your words were locked on arrival.',
  ],
  cleared: ['都清掉了', 'Cleared'],
  clearedMore: [
    '微信和浏览器里可能还留着打开过的记录，可以自己删。',
    'WeChat or the browser may still list the visit; you can delete it there.',
  ],
  close: ['请关掉这个网页。', 'Please close this page.'],
} as const

/** Asking with a query code. */
export const ask = {
  title: ['查进度', 'Check progress'],
  code: ['查询码（20 个数字）', 'Query code (20 digits)'],
  groups: ['一组一组地写，空格可有可无。', 'Group by group; spaces do not matter.'],
  picture: [
    '存过图的，在相册里长按那张图就能打开。',
    'If you saved the picture, press and hold it in your album.',
  ],
  picturePlain: ['存过图的，查询码照着那张图写。', 'If you saved the picture, copy the code from it.'],
  plain: [
    '这部手机开不了锁，查询码会送到我们这里开，用完就忘。',
    'This phone cannot unlock. Your code is sent to us to unlock, then forgotten.',
  ],
  show: ['看进度', 'Show progress'],
  working: ['正在开锁，请等几秒……', 'Unlocking, a few seconds…'],
  length: ['一共 20 个数字，现在是 {n} 个。', 'There should be 20 digits; now there are {n}.'],
  digit: ['有一个数字可能抄错了，请照着纸再看一遍。', 'One digit may be wrong. Please check your paper.'],
  nothing: ['没有查到。请一组一组再看一遍。', 'Nothing found. Please check group by group.'],
  nothingCall: [
    '还是不行，请打 {phone}，报受理号。',
    'If it still fails, call {phone} with the enquiry number.',
  ],
  slowed: ['现在查的人多，请等 {n} 秒。', 'Many people are asking. Please wait {n} seconds.'],
  offline: plain.noSignal,
} as const

/** The progress page, around the sentences of `progress`. */
export const answer = {
  road: ['走到哪一步了', 'How far it has come'],
  talk: ['巡察组对您说', 'What the team told you'],
  talkOffice: ['{office}对您说', 'What {office} told you'],
  hidden: ['为保护您，这里不显示您写的话。', 'To protect you, your words are not shown here.'],
  opened: [
    '这次是在我们这里开的锁，用完就忘了。',
    'It was unlocked on our side this time, and forgotten after use.',
  ],
  add: ['补充几句', 'Add something'],
  added: ['您在{date}补充过。', 'You added something on {date}.'],
  attach: ['加照片、录音、视频、文件', 'Add photos, voice, video or files'],
  addEmpty: ['请写几句再交。', 'Please write a few lines first.'],
  sent: ['补充的话收到了。', 'Your addition has arrived.'],
  sentWith: ['补充的收到了。照片、录音看下面。', 'Your addition has arrived. For its files, see below.'],
  noAnswer: plain.noAnswer,
  held: ['送到以前不能改。', 'Until it has arrived it cannot be changed.'],
  unsent: [
    '您上次补充的，可能还没送到。网页开着，会自己再送。',
    'What you added last time may not have arrived. While this page is open, it is sent again by itself.',
  ],
  unopened: [
    '这条话打不开，请打 {phone}，报受理号。',
    'This message cannot be opened. Call {phone} with the enquiry number.',
  ],
  erase: ['删掉我的姓名和电话', 'Erase my name and phone'],
  eraseSure: [
    '删掉后，我们就没有您的联系方式了。写过的照样办。',
    'We then no longer have a way to reach you. What you wrote is still dealt with.',
  ],
  eraseCall: [
    '删掉后，谁也打不了您的电话了。没写过是什么事的，请写在“补充几句”里。',
    'After that nobody can call you. If you have not written what it is about, write it under "Add something".',
  ],
  eraseYes: ['删掉', 'Erase'],
  eraseNo: ['先不删', 'Not now'],
  erased: ['姓名和电话已经删掉了。', 'Your name and phone have been erased.'],
  overtaken: ['刚才没存上，请再点一次。', 'It was not stored just now; please press again.'],
  tooMany: [
    '今天补充得够多了，这一段没收下。明天再写，或者打电话。',
    'That is all for one day: this was not taken in. Write again tomorrow, or call.',
  ],
  tooMuch: [
    '加的照片、录音太多，这件事放不下了，这次没收下。请少加几个，或者打电话。',
    'This matter has no room for so many files: this was not taken in. Leave some out, or call.',
  ],
  tooLate: [
    '这件事已经结束，刚写的没收下。',
    'This matter has closed; what you just wrote was not taken in.',
  ],
  tooLateCall: [
    '您写的在下面，可以抄下来。要紧的，请打 {phone}。',
    'Your words are below to copy. If it matters, call {phone}.',
  ],
  addLong: ['多了 {n} 字。请删一些，或者分两次交。', '{n} characters too many. Shorten it, or send two.'],
  leave: ['离开并清除', 'Leave and clear'],
  leaveSure: ['清掉后，再看要重新写查询码。', 'To look again you will need your code.'],
  leaveYes: ['清掉，离开', 'Clear and leave'],
  leaveNo: ['再看看', 'Stay'],
} as const
