import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { langNames, langs, tagOf } from '../../src/i18n/speak.ts'
import { paths } from '../../src/paths.ts'
import type { Report } from '../../src/reports/tables.ts'
import { signIn as sit } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import {
  accept,
  decide,
  enterResult,
  proposeDecline,
  proposeEnd,
  takeUp,
  verifyReport,
} from '../cast/working.ts'
import { faultsOf } from '../paper/letter-form.ts'
import { barriers } from './barriers.ts'
import { juts, officePc, picture, pressPrint, printedSheets, useChromium } from './chromium.ts'
import { signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'

// A leader prints what a named reporter is owed: the name is opened in this browser and stands nowhere else.

let played: Played
let declined: Report
let concluded: Report
let leader: Page
const { chen, li } = players
const { name } = said.land
/** All that the leader's browser sent, as it can be read. */
const sent: string[] = []
const stage = useChromium(() => played.origin)

beforeAll(async () => {
  played = await startPlayed()
  const { place, codes } = played
  const [clerk, lead] = [
    await sit(place, chen.username, chen.password),
    await sit(place, li.username, li.password),
  ]
  const file = async () => (await speak(place, codes[0]?.token ?? '', said.land)).enquiryNumber
  const now = async (number: string) => (await takeUp(place, lead, number)).report

  const first = await file()
  await proposeDecline(place, clerk, first, 'courtMatter', '人民法院', '12368')
  await decide(place, lead, first)
  declined = await now(first)

  const second = await file()
  await accept(place, clerk, second, clerk, { category: 'B6/B6' })
  await verifyReport(place, clerk, second, lead)
  await enterResult(place, clerk, second, '补偿款未付。', 'substantiated')
  const end = { conclusion: 'substantiated', resultType: 'solved', answer: '补偿款已经付到户。' }
  await proposeEnd(place, clerk, second, end)
  await decide(place, lead, second)
  concluded = await now(second)

  leader = await stage.person(officePc)
  leader.on('request', (request) => {
    const body = request.postData() ?? ''
    const headers = JSON.stringify(request.headers())
    const all = [`${request.method()} ${request.url()}`, body, headers].join('\n')
    sent.push(decodeURIComponent(all.replaceAll('+', ' ')))
  })
  await signIn(leader, played, li)
}, 120_000)
afterAll(() => played.leave())

const addressOf = ({ teamId, id }: Report) => played.origin + paths.report(teamId, id)

/** On the office's screen and on a phone, in every language. */
async function look(shown: string) {
  for (const [at, language] of langs.entries()) {
    const next = langs[(at + 1) % langs.length] ?? 'zh'
    for (const width of [360, 1280]) {
      await leader.setViewportSize({ width, height: 900 })
      await picture(leader, `telling-${shown}-${language}-${width}`)
      expect(await juts(leader), `${shown} ${language} ${width}`).toBe(false)
    }
    const found = await barriers(leader, { colours: language === 'zh' })
    expect(found, `${shown} ${language}`).toEqual([])
    await leader.getByRole('link', { name: langNames[next], exact: true }).click()
    await leader.locator(`html[lang=${tagOf(next)}]`).waitFor()
  }
}

/** From the report over the button to the paper, which asks to be printed as soon as all of it stands there. */
async function printFor(report: Report, button: string) {
  await leader.goto(addressOf(report))
  await leader.getByRole('link', { name: button }).click()
  await leader.getByRole('button', { name: '打印正本' }).waitFor()
  expect(await leader.content()).not.toContain(name)
  await pressPrint(leader, '打印正本')
  return (await leader.locator('.letter-front').innerText()).replace(/\s+/g, ' ')
}

test('who is refused is given the reason and whom to ask, under their name', async () => {
  const paper = await printFor(declined, '打印告知书（不予受理）')
  expect(paper).toMatch(/^中共岚川市委第一巡察组 第一巡察组告知〔\d{4}〕1号 不予受理告知书/)
  expect(paper).toContain(`${name}：`)
  expect(paper).toContain('已经或者应当通过诉讼、仲裁、行政复议等途径解决。')
  expect(paper).toContain('您可以找人民法院，电话12368。')
  expect(paper).not.toContain(said.land.phone)
  const sheets = await printedSheets(leader, 'telling-declined')
  expect(faultsOf(sheets)).toEqual([])
  expect(sheets).toHaveLength(1)
  await picture(leader, 'telling-printed-declined')
})

test('who is answered reads the answer', async () => {
  const paper = await printFor(concluded, '打印告知书（答复）')
  expect(paper).toMatch(/告知〔\d{4}〕2号 关于反映事项的答复/)
  expect(paper).toContain(`${name}：`)
  expect(paper).toContain('已经办好。补偿款已经付到户。')
  const sheets = await printedSheets(leader, 'telling-concluded')
  expect(faultsOf(sheets)).toEqual([])
  expect(sheets).toHaveLength(1)
})

test('the name was in nothing that this browser sent, and no page that is asked for again has it', async () => {
  const printed = sent.filter((one) => /^POST \S+\/told\/paper\n/.test(one))
  expect(printed.map((one) => one.split('\n')[1])).toEqual([
    expect.stringMatching(/steps/),
    expect.stringMatching(/steps/),
  ])
  expect(sent.filter((one) => one.includes(name))).toEqual([])
  await leader.goto(addressOf(concluded))
  await leader.getByText('打印告知书').first().waitFor()
  await leader.getByText('查看联系方式').first().waitFor()
  expect(await leader.content()).not.toContain(name)
})

test('button and paper are to be seen on a phone and in English', async () => {
  await leader.goto(addressOf(concluded))
  await look('report')
  await leader.goto(played.origin + paths.toldPaper(concluded.teamId, concluded.id))
  await leader.locator('#sees', { hasText: '补偿款已经付到户。' }).waitFor()
  await look('paper')
})
