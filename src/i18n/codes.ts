import type { WithdrawReason } from '../posters/code-states.ts'
import { plain } from './plain.ts'
import type { Phrase } from './speak.ts'

/** Codes and notices. */
export const codeWords = {
  title: ['公告', 'Notices'],
  lead: [
    '每个单位一个码，一个一个试扫：先各印一张，用手机扫过的才能启用，再印全部。',
    'One code for each unit, and each is scanned: print one of each, scan it with a phone, put it in use, then print the rest.',
  ],
  noUnits: ['这一轮还没有分单位。', 'No unit is assigned in this round yet.'],
  assign: ['分单位', 'Assign units'],
  unit: ['单位', 'Unit'],
  number: ['公告号', 'Notice no.'],
  state: ['状态', 'State'],
  sheets: ['张数', 'Sheets'],
  actions: ['能做的', 'Actions'],
  none: ['还没有码', 'no code yet'],
  withdrawn: ['旧码已停用，还没有新码', 'the old code is withdrawn and there is no new one yet'],
  mint: ['做码', 'Make the code'],
  mintAnother: ['再做一个新码', 'Make a new code'],
  notice: ['打印公告', 'Print the notice'],
  cards: ['打印卡片', 'Print cards'],
  svg: ['二维码 SVG', 'QR as SVG'],
  png: ['二维码 PNG', 'QR as PNG'],
  open: ['启用', 'Put in use'],
  openAll: ['启用全部试扫过的（{n} 个）', 'Put all scanned ones in use ({n})'],
  withdraw: ['停用并换新', 'Withdraw and replace'],
  oldRoot: [
    '总钥匙换过，{n} 个单位的旧公告作废。请做新码、试扫、启用，旧的同时停用。',
    'The office key has changed: the old notices of {n} units are void. Make new codes, scan them and put them in use; the old ones are withdrawn with that.',
  ],
  ofOldRoot: ['总钥匙换过，扫开会请人用新公告', 'the office key has changed: a scan asks for the new notice'],
  missing: ['还差：{what}', 'Missing: {what}'],
  separator: ['；', '; '],
  insteadNow: ['现在用 {number}', '{number} is used now'],
  overtaken: [
    '没有做成：刚有人动过。下面是现在的样子。',
    'Not done: somebody was faster. Below is how it is now.',
  ],
  notReady: ['没有启用。', 'Not put in use.'],
} as const

export const codeStates = {
  draft: ['○ 未启用，还没试扫', '○ not in use, not test-scanned'],
  tested: ['◉ 试扫过，未启用', '◉ test-scanned, not in use'],
  notYet: ['● 已启用，{opens} 开始收', '● in use, opens on {opens}'],
  open: ['● 已启用', '● in use'],
  paused: ['◉ 已启用，暂停受理', '◉ in use, intake paused'],
  closed: ['○ 已截止', '○ closed'],
  revoked: ['× 停用：{why}', '× withdrawn: {why}'],
} as const

export const missingWords = {
  root: ['总钥匙换过，请停用并换新', 'the office key has changed; withdraw and replace'],
  details: ['{team}还没填地址', "{team}'s addresses are missing"],
  key: plain.keyMissing,
  holders: ['{team}只有 {n} 人能打开，要 2 人', 'only {n} can open in {team}, 2 are needed'],
  test: ['用手机试扫这个公告', 'a test scan of this notice with a phone'],
  other: [
    '旧公告 {number} 还在用，停用它时选这张',
    'the old notice {number} is in use; choose this one when withdrawing it',
  ],
  closed: ['这一轮已经截止', 'this round has closed'],
} as const

/** Making a code for one unit. */
export const mintWords = {
  title: ['给{unit}做码', 'Make the code of {unit}'],
  lead: [
    '码把单位、轮次、巡察组和办公室总钥匙连在一起，做好就不能改，只能停用换新。请核对：',
    'The code ties unit, round, team and office key together. It cannot be changed, only replaced. Please check:',
  ],
  unit: ['单位', 'Unit'],
  round: ['轮次', 'Round'],
  team: ['巡察组', 'Team'],
  number: ['公告号', 'Notice number'],
  sheets: ['印几张', 'Sheets'],
  sheetsHelp: [
    '1 到 99。张号印在纸上，扫码的人用哪一张，谁也不知道。',
    '1 to 99. The sheet number is only on paper; nobody learns which sheet was scanned.',
  ],
  submit: ['做码', 'Make the code'],
  needsKey: [
    '{team}的钥匙还没确认，先不能做码。',
    'The key of {team} is not confirmed yet, so no code can be made.',
  ],
  toKeys: ['去看人员和钥匙', 'To people and keys'],
  prepared: [
    '{unit}已有一个没启用的码，公告号 {number}。先用它，或者停用它。',
    '{unit} has a code that is not in use yet, {number}. Use it or withdraw it first.',
  ],
  numberTaken: [
    '公告号刚被别的公告用了，换了一个新的。请再点一次。',
    'That notice number was just taken; here is another. Please press again.',
  ],
  overtaken: [
    '没有做码：这个单位刚被改过。请核对后再点一次。',
    'Not made: this unit was changed meanwhile. Please check and press again.',
  ],
  wrongRoot: [
    '先别做码：网页上的总钥匙和您手里的不一样。请停下来，马上告诉另一名管理员。',
    'Do not make codes: the office key on this page is not the one you hold. Stop and tell the other administrator at once.',
  ],
  notHeld: [
    '您手里没有办公室总钥匙，请另一名管理员交给您。',
    'You do not hold the office key; ask the other administrator to hand it over.',
  ],
  refused: [
    '没有做码：码和签名对不上。请重新登录再试，再不行请停下来告诉另一名管理员。',
    'Not made: code and signature do not match. Sign in again and retry; if it persists, stop and tell the other administrator.',
  ],
} as const

