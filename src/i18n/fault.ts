/** Faults and refusals: what went wrong, in a resident's words. */
export const fault = {
  noPage: ['没有这个网页。请重新扫码，或打 {phone}。', 'No such page. Scan again, or call {phone}.'],
  noPageNoPhone: ['没有这个网页。请重新扫码。', 'No such page. Please scan again.'],
  wrongWay: ['打开的方法不对，请重新扫码。', 'Opened the wrong way. Please scan again.'],
  broken: ['出了毛病，是我们的问题。编号 {ref}。', 'Something broke, and it is our fault. Number {ref}.'],
  later: ['请过一会儿再试，急事请打 {phone}。', 'Try again later; if urgent, call {phone}.'],
  laterNoPhone: ['请过一会儿再试。', 'Please try again later.'],
  busyReading: ['现在忙，请等一会儿再看。', 'Busy just now. Please look again shortly.'],
  busySending: [
    '这会儿没收下。您写的都在，过几分钟再点一次。',
    'Not accepted just now. Your words are still here; try in a few minutes.',
  ],
  brokenSending: ['您写的都在，请再送一次。', 'Your words are still here; please send again.'],
  again: ['再送一次', 'Send again'],
  tooLarge: ['太大了，没收下。请删一些再送。', 'Too large, not accepted. Please shorten it.'],
  unread: ['没收下，请再送一次。', 'Not accepted. Please send again.'],
  pressBack: ['请按“返回”，您写的还在。', 'Press "Back"; your words are still there.'],
  outOfDate: [
    '这个网页旧了，没收下。请点“重新打开”，您写的都在。',
    'This page is out of date; not accepted. Press "Reload"; your words stay.',
  ],
  reload: ['重新打开', 'Reload'],
  stale: [
    '这个网页旧了，没收下。您写的都在，请再交一次。',
    'This page was out of date; not accepted. Your words are still here; hand them over again.',
  ],
  retired: ['钥匙刚换过，没收下。请再送一次。', 'The key has just changed; not accepted. Please send again.'],
} as const
