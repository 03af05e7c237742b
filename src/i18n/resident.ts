/** R1 */
export const front = {
  title: ['您要做什么？', 'What would you like to do?'],
  number: ['公告号（纸上的 6 个数字）', 'Notice number (6 digits on the paper)'],
  open: ['打开', 'Open'],
  progress: ['查进度', 'Check progress'],
  genuine: ['公告是真是假', 'Is this notice real?'],
  call: ['打电话 {phone}', 'Call {phone}'],
  wrongLength: [
    '公告号是 6 个数字，请照着纸再看看。',
    'A notice number has 6 digits. Please look at the paper again.',
  ],
  unknown: [
    '没有这个公告号。请再看一遍，或打 {phone}。',
    'There is no such number. Look again, or call {phone}.',
  ],
} as const

/** R2. Who is passed by depends on what is inspected. */
export const landing = {
  say: ['有话请讲', 'Tell us what is wrong'],
  leadVillage: [
    '这里直通巡察组，不经过村里、镇里。',
    'This goes straight to the inspection team, not through the village or the town.',
  ],
  leadCommunity: [
    '这里直通巡察组，不经过社区、镇街。',
    'This goes straight to the inspection team, not through the community or the town.',
  ],
  leadTown: [
    '这里直通巡察组，不经过镇里。',
    'This goes straight to the inspection team, not through the town.',
  ],
  leadOrgan: [
    '这里直通巡察组，不经过这个单位。',
    'This goes straight to the inspection team, not through this organisation.',
  ],
  leadProject: [
    '这里直通巡察组，不经过建设和施工单位。',
    'This goes straight to the inspection team, not through the builder or the client.',
  ],
  promiseWho: [
    '不用登记。您不说，我们就不知道您是谁。',
    'No sign-up. Unless you tell us, we do not know who you are.',
  ],
  promiseLocked: [
    '您写的话在手机上就上了锁，只有巡察人员打得开。',
    'What you write is locked on your phone. Only inspection staff can open it.',
  ],
  promiseArrival: [
    '您写的话送到就上锁，只有巡察人员打得开。',
    'What you write is locked on arrival. Only inspection staff can open it.',
  ],
  promiseVillage: [
    '村里、镇里看不到您的原话，我们也不说是谁讲的。',
    'The village and the town never see your words, and we never say who spoke.',
  ],
  promiseCommunity: [
    '社区、镇街看不到您的原话，我们也不说是谁讲的。',
    'The community and the town never see your words, and we never say who spoke.',
  ],
  promiseOrgan: [
    '这个单位看不到您的原话，我们也不说是谁讲的。',
    'This organisation never sees your words, and we never say who spoke.',
  ],
  kind: ['您要讲的是', 'What you want to tell'],
  kindHelp: ['点一个，再往下写。', 'Pick one, then go on below.'],
  onward: ['往下写', 'Go on below'],
  problem: ['有事要解决', 'Something needs fixing'],
  problemVillage: ['补贴、低保、路、水、征地……', 'subsidies, welfare, roads, water, land'],
  problemOrgan: ['办事难、拖着不办、乱收费', 'difficult service, delays, wrong fees'],
  problemProject: ['质量、工钱、占地、安全', 'quality, wages, land, safety'],
  conduct: ['有人做得不对', 'Someone is doing wrong'],
  conductMore: ['要好处、不公道、欺负人', 'asking for favours, unfair, bullying'],
  suggestion: ['提个建议', 'Make a suggestion'],
  call: ['不会写字？打电话讲', 'Rather talk? Call us'],
  callThen: ['　', ', '],
  progress: ['查进度', 'Check progress'],
  sameNumber: [
    '纸上的公告号是 {number} 吗？不一样就别填，请打纸上的电话。',
    'Does the paper show {number}? If not, do not fill this in; call the number on the paper.',
  ],
  neverAsk: [
    '我们不要钱，不要验证码、银行卡号、身份证号。',
    'We never ask for money, codes, bank cards or ID numbers.',
  ],
  until: ['{round}。收到 {closes}为止。', '{round}. Open until {closes}.'],
  theme: ['这一轮只看：{theme}。', 'This round looks only at: {theme}.'],
  belongs: ['哪些事归这里', 'What belongs here'],
  belongsVillage: [
    '归这里：村干部，村里的钱、地、补贴、工程，急着要办的事。',
    'Here: village officials, money, land, subsidies, works, urgent troubles.',
  ],
  belongsOrgan: [
    '归这里：这个单位的领导、干部和办事。',
    "Here: this organisation's leaders, staff and service.",
  ],
  belongsProject: [
    '归这里：这个工程的质量、工钱、占地、安全、招标。',
    'Here: quality, wages, land, safety and tenders of this project.',
  ],
  belongsNot: [
    '不归这里：正在打官司、已经判过的事。讲了也不要紧，我们告诉您找谁。',
    'Not here: matters in court or already judged. No harm in telling us; we say whom to ask.',
  ],
  danger: ['有人有危险，请马上打 110。', 'If someone is in danger, call 110 now.'],
  secrets: ['请不要在网上写国家秘密。', 'Do not write state secrets on the internet.'],
} as const

