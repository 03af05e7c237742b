/** 撤点交接, the team's side: what of it goes to the office. */
export const leaving = {
  title: ['撤点交接', 'Hand-over on leaving'],
  lead: [
    '还没有办结的，请逐件选。交出去的由{office}接着办，本组的钥匙再也打不开。',
    'Choose for each that is still open. What is handed over {office} carries on, and the keys of the team open it no more.',
  ],
  early: [
    '受理到 {closes} 为止，{leaves} 撤点。受理截止以后，或到了撤点那天，才在这里交接。',
    'Intake runs until {closes}; the team leaves on {leaves}. Once intake has closed, or on that day, hand over here.',
  ],
  up: [
    '密封上呈还有 {n} 件没有登记收据，登记以后才能撤组。',
    '{n} sealed escalations still wait for their receipt; the team can be closed once it is entered.',
  ],
  none: ['没有要交接的。', 'There is nothing to hand over.'],
  way: ['{number}怎么办', 'What becomes of {number}'],
  keep: ['本组继续', 'Stays with the team'],
  office: ['交{office}承接', 'Goes to {office}'],
  contact: ['联系方式一起交', 'With the contact'],
  left: [
    '已交{office}，联系方式还锁在本组的钥匙里。',
    'Handed to {office}; the contact is still locked to the team.',
  ],
  button: ['交接', 'Hand over'],
  working: ['正在重新上锁，还有 {n} 件……', 'Locking anew, {n} to go…'],
  handed: ['已交 {n} 件给{office}，{m} 件本组继续。', 'Handed {n} to {office}; {m} stay with the team.'],
  done: ['都交好了。', 'All are handed over.'],
  some: [
    '还有 {n} 件没有交成，请再试，或请另一名组长。',
    '{n} were not handed over. Try again, or ask the other leader.',
  ],
  stopped: [
    '断网了。交好的不用重做，联网后打开这一页接着交。',
    'Offline. What has gone has gone; open this page again to go on.',
  ],
  untrusted: [
    '先停下：办公室的钥匙不对，没有交。请告诉管理员。',
    'Stop: the key of the office is not the true one. Nothing was handed over; tell the administrator.',
  ],
  broke: ['没有交成，请再打开这一页。', 'Not handed over; open this page again.'],
  noScript: [
    '交接要在浏览器里重新上锁，请打开脚本。',
    'Handing over locks reports anew in the browser; please allow scripts.',
  ],
  staysThere: [
    '联系方式没有交来，只有{office}打得开。',
    'The contact was not handed over; only {office} opens it.',
  ],
  stays: [
    '联系方式没有交来，还锁在原来的组里。要用请找原组长在“撤点交接”里交。',
    'The contact was not handed over and is still locked to the team. Its leader can hand it over under “Hand-over on leaving”.',
  ],
} as const

/** Whether the contact went with a report, by the code in its step. */
export const alongWords = {
  contact: ['联系方式一起交', 'with the contact'],
  none: ['联系方式没有交', 'without the contact'],
} as const
