import { plain } from './plain.ts'

/** What stands on every staff page. */
export const desk = {
  product: ['码上', 'Mashang'],
  skip: ['跳到正文', 'Skip to content'],
  demo: plain.demo,
  who: ['{name}（{roles}）', '{name} ({roles})'],
  todo: ['待办 {n}', 'To do {n}'],
  hide: ['遮屏', 'Hide text'],
  hidden: [
    '字都遮住了。点“遮屏”或按句点键（.）再看。',
    'Text is blurred. Press "Hide text" or the full-stop key (.) to see it.',
  ],
  signOut: ['退出', 'Sign out'],
  locked: ['已锁屏。没写完的都在，输密码继续。', 'Locked. Unfinished text is kept; enter your password.'],
  expired: [
    '已到八小时，请重新登录。没写完的存在本机。',
    'Eight hours are up. Sign in again; unfinished text is kept here.',
  ],
  idleBefore: ['15 分钟没有动，已锁屏。', 'Locked after 15 minutes without use.'],
  overBefore: ['已到八小时，请重新登录。', 'Eight hours are up; please sign in again.'],
  endedBefore: ['登录已结束，请重新登录。', 'You are signed out; please sign in again.'],
  backHere: ['登录后回到刚才的地方。', 'Signing in takes you back to where you were.'],
  password: ['密码', 'Password'],
  wrong: ['用户名或密码不对。', 'User name or password is wrong.'],
  wrongPassword: ['密码不对。', 'The password is wrong.'],
  slowed: ['试得太多了，请 {n} 秒后再试。', 'Too many tries. Try again in {n} seconds.'],
  working: ['正在开锁，约两秒……', 'Unlocking, about two seconds…'],
  unlock: ['继续', 'Continue'],
  offline: ['没有网络，没有保存。写的还在本机。', 'No network, not saved. Your text is kept here.'],
  stale: [
    '这一页旧了，没有保存。写的还在，请再点一次。',
    'This page was out of date; not saved. Your text is kept; press again.',
  ],
  busy: ['没有保存：存储忙。请联系管理员，写的还在。', 'Not saved: storage is busy. Your text is kept.'],
  full: ['没有保存：存储已满。请联系管理员，写的还在。', 'Not saved: storage is full. Your text is kept.'],
  fault: ['出了毛病，编号 {ref}。没有保存。', 'Something broke, number {ref}. Not saved.'],
  wrongRoot: [
    '这个网页的总钥匙和您的不一样，没有保存。先停下，请告诉技术人员。',
    'The master key of this page is not the one you know; nothing was saved. Stop and tell the technician.',
  ],
  notHeld: ['您没有这把钥匙，没有保存。', 'You do not hold this key; nothing was saved.'],
  broke: [
    '出了毛病，没有保存。写的还在，请再点一次。',
    'Something broke, not saved. Your text is kept; press again.',
  ],
  again: ['再点一次', 'Press again'],
  wrongWay: [
    '打开的方法不对，没有保存。填了的按“返回”还在。',
    'Opened the wrong way. Not saved. What you filled in is still there under "Back".',
  ],
  tooLarge: [
    '太大了，没有保存。请按“返回”，删一些再交。',
    'Too large. Not saved. Press "Back", take some out and send it again.',
  ],
  start: ['回首页', 'To the start'],
  noPage: ['没有这一页。', 'Not found.'],
  noReport: ['没有这件。', 'Not found.'],
  needsScripts: [
    '这里要用浏览器的脚本来开锁，请打开脚本再试。',
    'Scripts are needed here to unlock. Please turn them on and try again.',
  ],
} as const