/** R2, the page of a code that takes nothing now. */
export const standings = {
  draft: ['试扫成功。这张公告还没启用，先不用填。', 'Test scan worked. This notice is not in use yet.'],
  notYet: ['{opens}开始收。急事请打 {phone}。', 'Opens on {opens}. If urgent, call {phone}.'],
  paused: ['暂时停收：{reason}。可以先打 {phone}。', 'Paused: {reason}. You can call {phone}.'],
  closed: ['这一轮 {closes}已经截止。', 'This round closed on {closes}.'],
  closedKept: ['讲过的照样办，照样能查。', 'What was told is still being handled and can be checked.'],
  closedNews: ['有新的事，请打 {officePhone} 或 12345。', 'For something new, call {officePhone} or 12345.'],
  revoked: [
    '这张公告停用了，先别填。请打 {phone}。',
    'This notice was withdrawn. Do not fill it in; call {phone}.',
  ],
  unknown: [
    '没有这张公告，可能是假的，也可能没扫清。',
    'No such notice. It may be fake, or the scan was unclear.',
  ],
  unknownCall: ['先别填，请打纸上的电话问一问。', 'Do not fill it in. Call the number on the paper.'],
  wrongChain: [
    '先别写。这个网页和纸上的码对不上。',
    'Please do not write yet. This page does not match the printed code.',
  ],
  wrongChainCall: ['请打纸上印的电话告诉我们。', 'Please call the number printed on the paper.'],
  notReady: ['现在还收不了，请打 {phone}。', 'Nothing can be received just now. Please call {phone}.'],
} as const

/** R6, closed between opening and sending. */
export const meanwhile = {
  closed: [
    '刚刚截止，没收下。您写的还在，请打 {phone} 或 12345。',
    'It has just closed and was not accepted. Your words are still here; call {phone} or 12345.',
  ],
  paused: [
    '刚刚暂停，没收下。您写的还在，可以先打 {phone}。',
    'It has just been paused and was not accepted. Your words are still here; you can call {phone}.',
  ],
  revoked: [
    '这张公告刚停用，没收下。您写的还在，请打 {phone}。',
    'This notice was just withdrawn; not accepted. Your words are still here; call {phone}.',
  ],
  other: [
    '现在收不了，没收下。您写的还在，请打 {phone}。',
    'Nothing can be received now; not accepted. Your words are still here; call {phone}.',
  ],
  wrongChain: [
    '这个网页和纸上的码对不上，没收下。您写的还在，请打纸上印的电话。',
    'This page does not match the printed code; not accepted. Your words are still here; call the number on the paper.',
  ],
  yours: ['您写的', 'What you wrote'],
} as const

