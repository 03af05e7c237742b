import { plain } from './plain.ts'

/** The form, step by step. */
export const steps = {
  at: ['{about} · 第 {n} 步，共 3 步', '{about} · Step {n} of 3'],
  next: ['下一步', 'Next'],
  back: ['返回', 'Back'],
  mend: ['还差 {n} 样', '{n} things to mend'],
  mendOne: ['还差 1 样', 'One thing to mend'],

  matterAny: ['是哪方面的？', 'What is it about?'],
  matter: ['是哪方面的事？', 'What is it about?'],
  matterSuggestion: ['建议是哪方面的？', 'What is your suggestion about?'],
  matterLine: ['点一个最像的。点错没关系。', 'Pick the closest. A wrong choice does no harm.'],

  wordsAny: ['您想讲什么？', 'What would you like to tell us?'],
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
  wordsCarefulOffice: [
    '只有您一个人知道的细节，可以先不写，等{office}在这里问您。',
    'Details only you could know can wait until {office} asks you here.',
  ],
  yourWords: ['您写的话', 'Your words'],
  left: ['还可以写 {n} 字', '{n} characters left'],
  over: ['多了 {n} 字', '{n} characters too many'],
  callMe: ['我不会写，请给我打电话', 'I cannot write this. Please call me'],
  subject: ['这个人的姓名、职务（可以不填）', "This person's name and post (optional)"],
  subjectHelp: ['反映人的时候填。', 'Only when it is about a person.'],
  place: ['在哪里？（可以不填）', 'Where? (optional)'],
  placeHelp: [
    '{unit}不用再写。可以写小组、路名、地名。',
    'No need to write {unit}. You may give the group, road or place.',
  ],
  placeOffice: ['可以写在哪里碰到的。', 'You may say where it happened.'],

  reply: ['怎样给您回音？', 'How shall we answer you?'],
  anonymous: ['我自己查，不留姓名电话', 'I will check myself, no name, no phone'],
  anonymousMore: ['用查询码看进度', 'with a query code'],
  contactOnly: ['只留电话', 'Phone only'],
  contactOnlyMore: ['有事问您{or}才打', 'we call only if we need to ask{or}'],
  contactOnlyOr: ['，或者您要我们打，', ' or if you ask us to'],
  contactOnlyCall: ['我们打给您，听您讲', 'we call you and listen'],
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
  notKept: ['交出去以前，电话和姓名不存。', 'Phone and name are not kept until you send.'],
  lockedApartOffice: [
    '电话另外上锁，只有{office}打得开。',
    'Your phone is locked separately. Only {office} can open it.',
  ],
  consentOffice: [
    '我同意{office}为这件事打这个电话',
    'I agree that {office} may call this number about this matter',
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
  helper: ['替别人写的，可以再留您自己的电话', 'Writing for someone else, you may add your own phone'],
  lookOver: ['看一遍，要改就点“改”', 'Look it over; press "Change" to change'],
  change: ['改', 'Change'],
  rowMatter: ['哪方面', 'Matter'],
  rowWords: ['写的话', 'Words'],
  rowSubject: ['什么人', 'Person'],
  rowPlace: ['在哪里', 'Place'],
  rowReply: ['怎样回音', 'Answer'],
  truthful: [
    '记错了没关系。请不要编造，编造要负责任。',
    'Honest mistakes are fine. Please do not make things up; that has consequences.',
  ],
  sendOffice: ['上锁，交给{office}', 'Lock and hand to {office}'],
  sendPlainOffice: ['交给{office}', 'Hand to {office}'],
  send: ['上锁，交给巡察组', 'Lock and hand to the team'],
  sendPlain: ['交给巡察组', 'Hand to the team'],
  notAgain: [
    '交出去以后，网页上不再显示您写的话。',
    'Once handed over, your words are not shown here again.',
  ],
  use: ['您写的东西我们怎么用', 'How we use what you write'],
} as const

/** What is being written, and whether this phone keeps it. */
export const unfinished = {
  whose: ['这是您自己的手机吗？', 'Is this your own phone?'],
  own: ['是，没写完先存着', 'Yes, keep my draft'],
  others: ['不是，什么都别存', 'No, keep nothing'],
  day: [
    '没写完的会存在这部手机里，24 小时后自动清掉。',
    'What you have not finished stays on this phone and is cleared after 24 hours.',
  ],
  toRead: [
    '您没写完的还在这部手机里，一天内自动清掉。',
    'What you did not finish is still on this phone and is cleared within a day.',
  ],
  full: ['手机存不下草稿，请这次写完。', 'No room for a draft; please finish now.'],
  offline: [
    '没有信号也没关系，写好先存着，有信号再交。',
    'No signal is no problem: write, keep, send later.',
  ],
  online: ['有信号了，可以交了。', 'The signal is back; you can send.'],
  goOn: ['上次没写完，接着写吗？', 'Continue where you stopped?'],
  yes: ['接着写', 'Continue'],
  no: ['清掉重来', 'Clear'],
  leave: ['离开并清除', 'Leave and clear'],
} as const

/** What is wrong in the form, by field and kind of mistake. */
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
  subject: { long: plain.over },
  place: { long: plain.over },
  reply: {
    missing: [
      '写了电话，请点“只留电话”或者“留姓名和电话”。',
      'You gave a phone; please pick "Phone only" or "Name and phone".',
    ],
    call: plain.call,
  },
  phone: {
    missing: ['请写上电话。', 'Please write a phone number.'],
    call: plain.call,
    wrong: plain.phone,
    long: ['多了 {n} 字，请只写电话。', '{n} characters too many. Please write the number only.'],
  },
  helper: {
    wrong: plain.phone,
    long: plain.over,
  },
  name: {
    missing: ['留姓名的，请把姓名和电话都写上。', 'Please give both name and phone.'],
    long: plain.over,
  },
  consent: {
    missing: [
      '请点“同意打这个电话”，或者改成“我自己查”。',
      'Tick the agreement, or choose "I will check myself".',
    ],
  },
} as const

/** What the page must be able to say without an answer from us. */
export const sending = {
  sealing: ['正在上锁……', 'Locking…'],
  sending: ['正在送出，请先别关网页。', 'Sending. Please keep this page open.'],
  slow: ['信号慢，还在送。您写的都在，不会丢。', 'Weak signal, still sending. Nothing is lost.'],
  offline: [
    '现在没有信号。您写的都在，有信号再点一次。',
    'No signal. Your words are still here; try again when it returns.',
  ],
  waits: [
    '网页开着，信号一来也会自己送。',
    ' While this page is open, it also goes by itself once the signal is back.',
  ],
  noAnswer: plain.noAnswer,
  again: ['再送一次', 'Send again'],
  kept: ['您上次在这里交过，回执还在这部手机里。', 'Your last receipt from here is still on this phone.'],
  keptUnsent: [
    '您上次在这里交的，可能还没送到。点“看回执”，再送一次。',
    'What you handed over here may not have arrived. Press "See the receipt" to send it again.',
  ],
  see: ['看回执', 'See the receipt'],
  fetching: ['正在取回执，请等一等。', 'Fetching your receipt, please wait.'],
  sentOffline: plain.noSignal,
  unsentOffline: [
    '还没送到。您写的都在，请再点“看回执”。',
    'Not delivered yet. Your words are still here; press "See the receipt" again.',
  ],
  clear: ['清掉', 'Clear'],
  clearSure: ['查询码会跟着清掉，以后找不回来。', 'The query code goes with it and cannot be found again.'],
  clearNot: ['先不清', 'Not now'],
} as const
