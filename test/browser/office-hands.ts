import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import { office, type Player, players, spokenHere, type teams } from '../cast/people.ts'
import type { Server } from './server.ts'

// What the hands of an office do at a browser. Everything goes through what stands on the page.

/** The filled button that stands on the page now. */
export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).click()

export const fillIn = async (page: Page, fields: Readonly<Record<string, string>>) => {
  for (const [id, value] of Object.entries(fields)) {
    const field = page.locator(`[id="${id}"]`)
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

/** The digits that stand in squares, one string a row. */
export const rowsOn = (page: Page, paper: string): Promise<string[]> =>
  page
    .locator(`[data-digits="${paper}"] li`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('b')].map(({ textContent }) => textContent).join('')),
    )

/** Types back the row a label asks for, as `Sheet 2, row 3`. */
async function typeAsked(page: Page, n: number, rows: readonly string[]) {
  const label = (await page.locator(`label[for="typed-${n}"]`).textContent()) ?? ''
  const row = Number(/第 (\d) 行/.exec(label)?.[1])
  await page.locator(`#typed-${n}`).fill(rows[row - 1] ?? '')
}

export interface Papers {
  sheets: string[][]
  recovery: string[]
}

/** The seven steps of setting up, with the papers read off the screen as a pen would copy them. Answers the papers. */
export async function setUp(page: Page, server: Server): Promise<Papers> {
  await enterOffice(page, server, office)
  const papers = await makePapers(page)
  await checkPapers(page, papers)
  await seal(page)
  return papers
}

/** Up to the office's own fields. */
export async function enterOffice(
  page: Page,
  server: Server,
  { level, ...fields }: Readonly<typeof office> & { publicUrl?: string },
) {
  await page.goto(`${server.origin}${paths.setup}?secret=${server.setupSecret}`)
  for (const box of await page.locator('[data-ready] input').all()) await box.check()
  await press(page, '都准备好了')
  await fillIn(page, fields)
  await page.locator(`[name=level][value=${level}]`).check()
  await press(page, '下一步')
}

export async function makePapers(page: Page): Promise<Papers> {
  const { name, username, password } = players.zhou
  await fillIn(page, { name, username, 'new-password': password, again: password })
  await press(page, '下一步')
  await page.locator('[data-step="3"]').waitFor({ timeout: 20_000 })
  return readPapers(page)
}

/** Copies the sheets and the recovery code that are on the screen. */
export async function readPapers(page: Page): Promise<Papers> {
  const sheets = await Promise.all([1, 2, 3].map((n) => rowsOn(page, `sheet-${n}`)))
  const recovery = await rowsOn(page, 'recovery')
  expect(sheets.flat().every((row) => /^\d{20}$/.test(row))).toBe(true)
  return { sheets, recovery }
}

/** Types back what is asked, at first with a slip of the pen: in one's own recovery code, where there is a new one. */
export async function checkPapers(page: Page, { sheets, recovery }: Papers) {
  await page.getByLabel('我是手抄的').check()
  await press(page, '印好了，去核对')
  for (const n of [1, 2, 3]) await typeAsked(page, n, sheets[n - 1] ?? [])
  const [slipped, rows] = recovery.length > 0 ? [0, recovery] : [3, sheets[2] ?? []]
  await typeAsked(
    page,
    slipped,
    rows.map((row) => `${row.slice(0, 19)}${(Number(row[19]) + 1) % 10}`),
  )
  await press(page, '下一步')
  await page.getByText(slipped === 0 ? '这一行不对，请看清个人恢复码' : '这一行不对，请看清第 3 份').waitFor()
  await typeAsked(page, slipped, rows)
  await press(page, '下一步')
}

/** Three envelopes to three keepers. */
export async function handOverSheets(page: Page) {
  for (const place of await page.locator('[data-place]').all()) await place.fill('保密柜')
  await page.getByLabel('三份都已封好交出').check()
  await press(page, '完成')
}

export async function seal(page: Page) {
  await handOverSheets(page)
  await page.getByText('锁好了').waitFor({ timeout: 20_000 })
}