export const withdrawWords = {
  title: ['停用{unit}的公告 {number}', 'Withdraw notice {number} of {unit}'],
  says: [
    '旧公告扫开会提示停用。一共 {n} 张，贴出去的请去撕掉。',
    'The old notice will say withdrawn. Of its {n} sheets, please remove those that hang.',
  ],
  keeps: plain.keeps,
  why: ['原因', 'Reason'],
  instead: ['这个单位现在用哪张', 'Which notice this unit uses now'],
  alone: [
    '这个单位没有别的码，停用以后就没有码可扫。要换新的：先做新码、试扫，再来停用，新的同时启用。',
    'The unit has no other code: once this one is withdrawn there is none to scan. To replace it, make a new code and scan it first; then withdrawing this one puts the new one in use.',
  ],
  nothing: ['先不用，以后再做', 'none for now'],
  use: ['{number}（试扫过，同时启用）', '{number} (test-scanned; put in use at once)'],
  notReady: ['{number}还不能启用：{what}', '{number} cannot be put in use yet: {what}'],
  submit: ['停用', 'Withdraw'],
} as const

export const withdrawReasonWords: Record<WithdrawReason, Phrase> = {
  covered: ['上面贴了别的码，或者被换了', 'another code was pasted over, or it was swapped'],
  damaged: ['坏了、丢了', 'damaged or lost'],
  misprint: ['印错了', 'misprinted'],
  changed: ['单位、巡察组或总钥匙变了', 'unit, team or office key changed'],
  other: ['其他', 'other'],
}

/** Before anything of a code is printed. */
export const vouchWords = {
  checking: ['正在核对……', 'Checking…'],
  forged: [
    '先别打印：这个码或者网址和总钥匙对不上，可能有人动过手脚。请告诉另一名管理员和技术人员。',
    'Do not print: this code or address does not match the master key; somebody may have tampered with it. Tell the other administrator and the technician.',
  ],
} as const

export const codeProblems = {
  sheets: plain.upTo99,
  why: ['请选一个原因。', 'Please choose a reason.'],
  instead: ['这张现在不能启用，请重新选。', 'That notice cannot be put in use now; choose again.'],
  other: plain.other,
} as const

/** The page around what is printed. */
export const printWords = {
  notice: ['打印公告：{unit} {number}', 'Print the notice: {unit} {number}'],
  cards: ['打印卡片：{unit} {number}', 'Print cards: {unit} {number}'],
  first: ['先印一张，用手机试扫，再印全部。', 'Print one, scan it with a phone, then print the rest.'],
  advice: ['A4 纸，实际大小（100%），不要“适应页面”。', 'A4 paper, actual size (100 %), no "fit to page".'],
  cardAdvice: [
    'A4 纸双面打印，实际大小（100%），第二页是背面。印好沿线剪开，十张。',
    'A4, both sides, actual size (100 %); the second page is the back. Cut along the lines: ten cards.',
  ],
  print: ['打印', 'Print'],
  one: ['只印第 1 张', 'Sheet 1 only'],
  all: ['全部 {n} 张', 'All {n} sheets'],
  back: ['回到公告', 'Back to the notices'],
  chinese: ['中文公告', 'Notice in Chinese'],
  english: ['英文公告', 'Notice in English'],
  chineseCards: ['中文卡片', 'Cards in Chinese'],
  englishCards: ['英文卡片', 'Cards in English'],
  change: ['改张数', 'Change'],
  notInUse: plain.notInUse,
  cardsNotInUse: ['这个码还没启用，卡片先别发。', 'This code is not in use yet; do not hand out its cards.'],
} as const
