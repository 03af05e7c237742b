import { plain } from './plain.ts'

/** The front page. */
export const front = {
  title: ['您要做什么？', 'What would you like to do?'],
  number: ['公告号（纸上的 6 个数字）', 'Notice number (6 digits on the paper)'],
  open: ['打开', 'Open'],
  progress: ['查进度', 'Check progress'],
  genuine: ['公告是真是假', 'Is this notice real?'],
  call: ['打电话 {phone}', 'Call {phone}'],
  wrongLength: plain.noticeNumber,
  unknown: [
    '没有这个公告号。请再看一遍，或打 {phone}。',
    'There is no such number. Look again, or call {phone}.',
  ],
} as const

/** The page behind a code. Who is passed by depends on what is inspected. */
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
  standing: ['{round}。一直都收。', '{round}. Open all year round.'],
  scope: ['这次只受理：', 'This round takes only (in Chinese): '],
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
  aboutTeam: [
    '想反映巡察组的人？走这个门，巡察组看不到。',
    'About the team itself? Use this door; the team cannot see it.',
  ],
  danger: ['有人有危险，请马上打 110。', 'If someone is in danger, call 110 now.'],
  secrets: ['请不要在网上写国家秘密。', 'Do not write state secrets on the internet.'],
} as const

/** The door for reports about the team itself. */
export const pastTeam = {
  title: ['反映巡察组的人', 'About the inspection team'],
  lead: ['这里只到{office}，{team}看不到。', 'This goes only to {office}. The team, {team}, cannot see it.'],
  locked: [
    '您写的话在手机上就上了锁，只有{office}打得开。',
    'What you write is locked on your phone. Only {office} can open it.',
  ],
  lockedOnArrival: [
    '您写的话送到就上锁，只有{office}打得开。',
    'What you write is locked on arrival. Only {office} can open it.',
  ],
  unseen: [
    '{team}看不到您的原话，我们也不说是谁讲的。',
    'The team never sees your words, and we never say who spoke.',
  ],
  aboutOffice: ['反映{office}的人，请打{superior}的电话 {tel}。', 'About {office}: call {superior}, {tel}.'],
} as const
