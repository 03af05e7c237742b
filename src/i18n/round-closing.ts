import { plain } from './plain.ts'

/** What a round counts. */
export const countWords = {
  title: ['收到的反映', 'Reports received'],
  channel: ['渠道', 'Channel'],
  hidden: ['–：少于 3，不显示。', '–: fewer than 3, not shown.'],
  none: ['这一期还没有数据。', 'No data yet.'],
  total: ['合计', 'Total'],
  list: ['看清单', 'Show the list'],
  definition: [
    '截至 {date} {time}；口径：一次反映计 1 条，合并的也各计 1 条，作废的不计。',
    'As of {date} {time}. Each time somebody reported counts as one, merged ones too; voided ones do not count.',
  ],
  wholeDays: [
    '算到 {date} 为止；口径：当天收到的第二天才计，一次反映计 1 条，合并的也各计 1 条，作废的不计。',
    'Up to {date}: what comes on a day counts from the day after. Each time somebody reported counts as one, merged ones too; voided ones do not count.',
  ],
} as const

/** 撤点交接: closing a team. */
export const closingWords = {
  title: ['撤点交接', 'Hand-over on leaving'],
  open: [
    '还有 {n} 件没有办结。组长在本组的“撤点交接”里逐件选：本组继续，或交{office}承接。没有剩下的才能撤组。',
    '{n} reports are still open. The leader decides one by one, under “Hand-over on leaving” of the team: it carries on, or {office} does. The team can be closed once none is left.',
  ],
  openList: ['没有办结的', 'Still open'],
  number: ['受理号', 'Enquiry no.'],
  state: ['状态', 'State'],
  due: ['期限', 'Due'],
  owner: ['承办', 'Owner'],
  noOwner: ['还没有人承办', 'nobody yet'],
  more: ['只列前 {n} 件。', 'Only the first {n} are listed.'],
  aside: [
    '还有 {n} 件要组长先办完，这里不列。组长看本组的“撤点交接”。',
    '{n} are for the team leader to bring to an end and are not listed here: see “Hand-over on leaving” of the team.',
  ],
  going: ['交{office}承接，等组长上锁', 'Goes to {office} once the leader has locked it anew'],
  none: ['没有剩下的，可以撤组。', 'Nothing is left; the team can be closed.'],
  early: [
    '受理到 {closes} 为止，过了这一天才能撤组。',
    'Intake runs until {closes}; the team can be closed after that day.',
  ],
  successor: ['撤组后由谁负责', 'Who answers after that'],
  successorHelp: [
    '已办结的有补充、要回复时由他办。要在本组、已启用、拿到本组钥匙。',
    'Looks after later messages about what was concluded. A member of the team who holds its key.',
  ],
  choose: ['请选', 'Choose'],
  noSuccessor: [
    '本组没有人拿着现在的钥匙，先交钥匙再撤组。',
    'Nobody of the team holds its present key; hand the key over first.',
  ],
  button: ['撤组', 'Close the team'],
  closed: ['{day} 已撤组，由{name}负责。', 'Closed on {day}; {name} answers for it.'],
  gone: [
    '{name}已经不在本组，或者没有本组的钥匙了。请另选一个人。',
    '{name} has left the team, or holds its key no more. Please choose somebody else.',
  ],
  nobody: [
    '本组没有人拿着钥匙了。要看群众的新留言，先在“钥匙”里做一套新凭证，把本组钥匙交给一位组长。',
    'Nobody of the team holds its key any more. To read what residents add, make a new set of sheets under “Keys”, which gives the team’s key to a leader.',
  ],
  another: ['换人负责', 'Let somebody else answer for it'],
  tag: ['已撤组', 'closed'],
} as const

/** What stood in the way, by the key the form gives. */
export const closingProblems = {
  successor: ['请选一个人。', 'Please choose somebody.'],
  stillOpen: [
    '没有撤成：还有没办结的反映件，见下面。',
    'Not closed: reports are still open, as listed below.',
  ],
  early: ['没有撤成：受理还没有截止。', 'Not closed: intake has not closed yet.'],
  other: plain.other,
} as const
