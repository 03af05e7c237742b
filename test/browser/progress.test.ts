import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf, sayDay } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { makeQueryCode } from '../../src/sealing/query-code.ts'
import { signIn as enter } from '../cast/at-desk.ts'
import { atTeam } from '../cast/at-team.ts'
import { players } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { ask, decide, proposeDecline } from '../cast/working.ts'
import { atNotice } from './at-notice.ts'
import { barriers, juts, officePc, picture } from './chromium.ts'
import { drafts, killed } from './drafting.ts'
import { signIn } from './office-hands.ts'
import { phonePhoto } from './phone-photo.ts'
import { lookUp, receipt, send, tell } from './resident-hands.ts'
import { openReport } from './team-hands.ts'
import { added, lines, paper, pieces, whole } from './with-files.ts'

const { stage, played, codeOf, landing, words } = atNotice()

describe('a resident who asks how it goes', () => {
  test.each([
    {
      lang: 'zh' as const,
      asks: '巡察组问：',
      question: '是哪一个组？\n大概哪一天？',
      added: '补充的话收到了。',
      on: (day: string) => `您在${day}补充过。`,
    },
    {
      lang: 'en' as const,
      asks: 'The team asks: ',
      question: 'Which group is it?\nAbout which day?',
      added: 'Your addition has arrived.',
      on: (day: string) => `You added something on ${day}.`,
    },
  ])('reads the whole question once and answers it; the team sees the same ($lang)', async (spoken) => {
    const { lang, asks, question, added, on } = spoken
    const page = await stage.person()
    const look = async (name: string) => {
      await picture(page, `journey-${name}-${lang}`)
      expect(await barriers(page), name).toEqual([])
      expect(await juts(page), name).toBe(false)
      if (lang === 'zh' || name === 'step-3') return
      // A name, and the way to the other language, stand as they are.
      const left = (await page.locator('body').innerText()).replaceAll(/第一巡察组|简体|繁體/g, '')
      expect(left, name).not.toMatch(/[\u4e00-\u9fff]/)
    }
    await page.goto(`${landing()}?lang=${lang}`)
    await tell(page, { text: words })
    await look('step-3')
    await send(page)
    const { code, enquiryNumber } = await receipt(page)
    await look('receipt')
    const { username, password } = players.chen
    const chen = await enter(played.place, username, password)
    await ask(played.place, chen, enquiryNumber, question, addDays(dayOf(new Date()), 14))

    await lookUp(page, played.origin, code, lang)
    await expect.poll(() => page.locator('#answer .said').allInnerTexts()).toEqual([question])
    expect(await page.locator('#asked').innerText()).toBe(`${asks}${question}`)
    await look('question')

    const desk = await stage.person(officePc)
    await signIn(desk, played, players.chen)
    const [report] = await played.house.db
      .select()
      .from(reports)
      .where(eq(reports.enquiryNumber, enquiryNumber))
    await openReport(desk, played.origin + paths.desk(report?.teamId ?? ''), enquiryNumber)
    await expect.poll(() => desk.locator('#sees [data-slot=question]').innerText()).toBe(question)

    await page.locator('#more').fill('第三组，上周五。')
    await page.locator('#add button').click()
    await page.getByText(added).waitFor()
    // Between what was asked and what may be added stands that it was answered, and not with what.
    await expect
      .poll(() => page.locator('#answer').locator('blockquote, [data-added], #more').allInnerTexts())
      .toEqual([question, on(sayDay(dayOf(played.house.clock.now()), lang)), ''])
    expect(await page.locator('main').innerText()).not.toContain('第三组')
    await look('answered')
  })

  test('can dial the number of whoever it is for', async () => {
    const { code, enquiryNumber } = await speak(played.place, codeOf(), { text: words })
    const [chen, li] = await Promise.all(
      [players.chen, players.li].map(({ username, password }) => enter(played.place, username, password)),
    )
    if (!chen || !li) throw new Error('nobody at the desk')
    await proposeDecline(played.place, chen, enquiryNumber, 'courtMatter', '法院诉讼服务热线', '0700-12368')
    await decide(played.place, li, enquiryNumber)
    const page = await stage.person()
    await lookUp(page, played.origin, code)
    const number = page.getByRole('link', { name: '0700-12368' })
    expect(await number.getAttribute('href')).toBe('tel:070012368')
    await picture(page, 'progress-declined')
  })
})

