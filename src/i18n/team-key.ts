/** The key of a team: made, handed over, confirmed. */
export const teamKey = {
  madeAnew: [
    '做好的钥匙还没启用，就有人离开，或者恢复凭证重做过：这一把不用了，请再做一把。',
    'Before the key came into use somebody left, or the recovery sheets were made anew: it will not be used. Make another.',
  ],
  // Team keys
  teamKey: ['本组钥匙', 'Team key'],
  keysNeedYou: ['请生成本组钥匙，约十秒。', 'Make the team key now; about ten seconds.'],
  keysWhat: [
    '群众写给本组的话，只有拿着这把钥匙的人打得开。钥匙在您的电脑上做，管理员拿不到。',
    'Only who holds this key can read what residents write to the team. It is made on your computer; administrators do not get it.',
  ],
  generate: ['生成本组钥匙', 'Make the team key'],
  generating: ['正在生成，约十秒……', 'Making it, about ten seconds…'],
  generated: ['已生成，等管理员确认启用。', 'Made. Waiting for the administrator to confirm.'],
  toReports: ['去反映件', 'To the reports'],
  noKeyYet: [
    '本组还没有钥匙，请组长或副组长先生成。',
    'The team has no key yet. The leader or a deputy makes it first.',
  ],
  confirmed: ['本组钥匙已启用。', 'The team key is in use.'],
  handedFirst: [
    '换锁的人要先拿着现在的钥匙。请一位同事把本组钥匙交给您，再来换。',
    'Whoever changes the lock holds the present key. Have a colleague hand it to you first.',
  ],
  handedToWork: [
    '请一位同事先把本组钥匙交给您，再来办件。写的还在这里。',
    'Have a colleague hand you the team key first. What you wrote is still here.',
  ],
  nobodyHolds: [
    '本组没有人拿着钥匙，请找办公室用恢复凭证。',
    'Nobody in the team holds the key. Ask the office for the recovery sheets.',
  ],
  fewHolders: [
    '现在 {n} 人拿着钥匙。至少 2 人，公告才能启用。',
    '{n} hold the key. Notices go into use only when two do.',
  ],
  contactHeld: ['联系方式钥匙', 'Contact key'],
  held: ['有', 'Yes'],
  notHeld: ['没有', 'No'],
  notDue: ['不需要', 'Not needed'],
  handOver: ['交钥匙', 'Hand over the key'],
  handingOver: ['正在交钥匙……', 'Handing over…'],
  notVerifiedYet: ['等管理员核对', 'Waits to be verified'],
  grantRefused: [
    '没有交成：他还没有核对，或者不该有这把钥匙。',
    'Not handed over: not verified yet, or not due this key.',
  ],

  officeUntrusted: [
    '办公室的恢复钥匙和总钥匙对不上，没有生成。请告诉办公室。',
    'The recovery key of the office does not match the master key. Nothing was made; tell the office.',
  ],
  personUntrusted: [
    '{name}的身份和总钥匙对不上，没有交。请当面问。',
    '{name} does not match the master key. Not handed over; ask in person.',
  ],

  // Confirming a team key
  confirmTitle: ['确认{team}的钥匙', 'Confirm the key of {team}'],
  checking: ['正在核对签名……', 'Checking the signature…'],
  signedWell: [
    '{team}的钥匙由{leader}于 {date} 生成，签名核对无误。',
    'The key of {team} was made by {leader} on {date}; the signature is good.',
  ],
  signedBadly: [
    '对不上，先别启用，请当面问{name}。',
    'It does not match. Do not put it in use; ask {name} in person.',
  ],
  leaderFirst: ['请先核对{leader}，再确认钥匙。', 'Verify {leader} first, then confirm the key.'],
  confirm: ['确认启用', 'Confirm'],
  confirmedNow: ['{team}的钥匙已启用。', 'The key of {team} is in use.'],
  validDays: ['启用后有效到 {date}。', 'Valid until {date}.'],
  nothingToConfirm: ['{team}还没有生成钥匙。', '{team} has not made its key yet.'],
  backToList: ['回到准备清单', 'Back to the preparation list'],
  toPeople: ['去人员页', 'Go to people'],
  refused: [
    '没有保存：送来的和这里的对不上。请刷新再试。',
    'Not saved: what was sent does not match. Reload and try again.',
  ],
} as const
