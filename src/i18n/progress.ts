import { plain } from './plain.ts'

/**
 * What a resident reads about the state of a report, and staff see as 群众现在看到. Blanks in capitals are filled
 * from sealed messages, in the reader's own browser; the others are dates.
 */
export const progress = {
  received: ['收到了', 'Received'],
  receivedBy: ['{date} 前，告诉您归不归我们办。', 'By {date} we tell you whether it is ours to handle.'],
  needsInfo: ['想请您补一点', 'Please tell us a little more'],
  asks: ['巡察组问：{QUESTION}', 'The team asks: {QUESTION}'],
  asksOffice: ['{office}问：{QUESTION}', '{office} asks: {QUESTION}'],
  answerBelow: [
    '{date} 前写在下面就行。写不了，我们先按现有的办。',
    'Answer below by {date}. If you cannot, we go on with what we have.',
  ],
  answerElsewhere: [
    '{date} 前在查进度的网页里写就行。写不了，我们先按现有的办。',
    'Answer on the progress page by {date}. If you cannot, we go on with what we have.',
  ],
  accepted: ['已受理', 'Accepted'],
  acceptedBy: ['已经交给专人，{date} 前给您答复。', 'Accepted; someone is in charge. An answer by {date}.'],
  verifying: ['正在核实', 'Being looked into'],
  verifyingBy: [
    '巡察组正在了解情况，{date} 前给您答复。',
    'The team is looking into it. An answer by {date}.',
  ],
  verifyingByOffice: [
    '{office}正在了解情况，{date} 前给您答复。',
    '{office} is looking into it. An answer by {date}.',
  ],
  fixing: ['已要求马上解决', 'Ordered to be fixed at once'],
  fixingBy: ['预计 {date} 前办好。', 'Expected by {date}.'],
  answerStill: ['答复还是 {old} 前给您。', 'An answer is still promised by {old}.'],
  fixingMoved: ['原定 {old}，预计 {date} 前办好。', 'Promised for {old}, expected by {date}.'],
  notMended: [
    '还没办好，还在办。先前说 {old}，现在 {date} 前给您答复。',
    'Not done yet; we are still on it. We had said {old}; an answer by {date}.',
  ],
  referred: ['已转有关部门办理', 'With the office responsible'],
  referredBy: [
    '没有转您的姓名、电话和原话。{date} 前回复。',
    'Passed on without your name, phone or words. A reply by {date}.',
  ],
  extended: ['情况比较复杂，原定 {old}，推到 {date}。', 'It is complex. Promised {old}, now {date}.'],
  waited: [
    '等您补充的日子不算。原定 {old}，现在 {date} 前答复您。',
    'Days spent waiting for you do not count. Promised {old}, now {date}.',
  ],
  waitedForWord: [
    '等您补充的日子不算。原定 {old}，{date} 前告诉您归不归我们办。',
    'Days spent waiting for you do not count. Promised {old}; by {date} we tell you whether it is ours to handle.',
  ],
  late: [
    '原定 {old}，还没办完，对不起。最晚 {date}。',
    'Promised for {old} and not done. We are sorry. {date} at the latest.',
  ],
  missed: [
    '原定 {old}，说过的最晚也没做到，对不起。现在定在 {date}。',
    'Promised for {old}, and the latest day we gave is not kept either. We are sorry. Now {date}.',
  ],
  keptNeither: [
    '原定 {old}，后来说 {date}，都没做到，对不起。请打 {phone}，报受理号。',
    'Promised for {old}, then for {date}; we kept neither. We are sorry. Call {phone} with the enquiry number.',
  ],
  lateForWord: [
    '原定 {old} 告诉您归不归我们办，还没定下来，对不起。最晚 {date}。',
    'We promised to tell you by {old} whether it is ours, and have not. We are sorry. {date} at the latest.',
  ],
  answered: ['有答复了', 'There is an answer'],
  solved: ['已经办好。{ANSWER}', 'It is done. {ANSWER}'],
  explained: ['问清楚了：{ANSWER}', 'We found out: {ANSWER}'],
  longTerm: [
    '一时办不完，已经列入整改。{date} 再来看。',
    'It will take longer and is on the list. Look again on {date}.',
  ],
  unconfirmed: ['经核实，暂时没有发现您说的情况。', 'We looked and have not found it so far.'],
  moreBelow: ['有新的材料，可以写在下面。', 'If you have more, write it below.'],
  moreElsewhere: ['有新的材料，可以在查进度的网页里写。', 'If you have more, write it on the progress page.'],
  moreByPhone: ['有新的材料，请打 {phone}。', 'If you have more, call {phone}.'],
  unverifiable: [
    '现在还核实不了。想起什么，写在下面，我们接着办。',
    'It could not be verified yet. If you remember more, write below and we go on.',
  ],
  unverifiableElsewhere: [
    '现在还核实不了。想起什么，在查进度的网页里写，我们接着办。',
    'It could not be verified yet. If you remember more, write on the progress page and we go on.',
  ],
  unverifiableByPhone: [
    '现在还核实不了。想起什么，请打 {phone}，我们接着办。',
    'It could not be verified yet. If you remember more, call {phone} and we go on.',
  ],
  wasUnverifiable: ['当时核实不了。', 'It could not be verified.'],
  adopted: ['您的建议采纳了，谢谢您。', 'Your suggestion was adopted. Thank you.'],
  noted: ['您的建议已请有关单位研究，谢谢您。', 'Your suggestion is being studied. Thank you.'],
  byTheRules: plain.byTheRules,
  declined: ['这件事不归巡察组办', 'This is not for the inspection team'],
  declinedOffice: ['这件事不归{office}管', 'This is not for {office}'],
  turnTo: ['您可以找{CHANNEL}，电话 {TEL}。', 'Please turn to {CHANNEL}, {TEL}.'],
  passedOn: ['我们已经替您转过去。', 'We have passed it on.'],
  notPassedOn: ['我们没有替您转过去。', 'We have not passed it on.'],
  reopened: ['重新核实', 'Being looked into again'],
  reopenedBy: ['收到您的意见，{date} 前再答复您。', 'We have your comment. A new answer by {date}.'],
  voided: ['没有登记', 'Not registered'],
  nothingToDo: [
    '这次写的和巡察没有关系。写错了可以重新讲。',
    'It had nothing to do with the inspection. If by mistake, tell us again.',
  ],
  archivedLong: [
    '已过 30 天。有新情况，请重新讲，或打 {phone}。',
    'More than 30 days ago. For news, tell us again or call {phone}.',
  ],
  roadReceived: ['收到了', 'Received'],
  roadAccepted: ['已受理', 'Accepted'],
  roadVerifying: ['正在核实', 'Being looked into'],
  roadAnswered: ['有答复', 'Answered'],
} as const
