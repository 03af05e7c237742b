import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { players } from '../cast/people.ts'
import { officePc, picture, useChromium } from './chromium.ts'
import { signIn } from './office-hands.ts'
import { type Played, startPlayed } from './played.ts'
import { lookUp, receipt, send, tell, tellPlainly } from './resident-hands.ts'
import { openReport } from './team-hands.ts'

let played: Played
const stage = useChromium(() => played.origin)
beforeAll(async () => {
  played = await startPlayed()
})
afterAll(() => played.leave())

test.each([
  { scripts: true, words: '巡察组有人在村干部家吃饭。' },
  { scripts: false, words: '巡察组的人收了两条烟。' },
])('what is told of the team is read by the office (scripts: $scripts)', async ({ scripts, words }) => {
  const token = played.codes[0]?.token ?? ''
  const page = await stage.person({ scripts })
  await page.goto(played.origin + paths.code(token))
  await page.getByRole('link', { name: '想反映巡察组的人？' }).click()
  await picture(page, `past-team-${scripts}`)
  const telling = {
    kind: 'conduct',
    tile: 'O6',
    text: words,
    reply: 'contactOnly',
    phone: '13800000000',
  } as const
  await (scripts ? tell(page, telling) : tellPlainly(page, telling))
  expect(await page.locator('main').innerText()).toContain('交给岚川市委巡察办')
  await send(page)
  const { code, enquiryNumber } = await receipt(page)
  await picture(page, `past-team-receipt-${scripts}`)
  expect(await page.locator('main').innerText()).toContain('交到岚川市委巡察办了')

  const office = await stage.person(officePc)
  await signIn(office, played, players.zhou)
  await office.goto(played.origin + paths.office)
  await office.getByRole('link', { name: '本办的反映件' }).click()
  await picture(office, `past-team-queue-${scripts}`)
  await openReport(office, played.origin + paths.desk(OFFICE), enquiryNumber)
  await office.locator('main').getByText(words).first().waitFor()
  await picture(office, `past-team-report-${scripts}`)

  const asker = await stage.person()
  await lookUp(asker, played.origin, code)
  expect(await asker.locator('main').innerText()).not.toContain('巡察组')
})