/** R3 to R5 */
export const steps = {
  at: ['{unit} · 第 {n} 步，共 3 步', '{unit} · Step {n} of 3'],
  next: ['下一步', 'Next'],
  back: ['返回', 'Back'],
  mend: ['还差 {n} 样', '{n} things to mend'],
  mendOne: ['还差 1 样', 'One thing to mend'],

  matter: ['是哪方面的事？', 'What is it about?'],
  matterSuggestion: ['建议是哪方面的？', 'What is your suggestion about?'],
  matterLine: ['点一个最像的。点错没关系。', 'Pick the closest. A wrong choice does no harm.'],

  words: ['怎么回事？', 'What happened?'],
  wordsConduct: ['是谁，做了什么？', 'Who did what?'],
  wordsSuggestion: ['您的建议是什么？', 'What do you suggest?'],
  wordsLine: ['写几句就行，错别字没关系。', 'A few lines are enough. Mistakes do not matter.'],
  wordsHelp: [
    '写上这些更好办：时间、地点、人、事、凭据。不知道的不用写。',
    'It helps to say when, where, who, what, and what shows it. Leave out what you do not know.',
  ],
  wordsCareful: [
    '只有您一个人知道的细节，可以先不写，等巡察组在这里问您。',
    'Details only you could know can wait until the team asks you here.',
  ],
  yourWords: ['您写的话', 'Your words'],
  left: ['还可以写 {n} 字', '{n} characters left'],
  over: ['多了 {n} 字', '{n} characters too many'],
  callMe: ['我不会写，请给我打电话', 'I cannot write this. Please call me'],
  subject: ['这个人的姓名、职务（可以不填）', "This person's name and post (optional)"],
  subjectHelp: ['反映人的时候填。', 'Only when it is about a person.'],
  place: ['在哪里？（可以不填）', 'Where? (optional)'],
  placeHelp: [
    '已填好：{unit}。可以加小组、路名、地名。',
    'Already filled: {unit}. You may add group, road or place.',
  ],

  reply: ['怎样给您回音？', 'How shall we answer you?'],
  anonymous: ['我自己查，不留姓名电话', 'I will check myself, no name, no phone'],
  anonymousMore: ['用查询码看进度', 'with a query code'],
  contactOnly: ['只留电话', 'Phone only'],
  contactOnlyMore: ['有事问您才打', 'we call only if we need to ask'],
  named: ['留姓名和电话', 'Name and phone'],
  namedMore: ['先办，办完一定答复您', 'handled first, and you will be answered'],
  phone: ['电话', 'Phone'],
  name: ['姓名', 'Name'],
  bestTime: ['什么时候方便接', 'Best time'],
  anyTime: ['都可以', 'any time'],
  morning: ['上午', 'morning'],
  noon: ['中午', 'noon'],
  evening: ['晚上', 'evening'],
  dialect: ['讲什么话', 'Language spoken'],
  anyDialect: ['都可以', 'any'],
  lockedApart: [
    '电话另外上锁，只有组长和副组长打得开。',
    'Your phone is locked separately. Only the leader and deputy can open it.',
  ],
  askFirst: [
    '打过去先问是不是您，不是您就不说事。',
    'We first ask if it is you, and say nothing to anyone else.',
  ],
  consent: ['我同意巡察组为这件事打这个电话', 'I agree that the team may call this number about this matter'],
  afraid: ['我怕被别人知道', 'I am afraid of being found out'],
  afraidMore: ['我们更小心，不直接转给{unit}', 'we take more care and do not pass it to {unit}'],
  court: [
    '这件事在打官司，或者别处正在办？（可以不答）',
    'Is it in court, or with another office? (optional)',
  ],
  no: ['没有', 'No'],
  yes: ['有', 'Yes'],
  unsure: ['不清楚', 'Not sure'],
  forOther: ['我是替别人写的', 'I am writing for someone else'],
  forOtherMore: [
    '反映村干部的事，请家里人帮忙，别请村干部代写。',
    'If it is about village officials, ask family, not an official, to write.',
  ],
  lookOver: ['看一遍，要改就点“改”', 'Look it over; press "Change" to change'],
  change: ['改', 'Change'],
  rowMatter: ['哪方面', 'Matter'],
  rowWords: ['写的话', 'Words'],
  rowPlace: ['在哪里', 'Place'],
  rowReply: ['怎样回音', 'Answer'],
  truthful: [
    '记错了没关系。请不要编造，编造要负责任。',
    'Honest mistakes are fine. Please do not make things up; that has consequences.',
  ],
  send: ['上锁，交给巡察组', 'Lock and hand to the team'],
  sendPlain: ['交给巡察组', 'Hand to the team'],
  notAgain: [
    '交出去以后，网页上不再显示您写的话。',
    'Once handed over, your words are not shown here again.',
  ],
  use: ['您写的东西我们怎么用', 'How we use what you write'],
} as const