export async function signIn(
  page: Page,
  server: Pick<Server, 'origin'>,
  { username, password }: Pick<Player, 'username' | 'password'>,
) {
  await page.goto(server.origin + paths.signIn)
  await fillIn(page, { username, password })
  await press(page, '登录')
  await page.waitForURL((url) => !url.pathname.startsWith(paths.signIn))
}

/** Adds a person and answers what their printed sheet says: the address with its code. */
export async function invite(page: Page, server: Server, player: Player, teamName?: string): Promise<string> {
  await page.goto(server.origin + (teamName ? paths.invite : paths.inviteSecond))
  await fillIn(page, { name: player.name, username: player.username })
  if (teamName) {
    const option = page.locator('#team option', { hasText: teamName })
    await page.locator('#team').selectOption((await option.getAttribute('value')) ?? '')
    for (const role of player.roles.split(',')) await page.locator(`[name=${role}]`).check()
  }
  await press(page, '开启用单')
  await page.locator('[data-groups] b').first().waitFor()
  await expect.poll(() => page.locator('[data-groups]').innerText()).toMatch(/\w/)
  const code = (await page.locator('[data-groups] b').allTextContents()).join('')
  return `${server.origin}${paths.activate}#${code}`
}

/** From the scanned sheet to an account: password, recovery code on paper, its last row typed back. */
export async function activate(
  page: Page,
  address: string,
  { password }: Player,
  look: (step: string) => Promise<void> = async () => {},
) {
  await page.goto(address)
  await page.locator('#new-password').waitFor({ timeout: 20_000 })
  await look('password')
  await fillIn(page, { 'new-password': password, again: password })
  await press(page, '下一步')
  await page.locator('[data-step=paper]').waitFor({ timeout: 20_000 })
  await look('paper')
  const [, last = ''] = await rowsOn(page, 'recovery')
  await press(page, '印好了，收起来')
  await page.locator('#last-row').fill(last)
  await look('last-row')
  await press(page, '启用')
  await page.waitForURL((url) => url.pathname !== paths.activate, { timeout: 20_000 })
}

/** The administrator's browser checks whose keys came back, and signs. */
export async function verify(page: Page, server: Server, { name }: Player) {
  await page.goto(server.origin + paths.people)
  await page.getByRole('row', { name }).getByRole('button', { name: '核对', exact: true }).click()
  await page.getByText('核对无误').waitFor()
}

/** A round that takes reports today. */
export async function createRound(page: Page, server: Server) {
  const today = dayOf(new Date())
  await page.goto(server.origin + paths.newRound)
  const dates = {
    enteredOn: addDays(today, -3),
    fieldEndsOn: addDays(today, 90),
    intakeOpensOn: addDays(today, -1),
    intakeClosesOn: addDays(today, 80),
  }
  await fillIn(page, { term: '12', seq: '2', ...dates })
  await press(page, '保存')
  await page.getByRole('link', { name: '建组' }).first().waitFor()
}

/** What is spoken here, before there is a team to say so of. */
export async function setDialects(page: Page, server: Server) {
  await page.goto(server.origin + paths.settings)
  await fillIn(page, { dialects: spokenHere })
  const form = page.locator(`form[action="${paths.dialects}"]`)
  await form.getByRole('button', { name: '保存' }).click()
  await page.getByText('只对以后的生效').waitFor()
}

export async function createTeam(page: Page, { dialects, ...team }: (typeof teams)['first']) {
  await page.getByRole('link', { name: '建组' }).first().click()
  await page.locator('#postal').waitFor()
  await fillIn(page, team)
  for (const dialect of dialects.split(', ')) await page.getByLabel(dialect, { exact: true }).check()
  await press(page, '保存')
  await page.getByRole('heading', { name: '巡察组' }).waitFor()
}

export async function createUnit(
  page: Page,
  server: Server,
  unit: { name: string; shortName: string; type: string; parent?: string },
) {
  await page.goto(server.origin + paths.newUnit)
  const { parent, ...fields } = unit
  await fillIn(page, fields)
  if (parent) {
    const option = page.locator('#parentId option', { hasText: parent })
    await page.locator('#parentId').selectOption((await option.getAttribute('value')) ?? '')
  }
  await press(page, '保存')
  await page.getByRole('heading', { name: '被巡察单位' }).waitFor()
}
