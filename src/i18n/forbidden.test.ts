import { expect, test } from 'vitest'
import { importsOf, readTree } from '../../test/imports.ts'
import { conductWords } from './endings.ts'

/** An office clerk meets six names of keys, and none of these; nor what the house calls by another name. */
const nowhere =
  /公钥|证书|密钥|队列|工单(?!位)|案件|认领|通过|驳回|审计日志|查实|认定|定性|查办|指标定义|删除|承办单位账号|\bepoch\b|\bgrant/i

/** What residents are not told: for each of these there is a word that everybody knows. */
const toResidents =
  /举报|线索|检举|控告|提交|上传|录入|失败|错误|非法|无效|拒绝|不予受理|超出受理范围|办结|转办|反馈|核查|加密|端到端|系统|平台|服务器|页面|涉法涉诉|实名制|被反映人|报复/

/** Where such a word stands all the same, and why. */
const mayStay: Readonly<Record<string, string>> = {
  'resident/safer.sealed': 'who asks what makes it safe is told that it is encrypted',
  'endings/turnTo.gang.channel': 'the name that this line itself goes by',
  'told/paperWords.decline': 'names that formal paper to the staff who print it',
  'telling-paper/tellingPaper.decline': 'the formal paper is called so',
  'telling-paper/tellingPaper.declineLead': 'and has to say what it is',
  'telling-paper/tellingPaper.declineReason': 'and then why',
  'telling-paper/declineGrounds.repeat': 'a ground on this paper, in its language',
  'telling-paper/declineGrounds.courtMatter': 'by way of a court: nothing is approved here',
}

const modules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], { eager: true })

interface Text {
  /** `module/export.name` */
  name: string
  text: string
}

const textsIn = (value: unknown, name: string): Text[] => {
  if (typeof value === 'string') return [{ name, text: value }]
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, name))
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, `${name}.${key}`))
}

const texts = Object.entries(modules).flatMap(([path, exported]) =>
  Object.entries(exported).flatMap(([key, value]) => textsIn(value, `${path.slice(2, -3)}/${key}`)),
)

/** What is sent or handed to residents, beside what their pages say. */
const sent = ['templates/', 'told/', 'telling-paper/', 'endings/turnTo']
const pages = importsOf(readTree('src')).flatMap(({ from, to, typeOnly }) =>
  !typeOnly && /^src\/(intake|posters\/genuine)/.test(from) && !from.includes('.test.')
    ? (/^src\/i18n\/(.+)\.ts$/
        .exec(to)
        ?.slice(1)
        .map((name) => `${name}/`) ?? [])
    : [],
)
const isForResidents = ({ name }: Text) => [...sent, ...pages].some((beginning) => name.startsWith(beginning))

const breaches = texts.filter(
  (one) => nowhere.test(one.text) || (isForResidents(one) && toResidents.test(one.text)),
)

test('no text has a word that its readers should not meet, save where there is a reason', () => {
  expect(breaches.filter(({ name }) => !(name in mayStay))).toEqual([])
})

test('and no reason has outlived its text', () => {
  const names = new Set(breaches.map(({ name }) => name))
  expect(Object.keys(mayStay).filter((name) => !names.has(name))).toEqual([])
})

test('of conduct nothing is called so or not so', () => {
  expect(JSON.stringify(conductWords)).not.toContain('属实')
})

test('the texts of staff and residents have been read', () => {
  expect(texts.length).toBeGreaterThan(1500)
  expect(new Set(pages).size).toBeGreaterThan(8)
  expect(texts.filter(isForResidents).length).toBeGreaterThan(300)
})
