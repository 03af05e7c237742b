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
