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
  /** What the resident has written since. */
  later: readonly string[]
}

/** Characters in a row that are the original's own words. */
export const QUOTE = 8

/** Everything worth a look, in the order of the text. What several rules find is told once, by the first of them. */
export function placesToLookAt(text: string, original: Original): Finding[] {
  const plain = plainOf(text)
  const close = closed(plain)
  const found = [...quotes(plain, original), ...names(close, original), ...patterns(close)]
  const order = (one: Finding) => findingKinds.indexOf(one.kind)
  const kept: Finding[] = []
  for (const one of found.sort((a, b) => order(a) - order(b) || a.from - b.from)) {
    const inside = kept.some(({ from, to }) => from <= one.from && one.to <= to)
    if (!inside) kept.push(one)
  }
  return kept.sort((a, b) => a.from - b.from || a.to - b.to)
}

/**
 * A text as it is compared: full width as half width, small letters, traditional characters as the rules have them,
 * nothing that is not to be seen; and for each UTF-16 unit where the character that it came from begins and ends.
 */
interface Plain {
  text: string
  from: readonly number[]
  to: readonly number[]
}

function plainOf(text: string): Plain {
  const [from, to]: number[][] = [[], []]
  let plain = ''
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const same = asRulesHaveIt(character.normalize('NFKC').toLowerCase()).replace(/\p{Cf}/gu, '')
    for (let n = 0; n < same.length; n++) {
      from?.push(at)
      to?.push(end)
    }
    plain += same
    at = end
  }
  return { text: plain, from: from ?? [], to: to ?? [] }
}

/** What of a text a pattern matches, without what stands between. */
function only(pattern: RegExp, { text, from, to }: Plain): Plain {
  const kept = [...text.matchAll(pattern)].flatMap(({ 0: { length }, index }) =>
    Array.from({ length }, (_, n) => index + n),
  )
  return {
    text: kept.map((at) => text[at]).join(''),
    from: kept.map((at) => from[at] ?? 0),
    to: kept.map((at) => to[at] ?? 0),
  }
}

/** Without the blanks that hide nothing but what is looked for, as in 12 号: one is left between letters and figures. */
const closed = (plain: Plain) => only(/\S|[\n\r]|(?<=[a-z\d])[^\S\n\r](?=[^\S\n\r]*[a-z\d])/gu, plain)

/** Only what is said counts: letters and digits, without marks and spaces between them. */
const wordsOf = (plain: Plain) => only(/[\p{L}\p{N}]/gu, plain)

const spanOf = (plain: Plain, kind: FindingKind, from: number, to: number): Finding => ({
  kind,
  from: plain.from[from] ?? 0,
  to: plain.to[to - 1] ?? 0,
})

function quotes(plain: Plain, { text, place, later }: Original): Finding[] {
  const ours = wordsOf(plain)
  const theirs = [text, place, ...later].map((one) => wordsOf(plainOf(one)).text)
  const found: Finding[] = []
  for (let from = 0; from + QUOTE <= ours.text.length; ) {
    let to = from + QUOTE
    const isTheirs = (end: number) => theirs.some((one) => one.includes(ours.text.slice(from, end)))
    if (!isTheirs(to)) {
      from++
      continue
    }
    while (to < ours.text.length && isTheirs(to + 1)) to++
    found.push(spanOf(ours, 'quote', from, to))
    from = to
  }
  return found
}

/** The country's commonest, and the south's. */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧韦覃莫陶严蒙甘凌岑兰温伍冼骆詹柯翁符庞阮付'
/** 甘蔗老板 is no 甘, and 拨付会计 no 付. */
const surname = `(?!甘蔗|符合|严[禁格肃]|(?<=[支拨兑交缴应未已代垫收])付|(?<=队)伍)(?:[${surnames}]|司徒)`
/** Everyday words as well: surnames only before what is no post, for 农会计 and 向书记 are none. */
const wordsToo = '向农关洪麦蓝庄丘古宁容玉游施劳'
const callings = '先生|女士|阿姨|大爷|大妈|大哥|大姐|大叔|婶'
const titles = `书记|主任|村长|镇长|乡长|支书|会计|出纳|队长|组长|局长|科长|所长|站长|院长|校长|老师|医生|老板|经理|${callings}`