/** R3 to R5, what is wrong, by field and kind of mistake. */
export const wrong = {
  kind: {
    missing: ['请先点一样：有事、有人，还是建议。', 'Please pick one: a matter, a person, or a suggestion.'],
  },
  tile: {
    missing: ['请点一个。不知道点哪个，就点“说不清楚”。', 'Please pick one. If unsure, pick "Hard to say".'],
  },
  text: {
    missing: [
      '请写几句是什么事。不会写，就点“请给我打电话”。',
      'Please write a few lines, or tick "Please call me".',
    ],
    long: ['多了 {n} 字。请删一些，或者分两次讲。', '{n} characters too many. Shorten it, or send two.'],
  },
  subject: { long: ['多了 {n} 字，请写短一些。', '{n} characters too many. Please shorten it.'] },
  place: { long: ['多了 {n} 字，请写短一些。', '{n} characters too many. Please shorten it.'] },
  reply: {
    missing: [
      '写了电话，请点“只留电话”或者“留姓名和电话”。',
      'You gave a phone; please pick "Phone only" or "Name and phone".',
    ],
    call: ['要我们打电话，就请留个电话。', 'To be called, please leave a phone number.'],
  },
  phone: {
    wrong: ['电话好像不对，请再看看。', 'The phone number looks wrong. Please check.'],
    long: ['多了 {n} 字，请只写电话。', '{n} characters too many. Please write the number only.'],
  },
  name: {
    missing: ['留姓名的，请把姓名和电话都写上。', 'Please give both name and phone.'],
    long: ['多了 {n} 字，请写短一些。', '{n} characters too many. Please shorten it.'],
  },
  consent: {
    missing: [
      '请点“同意打这个电话”，或者改成“我自己查”。',
      'Tick the agreement, or choose "I will check myself".',
    ],
  },
} as const

/** R6, what the page must be able to say without an answer from us. */
export const sending = {
  sealing: ['正在上锁……', 'Locking…'],
  sending: ['正在送出，请先别关网页。', 'Sending. Please keep this page open.'],
  slow: ['信号慢，还在送。您写的都在，不会丢。', 'Weak signal, still sending. Nothing is lost.'],
  offline: [
    '现在没有信号。您写的都在，有信号再点一次。',
    'No signal. Your words are still here; try again when it returns.',
  ],
  noAnswer: [
    '还没送到。您写的都在，请再送一次。',
    'Not delivered yet. Your words are still here; send again.',
  ],
  again: ['再送一次', 'Send again'],
  kept: ['您上次在这里交过，回执还在这部手机里。', 'Your last receipt from here is still on this phone.'],
  keptUnsent: [
    '您上次在这里交的，可能还没送到。点“看回执”，再送一次。',
    'What you handed over here may not have arrived. Press "See the receipt" to send it again.',
  ],
  see: ['看回执', 'See the receipt'],
  fetching: ['正在取回执，请等一等。', 'Fetching your receipt, please wait.'],
  sentOffline: ['现在没有信号。有信号再点一次。', 'No signal. Try again when it returns.'],
  unsentOffline: [
    '还没送到。您写的都在，请再点“看回执”。',
    'Not delivered yet. Your words are still here; press "See the receipt" again.',
  ],
  clear: ['清掉', 'Clear'],
} as const

