/** What came with a report besides words, as its team sees it. */
export const attachments = {
  title: ['附件', 'Attachments'],
  onTheWay: ['附件还在路上（{n} 个）', '{n} still on the way'],
  late: ['从昨天起还没到齐', 'Not all here since yesterday'],
  lost: ['没有送到，已清掉', 'Did not arrive; erased'],
  waits: ['还在路上', 'On the way'],
  added: ['{date} 补充', 'Added {date}'],
  with: ['附件：{files}', 'Attached: {files}'],
  cleaned: ['送来时已去掉拍摄信息', 'It came without place, time or phone model'],
  /** What a script says of a file. */
  says: {
    opening: ['正在打开……', 'Opening…'],
    damaged: ['这个附件打不开，其余不受影响', 'This one cannot be opened; the rest can'],
    unknown: [
      '浏览器放不了，可以存下来，用别的软件看；来路不明，小心打开。',
      'The browser cannot show this. Save it and use another program, with care: anybody may have made it.',
    ],
    unread: [
      '这个 PDF 这里打不开，可能有密码，或者坏了。可以存下来，用别的软件看；来路不明，小心打开。',
      'This PDF cannot be opened here; it may be locked or broken. Save it and use another program, with care: anybody may have made it.',
    ],
    tooManyPixels: [
      '这张图太大，没有打开。可以存下来，用别的软件看；来路不明，小心打开。',
      'This picture is too large and was not opened. Save it and use another program, with care: anybody may have made it.',
    ],
    unreachable: ['没有取到，请再点一次。', 'Not fetched. Please try again.'],
    page: ['第 {n} 页，共 {all} 页', 'Page {n} of {all}'],
    pages: [
      '第 {n} 页，共 {all} 页；这里只能看前 {last} 页，要看全请存下来',
      'Page {n} of {all}; only the first {last} can be seen here. Save it to read all',
    ],
    leftOut: [
      '。这个 PDF 里有的图这里显示不出来，要看全请存下来',
      '. Some pictures in this PDF cannot be shown here. Save it to see all',
    ],
  },
  /** Its buttons, in their order. */
  tools: {
    open: ['打开', 'Open'],
    look: ['点开看', 'Click to see'],
    hide: ['盖上', 'Cover'],
    previous: ['上一页', 'Previous page'],
    next: ['下一页', 'Next page'],
    turn: ['转', 'Turn'],
    larger: ['放大', 'Larger'],
    smaller: ['缩小', 'Smaller'],
    save: ['存下来', 'Save'],
  },
  transcript: ['文字稿', 'Transcript'],
  onlyWords: ['转给别的单位的，只能是文字稿', 'Only the transcript may go to another unit'],
  language: ['语言', 'Language'],
  addTranscript: ['上锁，记下文字稿', 'Lock and keep the transcript'],
  noWords: ['没有写字，看附件。', 'Nothing written; see the attachments.'],
  wordsOnTheWay: ['没有写字，附件还在路上。', 'Nothing written; the attachments are on the way.'],
} as const

export const fileWords = {
  photo: ['照片', 'Photo'],
  voice: ['录音', 'Recording'],
  video: ['视频', 'Video'],
  paper: ['文件', 'File'],
  before: ['整改前照片', 'Photo before the fix'],
  after: ['整改后照片', 'Photo after the fix'],
} as const
