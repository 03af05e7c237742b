import { traditional } from './traditional.ts'

/** Those that pages are read in. Texts are written in two; the traditional characters are made from the Chinese. */
export const langs = ['zh', 'zh-Hant', 'en'] as const
export type Lang = (typeof langs)[number]

/** Those that papers and letters are written in. */
export type Written = Exclude<Lang, 'zh-Hant'>
export const writtenIn = (lang: Lang): Written => (lang === 'en' ? 'en' : 'zh')

export const langNamed = (name: string | undefined): Lang => langs.find((lang) => lang === name) ?? 'zh'

/** As the `lang` attribute names it. */
export const tagOf = (lang: Lang) => (lang === 'zh' ? 'zh-CN' : lang)

/** What a reader may change to. */
export const others = (lang: Lang): Lang[] => langs.filter((other) => other !== lang)

/** What each is called by those who read it. */
export const langNames: Readonly<Record<Lang, string>> = { zh: '简体', 'zh-Hant': '繁體', en: 'English' }

/** One sentence in both languages, side by side: a sentence missing in one of them does not compile. */
export type Phrase = readonly [zh: string, en: string]

type Blanks<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Blanks<Rest>
  : never

/** The blanks of a phrase, by name; a blank left unfilled does not compile. */
export type Fill<P extends Phrase> = [Blanks<P[0]>] extends [never]
  ? []
  : [Record<Blanks<P[0]>, string | number>]

/**
 * Fills the blanks of a phrase known only at run time. A blank without a value stays visible as `{name}`. A date in
 * Chinese ends in a full-width bracket, which brings its own space.
 */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}( ?)/g, (blank, name: string, space: string) => {
    const value = values[name]
    if (value === undefined) return blank
    return `${value}`.endsWith('）') ? `${value}` : `${value}${space}`
  })

/** A phrase with its blanks left open: for `fill`, for a script that fills them, or where none is there. */
export const textOf = (lang: Lang, [zh, en]: Phrase): string => (lang === 'en' ? en : inScript(lang, zh))

/** A text of ours that is Chinese in every language, such as the name of a point. */
export const inScript = (lang: Lang, zh: string): string => (lang === 'zh-Hant' ? traditional(zh) : zh)

/** However it may be written, for what is read and not shown. */
export const everyWay = (phrase: Phrase): string[] => langs.map((lang) => textOf(lang, phrase))

/** What a code is called; a code without words stands for itself. */
export function wordOf(lang: Lang, words: Readonly<Record<string, Phrase>>, code: string): string {
  const phrase = words[code]
  return phrase ? textOf(lang, phrase) : code
}

/** The sentence a name in the address asks for, such as `?said=`; undefined when there is none of that name. */
export const saidBy = (
  said: Readonly<Record<string, Phrase>>,
  name: string | undefined,
): Phrase | undefined => (name !== undefined && Object.hasOwn(said, name) ? said[name] : undefined)

export function say<const P extends Phrase>(lang: Lang, phrase: P, ...[values]: Fill<P>): string {
  const text = textOf(lang, phrase)
  return values ? fill(text, values) : text
}
