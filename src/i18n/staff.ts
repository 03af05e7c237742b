/** People, sign-in and the keys they hold. */
export const staff = {
  // Roles and where somebody belongs
  office: ['巡察办', 'Office'],
  leadingGroup: ['领导小组', 'Leading group'],
  administrator: ['管理员', 'Administrator'],
  leader: ['组长', 'Leader'],
  deputy: ['副组长', 'Deputy leader'],
  liaison: ['联络员', 'Liaison'],
  member: ['组员', 'Member'],
  and: ['、', ', '],
  semicolon: ['；', '; '],

  // sign-in
  signIn: ['登录', 'Sign in'],
  username: ['用户名', 'User name'],
  password: ['密码', 'Password'],
  passwordStays: ['密码只在这台电脑上用，不会送出去。', 'The password stays on this computer.'],
  forgotten: ['忘了密码', 'Forgotten password'],
  tooOld: [
    '这个浏览器太旧，打不开锁。请换新版的 Edge、Chrome、火狐或者 360 极速模式。',
    'This browser is too old to unlock anything. Please use a current Edge, Chrome, Firefox or Safari.',
  ],
  notSent: ['没有网络，请再试一次。', 'No network. Please try again.'],
  broke: [
    '出了毛病，什么也没有保存。请再试一次，还不行就找管理员。',
    'Something broke, nothing was saved. Try again, or ask the administrator.',
  ],

  // The second factor
  account: ['我的账号', 'My account'],
  goHome: ['回首页', 'Home'],
  code: ['动态码', 'One-time code'],
  codeAsked: ['请写手机上现在的 6 位动态码。', 'Type the 6 digits your phone shows now.'],
  codeWrong: ['动态码不对，或者用过了。请写现在的。', 'Wrong or used. Type the digits shown now.'],
  factorHow: [
    '用手机上的身份验证器扫这个码，或者照着输下面的字，再写它给的 6 位数字。',
    'Scan this with an authenticator app, or type the letters; then enter the 6 digits it shows.',
  ],
  factorQr: ['动态码的二维码', 'QR code for the authenticator'],
  factorSet: ['设置动态码', 'Set up'],
  factorOn: ['已设置。登录时除了密码，还要动态码。', 'Set up. Signing in asks for a code as well.'],
  factorMust: ['办公室要求人人设置动态码。设好再继续。', 'The office requires one. Set it up to go on.'],
  factorRemove: ['手机丢了：去掉动态码', 'Phone lost: remove the code'],
  factorRemoveWarns: [
    '请先当面确认是本人。去掉以后，只凭密码就能登录，直到重新设置。',
    'Make sure in person who asks. Until it is set up anew, the password alone signs in.',
  ],
  factorWanted: ['人人都要设置动态码。', 'Everybody needs a one-time code.'],
  factorFree: ['动态码由各人自己决定。', 'One-time codes are up to each person.'],
  wantFactor: ['要求人人设置', 'Require of everybody'],
  wantLess: ['不再要求', 'Require no more'],
  wantThen: [
    '还没设的人，下一步就要先设好。写了一半的还在。',
    'Whoever has none is asked to set it up at their next step. What they were writing stays.',
  ],
  wantLessThen: ['已经设好的照用。', 'Those already set up stay in use.'],

  // Waiting
  waitingTitle: ['已启用', 'Active'],
  waitingVerify: ['已启用，等管理员核对。', 'Active; waiting for an administrator to verify.'],
  waitingBoth: ['还要请{colleague}给您交钥匙。', '{colleague} is to hand you the team key.'],
  waitingKey: ['还差一步：请{colleague}给您交钥匙。', 'One step left: {colleague} hands you the team key.'],
  refresh: ['刷新', 'Refresh'],
  yourTeams: ['您的巡察组', 'Your teams'],

  // people
  people: ['人员', 'People'],
  name: ['姓名', 'Name'],
  role: ['角色', 'Role'],
  place: ['所在', 'Where'],
  state: ['状态', 'State'],
  actions: ['操作', 'Actions'],
  invited: ['未启用', 'Not active'],
  invitedUntil: ['未启用，启用单有效到 {date}', 'Not active; sheet valid until {date}'],
  invitedOver: ['未启用，启用单过期了', 'Not active; the sheet has expired'],
  answered: ['待核对', 'To verify'],
  active: ['已启用', 'Active'],
  lacksKey: ['缺钥匙', 'Lacks the key'],
  disabled: ['停用', 'Disabled'],
  newPerson: ['添加人员', 'Add a person'],
  printSheet: ['打印启用单', 'Print the activation sheet'],
  sheetAgain: ['再开一张启用单', 'Issue a new sheet'],
  sheetAgainWarns: [
    '用了新单，旧密码和旧钥匙就作废，要重新核对、重新交钥匙。',
    'Once used, the old password and keys are void: verify and hand over again.',
  ],
  verify: ['核对', 'Verify'],
  verifyFirst: [
    '先当面或打熟悉的电话问{name}：启用单是不是本人用的，姓名、组、角色对不对。是，再按“核对”：浏览器对照启用单查交回的钥匙，对得上才签名。',
    'First ask {name}, in person or on a number you know: did they use the sheet themselves, are name, team and role right? Then press: the browser checks the returned keys against the sheet and signs only what matches.',
  ],
  verifiedBy: ['由{names}核对', '{names} can verify'],
  mismatch: [
    '对不上，不是用这张启用单启用的。先别核对，请当面问{name}。',
    'It does not match this sheet. Do not verify; ask {name} in person.',
  ],
  sheetUnopened: [
    '这张启用单不是封给您的，请由开单的管理员核对。',
    'This sheet is not sealed to you. The administrator who issued it can verify.',
  ],
  disable: ['停用', 'Disable'],
  disableWarns: ['马上进不来。', 'Access ends at once.'],
  disableLock: ['本组换锁，未办结的由{name}重新上锁。', 'The lock is changed; {name} re-locks open reports.'],
  owned: ['手里还有 {n} 件没办结，要分办给别人。', '{n} open reports of theirs need another owner.'],
  enable: ['重新启用', 'Re-enable'],
  lastAdministrator: ['最后一名管理员不能停用。', 'The last administrator cannot be disabled.'],
  notYourself: ['不能停用自己。', 'You cannot disable yourself.'],
  overtaken: [
    '刚刚有人改过。下面是现在的样子。',
    'Somebody has just changed this. It is shown as it is now.',
  ],
  untrusted: [
    '有一名管理员的身份和总钥匙对不上，没有开单。请告诉技术人员。',
    'One administrator does not match the master key. No sheet was made; tell the technician.',
  ],

  // One person
  joinTeam: ['再加入一个组', 'Join one more team'],
  join: ['加入', 'Join'],
  changeRoles: ['改角色', 'Change roles'],
  onlyLeader: [
    '本组只有{name}是组长或副组长。改了以后，没有人能审批、换锁、看联系方式，直到有了新组长。',
    'Only {name} leads this team. Without a leader nobody can approve, change the lock or see contact details.',
  ],
  leaveTeam: ['退出本组', 'Take out of this team'],
  leaveWarns: [
    '马上看不到本组的反映，要重新登录。',
    'Access to this team’s reports ends at once; they sign in again.',
  ],
  noTeam: ['您现在不在任何组。', 'You are in no team now.'],
  knows: ['知道，照改', 'I know; change it'],
  needsKnowing: ['请先看清后果，再打勾。', 'Please read what follows, then tick the box.'],
  rolesUntrusted: [
    '{name}的身份和总钥匙对不上，没有改。请当面问。',
    '{name} does not match the master key. Not changed; ask in person.',
  ],

  // New person
  inviteTitle: ['添加人员', 'Add a person'],
  usernameHelp: [
    '登录用。2 到 32 个字，可以用拼音，不空格。',
    'For signing in. 2 to 32 letters or digits, no spaces.',
  ],
  where: ['在哪里', 'Where'],
  whereHelp: [
    '巡察办的人就是管理员，领导小组的人只看数字：这两处下面的角色都不用选。',
    'In the inspection office somebody is an administrator, in the leading group they see figures only: choose no role for these two.',
  ],
  whichRoles: ['在组里做什么（可以多选）', 'Role in the team (one or more)'],
  officeAlone: [
    '巡察办、领导小组的人不能同时在组里。',
    'People of the office or the leading group cannot have a team role as well.',
  ],
  needsRole: ['请选他在组里做什么。', 'Please choose a role in the team.'],
  needsName: ['请写姓名，不超过 40 个字。', 'Please write the name, at most 40 characters.'],
  needsUsername: ['用户名是 2 到 32 个字母、数字或汉字。', 'A user name has 2 to 32 letters or digits.'],
  usernameTaken: ['这个用户名有人用了，请换一个。', 'This user name is taken. Please choose another.'],
  needsPlace: ['请选在哪里。', 'Please choose where.'],
  makeSheet: ['开启用单', 'Make the activation sheet'],
  makingSheet: ['正在开单……', 'Making the sheet…'],
  noTeams: [
    '还没有巡察组。先建轮次和组，才能添加组里的人。',
    'There are no teams yet. Create a round and its teams first.',
  ],
} as const

/** The line on top after something was done, by the name in `?said=`. */
export const peopleSaid = {
  verified: ['核对无误，可以办事了。', 'Verified.'],
  disabled: [
    '已停用，马上进不来。拿过本组钥匙的，请组长或副组长到“钥匙”页换锁，再回来确认。',
    'Disabled: access ended at once. If they had a team key, the leader or a deputy changes the lock on the Keys page, and you confirm it.',
  ],
  enabled: ['已重新启用。', 'Re-enabled.'],
  factorRemoved: ['动态码已去掉。', 'The code is removed.'],
  rolesChanged: ['角色已改。', 'Roles changed.'],
  lockDue: [
    '角色已改，不能再看联系方式。请组长或副组长到“钥匙”页换锁，再回来确认。',
    'Roles changed: no more contact details. The leader or a deputy changes the lock on the Keys page, and you confirm it.',
  ],
  left: [
    '已退出本组。请组长到“钥匙”页换锁，再回来确认。',
    'Out of the team. A leader changes the lock on the Keys page, and you confirm it.',
  ],
  recused: ['已设回避。', 'Recused.'],
  unrecused: ['已解除回避。', 'The recusal has ended.'],
  handedOver: ['已交。', 'Handed over.'],
} as const
