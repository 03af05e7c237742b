import type { Phrase } from './speak.ts'

/** The frame of a team's pages. */
export const team = {
  reports: ['反映件', 'Reports'],
  keys: ['钥匙', 'Keys'],
  toOffice: ['巡察办', 'The office'],
  sections: ['本组', 'The team'],
  and: ['、', ', '],
  semicolon: ['；', '; '],
  wrongRoot: [
    '先停下：这个网页的总钥匙和您的不一样，内容不打开。请告诉管理员。',
    'Stop: the master key of this page is not the one you know, so nothing is opened. Tell the administrator.',
  ],
} as const

/** The line on top after something was done, by the name in `?said=`. */
export const teamSaid = {
  accepted: ['已受理，群众可以看到。', 'Accepted; the resident can see it.'],
  asked: ['已问，办理期限暂停到 {date}。', 'Asked. The clock is paused until {date}.'],
  proposed: ['已报 {leader} 审批。', 'Sent to {leader} for approval.'],
  verifying: ['核实中，{date} 前要有结果。', 'Verifying; a result is due by {date}.'],
  entered: ['已记入，可以答复。', 'Entered. It may now be concluded.'],
  fixed: ['记下了：已经办好，可以答复。', 'Noted as done. It may now be concluded.'],
  notFixed: ['已回到核实，{date} 前要有结果。', 'Back to verifying; a result is due by {date}.'],
  archived: ['已归档。联系方式将于 {erase} 擦除。', 'Archived. Contact details are erased on {erase}.'],
  taken: ['已领办。', 'Taken.'],
  assigned: ['已分给 {owner}。', 'Assigned to {owner}.'],
  approved: ['已同意。', 'Approved.'],
  refused: ['已退回修改。', 'Sent back for changes.'],
  withdrawn: ['已撤回。', 'Taken back.'],
  noted: ['记下了。', 'Kept.'],
  sent: ['已发给群众。', 'Sent to the resident.'],
  read: ['记下了：看过，不用回。', 'Noted as read.'],
} as const

/** What is wrong with what was typed, by the key a schema gives. */
export const teamProblems = {
  choice: ['请选一个。', 'Please choose one.'],
  category: ['请选类别。', 'Please choose a category.'],
  owner: ['请选承办人。', 'Please choose an owner.'],
  soleLeader: [
    '他是唯一的组长，不能又承办又审批，请选别人。',
    'The only leader cannot both own and approve; choose somebody else.',
  ],
  day: ['日期不对，请重选。', 'Please choose the date again.'],
  dayPast: ['要在今天以后。', 'The day must lie after today.'],
  dayLate: ['太晚了，最晚 {day}。', 'Too late; at the latest {day}.'],
  question: ['请写要问的问题。', 'Please write the question.'],
  channel: ['请写该找谁和电话。', 'Please write whom to ask and the number.'],
  silence: [
    '要先问群众，满 10 天没有回音，才能用这个原因。',
    'Only when the resident was asked and has been silent for ten days.',
  ],
  method: ['请选至少一种方式。', 'Please choose at least one method.'],
  twoPeople: ['要两名不同的核实人。', 'Two different people must verify.'],
  recusal: ['请确认没有需要回避的人。', 'Please confirm that nobody needs to be recused.'],
  findings: ['请写了解到的情况。', 'Please write what was found.'],
  order: ['请写要解决什么。', 'Please write what is to be solved.'],
  noFix: [
    '不能要求{unit}立行立改：反映的就是它，或反映人怕被知道。',
    'No order can go to {unit}: it is the one complained of, or the reporter is afraid.',
  ],
  dayAhead: ['不能在今天以后。', 'The day may not lie after today.'],
  member: ['请选本组的人。', 'Please choose somebody of the team.'],
  notFixedWhy: ['请写为什么没办好。', 'Please write why it is not done.'],
  unconfirmed: ['先确认办好，才能答复“解决”。', 'Confirm that it is done before concluding as solved.'],
  conclusion: ['请选结论。', 'Please choose a conclusion.'],
  resultType: ['请选结果类型。', 'Please choose a kind of result.'],
  answer: ['这个结果要给群众写一句话，60 字以内。', 'This result needs a sentence to the resident.'],
  number: ['请写数字。', 'Please write a number.'],
  message: ['请写几句。', 'Please write something.'],
  viewWhy: ['请选为什么要看。', 'Please say why.'],
  viewOther: ['请写明为什么要看。', 'Please write why you need it.'],
  long: ['太长了，请写短些。', 'Too long; please shorten it.'],
  other: ['这里不对，请再看看。', 'Something is wrong here.'],
} as const

/** Handbook 3.3: the plain label of each aspect. */
export const aspectWords: Record<string, Phrase> = {
  A1: ['村里的产业项目', 'Village industry'],
  A2: ['困难户帮扶', 'Help for poor households'],
  A3: ['垃圾厕所污水', 'Rubbish, toilets, sewage'],
  A4: ['田地和水渠', 'Fields and channels'],
  'A4.4': ['田地和水渠', 'Fields and channels'],
  A5: ['污染和盗采', 'Pollution, illegal digging'],
  A6: ['路水灯、看病上学', 'Roads, water, clinic, school'],
  A7: ['纠纷和安全', 'Disputes and safety'],
  B1: ['村里的钱', 'Village money'],
  B2: ['村里的地塘山屋', 'Village land and houses'],
  B3: ['补贴没到手', 'Subsidy not received'],
  B4: ['低保救助', 'Welfare'],
  B5: ['工程质量和工钱', 'Works: quality and wages'],
  B6: ['征地拆迁', 'Land taken'],
  B7: ['宅基地建房', 'House building'],
  B8: ['账目公开', 'Accounts shown'],
  B9: ['办事难、要好处', 'Slow service, favours'],
  B10: ['吃喝和大办酒席', 'Banquets'],
  C1: ['村班子不管事', 'Idle leadership'],
  C2: ['党员没带头', 'Party members'],
  C3: ['大事谁说了算', 'Who decides'],
  C4: ['村干部自己有问题', "Officials' own conduct"],
  C5: ['监督没人管', 'No supervision'],
  C6: ['选举不公', 'Unfair elections'],
  C7: ['老问题没改', 'Old problems not mended'],
}
