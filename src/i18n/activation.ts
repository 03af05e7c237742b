/** The activation sheet, first use, and the password forgotten later. */
export const activation = {
  // first use
  activate: ['启用账号', 'Activate your account'],
  activationCode: ['启用码（纸上的 16 个字符）', 'Activation code (the 16 characters on the sheet)'],
  openSheet: ['看看是不是我', 'See whose it is'],
  codeOver: [
    '启用码用过了或者过期了，请找管理员再开一张。',
    'Used or expired. Ask the administrator for a new sheet.',
  ],
  codeLast: [
    '您是唯一的管理员：现在换钥匙，总钥匙就没有人拿着了。请先再核对一位管理员。',
    'You are the only administrator: with new keys nobody would hold the master key. Verify another one first.',
  ],
  codeWrong: ['启用码不对，请照着纸再看一遍。', 'This code is not right. Please look at the sheet again.'],
  rootWrong: [
    '先停下。这个网页和启用单对不上，可能有人动过手脚。请当面告诉管理员。',
    'Stop here. This page does not match the sheet; somebody may have tampered with it. Tell the administrator in person.',
  ],
  yours: ['这张启用单是给这个人的：', 'This sheet is for:'],
  notYou: ['不是您？请停下，把纸还给管理员。', 'Not you? Stop and give the sheet back to the administrator.'],
  newPassword: ['新密码', 'New password'],
  again: ['再写一遍', 'Again'],
  passwordHelp: [
    '12 个字符以上。想一句话，打它的拼音，最好记。',
    '12 characters or more. A sentence in pinyin is easiest to remember.',
  ],
  passwordShort: [
    '密码要 12 个字符以上，不能都是一样的字，也不能是用户名。',
    '12 characters or more, not all alike, and not your user name.',
  ],
  passwordsDiffer: ['两遍不一样，请再写一遍。', 'The two are not the same. Please type them again.'],
  makeKeys: ['下一步', 'Next'],
  making: ['正在做您的钥匙，约三秒……', 'Making your keys, about three seconds…'],
  recoveryTitle: ['您的个人恢复码', 'Your personal recovery code'],
  recoveryUse: [
    '忘了密码时用。请打印或手抄，锁进抽屉。',
    'For a forgotten password. Print or copy it and lock it away.',
  ],
  recoveryOnce: ['只能用一次，用过以后会换一张新的。', 'It works once; after use you get a new one.'],
  rowNumber: ['第{n}行', 'Row {n}'],
  print: ['打印', 'Print'],
  copied: ['印好了，收起来', 'Printed, put it away'],
  showAgain: ['再看一遍', 'Show it again'],
  lastRow: ['请写第 2 行，证明抄好了。', 'Type row 2 to show you have it.'],
  rowWrong: ['这一行不对，请看清第 {m} 行。', 'This row is not right. Please check row {m}.'],
  finish: ['启用', 'Activate'],
  finishing: ['正在启用，约两秒……', 'Activating, about two seconds…'],

  // Forgotten password
  threeWays: ['三个办法，先试前面的：', 'Three ways, in this order:'],
  way1: ['用个人恢复码', 'Your recovery code'],
  way2: [
    '请管理员再开一张启用单，启用以后请同组同事重新交钥匙',
    'A new activation sheet from the administrator; then a colleague hands over the key again',
  ],
  way3: ['用恢复凭证（找办公室）', 'The recovery sheets (ask the office)'],
  recoveryRows: ['个人恢复码（两行，每行 20 个数字）', 'Recovery code (two rows of 20 digits)'],
  recoveryWrong: ['用户名或恢复码不对。', 'User name or recovery code is wrong.'],
  changePassword: ['换密码', 'Change the password'],
  newCode: [
    '这是新的。保存以后旧的才作废，先别撕。',
    'This is the new one. The old one is void only once this is saved; do not tear it up yet.',
  ],
  save: ['保存', 'Save'],
  oldCodeVoid: ['旧的恢复码作废了，请当场撕掉。', 'The old recovery code is void; tear it up now.'],
  tornUp: ['撕掉了，继续', 'Torn up, continue'],

  // the invitation sheet
  sheetTitle: ['启用单', 'Activation sheet'],
  sheetAddress: ['启用地址', 'Address'],
  sheetCode: ['启用码', 'Activation code'],
  sheetUntil: ['有效到 {date}', 'Valid until {date}'],
  sheetOnce: ['只能用一次。用完请撕掉。', 'It works once. Tear it up after use.'],
  sheetGone: ['这张启用单用过了或者过期了。', 'This sheet has been used or has expired.'],
  sheetQr: ['启用地址的二维码', 'QR code of the address'],
} as const