test('the answer is read in another language, and another picture in the same tab shows its own', async () => {
  const [mine, other] = [
    await speak(played.place, codeOf(), { text: words }),
    await speak(played.place, codeOf(), {
      text: words,
      reply: 'named',
      name: '韦小妹',
      phone: '13900000066',
    }),
  ]
  const page = await stage.person()
  await lookUp(page, played.origin, mine.code)
  await page.getByRole('link', { name: 'English' }).click()
  await page.locator('html[lang=en] #answer h1').waitFor()
  expect(page.url()).toBe(`${played.origin}${paths.progress}?lang=en`)
  const id = await page.locator('#answer').getAttribute('data-report')
  expect(await page.locator('#erase').count()).toBe(0)
  await page.goto(`${page.url()}#${other.code}`)
  await page.locator('#answer #erase').waitFor({ state: 'attached' })
  expect(await page.locator('#answer').getAttribute('data-report')).not.toBe(id)
  expect(page.url()).not.toContain('#')
})

describe('whoever adds to a report that was erased since they opened it', () => {
  const more = '还有一张条子。'
  const open = async (page: Page, code: string) => {
    await lookUp(page, played.origin, code)
    await page.locator('#more').fill(more)
  }
  const erase = (enquiryNumber: string) =>
    played.house.db.update(reports).set({ lookupHash: null }).where(eq(reports.enquiryNumber, enquiryNumber))
  const hasTheWords = async (page: Page) => {
    await page.locator('#ask').waitFor()
    await expect.poll(() => page.getByLabel('您写的').inputValue()).toBe(more)
    expect(await barriers(page)).toEqual([])
  }

  test.each([{ scripts: true }, { scripts: false }])('has the words ($scripts)', async ({ scripts }) => {
    const { code, enquiryNumber } = await speak(played.place, codeOf(), { text: words })
    const page = await stage.person({ scripts })
    await open(page, code)
    await erase(enquiryNumber)
    await page.locator('#add button').click()
    await page.getByText('刚写的没收下').waitFor()
    await hasTheWords(page)
    await picture(page, `progress-erased-${scripts}`)
    expect(await juts(page)).toBe(false)
  })

  test('has them also in another language', async () => {
    const { code, enquiryNumber } = await speak(played.place, codeOf(), { text: words })
    const page = await stage.person()
    await page.goto(`${played.origin}${paths.progress}?lang=en`)
    await page.locator('#code').fill(code)
    await page.locator('#ask button').click()
    await page.locator('#more').fill(more)
    await erase(enquiryNumber)
    await page.getByRole('link', { name: '简体' }).click()
    await page.getByText('刚写的没收下').waitFor()
    await hasTheWords(page)
  })
})

test('a picture whose code leads nowhere is asked about once', async () => {
  const page = await stage.person()
  let asked = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') asked++
  })
  await page.goto(`${played.origin}${paths.progress}#${makeQueryCode()}`)
  await page.getByText('没有查到。请一组一组再看一遍。').waitFor()
  await page.waitForTimeout(2000)
  expect(asked).toBe(1)
  await page.locator('#ask button').click()
  await expect.poll(() => asked).toBe(2)
})

