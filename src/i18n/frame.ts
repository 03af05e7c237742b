import { plain } from './plain.ts'

/** What stands on every public page. */
export const frame = {
  title: ['便民反映', 'Local feedback'],
  skip: ['跳到正文', 'Skip to content'],
  exit: ['快速离开', 'Leave quickly'],
  weChat: ['微信', 'WeChat'],
  inBrowser: [
    '想更稳妥，点右上角，用浏览器打开。',
    'For more safety, open in the browser from the top right.',
  ],
  size: ['字号：', 'Text size:'],
  standard: ['标准', 'standard'],
  large: ['大', 'large'],
  largest: ['更大', 'larger'],
  more: ['更多', 'More'],
  safer: ['更放心的做法', 'Staying safe'],
  genuine: ['公告是真是假', 'Is this notice real'],
  progress: ['查进度', 'Check progress'],
  call: ['打电话 {phone}', 'Call {phone}'],
  demo: plain.demo,
} as const