/** Whoever the resident named, and how people are called: 王主任, 老李, 张某某, 小陈, 李大叔. */
function names(plain: Plain, { subject }: Original): Finding[] {
  const given = plainOf(subject)
  const named = [given, closed(given)]
    .flatMap(({ text }) => text.split(/[^\p{L}]+/u))
    .filter((name) => name.length >= 2)
    .flatMap((name) => [name, name.replace(new RegExp(`(${titles})+$`), '')])
    .filter((name) => name.length >= 2)
  const called = new RegExp(
    `${surname}\\p{Script=Han}{0,2}?副?(?:${titles})|(?:老|小|阿)${surname}(?!\\p{Script=Han}*?(?:路|村|镇|河|学|型|组))|${surname}(?:某某|某)|[${wordsToo}](?:${callings}|某某?(?![个些项事类局部村镇县市单企公]))`,
    'gu',
  )
  const places = named.flatMap((name) => allOf(plain.text, name))
  return [...places, ...matches(plain.text, called)].map(([from, to]) => spanOf(plain, 'name', from, to))
}

const digits = '[\\d〇零一二两三四五六七八九十百]'
/** Fewer than a hundred: of more households than that a number tells nobody. */
const few = `(?<!${digits})(?:\\d{1,2}|[〇零一二两三四五六七八九十]{1,3})`
const numbered: [FindingKind, RegExp][] = [
  [
    'idNumber',
    /(?<!\d)\d{6}[\s-]?(?:18|19|20)?\d{2}[\s-]?(?:0[1-9]|1[0-2])[\s-]?(?:0[1-9]|[12]\d|3[01])[\s-]?\d{3}(?:[\s-]?[\dx])?(?!\d)/g,
  ],
  ['phone', /(?<!\d)(?:\+?86[\s-]?)?1[\s-]?[3-9](?:[\s-]?\d){9}(?!\d)/g],
  ['phone', /(?<!\d)(?:\(?0\d{2,3}\)?[\s-]?)\d{7,8}(?!\d)/g],
  ['phone', /(?<!\d)[2-9]\d{2}[\s-]?\d{4,5}(?!\d)/g],
  ['bankCard', /(?<!\d)\d(?:[\s-]?\d){15,18}(?!\d)/g],
  [
    'plate',
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z](?:[\s·.]?[a-z\d]){5,6}(?![a-z\d])/g,
  ],
  [
    'chatId',
    /(?:微信号?|v\s?x|w\s?x|wechat|q\s?q|支付宝)[号是为:\s]*[a-z\d](?:(?:(?<=[a-z])\s(?=\d)|(?<=\d)\s(?=[a-z]))?[\w.-]){4,}/g,
  ],
  ['chatId', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['house', new RegExp(`${digits}+(?:号(?!文|令|函|公告)(?:楼|院|房|屋|铺)?|栋|幢|单元|室|门牌)`, 'g')],
  ['house', new RegExp(`${few}[户家](?=[，。的住]|$)|第${digits}+[户家]`, 'g')],
  ['time', new RegExp(`(?:${digits}{2,4}年)?${digits}{1,3}月初?${digits}{1,3}[日号]`, 'g')],
  ['time', /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/g],
  ['time', new RegExp(`(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里)${digits}+[点时]`, 'g')],
  ['time', /(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/g],
  ['time', /昨天|前天|今天|今早|昨晚|上周[一二三四五六日天]|本周[一二三四五六日天]|星期[一二三四五六日天]/g],
]

/** Numbers that are read out figure by figure are found in characters too. */
const spelt: readonly FindingKind[] = ['idNumber', 'phone', 'bankCard']
const inFigures = (text: string) =>
  text.replace(/[〇零幺一二两三四五六七八九]/g, (one) => `${'〇一二三四五六七八九零幺两'.indexOf(one) % 10}`)

const patterns = (plain: Plain): Finding[] =>
  numbered.flatMap(([kind, pattern]) =>
    [plain.text, ...(spelt.includes(kind) ? [inFigures(plain.text)] : [])]
      .flatMap((text) => matches(text, pattern))
      .map(([from, to]) => spanOf(plain, kind, from, to)),
  )

const matches = (text: string, pattern: RegExp): [number, number][] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length])

function allOf(text: string, part: string): [number, number][] {
  const found: [number, number][] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    found.push([at, at + part.length])
  return found
}
