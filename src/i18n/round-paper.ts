/** Paper for a whole round, the larger sheet, the table tent, and all codes as files. */
export const roundPaper = {
  open: ['打印全轮', 'Print the whole round'],
  title: ['打印全轮', 'Print the whole round'],
  first: [
    '每个单位先印一张，用手机一个一个试扫，再印全部。',
    'Print one sheet for each unit, scan each with a phone, then print the rest.',
  ],
  count: ['{units} 个单位，{sheets} 页。', '{units} units, {sheets} pages.'],
  without: ['还有 {n} 个单位没有码，不在里面。', '{n} units have no code yet and are not among them.'],
  refused: [
    '{n} 个码和总钥匙对不上，没有排进来。请先停用换新，并告诉另一名管理员。',
    '{n} codes do not match the office key and are left out. Withdraw and replace them, and tell the other administrator.',
  ],
  nothing: ['没有能打印的码。', 'There is no code to print.'],
  notInUse: ['其中 {n} 个还没启用，先别张贴。', '{n} of them are not in use yet; do not post those.'],
  notices: ['公告', 'Notices'],
  cards: ['卡片', 'Cards'],
  tents: ['桌牌', 'Table tents'],
  what: ['印什么', 'What'],
  howMany: ['印几张', 'How many'],
  size: ['纸张', 'Paper'],
  in: ['语言', 'Language'],
  one: ['每个单位一张', 'One sheet each'],
  all: ['每个单位全部张数', 'All sheets of each'],
  a4: ['A4', 'A4'],
  a3: ['A3', 'A3'],
  chinese: ['中文', 'Chinese'],
  english: ['英文', 'English'],
  a3Advice: [
    'A3 纸，实际大小（100%）。打印机没有 A3 的，请选 A4。',
    'A3 paper, actual size (100 %). Without an A3 printer choose A4.',
  ],
  tentAdvice: [
    'A4 厚纸，实际大小（100%），沿中线折，两面都能看。',
    'Stiff A4 paper, actual size (100 %); fold along the middle, it reads from both sides.',
  ],
  tent: ['打印桌牌', 'Print the table tent'],
  tentTitle: ['打印桌牌：{unit} {number}', 'Print the table tent: {unit} {number}'],
} as const

/** The table tent. Like the card it names no inspection and no unit: it stands where neighbours pass. */
export const tent = {
  type: [
    '手机上打开 {domain}，写公告号 {number}',
    'Open {domain} on a phone and type notice number {number}',
  ],
  scan: ['微信扫这个码', 'Scan this code'],
} as const

/** All codes of a round as one file. */
export const zipWords = {
  make: ['下载二维码（SVG、PNG，全部 ZIP）', 'Download the QR codes (SVG, PNG, all as ZIP)'],
  working: ['正在打包：{made} / {all}', 'Packing: {made} of {all}'],
  forged: [
    '先别打印，也别打包：有 {n} 个码或者网址和总钥匙对不上。请告诉另一名管理员和技术人员。',
    'Do not print or pack: {n} codes or addresses do not match the office key. Tell the other administrator and the technician.',
  ],
  list: ['公告清单', 'notices'],
  columns: ['公告号,单位,巡察组,轮次,网址,SVG,PNG', 'Notice no.,Unit,Team,Round,Address,SVG,PNG'],
} as const
