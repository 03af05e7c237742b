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

/** Languages that are spoken here, beside whose names an English reader needs their own. */
export const dialectNames = [
  ['普通话', '普通话 Mandarin'],
  ['白话', '白话 Cantonese'],
  ['客家话', '客家话 Hakka'],
  ['涯话', '涯话 Hakka'],
  ['壮话', '壮话 Zhuang'],
] as const

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
    call: ['请点“同意打这个电话”。', 'Please tick the agreement to be called.'],
  },
} as const
