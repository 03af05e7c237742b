import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { listAdded } from '../../src/reports/store.ts'
import { reports } from '../../src/reports/tables.ts'
import { speak } from '../cast/residents.ts'
import { atNotice } from './at-notice.ts'
import { barriers } from './barriers.ts'
import { picture } from './chromium.ts'
import { lookUp } from './resident-hands.ts'

const { stage, played, codeOf, words } = atNotice()

test('what is being added comes along into another language, and is one message however often it is sent', async () => {
  const { code, enquiryNumber } = await speak(played.place, codeOf(), { text: words })
  const messagesOf = async () => {
    const [report] = await played.house.db
      .select()
      .from(reports)
      .where(eq(reports.enquiryNumber, enquiryNumber))
    return listAdded(played.house.db, report?.id ?? '')
  }
  const page = await stage.person()
  await lookUp(page, played.origin, code)
  await page.locator('#more').fill('桥也塌了。')
  await page.getByRole('button', { name: '更大' }).click()
  await page.getByRole('link', { name: 'English' }).click()
  await page.locator('html[lang=en][data-size=largest] #answer h1').waitFor()
  expect(page.url()).toBe(`${played.origin}${paths.progress}?lang=en&size=largest`)
  expect(await page.locator('#more').inputValue()).toBe('桥也塌了。')
  expect(await page.title()).toBe('Local feedback')
  await page.getByRole('button', { name: 'Leave quickly' }).waitFor()
  await picture(page, 'progress-language')
  expect(await barriers(page)).toEqual([])

  // Its answer is lost, and the language changed again before it is sent once more.
  await page.route(`**${paths.progressMessage}*`, async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.locator('#add button[type=submit]').click()
  await page.getByText('Not delivered yet').waitFor()
  // What may have arrived gets no more files.
  expect(await page.locator('#add [data-attach]').isVisible()).toBe(false)
  await page.unroute(`**${paths.progressMessage}*`)
  await page.getByRole('link', { name: '简体' }).click()
  await page.locator('html[lang=zh-CN] #answer h1').waitFor()
  expect(await page.locator('#more').inputValue()).toBe('桥也塌了。')
  expect(await page.locator('#add [data-attach]').isVisible()).toBe(false)
  await page.locator('#add button[type=submit]').click()
  await page.getByText('补充的话收到了。').waitFor()
  expect(await messagesOf()).toHaveLength(1)

  await page.locator('#more').fill('还有一处。')
  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByText('现在没有信号。').waitFor()
  expect(await page.locator('#more').inputValue()).toBe('还有一处。')
})
