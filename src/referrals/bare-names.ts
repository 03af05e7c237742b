import { between, endOfWord, noName } from './no-names.ts'
import type { Original } from './original.ts'
import { closed, type Plain, plainOf } from './plain-text.ts'
import type { Span } from './spans.ts'
import { doubleSurnames, surnames, wordsToo } from './surnames.ts'

const han = '\\p{Script=Han}'
/** What stands alone as often as in a name: 钱分了, 田淹了, 曾去过. */
const wordsAlone = '钱田曾常于万余段'
const any = `(?:${doubleSurnames}|(?![${wordsAlone}])[${surnames}])`
/** What hardly any word begins with, so that even 王国强 and 农秀英 are told from words. */
const given =
  '(?:[英兰妹娟芬芳霞凤娇琼珍燕萍伟杰辉斌涛鹏勇婷娜慧玲艳倩莉颖]|(?<![加增坚])强(?![占行制拆征收迫调卖度]))'
/** Begins many a given name: 余小军, 曾国平. */
const begun = '(?:[小阿亚国志秀桂玉美]|大(?![部多家量小概约力]))'

/** Each place where a name may begin: the surname and what is surely of the name, and one character more. */
const bare = new RegExp(
  `(?!${endOfWord})(?=(${[
    `[${surnames}${wordsToo}]${han}?${given}`,
    `(?!${noName})${any}${han}`,
    `[${wordsAlone}农洪蓝麦]${begun}(?![${between}])${han}`,
  ].join('|')})((?![${between}])${han})?)`,
  'gu',
)
const place = '[村镇乡屯县市街路河江桥坡塘湾垌坪]|水库|小学|中学'

/** A name that stands in both texts without a word that says so, and is neither an ordinary word nor a place. */
export function bareNamesIn({ text }: Plain, { text: told, place: where, later }: Original): Span[] {
  const theirs = [told, where, ...later].map((one) => closed(plainOf(one)).text)
  const isPlace = (name: string) =>
    [text, ...theirs].some((one) => new RegExp(`${name}(?:${place})`).test(one))
  const names = new Set(theirs.flatMap((one) => [...one.matchAll(bare)].flatMap(inBoth)))
  return [...text.matchAll(bare)].flatMap((match): Span[] => {
    const name = inBoth(match).find((one) => names.has(one))
    return name && !isPlace(name) ? [[match.index, match.index + name.length]] : []
  })
}

const double = new RegExp(`^(?:${doubleSurnames})`)
/** The longer one first. */
const inBoth = ([, name = '', more = '']: RegExpMatchArray) =>
  more && name.length < (double.test(name) ? 4 : 3) ? [name + more, name] : [name]
