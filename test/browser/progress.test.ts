import { eq, like } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { addDays, dayOf, sayDay } from '../../src/clock/day.ts'
import { insertRows } from '../../src/db/insert-rows.ts'
import { fileLimits } from '../../src/files/kinds.ts'
import { files } from '../../src/files/tables.ts'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { makeQueryCode } from '../../src/sealing/query-code.ts'
import { signIn as enter } from '../cast/at-desk.ts'
import { atTeam } from '../cast/at-team.ts'
import { players } from '../cast/people.ts'
import { speak } from '../cast/residents.ts'
import { ask, decide, proposeDecline } from '../cast/working.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { juts, officePc, picture } from './chromium.ts'
import { drafts, killed } from './drafting.ts'
import { signIn } from './office-hands.ts'
import { phonePhoto } from './phone-photo.ts'
import { lookUp, lookUpHere, receipt, send, tell } from './resident-hands.ts'
import { openAtTeam } from './team-hands.ts'
import { added, choose, lines, paper, pieces, whole } from './with-files.ts'

const { stage, played, codeOf, landing, words } = atNotice()
const sendIt = (page: Page) => page.locator('#add button[type=submit]').click()

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
    if (lang === 'zh') {
      await page.getByRole('link', { name: '繁體' }).click()
      await page.locator('html[lang=zh-Hant] #answer h1').waitFor()
      expect(await barriers(page), 'question, in traditional characters').toEqual([])
      await page.getByRole('link', { name: '简体' }).click()
      await page.locator('html[lang=zh-CN] #answer h1').waitFor()
    }

    const desk = await stage.person(officePc)
    await signIn(desk, played, players.chen)
    await openAtTeam(desk, played, enquiryNumber)
    await expect.poll(() => desk.locator('#sees [data-slot=question]').innerText()).toBe(question)

    await page.locator('#more').fill('第三组，上周五。')
    await sendIt(page)
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
    await sendIt(page)
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

