import { namesIn } from './names-in.ts'
import type { Original } from './original.ts'
import type { Plain } from './plain-text.ts'
import { matches } from './spans.ts'

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
  'speaker',
] as const
export type FindingKind = (typeof findingKinds)[number]

export interface Finding {
  kind: FindingKind
  /** Where in the text, in UTF-16 units. */
  from: number
  to: number
}

/** What rules find in a text as it is compared: whom it names or may name, and what is numbered. */
export const tellingMarks = (plain: Plain, original: Original): Finding[] => [
  ...namesIn(plain, original).map(([from, to]) => ({ kind: 'name' as const, from, to })),
  ...numbers(plain),
]

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
  // Parted by points too, as in 139.1234.5678.
  [
    'phone',
    new RegExp(`(?<!\\d)(?:\\+?86(?:${gap}|[.·]))?1${gap}[3-9](?:(?:${gap}|[.·])\\d){9}(?!\\d)`, 'gu'),
  ],
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
    /(?:[微薇]信号?|v信|加[v微薇]|v\s?x|w\s?x|wechat|q\s?q|支付宝|抖音号?|快手号?)(?:[账帐]号|号码)?[号是为:\s]*[a-z\d](?:(?:(?<=[a-z])\s(?=\d)|(?<=\d)\s(?=[a-z]))?[\w.-]){4,}/g,
  ],
  ['chatId', /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g],
  ['house', new RegExp(`${digits}+(?:号(?!文|令|函|公告)(?:楼|院|房|屋|铺)?|栋|幢|单元|室|门牌)`, 'g')],
  ['house', /(?<![a-z\d])[a-z]?\d{3,4}房(?![屋产租])/g],
  ['house', new RegExp(`门牌号?码?[是为:]*${digits}+(?!${digits}|[个块张面年月天些律样直次])`, 'g')],
  // 3-2-501, and no 11-24-2026.
  ['house', /(?<![\d.\p{Pd}])\d{1,2}\p{Pd}\d{1,2}\p{Pd}(?!(?:19|20)\d\d)\d{3,4}(?![\d.\p{Pd}元万])/gu],
  // B302, and no S206 or C012县道, as roads are numbered, nor GB/T9704 nor K12+300.
  [
    'house',
    /(?<![a-z\d/\p{Pd}.]|[国省县乡村]道)(?!c\s?\d+[线国省县乡村公道路])[a-fh]\s?\d{3,4}(?![a-z\d+.元万亩户人])/gu,
  ],
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
