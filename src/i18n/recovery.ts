/** Why the recovery sheets are used: what may stand in the log is chosen from a list. */
export const uses = {
  forgotten: ['密码都忘了', 'All passwords are forgotten'],
  machine: ['电脑丢了或坏了', 'The computer is lost or broken'],
  gone: ['管理员不在了', 'No administrator is left'],
  teamGone: ['有的组没有人能打开反映', 'Nobody of a team can open its reports'],
  sheetLost: ['丢了一份凭证', 'One sheet is lost'],
  twoLost: ['丢了两份凭证', 'Two sheets are lost'],
  drill: ['演练', 'A drill'],
} as const

export type Use = keyof typeof uses

/** Giving the office back from its recovery sheets. */
export const recovery = {
  title: ['用恢复凭证找回办公室', 'Recover the office'],

  sheetsSay: [
    '请拿出任意两份恢复凭证，照纸上写：每份 5 行，每行 20 个数字。写的数字不离开这台电脑。',
    'Take any two recovery sheets and type from the paper: five rows of 20 digits each. They stay on this computer.',
  ],
  sheetsWho: [
    '请两位保管人当面拆封，一人写一人看。不拍照。',
    'Both keepers open their envelopes here; one types, one watches. No photographs.',
  ],
  sheet: ['手上的第 {n} 份', 'Sheet in hand, {n} of 2'],
  row: ['第 {m} 行', 'Row {m}'],
  rowWrong: [
    '第 {n} 份第 {m} 行不对，请看清纸上这一行。',
    'Sheet {n}, row {m} is not right. Please look at this row on the paper.',
  ],
  order: [
    '第 {n} 份的五行合起来不对：是不是有两行写反了，或者混进了另一份的行？',
    'The five rows of sheet {n} do not make a sheet: are two rows swapped, or one from another sheet?',
  ],
  twice: [
    '两次写的是同一份。请换上另一份。',
    'This is the same sheet twice. Please take another one for the second.',
  ],
  apart: [
    '这两份不是一起做的，合不到一起。请核对是不是拿了以前作废的一份。',
    'These two sheets were not made together. Please check whether one of them is from an earlier set.',
  ],
  foreign: [
    '这两份不是这个数据库的，或者是已经作废的旧凭证。请核对纸上的办公室名称、日期和备份。',
    'These sheets are not of this database, or are a void earlier set. Please check name and date on the paper, and the backup.',
  ],
  unopened: [
    '这两份打不开。请一行一行再核对一遍，或者换第三份试试。',
    'These two sheets do not open it. Please compare row by row once more, or try the third sheet.',
  ],
  opening: ['正在开锁……', 'Opening…'],
  open: ['开锁', 'Open'],

  account: ['新的管理员', 'The new administrator'],
  accountSays: [
    '打开了。现在建一名新的管理员，由总钥匙签认。原来的账号不动，原来的登录全部退出。',
    'It is open. Now make a new administrator, vouched for by the master key. Earlier accounts stay; everybody is signed out.',
  ],
  teamsSay: [
    '下面的组已经没有组长能打开反映。勾上，您就以组长身份进这个组，能看到该组的反映；不勾，就等以后再办。',
    'No leader of these teams can open its reports any more. Tick one to join it as leader and read its reports; leave it to settle later.',
  ],
  join: ['我以组长身份进{team}', 'I join {team} as leader'],
  make: ['做钥匙', 'Make the keys'],

  why: ['为什么动用恢复凭证', 'Why the sheets are used'],
  lastUse: ['{date} {by}动用过：{why}。', 'Used on {date} by {by}: {why}.'],
  renew: ['打印一套新的恢复凭证', 'Print a new set of sheets'],
  keepOld: ['新的一套存好以前，旧的三份先留着。', 'Keep the three old sheets until the new set is stored.'],
  usedVoid: [
    '用过的凭证作废，请当场销毁。第三份旧的也收回来销毁。',
    'Used sheets are void; destroy them now. Collect the third old sheet and destroy it too.',
  ],
  refused: [
    '有一项对不上，没有保存。请刷新本页，从头再来。',
    'Something does not match; nothing was saved. Please reload this page and start again.',
  ],
  over: [
    '这个网页已经用过，或者停了。请用刚才的用户名登录；在本机找回的，先在终端运行 npm start。',
    'This page has been used, or has stopped. Sign in with the name you chose; if you recovered on this machine, run npm start in the terminal first.',
  ],
  offline: [
    '没有回音。请再按一次；还是没有，就用刚才的用户名登录试试。',
    'No answer. Press again; if there is still none, try to sign in with the name you chose.',
  ],

  done: ['找回了', 'Recovered'],
  doneSays: [
    '这个网页作废了。请用 {username} 登录；在本机找回的，先在终端运行 npm start。',
    'This page is now void. Sign in as {username}; if you recovered on this machine, run npm start in the terminal first.',
  ],
  opened: ['这次打开了：', 'What was opened:'],
  openedOffice: ['总钥匙和办公室的钥匙', 'the master key and the office’s keys'],
  openedTeam: ['{team}的钥匙', 'the keys of {team}'],
  doneBackup: [
    '马上另存一份新备份：新凭证打不开以前的备份。',
    'Make a new backup now: the new sheets do not open earlier ones.',
  ],
  donePeople: [
    '到“人员”里停用不再用的账号；没用完的启用单请重开。',
    'In People, disable accounts no longer used; make unused activation sheets anew.',
  ],
  lost: [
    '{team}的钥匙打不开，备份里的那一份坏了。',
    'The key of {team} did not open: its copy in the backup is damaged.',
  ],

  newSet: ['换一套新凭证', 'A new set of sheets'],
  newSetSays: [
    '丢了一份，或者有的组没有人能打开反映，就在这里办。用任意两份换一套新的，旧的三份从此打不开。',
    'For a lost sheet, or a team whose reports nobody can open. Any two make a new set; the three old ones then open nothing.',
  ],
  noneLeft: ['找不到两份了', 'Two cannot be found any more'],
  noneLeftSays: [
    '用您自己的钥匙重做一套，旧的三份从此打不开。各组的反映，要等组长或副组长换了锁，新的一套才打得开。您做了这件事，各组和办公室都看得到。',
    'Your own keys make a new set; the three old sheets then open nothing. The new ones open a team’s reports only after its leader or deputy has changed the lock. Teams and office see that you did this.',
  ],
  withoutOld: ['不用旧凭证，重做一套', 'Make a new set without the old one'],
  notWhole: [
    '您手里的办公室钥匙不全。请另一名管理员来做。',
    'You do not hold all of the office’s keys. Another administrator can do this.',
  ],
  toBeLocked: [
    '{team}：新的一套还打不开本组的反映。请组长或副组长换锁。',
    '{team}: the new set does not open its reports yet. Its leader or deputy changes the lock.',
  ],
  isOpen: ['打开了', 'It is open'],
  givesSay: [
    '他们还没有本组的钥匙。勾上就交给他，您自己不留；谁交给谁，本组和办公室都看得到。',
    'They lack their team’s keys. Tick one to give them; you keep none. Team and office see who gave them to whom.',
  ],
  give: ['把{team}的钥匙交给{name}', 'Give the keys of {team} to {name}'],
  gave: ['{team}的钥匙交给了{name}', 'The keys of {team} were given to {name}'],
  makeNew: ['做一套新凭证', 'Make a new set'],
  overtaken: [
    '刚才有人换了凭证或钥匙，没有保存。请销毁刚印的纸，刷新本页，从头再来。',
    'Somebody changed sheets or keys meanwhile; nothing was saved. Destroy what you printed, reload this page and start again.',
  ],
  doneNew: ['换好了', 'Done'],
  doneNewSays: [
    '新的一套已经管用，旧的三份打不开了。',
    'The new set is good; the three old sheets open nothing any more.',
  ],
  inForce: [
    '现在的恢复凭证：{date}，{by}做的（{why}）。谁做的、为什么，可以当面问清。',
    'The recovery sheets in force were made on {date} by {by} ({why}). Ask them in person who has them and why.',
  ],
  fromSheets: [
    '{date}，{by}用恢复凭证把本组的钥匙交给{to}。',
    'On {date} {by} gave the team’s keys to {to}, out of the recovery sheets.',
  ],
} as const