/** R7 */
export const receipt = {
  head: ['回执', 'Receipt'],
  title: ['收到了', 'Received'],
  stored: ['已经存好，交到巡察组了。', 'Stored, and with the team.'],
  acceptedBy: ['已经受理，{date}前给您答复。', 'Accepted. An answer by {date}.'],
  toldBy: ['{date}前，告诉您归不归我们办。', 'By {date} we tell you whether it is ours to handle.'],
  code: ['这是您的查询码', 'Your query code'],
  write: [
    '请用笔抄下来。我们不知道您是谁，只认这个码。',
    'Please write it down. We do not know who you are; we know only this code.',
  ],
  group: ['第{n}组', 'Group {n}'],
  check: ['核对一下：第 3 组是哪四个数字？', 'A quick check: which four digits are group 3?'],
  right: ['对了，抄得没错。', 'Right.'],
  different: ['和上面不一样，请再看第 3 组。', 'Not the same; look at group 3 again.'],
  picture: [
    '或者长按下面的图，存到自己的手机。',
    'Or press and hold the picture to save it on your own phone.',
  ],
  pictureAlt: ['查询码的图', 'Your query code as a picture'],
  pictureLater: ['以后长按这张图，就能打开进度。', 'Later, press and hold it to open your progress.'],
  pictureSmall: [
    '图上没写是什么事。怕别人翻手机，就只抄在纸上。',
    'The picture says nothing of the matter. If others may look at your phone, use paper only.',
  ],
  keepSecret: ['谁要都别给，我们也不会问您要。', 'Give it to nobody. We will never ask for it.'],
  lost: ['丢了找不回，但事情照样办。', 'If lost it cannot be found again, but your matter goes on.'],
  byPhone: ['打电话问也行', 'You can also ask by phone'],
  enquiry: ['报受理号 {number}，不用报查询码。', 'Give the enquiry number {number}, not the query code.'],
  call: ['打电话 {phone}', 'Call {phone}'],
  print: ['打印小条', 'Print a slip'],
  slipHead: ['便民回执', 'Local feedback: receipt'],
  slip: ['受理号 {number}　{domain}　{phone}', 'Enquiry number {number}, {domain}, {phone}'],
  slipKeep: ['请收好，别给别人看。', 'Keep it safe, show it to nobody.'],
  leave: ['抄好了，离开并清除', 'Written down. Leave and clear'],
  sure: ['查询码抄好了吗？离开后就看不到了。', 'Have you written it down? It cannot be shown again.'],
  yes: ['抄好了，离开', 'Yes, leave'],
  notYet: ['再抄一下', 'Not yet'],
  plain: [
    '这部手机没有先上锁，您的话送到后已经上锁。',
    'This phone could not lock first; your words were locked on arrival.',
  ],
  cleared: [
    '都清掉了。微信里可能还留着打开过的记录，可以自己删。',
    'Cleared. WeChat may still list the visit; you can delete it there.',
  ],
  close: ['请关掉这个网页。', 'Please close this page.'],
} as const

/** R8 */
export const ask = {
  title: ['查进度', 'Check progress'],
  code: ['查询码（20 个数字）', 'Query code (20 digits)'],
  groups: ['一组一组地写，空格可有可无。', 'Group by group; spaces do not matter.'],
  picture: [
    '存过图的，在相册里长按那张图就能打开。',
    'If you saved the picture, press and hold it in your album.',
  ],
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
  offline: ['现在没有信号。有信号再点一次。', 'No signal. Try again when it returns.'],
} as const

