import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { paths } from '../../src/paths.ts'
import { reports } from '../../src/reports/tables.ts'
import { fillIn, press } from './office-hands.ts'
import type { Played } from './played.ts'

// What the hands of a team do at a browser.

/** Opens one report by its enquiry number, from the queue. */
export async function openReport(page: Page, desk: string, enquiryNumber: string) {
  await page.goto(desk)
  const spaced = enquiryNumber.replace(/(\d{3})(\d{3})/, '$1 $2')
  await page.getByRole('link', { name: spaced }).click()
  await page.getByRole('heading', { name: '群众原话' }).waitFor()
}

/** The same at the desk of the team that has it. */
export async function openAtTeam(
  page: Page,
  { origin, house }: Pick<Played, 'origin' | 'house'>,
  enquiryNumber: string,
) {
  const [report] = await house.db.select().from(reports).where(eq(reports.enquiryNumber, enquiryNumber))
  if (!report) throw new Error(`no report ${enquiryNumber}`)
  await openReport(page, origin + paths.desk(report.teamId), enquiryNumber)
  return report
}

/** Opens the short form of a move. */
export const startMove = (page: Page, name: string) =>
  page.locator('.moves').getByRole('link', { name, exact: true }).click()

/** A member is chosen by name; the option also says their roles. */
export async function choose(page: Page, id: string, words: string) {
  const option = page.locator(`[id="${id}"] option`, { hasText: words })
  await page.locator(`[id="${id}"]`).selectOption((await option.first().getAttribute('value')) ?? '')
}

export async function accept(page: Page, owner: string) {
  await startMove(page, '受理')
  await choose(page, 'risk', '低')
  await choose(page, 'owner', owner)
  await press(page, '受理')
}

export async function verifyFacts(page: Page, first: string, second: string) {
  await startMove(page, '核实')
  await page.locator('#visits').check()
  await choose(page, 'first', first)
  await choose(page, 'second', second)
  await page.locator('#recusal').check()
  await press(page, '开始核实')
}

export async function enterResult(page: Page, findings: string, conclusion = '属实') {
  await startMove(page, '核实结果')
  await fillIn(page, { result: findings, evidence: '账册复印件 3 页' })
  await choose(page, 'conclusion', conclusion)
  await press(page, '记入')
}

export async function conclude(page: Page, answer: string, look = async () => {}) {
  await startMove(page, '答复')
  await choose(page, 'resultType', '解决')
  await fillIn(page, { answer })
  await look()
  await press(page, '报组长审批')
}
