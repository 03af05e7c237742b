import { bareNamesIn } from './bare-names.ts'
import type { Original } from './original.ts'
import { closed, type Plain, plainOf } from './plain-text.ts'
import { allOf, matches, type Span } from './spans.ts'
import { doubleSurnames, surnames, wordsToo } from './surnames.ts'

/** 甘蔗老板 is no 甘, and 拨付会计 no 付. */
const surname = `(?!甘蔗|符合|严[禁格肃]|(?<=[支拨兑交缴应未已代垫收])付|(?<=队)伍|(?<=任)何)(?:[${surnames}]|${doubleSurnames})`
const formsOfAddress = '先生|女士|阿姨|大爷|大妈|大哥|大姐|大叔|婶'
const titles = `书记|主任|村长|镇长|乡长|支书|会计|出纳|队长|组长|局长|科长|所长|站长|院长|校长|老师|医生|老板|经理|${formsOfAddress}`

const han = '\\p{Script=Han}'
/** Words that begin as a name does. */
const ordinary =
  '曾多次|曾经(?!国)|曾向[村镇上有区县市组]|曾[在到]|于[今是上下本去近此]|许多|常[在年]|(?<=[由对关属处等低高至位基])于|(?<=[经时平通正非日异])常|方面|白天|任何|江边|江水|金额|万元|高价|高度|严重|周边|周围|马上|田[地里间]|林[地木]|石料|文件|成员|毛病|钱款'
/** A surname and what was given with it. As few characters as may be, or as many. */
const name = (few: '' | '?' = '') => `(?!${ordinary})${surname}${han}{1,2}${few}`
/** Where it is said that a name follows, it may be one of all. */
const anyName = (few: '' | '?' = '') => `(?:${surname}|[${wordsToo}])${han}{1,2}${few}`
const beforeName =
  '村民|居民|群众|社员|农户|户主|住户|低保户|贫困户|五保户|反映人|举报人|投诉人|来信人|来访人|当事人'
const afterName =
  '反映|举报|投诉|信访|来信|来访|来电|本人|夫妇|夫妻|父子|母子|兄弟|等人|一家|(?<!大)家(?![村庄湾坡塘垌坪])'

/** Whom a summary names: whoever the resident named, and who is called as people are. */
export const namesIn = (plain: Plain, original: Original): Span[] => [
  ...namedIn(original).flatMap((name) => allOf(plain.text, name)),
  ...matches(plain.text, called),
  ...bareNamesIn(plain, original),
]

/** So somebody says who they are, or who another is: 我叫黄小妹, 我是何英今年七十, 村民黄小妹. */
const told = new RegExp(
  [
    `(?:我叫|我名|名叫|叫做|姓名[是为:]?|户主)(${anyName()})`,
    `(?:我是|${beforeName})(${anyName('?')})(?=[^\\p{L}]|今年|[的住家在是和跟有没]|$)`,
    `(?:本人|${beforeName})(${name()})`,
  ].join('|'),
  'gu',
)
const titleBefore = new RegExp(`^.*(?:${titles})`)
const titleAfter = new RegExp(`(?:${titles}|同志)+$`)
const isName = new RegExp(`^${anyName()}$`, 'u')

/** 李大山 of 村主任李大山, and of 李大山老师. */
function withoutTitles(one: string): string[] {
  const bare = one.replace(titleAfter, '')
  return [bare, bare.replace(titleBefore, '')].filter((rest, at) => at === 0 || isName.test(rest))
}

/** Whoever the resident named, themselves too: by the whole name or the given one. */
function namedIn({ subject, text, place, later }: Original): string[] {
  const given = plainOf(subject)
  const whole = [given, closed(given)]
    .flatMap((plain) => plain.text.split(/[^\p{L}]+/u))
    .flatMap((one) => [one, ...withoutTitles(one)])
  const known = [text, place, ...later].flatMap((one) =>
    [...closed(plainOf(one)).text.matchAll(told)].map(([, ...names]) => names.find(Boolean) ?? ''),
  )
  // The last two of a name, as neighbours say it; what stands last may belong to what follows.
  const short = whole.filter((one) => /^\p{Script=Han}{3,4}$/u.test(one)).map((one) => one.slice(-2))
  const cut = known.map((one) => one.slice(0, -1))
  return [...new Set([...whole, ...known, ...short, ...cut])].filter((one) => one.length >= 2)
}

/** How people are called: 王主任, 老李, 张某某, 小陈, 李大叔, 村民黄小妹. */
const called = new RegExp(
  [
    `${surname}${han}{0,2}?副?(?:${titles})`,
    `(?:老|小|阿)${surname}(?![^到去在向来找问说被和]?(?:路|村|镇|河|学|型|组))`,
    `阿${han}(?<!阿姨)`,
    `${surname}(?:某某|某)|姓${surname}|${surname}姓`,
    `[${wordsToo}](?:${formsOfAddress}|某某?(?![个些项事类局部村镇县市单企公]))`,
    `(?<![位这那该此名的])${han}(?<![位这那该此名的])(?:先生|女士)`,
    `${han}(?<![大老表堂])[哥嫂]`,
    `(?<=${beforeName})${name()}`,
    `(?<=户主)${anyName()}`,
    `${name('?')}(?=${afterName})`,
  ].join('|'),
  'gu',
)