test('what found no answer says why it takes nothing, in another language too, and goes with the signal', async () => {
  const { code } = await speak(played.place, codeOf(), { text: words })
  const page = await stage.person()
  await page.goto(played.origin + paths.progress)
  await page.locator('#code').fill(code)
  await page.locator('#code').press('Enter')
  await page.locator('#answer h1').waitFor()
  const empty = page.getByText('请写几句再交。')
  await sendIt(page)
  await empty.waitFor()
  await page.locator('#more').fill('路又塌了一段。')
  expect(await empty.isVisible()).toBe(false)
  // The ring of the focus stays off the label above.
  const ring = page.locator('#more').evaluate((field) => {
    const { outlineOffset, outlineWidth } = getComputedStyle(field)
    return parseFloat(outlineOffset) + parseFloat(outlineWidth)
  })
  expect(await ring).toBe(1)
  expect(await page.locator('[data-held]').isVisible()).toBe(false)
  await page.route('**/progress/message*', (route) => route.abort())
  await sendIt(page)
  await page.getByText('送到以前不能改。网页开着，信号一来也会自己送。').waitFor()
  await page.getByText('还没送到。您写的都在，请再送一次。').waitFor()
  await picture(page, 'progress-held')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByText('Until it has arrived it cannot be changed.').waitFor()
  await page.getByText('Not delivered yet.').waitFor()
  expect(await page.locator('#more').isEditable()).toBe(false)
  await page.unroute('**/progress/message*')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.getByText('Your addition has arrived.').waitFor()
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
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('add-photo')
  await sendIt(page)
  await page.getByText('请写几句再交。').waitFor()
  await page.locator('#more').fill('打 13900000055 找我。')
  await page.locator('#hint').getByText('这里像是电话').waitFor()
  await page.locator('#hint').getByRole('button', { name: '去掉' }).click()
  expect(await page.locator('#more').inputValue()).toBe('打  找我。')
  await page.locator('#more').fill('')
  const { bytes } = await phonePhoto(page)
  await added(page, 'photo', bytes)
  await added(page, 'paper', paper, { name: '合同.pdf', mimeType: 'application/pdf' })
  await picture(page, 'progress-files-chosen')
  expect(await barriers(page)).toEqual([])
  expect(await juts(page)).toBe(false)
  // What is still being cleaned comes along into another language, and nothing goes without it.
  await page.getByRole('button', { name: '不要这个' }).click()
  await choose(page, 'paper', paper, { name: '合同.pdf', mimeType: 'application/pdf' })
  await page.route('**/attaching*', (route) => route.abort())
  await page.getByRole('link', { name: 'English' }).click()
  await page.locator('html[lang=en] #add [data-says=offline]:not([hidden])').waitFor()
  await sendIt(page)
  await page.locator('#add [data-says=noAnswer]:not([hidden])').waitFor()
  await page.unroute('**/attaching*')
  await page.getByRole('link', { name: '简体' }).click()
  await page.locator('html[lang=zh-CN] .attached li').nth(1).waitFor()
  await page.getByRole('link', { name: 'English' }).click()
  await page.locator('html[lang=en] .attached li').nth(1).waitFor()
  expect(await lines(page).locator('b').allTextContents()).toEqual(['Photo 1', 'File 1'])
  await picture(page, 'progress-files-chosen-en')
  await page.getByRole('link', { name: '简体' }).click()
  await page.locator('html[lang=zh-CN] .attached li').nth(1).waitFor()

  // The words arrive and nobody hears of it: nothing can be changed any more, and nothing is lost with the tab.
  await page.route('**/progress/message*', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await sendIt(page)
  await page.locator('#add [data-says=noAnswer]:not([hidden])').waitFor()
  expect(await page.locator('#attach .adding:visible, #attach [data-remove]:visible').count()).toBe(0)
  const second = await killed(page)
  await second.context().unrouteAll()
  const asked = await pieces(second, (at) => (at > 1 ? 'gone' : undefined))
  await second.goto(played.origin + paths.progress)
  const box = second.locator('#on-the-way')
  await box.getByText('照片 1：等信号').waitFor()
  await box.getByText('文件 1：还没送').waitFor()
  // It stays on the page that is put in place of this one.
  await lookUpHere(second, code)
  await box.getByRole('button', { name: '接着送' }).waitFor()
  await second.getByRole('link', { name: 'English' }).click()
  await box.getByText('Photo 1: waiting for signal').waitFor()
  await picture(second, 'progress-files-waiting-en')
  await second.getByRole('link', { name: '简体' }).click()
  await box.getByText('照片 1：等信号').waitFor()
  // Whoever asks to leave is told there, too, what would go with it.
  const leave = second.locator('details.ask')
  await leave.locator('summary').click()
  await leave.getByText('话已经收到了。照片、文件送完前，先别清除。').waitFor()
  await leave.getByRole('button', { name: '再看看' }).click()
  await picture(second, 'progress-files-waiting')
  expect(await barriers(second)).toEqual([])
  const [first] = asked
  const third = await killed(second)
  await third.context().unrouteAll()
  const asking = await pieces(third, () => undefined)
  await third.goto(played.origin + paths.progress)
  await whole(third)
  await picture(third, 'progress-files-back')
  expect(asking).not.toContain(first)
  await expect.poll(() => drafts(third)).toEqual([])
  const came = (await atTeam(played.place, enquiryNumber)).files
  expect(came.map(({ kind, state }) => [kind, state])).toEqual([
    ['photo', 'whole'],
    ['paper', 'whole'],
  ])
  expect(new Set(came.map(({ messageId }) => messageId)).size).toBe(1)
  expect(came[1]?.content).toEqual(paper)

  const desk = await stage.person(officePc)
  await signIn(desk, played, players.chen)
  const report = await openAtTeam(desk, played, enquiryNumber)
  await desk.locator('#files [data-kind=photo] .photo iframe').waitFor()
  await desk.locator('#talk').getByText('没有写字，看附件。').waitFor()
  expect(await desk.locator('#talk .bad:visible, #words .bad:visible').count()).toBe(0)
  await picture(desk, 'progress-files-team')
  // A row that somebody took out of the register is missed.
  await played.house.db.delete(files).where(eq(files.kind, 'paper'))
  await desk.reload()
  await desk.locator('#talk .bad').getByText('附件').waitFor()

  // What is over a report's room is not taken, and stands there still.
  const full = Array.from({ length: 3 * fileLimits.photo.most - 1 }, (_, n) => ({
    reportId: report.id,
    messageId: 'more',
    id: `photo-${n}`,
    kind: 'photo' as const,
    size: 1,
  }))
  await insertRows(played.house.db, files, full)
  await lookUpHere(third, code)
  await third.getByRole('button', { name: '加照片、录音、视频、文件' }).click()
  await third.locator('#attach').waitFor()
  await added(third, 'photo', bytes)
  await third.locator('#more').fill('还有一张。')
  await sendIt(third)
  await third.getByText('这件事放不下了').waitFor()
  await lines(third).getByText('照片 1').waitFor()
  expect(await third.locator('#more').inputValue()).toBe('还有一张。')
  await third.getByRole('button', { name: '不要这张' }).waitFor()
  await picture(third, 'progress-files-over')
  expect(await drafts(third)).toEqual([])

  // Neither words nor files arrived, and nothing is taken any more: whoever comes back is told of both.
  await third.context().route('**/progress/message*', (route) => route.abort())
  await sendIt(third)
  await third.locator('#add [data-says=noAnswer]:not([hidden])').waitFor()
  const fourth = await killed(third)
  await fourth.context().unrouteAll()
  // As long as we are busy it says that it waits, before the code and where more could be added.
  await fourth.route('**/progress/message*', (route) =>
    route.fulfill({ status: 503, contentType: 'text/html' }),
  )
  await fourth.goto(played.origin + paths.progress)
  const unsent = fourth.getByText('您上次补充的，可能还没送到。网页开着，会自己再送。')
  await unsent.waitFor()
  await lookUpHere(fourth, code)
  expect(await fourth.locator('#add').filter({ has: unsent }).count()).toBe(1)
  expect(await unsent.isVisible()).toBe(true)
  await picture(fourth, 'progress-unsent')
  expect(await barriers(fourth)).toEqual([])
  await fourth.unrouteAll()
  await fourth.reload()
  await fourth.getByText('上次补充的没收下，照片也没送到。').waitFor()
  expect(await unsent.isVisible()).toBe(false)
  await picture(fourth, 'progress-files-nothing')
  await expect.poll(() => drafts(fourth)).toEqual([])

  // Whoever clears while they are on their way leaves nothing behind, and nothing more is sent.
  await played.house.db.delete(files).where(like(files.id, 'photo-%'))
  const gone = await pieces(fourth, () => 'gone')
  await lookUpHere(fourth, code)
  await fourth.getByRole('button', { name: '加照片、录音、视频、文件' }).click()
  await fourth.locator('#attach').waitFor()
  await added(fourth, 'photo', bytes)
  await sendIt(fourth)
  await fourth.getByRole('button', { name: '接着送' }).waitFor()
  expect(await drafts(fourth)).toMatchObject([{ report: report.id, arrived: true }])
  await fourth.locator('main summary').click()
  // What stands above changes with every try to send: a key does not miss.
  await fourth.getByRole('link', { name: '清掉，离开' }).press('Enter')
  await fourth.getByRole('heading', { name: '都清掉了' }).waitFor()
  expect(await drafts(fourth)).toEqual([])
  const left = gone.length
  await fourth.waitForTimeout(1200)
  expect(gone.length).toBe(left)
})
