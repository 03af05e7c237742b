import { closed, type Plain, plainOf } from './plain-text.ts'

/** A text is read by the first of these that finds something in a place. */
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

/** What the resident told. */
export interface Original {
  text: string
  place: string
  /** The person complained of. */
  subject: string
  /** What the resident has written since, and what was written down of their recordings. */
  later: readonly string[]
}

/** What rules find in a text as it is compared: whom it names or may name, and what is numbered. */
export const tellingMarks = (plain: Plain, original: Original): Finding[] => [
  ...[...named(plain, original), ...called(plain)].map(([from, to]) => ({ kind: 'name' as const, from, to })),
  ...numbers(plain),
]

/** The country's commonest, and the south's. */
const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧韦覃莫陶严蒙甘凌岑兰温伍冼骆詹柯翁符庞阮付卓邝揭'
/** 甘蔗老板 is no 甘, and 拨付会计 no 付. */
const surname = `(?!甘蔗|符合|严[禁格肃]|(?<=[支拨兑交缴应未已代垫收])付|(?<=队)伍|(?<=任)何)(?:[${surnames}]|司徒|欧阳|上官|诸葛|司马|皇甫)`
/** Everyday words as well: surnames only before what is no post, for 农会计 and 向书记 are none. */
const wordsToo = '向农关洪麦蓝庄丘古宁容玉游施劳区招植申'
const callings = '先生|女士|阿姨|大爷|大妈|大哥|大姐|大叔|婶'
const titles = `书记|主任|村长|镇长|乡长|支书|会计|出纳|队长|组长|局长|科长|所长|站长|院长|校长|老师|医生|老板|经理|${callings}`

const han = '\\p{Script=Han}'
/** A name that somebody was given, without anything that is said about it. */
const full = `(?!方面|白天|任何|江边|江水|金额|万元|高价|高度|严重|周边|周围|马上|常年|田[地里间]|林[地木]|石料|文件|成员|毛病|钱款)${surname}${han}`
/** Before a name, and after one: who says it of somebody says who that is. */
const people =
  '村民|居民|群众|社员|农户|户主|住户|低保户|贫困户|五保户|反映人|举报人|投诉人|来信人|来访人|当事人'
const says =
  '反映|举报|投诉|信访|来信|来访|来电|本人|夫妇|夫妻|父子|母子|兄弟|等人|一家|(?<!大)家(?![村庄湾坡塘垌坪])'
/** Who speaks says their name, and others': 我叫黄小妹. */
const said = new RegExp(`(?:我叫|我是|我名|名叫|叫做|姓名[是为:]?|本人)(${surname}${han}{1,2})`, 'gu')

/** Whoever the resident named: themselves, and whom they wrote about, by the whole name or the given one. */
function named({ text }: Plain, { subject, ...told }: Original): [number, number][] {
  const given = plainOf(subject)
  const whole = [given, closed(given)]
    .flatMap(({ text }) => text.split(/[^\p{L}]+/u))
    .flatMap((name) => [name, name.replace(new RegExp(`(${titles})+$`), '')])
  const own = [told.text, told.place, ...told.later].flatMap((one) =>
    [...closed(plainOf(one)).text.matchAll(said)].map(([, name = '']) => name),
  )
  // Of a longer name the last two, as neighbours say it; what a name ends in may belong to what follows.
  const short = whole.filter((name) => /^\p{Script=Han}{3,4}$/u.test(name)).map((name) => name.slice(-2))
  const all = [
    ...whole,
    ...own,
    ...own.filter((name) => name.length > 2).map((name) => name.slice(0, -1)),
    ...short,
  ]
  return [...new Set(all)].filter((name) => name.length >= 2).flatMap((name) => allOf(text, name))
}

const calling = new RegExp(
  [
    `${surname}${han}{0,2}?副?(?:${titles})`,
    `(?:老|小|阿)${surname}(?!${han}*?(?:路|村|镇|河|学|型|组))`,
    `阿${han}(?<!阿姨)`,
    `${surname}(?:某某|某)|姓${surname}|${surname}姓`,
    `[${wordsToo}](?:${callings}|某某?(?![个些项事类局部村镇县市单企公]))`,
    `(?<![位这那该此名的])${han}(?<![位这那该此名的])(?:先生|女士)`,
    `${han}(?<![大老表堂])[哥嫂]`,
    `(?<=${people})${full}{1,2}`,
    `${full}{1,2}?(?=${says})`,
  ].join('|'),
  'gu',
)

