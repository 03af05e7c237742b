/** Changing the lock of a team after somebody left or lost a right. */
export const locks = {
  title: ['换锁', 'Change the lock'],
  due: [
    '{names}已经离开，但还拿着本组钥匙。请换锁。换好以前，旧锁照用，群众照样能写。',
    '{names} left and still has the team key. Change the lock. Until then the old one serves, and residents can write.',
  ],
  demoted: [
    '{names}不再是组长或副组长，但还拿着联系方式钥匙。请换锁。',
    '{names} no longer leads but still has the contact key. Change the lock.',
  ],
  unrecoverable: [
    '{date}，{by}重做了恢复凭证，新的一套打不开本组的反映。请向{by}问清缘由，再换锁；换好就打得开了。',
    'On {date} {by} made new recovery sheets, which do not open this team’s reports. Ask {by} why, then change the lock; after that they do.',
  ],
  officeDue: [
    '{names}已经离开，但还拿着办公室总钥匙。请换锁。换好后旧公告和没用的启用单作废。',
    '{names} left and still has the office master key. Change the lock. Old notices and unused activation sheets then end.',
  ],
  officeChange: ['换办公室的锁', 'Change the office lock'],
  stillOpens: [
    '{names}已经离开，手里的旧钥匙还打得开这些，重新上锁后就打不开了。',
    '{names} left, and the old key opens these until they are locked anew.',
  ],
  askLeader: ['请{leader}换锁。', '{leader} changes the lock.'],
  nobody: [
    '本组没有人能换锁，请用恢复凭证。',
    'No one in the team to change the lock: use the recovery sheets.',
  ],
  change: ['换锁', 'Change the lock'],
  changing: ['正在换锁，约十秒……', 'Changing the lock, about ten seconds…'],
  waiting: [
    '新锁已做好，等管理员确认启用。在那以前旧锁照用。',
    'The new lock is made and waits for the administrator. Until then the old one serves.',
  ],
  queueDue: [
    '本组要换锁：有人离开或换了角色，或者恢复凭证重做过。',
    'The lock of this team is to be changed: somebody left or changed roles, or the recovery sheets were made anew.',
  ],
  queueReseal: [
    '换了锁，还有旧的反映要重新上锁。打开“钥匙”页就会做。',
    'The lock was changed; older reports are still to be locked anew. Opening the Keys page does it.',
  ],
  waitsForYou: ['新锁已做好，等您确认启用。', 'The new lock is made and waits for you.'],
  resealing: [
    '还有 {n} 件要重新上锁，正在做。可以关掉这一页，下次打开接着做。',
    '{n} reports still to be locked anew; working. You may close this page: it goes on when you open it again.',
  ],
  resealed: ['都重新上好锁了。', 'All reports are locked anew.'],
  left: [
    '还有 {n} 件您换不了，请拿着联系方式钥匙或旧钥匙的同事打开这一页。',
    '{n} are left that you cannot lock anew. A colleague who has the contact key or the old key opens this page.',
  ],
  stopped: [
    '停下了：网络断了。已经做好的都在，请刷新接着做。',
    'Stopped: no network. What was done is kept; reload to go on.',
  ],
  untrusted: [
    '先停下：新锁和总钥匙对不上，没有上锁。请告诉管理员。',
    'Stop: the new lock does not match the master key. Nothing was locked to it; tell the administrator.',
  ],
  notYours: ['您不能再做这一步了，请刷新这一页。', 'You may no longer do this. Reload the page.'],
} as const
