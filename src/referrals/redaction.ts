import { asRulesHaveIt } from './simplified.ts'

/**
 * What in a text could tell who spoke. Pure, and run in browsers only, because the server has
 * neither the summary nor the original. It warns and never decides: the four ticks are a person's.
 */
export const findingKinds = [
  'quote',
  'name',
  'phone',
  'idNumber',
  'bankCard',
  'plate',
  'chatId',
  'house',
  'time',
] as const
export type FindingKind = (typeof findingKinds)[number]

export interface Finding {
  kind: FindingKind
  /** Where in the text, in UTF-16 units. */
  from: number
  to: number
}

export interface Original {
  text: string
  place: string
  /** The person complained of. */
  subject: string
}

/** Characters in a row that are the original's own words. */
export const QUOTE = 8

/** Everything worth a look, in the order of the text. What several rules find is told once, by the first of them. */
export function placesToLookAt(text: string, original: Original): Finding[] {
  const plain = plainOf(text)
  const found = [...quotes(plain, original), ...names(plain, original), ...patterns(plain)]
  const order = (one: Finding) => findingKinds.indexOf(one.kind)
  const kept: Finding[] = []
  for (const one of found.sort((a, b) => order(a) - order(b) || a.from - b.from)) {
    const inside = kept.some(({ from, to }) => from <= one.from && one.to <= to)
    if (!inside) kept.push(one)
  }
  return kept.sort((a, b) => a.from - b.from || a.to - b.to)
}

/**
 * A text as it is compared: full width as half width, small letters, traditional characters as the rules have them;
 * and where each character came from.
 */
interface Plain {
  text: string
  at: readonly number[]
}

function plainOf(text: string): Plain {
  const at: number[] = []
  let plain = ''
  let from = 0
  for (const character of text) {
    const same = asRulesHaveIt(character.normalize('NFKC').toLowerCase())
    for (let n = 0; n < same.length; n++) at.push(from)
    plain += same
    from += character.length
  }
  at.push(from)
  return { text: plain, at }
}

const spanOf = ({ at }: Plain, kind: FindingKind, from: number, to: number): Finding => ({
  kind,
  from: at[from] ?? 0,
  to: at[to] ?? at.at(-1) ?? 0,
})

/** Only what is said counts: letters and digits, without marks and spaces between them. */
function wordsOf({ text, at }: Plain): Plain {
  const kept = [...text.matchAll(/[\p{L}\p{N}]/gu)]
  return {
    text: kept.map(([character]) => character).join(''),
    at: [
      ...kept.flatMap(({ 0: character, index }) => Array<number>(character.length).fill(at[index] ?? 0)),
      (at[(kept.at(-1)?.index ?? -1) + (kept.at(-1)?.[0].length ?? 0)] ?? at.at(-1) ?? 0) as number,
    ],
  }
}

function quotes(plain: Plain, { text, place }: Original): Finding[] {
  const ours = wordsOf(plain)
  const theirs = [text, place].map((one) => wordsOf(plainOf(one)).text)
  const found: Finding[] = []
  for (let from = 0; from + QUOTE <= ours.text.length; ) {
    let to = from + QUOTE
    const isTheirs = (end: number) => theirs.some((one) => one.includes(ours.text.slice(from, end)))
    if (!isTheirs(to)) {
      from++
      continue
    }
    while (to < ours.text.length && isTheirs(to + 1)) to++
    found.push({ kind: 'quote', from: ours.at[from] ?? 0, to: endOf(plain, ours, to) })
    from = to
  }
  return found
}

/** The end of the last character that counts, not the beginning of the next one: marks between belong to neither. */
function endOf(plain: Plain, ours: Plain, to: number): number {
  const last = ours.at[to - 1] ?? 0
  return plain.at.find((at) => at > last) ?? last + 1
}

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧'
const titles =
  '书记|主任|村长|镇长|乡长|支书|会计|出纳|队长|组长|局长|科长|所长|站长|院长|校长|老师|医生|老板|经理|先生|女士|阿姨|大爷|大妈|大哥|大姐|大叔|婶'

/** Whoever the resident named, and how people are called: 王主任, 老李, 张某某, 小陈, 李大叔. */
function names(plain: Plain, { subject }: Original): Finding[] {
  const named = plainOf(subject)
    .text.split(/[^\p{L}]+/u)
    .filter((name) => name.length >= 2)
    .flatMap((name) => [name, name.replace(new RegExp(`(${titles})+$`), '')])
    .filter((name) => name.length >= 2)
  const called = new RegExp(
    `[${surnames}]\\p{Script=Han}{0,2}?(?:${titles})|(?:老|小|阿)[${surnames}](?!\\p{Script=Han}*?(?:路|村|镇|河|学|型|组))|[${surnames}](?:某某|某)`,
    'gu',
  )
  const given = named.flatMap((name) => allOf(plain.text, name))
  return [...given, ...matches(plain.text, called)].map(([from, to]) => spanOf(plain, 'name', from, to))
}

const digits = '[\\d〇零一二两三四五六七八九十百]'
const numbered: [FindingKind, RegExp][] = [
  ['idNumber', /(?<!\d)\d{6}(?:18|19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx]?(?!\d)/g],
  ['phone', /(?<!\d)(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/g],
  ['phone', /(?<!\d)(?:\(?0\d{2,3}\)?[\s-]?)\d{7,8}(?!\d)/g],
  ['phone', /(?<!\d)[2-9]\d{2}[\s-]?\d{4,5}(?!\d)/g],
  ['phone', /[一幺][三四五六七八九](?:[〇零一幺二两三四五六七八九]){9}/g],
  ['bankCard', /(?<!\d)\d(?:[\s-]?\d){15,18}(?!\d)/g],
  [
    'plate',
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][\s·.]?[a-z\d]{5,6}(?![a-z\d])/g,
  ],
  ['chatId', /(?:微信号?|vx|wx|wechat|qq|支付宝)[号是为:\s]*[a-z\d][\w.-]{4,}/g],
  ['chatId', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['house', new RegExp(`${digits}+(?:号(?!文|令|函|公告)(?:楼|院|房|屋|铺)?|栋|幢|单元|室|门牌)`, 'g')],
  ['house', new RegExp(`(?:第?${digits}+(?:户|家)(?=[，。的住]|$))|第${digits}+[户家]`, 'g')],
  ['time', /(?:\d{2,4}年)?\d{1,2}月\d{1,2}[日号]/g],
  ['time', /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/g],
  ['time', /[零一二三四五六七八九十]+月[初零一二三四五六七八九十]+[日号]/g],
  ['time', new RegExp(`(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里)${digits}+[点时]`, 'g')],
  ['time', /(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/g],
  ['time', /昨天|前天|今天|今早|昨晚|上周[一二三四五六日天]|本周[一二三四五六日天]|星期[一二三四五六日天]/g],
]

const patterns = (plain: Plain): Finding[] =>
  numbered.flatMap(([kind, pattern]) =>
    matches(plain.text, pattern).map(([from, to]) => spanOf(plain, kind, from, to)),
  )

const matches = (text: string, pattern: RegExp): [number, number][] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length])

function allOf(text: string, part: string): [number, number][] {
  const found: [number, number][] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    found.push([at, at + part.length])
  return found
}
