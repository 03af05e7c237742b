/** The photos that come back with the paper of a fix, or are taken where it was looked at. */
export const fixPhoto = {
  add: ['附整改前后照片', 'Add a photo of the fix'],
  of: ['哪一张', 'Which'],
  field: ['照片', 'Photo'],
  help: [
    '一次一张。送出前会缩小，去掉拍摄信息，再上锁，只有打得开这件的人能看。',
    'One at a time. It is made smaller, its shooting data removed, and locked before it is sent: only those who can open this report see it.',
  ],
  noScript: ['没有脚本就不能附照片。', 'Without scripts no photo can be added.'],
  wrong: ['没有附上：请选一张打得开的照片。', 'Not added: choose a photo that can be read.'],
  keep: ['上锁，附上', 'Lock and add'],
} as const

/** The photo of a sheet on a wall. */
export const photoWords = {
  field: ['照片（可以不拍）', 'Photo (optional)'],
  help: [
    '只拍这张纸，别拍到人、车牌和门牌。送出前会缩小，并去掉拍摄信息。新照片会换掉旧的。',
    'The sheet only: no people, number plates or house numbers. It is made smaller and its shooting data removed before it is sent. A new photo replaces the old one.',
  ],
  noScript: [
    '没有脚本就不能附照片，其余照样记下。',
    'Without scripts no photo can be added; the check is recorded all the same.',
  ],
  of: ['{day}拍的照片', 'Photo of {day}'],
  wrong: [
    '没有记下：这张照片打不开，请换一张，或者不附照片。',
    'Not recorded: this photo cannot be read. Choose another, or none.',
  ],
} as const
