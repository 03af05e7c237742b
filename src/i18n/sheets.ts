import type { SheetMove, SheetState } from '../posters/sheets.ts'
import { photoWords } from './photos.ts'
import { plain } from './plain.ts'
import type { Phrase } from './speak.ts'

/** Where the sheets of a notice hang, and how they were found. */
export const sheetWords = {
  open: ['查公告', 'Check notices'],
  find: ['查公告', 'Check a notice'],
  findLead: [
    '站在公告跟前：拍二维码，或者写公告号；再写张号。号都印在纸上。',
    'In front of the notice: photograph its code or type its notice number, then its sheet number. Both are printed on it.',
  ],
  number: ['公告号', 'Notice no.'],
  numberHelp: ['也可以贴上扫到的网址。', 'Or paste the address that was scanned.'],
  codePhoto: ['拍二维码', 'Photograph the code'],
  codePhotoHelp: [
    '对着公告上的码拍一张，或者选一张照片。照片只在这台手机上看，不会送出去。',
    'Take a photo of the code on the notice, or choose one. The photo is read on this phone and never sent.',
  ],
  codePhotoRead: ['正在找照片里的码…', 'Looking for the code in the photo…'],
  codePhotoNone: [
    '照片里没有找到二维码。靠近一点，手机和纸放平，避开反光和阴影，再拍一张；或者写公告号。',
    'No code was found in the photo. Go closer, hold the phone flat to the paper, out of glare and shade, and take another; or type the notice number.',
  ],
  realCode: [
    '真的，{unit}。{warning}再写是第几张。',
    'Genuine: {unit}. {warning} Now type the sheet number.',
  ],
  sheet: ['张号', 'Sheet no.'],
  look: ['查', 'Look up'],
  mend: ['还要改 {n} 处。', '{n} to mend.'],
  unknown: [
    '没有这个号，可能是假的，请拍照。先别撕，告诉办公室。',
    'No such number; it may be fake. Take a photo; do not remove it yet, and tell the office.',
  ],
  foreign: [
    '这个码不是我们的。拍到了别的码，就再拍一张；公告上印的就是它，可能是假的，请拍照，先别撕，告诉办公室。',
    'This code is not ours. If another code was in the way, take a new photo; if it is the one printed on the notice, it may be fake: take a photo, do not remove it yet, and tell the office.',
  ],
  queryCode: [
    '这是查询码的二维码，不是公告上的。请拍公告上的。',
    'This is a query code, not the code on the notice. Photograph the one on the notice.',
  ],
  noSheet: [
    '这个号只有 {n} 张，没有第 {sheet} 张，可能是复印的。拍照，告诉办公室。',
    'This notice has {n} sheets and no sheet {sheet}; it may be a copy. Take a photo and tell the office.',
  ],
  real: ['真的，{unit}，第 {sheet} 张', 'Genuine: {unit}, sheet {sheet}'],
  withdrawn: ['这张公告已停用，请撕掉。{why}', 'This notice was withdrawn; please remove it. {why}'],
  insteadNow: ['现在用 {number}。', '{number} is used now.'],
  notInUse: plain.notInUse,
  notYours: ['这个公告号不是本组的，请问办公室。', 'Not a notice of this team; please ask the office.'],
  toCheck: ['今天要查的', 'To check today'],
  nothingToCheck: ['今天没有要查的。', 'Nothing to check today.'],
  own: ['本组的公告', 'Notices of this team'],
  none: ['本组还没有公告。', 'This team has no notice yet.'],
  place: ['贴在哪里', 'Where it hangs'],
  placeHelp: [
    '比如：村委会公告栏。别贴在看得见摄像头的地方。',
    'Such as: board of the village committee. Not in view of a camera.',
  ],
  on: ['哪天贴的', 'Put up on'],
  state: ['状态', 'State'],
  checked: ['查过', 'Checked'],
  all: ['{unit} {number}：各张在哪里', '{unit} {number}: where its sheets are'],
  list: ['看各张', 'See all sheets'],
  counted: ['共 {sheets} 张，贴 {posted}', '{sheets} sheets, {posted} posted'],
  replacedBy: ['换成第 {sheet} 张', 'replaced by sheet {sheet}'],
  coveredAdvice: [
    '被盖的可能是别人的码：拍照，告诉办公室，再想要不要停用换新。',
    'Another code may have been pasted over it: take a photo, tell the office, and consider withdrawing the notice.',
  ],
  overtaken: [
    '没有记下：别人刚记过这一张。下面是现在的样子。',
    'Not recorded: somebody recorded this sheet meanwhile. Below is how it is now.',
  ],
  tooMany: ['一个公告号最多 99 张，请停用换新。', 'A notice has at most 99 sheets; withdraw and replace it.'],
  back: ['回到公告', 'Back to the notices'],
} as const

export const sheetStates: Record<SheetState, Phrase> = {
  printed: ['○ 没贴', '○ not posted'],
  posted: ['● 贴着', '● posted'],
  damaged: ['× 破损', '× damaged'],
  covered: ['× 被盖', '× covered'],
  missing: ['× 不见了', '× missing'],
  replaced: ['○ 换了', '○ replaced'],
}

/** The buttons, named by what was seen. */
export const sheetMoveWords: Record<SheetMove, Phrase> = {
  post: ['贴好了', 'Posted'],
  good: ['完好', 'Good'],
  damage: ['破损', 'Damaged'],
  cover: ['被盖', 'Covered'],
  miss: ['不见了', 'Missing'],
  replace: ['换一张新的', 'Replace it'],
}

/** Cards and table tents, which bear no number and are counted by hand. */
export const handoutWords = {
  title: ['卡片、桌牌', 'Cards and table tents'],
  lead: ['到现在一共多少。空着的算 0。', 'How many so far, in all. Empty counts as 0.'],
  cardPrinted: ['卡片印了', 'Cards printed'],
  cardHandedOut: ['卡片发了', 'Cards handed out'],
  tentPrinted: ['桌牌印了', 'Table tents printed'],
  tentHandedOut: ['桌牌发了', 'Table tents handed out'],
  sum: ['已发卡片 {card} 张、桌牌 {tent} 个。', '{card} cards and {tent} table tents handed out.'],
} as const

export const handoutProblems = {
  number: ['请写 0 到 999999 的数字。', 'A number from 0 to 999999.'],
  more: ['发的比印的多，请再数数。', 'More than were printed; please count again.'],
  other: plain.other,
} as const

export const sheetProblems = {
  number: plain.noticeNumber,
  sheet: ['张号是 1 到 99 的数字。', 'A sheet number is from 1 to 99.'],
  place: ['请写贴在哪里，最多 60 个字。', 'Please write where it hangs, at most 60 characters.'],
  on: ['请选贴的日子，不能是以后。', 'Please choose the day it was put up, not a later one.'],
  photo: photoWords.wrong,
  other: plain.other,
} as const
