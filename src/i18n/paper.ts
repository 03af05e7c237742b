import type { UnitType } from '../rounds/tables.ts'
import { plain } from './plain.ts'
import type { Phrase } from './speak.ts'

/** The notice. The order of these lines is the order on paper. */
export const notice = {
  title: ['巡察公告', 'Inspection notice'],
  largest: ['{unit}的事，请跟巡察组讲', 'About {unit}: tell the inspection team'],
  free: [
    '不记名也行 · 不用注册 · 不要钱 · {insiders}看不到',
    'No name needed · no sign-up · no charge · {insiders} cannot see it',
  ],
  call: ['① 打电话：{phone}（{hours}）', '① Call {phone} ({hours})'],
  type: [
    '② 手机上打开 {domain}，写公告号 {number}',
    '② Open {domain} on a phone and type notice number {number}',
  ],
  /** With two addresses a new line stands where the comma was: it would begin one after a long address. */
  typeTwo: [
    '② 手机上打开 {domain}{line}写公告号 {number}',
    '② Open {domain}{line}on a phone and type notice number {number}',
  ],
  /** Beneath the first address, or after it, and never alone at the end of a line. */
  or: ['或\u00a0{domain}', 'or\u00a0{domain}'],
  scan: ['③ 微信扫右边的码', '③ Scan the code on the right'],
  write: ['④ 写信：{postal}　意见箱：{box}', '④ Write to {postal}. Letter box: {box}'],
  frame: ['{unit} · 公告号 {number}', '{unit} · notice number {number}'],
  here: ['归这里：{what}', 'Here: {what}'],
  closes: ['收到 {closes} 为止', 'Open until {closes}'],
  standing: ['常年受理', 'Open all year round'],
  genuine: [
    '网页上的单位和公告号要和这张纸一样，不一样就别填。我们不要钱、不要验证码。',
    'The page must show the same unit and number as this paper; if not, do not fill it in. We never ask for money or codes.',
  ],
  home: [
    '不用在这里填。撕一条带回家，或者记下公告号。',
    'You need not do it here. Tear off a strip, or note the number.',
  ],
  strip: ['便民反映', 'Local feedback'],
  seal: ['（印章处）', '(seal)'],
  sheet: ['第 {sheet} 张', 'Sheet {sheet}'],
  demo: plain.demo,
  qr: ['公告号 {number} 的二维码', 'QR code of notice {number}'],
} as const

/** Who, close to a unit, does not see what is told. */
export const insiders: Record<UnitType, Phrase> = {
  village: ['村里、镇里', 'the village and the town'],
  community: ['社区、镇街', 'the community and the town'],
  town: ['镇里', 'the town'],
  organ: ['本单位', 'this organisation'],
  soe: ['本单位', 'this company'],
  school: ['本单位', 'this school'],
  hospital: ['本单位', 'this hospital'],
  project: ['建设和施工单位', 'the builder and the client'],
}

/** The card, which says nothing of an inspection or a unit. */
export const card = {
  title: ['便民反映', 'Local feedback'],
  call: ['打电话 {phone}（{hours}）', 'Call {phone} ({hours})'],
  free: ['不记名也行，不要钱', 'No name needed, no charge'],
} as const

/** Whether a notice is genuine. */
export const genuine = {
  letterhead: ['便民反映', 'Local feedback'],
  title: ['公告是真是假', 'Is this notice real?'],
  field: ['公告号（6 个数字）', 'Notice number (6 digits)'],
  check: ['查一下', 'Check'],
  real: ['这个号是真的：{unit}，收到 {closes} 为止。', 'This number is real: {unit}, open until {closes}.'],
  realStanding: ['这个号是真的：{unit}，常年受理。', 'This number is real: {unit}, open all year round.'],
  notYet: ['这个号是真的：{unit}，{opens} 开始收。', 'This number is real: {unit}, opens on {opens}.'],
  paused: ['这个号是真的：{unit}，现在暂时停收。', 'This number is real: {unit}, paused for now.'],
  open: ['打开这张公告', 'Open this notice'],
  draft: [
    '这个号是真的，但还没启用，先不用填。',
    'This number is real but not in use yet. Do not fill it in yet.',
  ],
  closed: ['这个号是真的，但已经截止。', 'This number is real, but it has closed.'],
  revoked: ['这张公告停用了，别再用。', 'This notice was withdrawn.'],
  unknown: [
    '没有这个号，纸可能是假的。别填，请打 {phone}。',
    'No such number; the paper may be fake. Do not fill it in; call {phone}.',
  ],
  domain: ['网址也要对：{domain}', 'The address must be right too: {domain}'],
  wechat: [
    '在微信里把网页往下拉，顶上会写“此网页由 {domain} 提供”。',
    'In WeChat, pull the page down: the top says it is provided by {domain}.',
  ],
  never: [
    '我们从不要钱、验证码、银行卡号、身份证号，也不叫您下载。',
    'We never ask for money, codes, bank cards, ID numbers or downloads.',
  ],
  wrongLength: plain.noticeNumber,
} as const
