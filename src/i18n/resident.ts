/** How to send more safely. */
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
  exit: [
    '点“快速离开”，这部手机里的草稿和回执马上清掉。',
    '"Leave quickly" clears drafts and receipts from this phone at once.',
  ],
  calls: ['接电话不方便，就用查询码在这里看。', 'If calls are awkward, look here with your code.'],
  sealed: [
    '内容在您的手机上加密。太旧的手机，送到后才加密，网页会先说。巡察组的钥匙万一丢了，要两名保管人一起才打得开。',
    "What you write is encrypted on your phone. From a very old phone it is encrypted when it arrives, and the page says so first. If the team's key is lost, two keepers of sealed sheets must come together to open it.",
  ],
  after: [
    '巡察组走了还没办完的，由{office}接着办。',
    'What is unfinished when the team leaves is carried on by {office}.',
  ],
} as const

/** Before set-up the office has no name of its own. */
export const unnamedOffice = ['巡察办', 'the inspection office'] as const

/** How what is sent is used. */
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
