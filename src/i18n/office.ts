import { plain } from './plain.ts'

/** The office's frame and its preparation list. */
export const office = {
  administrator: ['管理员', 'Administrator'],
  sections: ['巡察办', 'The office'],
  home: ['准备清单', 'Preparation list'],
  rounds: ['轮次', 'Rounds'],
  units: ['单位', 'Units'],
  people: ['人员', 'People'],
  keys: ['钥匙', 'Keys'],
  letters: ['函', 'Letters'],
  aboutTeams: ['本办的反映件', 'Reports with the office'],
  settings: ['设置', 'Settings'],
  alone: [
    '只有 1 名管理员。请再请一名，以免一个人不在就办不了事。',
    'Only one administrator. Invite another, or work stops when one is away.',
  ],
  twoNeeded: [
    '只有您一名管理员，写了也没有人能批。请先再请一名管理员。',
    'You are the only administrator, so nobody could approve this. Invite another first.',
  ],
  inviteSecond: ['请一名', 'Invite'],
  aloneYet: [
    '只有 1 名管理员。{name}已启用，核对了就有两名。',
    'Only one administrator. {name} is active; once verified there are two.',
  ],
  verifySecond: ['去核对', 'Verify'],
  holidays: [
    '{year} 年的放假安排还没有公布，落在这一年的期限先按周末算，公布后会重算。已经告诉群众的日期不变。',
    'Holidays of {year} are not announced. Deadlines in that year go by weekends and are recomputed later; dates already told do not change.',
  ],
  overtaken: [
    '别人刚改过这一页，没有保存。您写的还在，请核对后再存一次。',
    'Somebody changed this meanwhile; not saved. Your text is kept; check it and save again.',
  ],
  storedNow: ['现在存的是：{value}', 'Stored now: {value}'],
  nothing: ['（空）', '(empty)'],
  mend: ['还要改 {n} 处，没有保存。', '{n} to mend; not saved.'],
  mendField: ['{field}：{sentence}', '{field}: {sentence}'],
  colon: ['：', ': '],
  save: ['保存', 'Save'],
  cancel: ['不改了', 'Cancel'],
  leave: ['取消', 'Cancel'],
} as const

/** The line on top after something was done, by the name in `?said=`. */
export const officeSaid = {
  saved: ['存好了。', 'Saved.'],
  extendedAlong: [
    '存好了。从撤点日期算出、还没到的节点跟着改了，请看“节点”。',
    'Saved. Milestones still ahead that go by the leaving date moved along; see "Milestones".',
  ],
  notCounted: ['不数了，已数的删掉了。', 'No longer counted; what was counted is erased.'],
  set: ['存好了。只对以后的生效。', 'Saved. It applies from now on.'],
  wanted: [
    '存好了。还没设的人，下一步就要先设好。',
    'Saved. Whoever has no one-time code yet sets it up at their next step.',
  ],
  paused: ['已暂停受理，群众扫码会看到原因。', 'Intake is paused; people who scan see the reason.'],
  resumed: ['已恢复受理。', 'Intake is open again.'],
  assigned: ['分好了。', 'Assigned.'],
  imported: ['导入好了。', 'Imported.'],
  importedNothing: [
    '表里的都已经有了，没有改动。',
    'Everything in the table was there already; nothing changed.',
  ],
  newVersion: ['存成了新的一版。', 'Kept as a new version.'],
  pickVersion: ['存成了新的一版，保存后用起来。', 'Kept as a new version; save to use it.'],
  unchanged: ['没有改动，没有存新的一版。', 'Nothing was changed; no new version.'],
  teamClosed: ['撤组了。', 'The team is closed.'],
  successorNamed: ['换人负责了。', 'Somebody else answers for it now.'],
  minted: [
    '码做好了。先印一张，用手机试扫，再印全部。',
    'Made. Print one, scan it with a phone, then print the rest.',
  ],
  mintedAll: [
    '能做的码都做好了。每个单位先印一张，用手机试扫，再印全部。',
    'All codes that can be made are made. Print one for each unit, scan each with a phone, then print the rest.',
  ],
  opened: ['已启用，可以张贴。', 'In use. It may be posted now.'],
  withdrawn: ['已停用。旧公告请去撕掉。', 'Withdrawn. Please remove the old sheets.'],
  replaced: [
    '旧公告已停用，新公告已启用。旧的请去撕掉。',
    'The old notice is withdrawn and the new one in use. Please remove the old sheets.',
  ],
  sheet: ['记下了。', 'Recorded.'],
  officeLock: ['锁换好了，请重新做码。', 'Changed. Make new codes.'],
  voided: ['已作废。', 'Voided.'],
  sheets: ['张数改好了。', 'Number of sheets changed.'],
  signed: ['已签发，编好了号。', 'Signed and numbered.'],
  sentBack: ['已退回巡察组修改。', 'Sent back to the team.'],
  delivered: ['已登记送达。', 'Delivery recorded.'],
  receipted: ['已登记签收。', 'Signature recorded.'],
  decided: ['已定，巡察组可以看到。', 'Decided; the team can see it.'],
} as const

