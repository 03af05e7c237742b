import { expect, test } from 'vitest'
import { aspectsOf, tilesOf, trees } from '../src/categories/checklist.ts'
import { firstOf } from '../src/categories/store.ts'
import { frame } from '../src/i18n/frame.ts'
import { inScript, langNamed, langs, type Phrase, say, tagOf, textOf, writtenIn } from '../src/i18n/speak.ts'
import { overrides, traditional } from '../tools/traditional.mjs'
import { simplifiedIn } from './simplified.ts'

const modules = import.meta.glob<Record<string, unknown>>(['../src/i18n/*.ts', '!../src/i18n/*.test.ts'], {
  eager: true,
})

const isPhrase = (value: unknown): value is Phrase =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((one) => typeof one === 'string') &&
  /[\u4e00-\u9fff]/.test(`${value[0]}`)

const phrasesIn = (value: unknown): Phrase[] => {
  if (isPhrase(value)) return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(phrasesIn) : []
}

const phrases = Object.values(modules).flatMap(phrasesIn)
const lists = trees.map(firstOf)
const names = lists.flatMap((list) => [
  ...list.focuses.map(({ name }) => name),
  ...aspectsOf(list).flatMap(({ name, points }) => [name, ...points.map((point) => point.name)]),
])
const ofTrees = lists.flatMap((list) => [
  ...aspectsOf(list).map(({ plain }) => plain),
  ...tilesOf(list).flatMap(({ name, more, suggested }) => [name, more, suggested].filter(isPhrase)),
])
const texts = [...[...phrases, ...ofTrees].map(([zh]) => zh), ...names]
const blanks = (text: string) => text.match(/\{\w+\}/g)?.sort() ?? []

test('every text is there in traditional characters, blanks and all, wherever it is written', () => {
  expect(phrases.length).toBeGreaterThan(1500)
  expect(names.length).toBeGreaterThan(100)
  for (const phrase of [...phrases, ...ofTrees])
    expect(textOf('zh-Hant', phrase)).toBe(traditional(phrase[0]))
  for (const name of names) expect(inScript('zh-Hant', name)).toBe(traditional(name))
  for (const text of texts) expect(blanks(traditional(text))).toEqual(blanks(text))
})

test('no simplified character is left in any', () => {
  expect(simplifiedIn('准备批准')).toEqual(['备'])
  expect(simplifiedIn(texts.map(traditional).join(''))).toEqual([])
})

test('whatever is set otherwise than the library sets it stands in some text', () => {
  const unused = Object.keys(overrides).filter((word) => !texts.some((text) => text.includes(word)))
  expect(unused).toEqual([])
})

test.each([
  ['村里的干部说：只要复印，就启用', '村裏的幹部說：只要複印，就啟用'],
  ['有答复 3 天后删掉', '有答覆 3 天後刪掉'],
  ['怎样给您回音？', '怎樣給您回音？'],
  ['请确认没有需要回避的人。', '請確認沒有需要迴避的人。'],
  ['存过图的，在相册里长按那张图就能打开。', '存過圖的，在相冊裏長按那張圖就能打開。'],
  ['没有签发：签的人要能看到内容。', '沒有簽發：簽的人要能看到內容。'],
  ['正在了解情况，{date} 前回复群众。', '正在了解情況，{date} 前回覆群眾。'],
  ['帮扶措施是否到户，巩固脱贫成果', '幫扶措施是否到戶，鞏固脫貧成果'],
  ['系统、关系、联系、准备、批准、标准', '系統、關係、聯繫、準備、批准、標準'],
  ['邻里纠纷；这台电脑；松了一口气；征地；发现头发', '鄰里糾紛；這台電腦；鬆了一口氣；徵地；發現頭髮'],
  ['“四风”', '「四風」'],
])('%s is written %s', (zh, written) => {
  expect(traditional(zh)).toBe(written)
})

test('a page names its language, papers have two, and what nobody of us wrote stays as it is', () => {
  expect(langs.map(tagOf)).toEqual(['zh-CN', 'zh-Hant', 'en'])
  expect(['zh-Hant', 'en', 'zh', 'zh-CN', 'fr', undefined].map(langNamed)).toEqual([
    ...['zh-Hant', 'en', 'zh'],
    ...['zh', 'zh', 'zh'],
  ])
  expect(langs.map(writtenIn)).toEqual(['zh', 'zh', 'en'])
  expect(say('zh-Hant', frame.call, { phone: '广东' })).toContain('广东')
  expect(inScript('zh-Hant', '某个单位自己的类别')).toBe('某个单位自己的类别')
})