/** How people are called: 王主任, 老李, 张某某, 小陈, 李大叔, 村民黄小妹. */
const called = ({ text }: Plain): [number, number][] => matches(text, calling)

const digits = '[\\d〇零一二两三四五六七八九十百]'
/** Fewer than a hundred: of more households than that a number tells nobody. */
const few = `(?<!${digits})(?:\\d{1,2}|[〇零一二两三四五六七八九十]{1,3})`
/** Between the figures of a number that are read as one: what stands there as it is compared, and any dash. */
const gap = '[\\s\\p{Pd}]?'
const numbered: [FindingKind, RegExp][] = [
  [
    'idNumber',
    new RegExp(
      `(?<!\\d)\\d{6}${gap}(?:18|19|20)?\\d{2}${gap}(?:0[1-9]|1[0-2])${gap}(?:0[1-9]|[12]\\d|3[01])${gap}\\d{3}(?:${gap}[\\dx])?(?!\\d)`,
      'gu',
    ),
  ],
  ['phone', new RegExp(`(?<!\\d)(?:\\+?86${gap})?1${gap}[3-9](?:${gap}\\d){9}(?!\\d)`, 'gu')],
  ['phone', new RegExp(`(?<!\\d)\\(?0\\d{2,3}\\)?${gap}\\d{7,8}(?!\\d)`, 'gu')],
  // An en or em dash stands between sums as well: 300—5000.
  ['phone', /(?<!\d)[2-9]\d{2}[\s-]?\d{4,5}(?!\d)/g],
  ['bankCard', new RegExp(`(?<!\\d)\\d(?:${gap}\\d){15,18}(?!\\d)`, 'gu')],
  [
    'plate',
    /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z](?:[\s·.]?[a-z\d]){5,6}(?![a-z\d])/g,
  ],
  [
    'chatId',
    /(?:[微薇]信号?|v信|加[v微薇]|v\s?x|w\s?x|wechat|q\s?q|支付宝|抖音号?|快手号?)[号是为:\s]*[a-z\d](?:(?:(?<=[a-z])\s(?=\d)|(?<=\d)\s(?=[a-z]))?[\w.-]){4,}/g,
  ],
  ['chatId', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['house', new RegExp(`${digits}+(?:号(?!文|令|函|公告)(?:楼|院|房|屋|铺)?|栋|幢|单元|室|门牌)`, 'g')],
  ['house', /(?<![a-z\d])[a-z]?\d{3,4}房(?![屋产租])|门牌号?[是为:]*\d+/g],
  // Before what ends a part of a sentence, in whatever width: 的 and 住 tell as much.
  ['house', new RegExp(`${few}[户家](?=[\\p{Po}\\p{Pe}\\p{Pf}的住]|$)|第${digits}+[户家]`, 'gmu')],
  ['time', new RegExp(`(?:${digits}{2,4}年)?${digits}{1,3}月初?${digits}{1,3}[日号]`, 'g')],
  // As people count the days of the old calendar, without a word for the day: 三月初八, 腊月二十.
  [
    'time',
    /(?:正|冬|腊|[一二三四五六七八九十]{1,2})月(?:初[一二三四五六七八九十]|十[一二三四五六七八九]?|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十)(?![一二三四五六七八九多几余]?[亩元万千百人户个天次名斤米份张项])/g,
  ],
  ['time', /(?<!\d)(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)/g],
  ['time', new RegExp(`(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里)${digits}+[点时]`, 'g')],
  ['time', /(?<!\d)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/g],
  ['time', /昨天|前天|今天|今早|昨晚|上周[一二三四五六日天]|本周[一二三四五六日天]|星期[一二三四五六日天]/g],
]

/** Numbers that are read out figure by figure are found in characters too. */
const spelt: readonly FindingKind[] = ['idNumber', 'phone', 'bankCard']
const inFigures = (text: string) =>
  text.replace(/[〇零幺一二两三四五六七八九]/g, (one) => `${'〇一二三四五六七八九零幺两'.indexOf(one) % 10}`)

const numbers = ({ text }: Plain): Finding[] =>
  numbered.flatMap(([kind, pattern]) =>
    [text, ...(spelt.includes(kind) ? [inFigures(text)] : [])]
      .flatMap((one) => matches(one, pattern))
      .map(([from, to]) => ({ kind, from, to })),
  )

const matches = (text: string, pattern: RegExp): [number, number][] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => [index, index + found.length])

function allOf(text: string, part: string): [number, number][] {
  const found: [number, number][] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1))
    found.push([at, at + part.length])
  return found
}