/** R9, around the sentences of `progress`. */
export const answer = {
  road: ['走到哪一步了', 'How far it has come'],
  talk: ['巡察组对您说', 'What the team told you'],
  hidden: ['为保护您，这里不显示您写的话。', 'To protect you, your words are not shown here.'],
  opened: [
    '这次是在我们这里开的锁，用完就忘了。',
    'It was unlocked on our side this time, and forgotten after use.',
  ],
  add: ['补充几句', 'Add something'],
  addEmpty: ['请写几句再交。', 'Please write a few lines first.'],
  sent: ['补充的话收到了。', 'Your addition has arrived.'],
  noAnswer: [
    '还没送到。您写的都在，请再送一次。',
    'Not delivered yet. Your words are still here; send again.',
  ],
  unopened: [
    '这条话打不开，请打 {phone}，报受理号。',
    'This message cannot be opened. Call {phone} with the enquiry number.',
  ],
  erase: ['删掉我的姓名和电话', 'Erase my name and phone'],
  eraseSure: [
    '删掉后，我们就打不了您的电话了。事情照样办。',
    'We can then no longer call you. Your matter goes on.',
  ],
  eraseYes: ['删掉', 'Erase'],
  eraseNo: ['先不删', 'Not now'],
  erased: ['姓名和电话已经删掉了。', 'Your name and phone have been erased.'],
  overtaken: ['刚才没存上，请再点一次。', 'It was not stored just now; please press again.'],
  tooLate: [
    '这件事已经结束，刚写的没收下。',
    'This matter has closed; what you just wrote was not taken in.',
  ],
  tooLateCall: [
    '您写的在下面，可以抄下来。要紧的，请打 {phone}。',
    'Your words are below to copy. If it matters, call {phone}.',
  ],
  nothingNew: ['还没有新的情况。', 'Nothing new yet.'],
  addLong: ['多了 {n} 字。请删一些，或者分两次交。', '{n} characters too many. Shorten it, or send two.'],
  leave: ['离开并清除', 'Leave and clear'],
  leaveSure: ['清掉后，再看要重新写查询码。', 'To look again you will need your code.'],
  leaveYes: ['清掉，离开', 'Clear and leave'],
  leaveNo: ['再看看', 'Stay'],
} as const

/** R11 */
export const safer = {
  title: ['更放心的做法', 'Staying safe'],
  anywhere: [
    '不用在公告旁边填，回家再填也一样。',
    'You need not do it beside the notice. At home is just as good.',
  ],
  ownData: ['用自己的流量，别用村委会的无线网。', "Use your own data, not the village office's Wi-Fi."],
  weChat: [
    '微信会知道您打开过这个网页。介意的话，点右上角，用浏览器打开。',
    'WeChat knows you opened this page. If you mind, open it in the browser from the top right corner.',
  ],
  speech: [
    '说话转文字会经过输入法公司。介意的话，就打字、手写或打电话。',
    "Speech input passes through the keyboard's company. If you mind, type, write or call.",
  ],
  picture: ['别人的手机上不要存查询码的图。', "Do not save the picture on someone else's phone."],
  leave: ['写完点“离开并清除”。', 'When done, press "Leave and clear".'],
  calls: ['接电话不方便，就用查询码在这里看。', 'If calls are awkward, look here with your code.'],
  sealed: [
    '内容在您的手机上加密。巡察组的钥匙万一丢了，要两名保管人一起才打得开。',
    "What you write is encrypted on your phone. If the team's key is lost, two keepers of sealed sheets must come together to open it.",
  ],
  after: [
    '巡察组走了还没办完的，由{office}接着办。',
    'What is unfinished when the team leaves is carried on by {office}.',
  ],
} as const

/** Before set-up the office has no name of its own. */
export const unnamedOffice = ['巡察办', 'the inspection office'] as const

/** R12 */
export const use = {
  title: ['您写的东西我们怎么用', 'How we use what you write'],
  who: ['谁在用', 'Who'],
  whoText: [
    '{office}和{team}，只为核实和办理您讲的事。',
    '{office} and {team}, only to look into what you told.',
  ],
  team: ['巡察组', 'the inspection team'],
  whom: ['给谁看', 'Who else'],
  whomText: [
    '要请别的单位办时，只给改写过的摘要。',
    'if another office must act, it gets only a rewritten summary.',
  ],
  long: ['存多久', 'How long'],
  longText: [
    '姓名和电话，有答复 {days} 天后删掉。内容按规定保存。',
    'name and phone are erased {days} days after the answer; the rest as the rules require.',
  ],
  may: ['您可以', 'You may'],
  mayText: [
    '用查询码补充，也可以要求删掉姓名和电话。',
    'add to it with your code, and have name and phone erased.',
  ],
  questions: ['不放心', 'Questions'],
  questionsText: ['打 {phone}。', 'call {phone}.'],
  colon: ['：', ': '],
} as const
