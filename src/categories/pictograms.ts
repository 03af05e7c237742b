import { type Tile, unsorted } from './checklist.ts'

/** What is drawn in public/style/pictures.svg, in the order it stands there. */
export const drawn = [
  ...['sheet', 'talk', 'coin', 'hills', 'grain', 'care', 'road', 'razed', 'house', 'book', 'stamp', 'sprout'],
  ...['lamp', 'people', 'hourglass', 'packet', 'scales', 'cart', 'badge', 'bowl', 'ticks', 'wall', 'purse'],
  ...['plot', 'danger', 'bids'],
]

/** By the words on a tile and not by its code: an office may write tiles of its own. The first that fits. */
const pictures: readonly [words: RegExp, picture: string][] = [
  [/村干部|党|班子|选举|组织/, 'people'],
  [/吃喝|酒|宴/, 'bowl'],
  [/收费|好处|红包/, 'packet'],
  [/补贴|粮/, 'grain'],
  [/低保|救助|帮扶|扶贫|困难|残疾/, 'care'],
  [/工钱|工资|欠薪/, 'purse'],
  [/拆|征地|补偿/, 'razed'],
  [/建房|宅基|住房/, 'house'],
  [/占地/, 'plot'],
  [/账|公开|财务/, 'book'],
  [/质量/, 'wall'],
  [/执法|处罚/, 'scales'],
  [/用人|人事|招聘|提拔/, 'badge'],
  [/招标|投标/, 'bids'],
  [/安全|危险/, 'danger'],
  [/政策|落实/, 'ticks'],
  [/采购/, 'cart'],
  [/修路|渠|桥|工程|施工/, 'road'],
  [/环境|垃圾|污|耕|田|林/, 'sprout'],
  [/水|灯|医|学|养老|路/, 'lamp'],
  [/山|塘|地|屋|承包|租/, 'hills'],
  [/拖|难|慢|完工/, 'hourglass'],
  [/干部|办事|作风|态度|服务/, 'stamp'],
  [/钱|资金|款|收入|分红/, 'coin'],
]

/** The number of a tile's picture, under which the style sheet finds it; a plain sheet where no word tells more. */
export function pictogramOf({ code, name: [name] }: Tile): number {
  const picture = code === unsorted.code ? 'talk' : pictures.find(([words]) => words.test(name))?.[1]
  return picture ? drawn.indexOf(picture) : 0
}