test('a wrong digit is told before anything is sent', async () => {
  const page = await stage.person()
  await page.goto(played.origin + paths.progress)
  const asked = stage.requests.length
  const code = page.locator('#code')
  const invalid = () => code.getAttribute('aria-invalid')
  await code.pressSequentially('１２３４5678901234567')
  expect(await code.inputValue()).toBe('1234 5678 9012 3456 7')
  await page.locator('#ask button').click()
  await page.getByText('一共 20 个数字，现在是 17 个。').waitFor()
  expect(await invalid()).toBe('true')
  await page.keyboard.type('890')
  expect(await code.inputValue()).toBe('1234 5678 9012 3456 7890')
  await page.keyboard.press('Control+Home')
  for (const key of ['Delete', '1', 'ArrowRight', 'ArrowRight', 'ArrowRight', '9', 'Backspace'])
    await page.keyboard.press(key)
  expect(await code.inputValue()).toBe('1234 5678 9012 3456 7890')
  await page.locator('#ask button').click()
  await page.getByText('有一个数字可能抄错了').waitFor()
  expect(await invalid()).toBe('true')
  expect(stage.requests.slice(asked)).toEqual([])
  await picture(page, 'progress-wrong-digit')
})

test('a photo sent later, with the code: the tab is killed half way, goes on from there, and the team opens it', async () => {
  const { code, enquiryNumber } = await speak(played.place, codeOf(), { text: words })
  const page = await stage.person()
  await lookUp(page, played.origin, code)
  await page.getByRole('button', { name: '加照片、录音、视频、文件' }).click()
  await page.locator('#attach').waitFor()
  await page.locator('#add button[type=submit]').click()
  await page.getByText('请写几句，或者加一张照片，再交。').waitFor()
  const { bytes } = await phonePhoto(page)
  await added(page, 'photo', bytes)
  await added(page, 'paper', paper, { name: '合同.pdf', mimeType: 'application/pdf' })
  await picture(page, 'progress-files-chosen')
  expect(await barriers(page)).toEqual([])
  expect(await juts(page)).toBe(false)
  await page.getByRole('link', { name: 'English' }).click()
  await page.locator('html[lang=en] .attached li').nth(1).waitFor()
  expect(await lines(page).locator('b').allTextContents()).toEqual(['Photo 1', 'File 1'])
  await picture(page, 'progress-files-chosen-en')
  await page.getByRole('link', { name: '简体' }).click()
  await page.locator('html[lang=zh-CN] .attached li').nth(1).waitFor()

  const asked = await pieces(page, (at) => (at > 1 ? 'gone' : undefined))
  await page.locator('#add button[type=submit]').click()
  await page.getByText('补充的收到了，照片等正在送。').waitFor()
  const box = page.locator('#on-the-way')
  await box.getByText('照片 1：等信号').waitFor()
  await box.getByText('文件 1：还没送').waitFor()
  await picture(page, 'progress-files-waiting')
  expect(await barriers(page)).toEqual([])
  const [first] = asked
  const next = await killed(page)
  await page.context().unrouteAll()
  const asking = await pieces(next, () => undefined)
  await next.goto(played.origin + paths.progress)
  await whole(next)
  await picture(next, 'progress-files-back')
  expect(asking).not.toContain(first)
  await lookUp(next, played.origin, code)
  await expect.poll(() => drafts(next)).toEqual([])
  const { files } = await atTeam(played.place, enquiryNumber)
  expect(files.map(({ kind, state }) => [kind, state])).toEqual([
    ['photo', 'whole'],
    ['paper', 'whole'],
  ])
  expect(files[1]?.content).toEqual(paper)

  const desk = await stage.person(officePc)
  await signIn(desk, played, players.chen)
  const [report] = await played.house.db
    .select()
    .from(reports)
    .where(eq(reports.enquiryNumber, enquiryNumber))
  await openReport(desk, played.origin + paths.desk(report?.teamId ?? ''), enquiryNumber)
  await desk.locator('#files [data-kind=photo] canvas, #files [data-kind=photo] img').waitFor()
  await desk.locator('#talk').getByText('没有写字，看附件。').waitFor()
  expect(await desk.locator('#talk .bad:visible, #words .bad:visible').count()).toBe(0)
  await picture(desk, 'progress-files-team')
})