/** The office's home. Who must act is said for each line. */
export const preparation = {
  lead: [
    '从上往下做。做好的有 ●，灰的还不能做。',
    'Work from the top. Done lines have a ●; grey ones must wait.',
  ],
  others: ['别的轮次：', 'Other rounds: '],
  number: ['序', 'No.'],
  line: ['事项', 'What'],
  who: ['谁来做', 'Who'],
  state: ['状态', 'State'],
  done: ['● 已做', '● Done'],
  todo: ['○ 未做', '○ To do'],
  progress: ['○ {done}／{all}', '○ {done} of {all}'],

  secondAdministrator: ['请第二名管理员', 'Invite a second administrator'],
  verifySecond: ['核对第二名管理员：{name}', 'Verify the second administrator: {name}'],
  round: ['建轮次', 'Create the round'],
  units: ['导入被巡察单位', 'Import the inspected units'],
  teams: ['建组、分单位', 'Create teams, assign units'],
  sheets: ['打印启用单', 'Print activation sheets'],
  teamKey: ['组长启用并生成本组钥匙', 'Leader activates, makes the team key'],
  confirm: ['核对启用的人，确认本组钥匙', 'Verify who activated, confirm the team key'],
  handOver: ['组员启用、交钥匙（至少 2 人）', 'Members activate, hand over the key (2 people at least)'],
  print: ['做码', 'Make codes'],
  test: ['每个单位打印一张，试扫', 'Print one for each unit and test-scan it'],
  open: ['打印公告和卡片，启用公告', 'Print notices and cards, put notices in use'],

  byAdministrator: ['管理员', 'administrator'],
  byLeader: ['组长', 'team leader'],
  byMembers: ['组长和组员', 'leader and members'],
  byAnyone: ['任何人，用手机', 'anyone, with a phone'],

  missing: ['还差：{what}', 'Missing: {what}'],
  noOpener: ['没有人能打开，先别张贴。', 'Nobody could open reports; do not post yet.'],
  separator: ['；', '; '],
  missingTeams: ['还没有巡察组', 'there is no team yet'],
  missingKey: plain.keyMissing,
  missingHolders: ['{team} {n} 人能打开，要 2 人', '{n} can open in {team}, 2 are needed'],
  missingTest: ['{team}还没有试扫', '{team} has no test-scanned notice'],
} as const

/** The strip of the day, once notices are in use. Counts only. */
export const today = {
  title: ['今天', 'Today'],
  only: [
    '各组收到的内容这里看不到，只看数量和期限。反映巡察组的和移交来的，在“本办的反映件”里办。',
    'Of what teams receive the office sees numbers and dates, not content. What is about a team, or was handed over, is dealt with under "Reports with the office".',
  ],
  team: ['巡察组', 'Team'],
  fresh: ['新到', 'New today'],
  waiting: ['待受理', 'To accept'],
  held: ['暂存 {n} 件', '{n} held'],
  alarm: ['{n} 件超过 {days} 个工作日', '{n} for over {days} working days'],
  open: ['在办', 'Open'],
  late: ['超期', 'Overdue'],
  unread: ['群众新留言', 'New from residents'],
  checkOn: ['恢复凭证核对日：{date}', 'Recovery sheets to be checked: {date}'],
  toNumber: ['待编号的函 {n} 件', 'Letters to number: {n}'],
  lettersDue: ['到期的函 {n} 件', 'Letters due: {n}'],
  unposted: ['未贴的公告 {n} 张', 'Sheets not put up: {n}'],
  notOpen: ['没启用的公告 {n} 个', 'Codes not in use: {n}'],
  many: ['{n} 以上', 'over {n}'],
} as const
