import { adding, attached } from './attaching.ts'

/** Photo and recording in the form without scripts. */
export const plainFiles = {
  intro: ['可以加一张照片、一段录音，一共不超过 8 兆。', 'One photo and one recording, 8 MB together.'],
  photo: ['照片（可以不加）', 'Photo (optional)'],
  voice: ['录音（可以不加）', 'Recording (optional)'],
  recognised: adding.recognised,
  consent: adding.consent,
  again: ['照片和录音要再选一次。', 'Choose the photo and the recording once more.'],
  photoCame: ['照片也收到了，已经上锁。', 'The photo has arrived too, and is locked.'],
  voiceCame: ['录音也收到了，已经上锁。', 'The recording has arrived too, and is locked.'],
  photoLost: ['照片没有收到', 'The photo was not taken'],
  voiceLost: ['录音没有收到', 'The recording was not taken'],
  wordsSafe: ['您写的话已经收到，不会丢。', 'Your words have arrived and are safe.'],
  later: [
    '要补的话，请重新扫码，写上受理号 {number}，再加一次。',
    'To add it, scan the code again, write the enquiry number {number}, and add it there.',
  ],
} as const

/** Why a file was not taken. */
export const notTaken = {
  photoWrong: attached.photoWrong,
  voiceWrong: attached.voiceWrong,
  notCleanable: attached.notCleanable,
  tooManyPixels: attached.tooManyPixels,
  broken: ['这个文件坏了，或者没传全。', 'It is broken, or did not come whole.'],
  tooLarge: ['太大了，一共不超过 8 兆。', 'Too large: 8 MB together at most.'],
  noRoom: ['这会儿我们存不下，是我们的问题。', 'We could not store it just now. That is our fault.'],
  unagreed: [
    '还没交出去。要留录音，请点“我同意留下录音”。照片和录音都要再选一次。',
    'Not sent yet. To leave a recording, tick "I agree to leave a recording". Choose photo and recording once more.',
  ],
  before: [
    '这些话先前已经收到了，这次加的没有留。',
    'These words were here already; what was added this time was not kept.',
  ],
} as const
