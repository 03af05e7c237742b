/** Making the codes of a whole round at once. */
export const mintRoundWords = {
  open: ['给全轮做码（还差 {n} 个）', 'Make all codes ({n} to go)'],
  title: ['给全轮做码', 'Make the codes of the whole round'],
  lead: [
    '还没有码的单位一次做完，一个单位一个码。请核对单位和巡察组，做好就不能改，只能停用换新：',
    'One code for each unit that has none. Check units and teams: a code cannot be changed, only replaced.',
  ],
  team: ['{team}（{n} 个）', '{team} ({n})'],
  waits: [
    '{team}的钥匙还没确认，{n} 个单位先不做。',
    'The key of {team} is not confirmed; units that wait: {n}.',
  ],
  sheets: ['每个单位几张', 'Sheets for each unit'],
  sheetsHelp: [
    '下面单独写了的按下面的。导入的表里有张数的，已经填好。',
    'But for units with a number of their own below, filled in from the imported list.',
  ],
  own: ['张数', 'Sheets'],
  label: ['{unit}几张', 'Sheets for {unit}'],
  progress: ['共 {all} 个，做好 {made} 个', '{made} of {all} made'],
  working: [
    '正在做，请别关这一页。关了也不要紧：做好的都在，回来再点一次就接着做。',
    'Working; please keep this page open. If it closes, what is made stays; come back and press again.',
  ],
  submit: ['开始做', 'Start'],
  goOn: ['接着做', 'Go on'],
  none: ['没有要做的码。', 'There is no code to make.'],
  notYet: [
    '现在还不能做：请组长先生成钥匙，管理员确认。',
    'Not yet: the leader makes the key first, and an administrator confirms it.',
  ],
  notDone: [
    '这一批没有做成：有人刚动过这些单位。下面是现在还差的，请核对后接着做。',
    'This group was not made: somebody changed these units meanwhile. Below is what is missing now; check it and go on.',
  ],
  refused: [
    '有 {n} 个没有做：码和签名对不上。请重新登录再试，再不行请停下来告诉另一名管理员。',
    '{n} not made: code and signature do not match. Sign in again and retry; if it persists, stop and tell the other administrator.',
  ],
} as const
