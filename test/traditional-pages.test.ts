import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { paths } from '../src/paths.ts'
import { reports } from '../src/reports/tables.ts'
import { findRound } from '../src/rounds/store.ts'
import * as cast from './cast/people.ts'
import { answersOf, lookUp } from './cast/residents.ts'
import { type Seat, takeSeat } from './cast/seat.ts'
import { said } from './cast/words.ts'
import { openVillage, type Village } from './journeys/stage.ts'
import { simplifiedIn } from './simplified.ts'

let village: Village
let addresses: string[]
let receipt: string
beforeAll(async () => {
  village = await openVillage()
  const { token, ids, leader, app, place } = village
  const { db } = place.house
  receipt = await filePlainly(takeSeat(place.door, place.origin), token)
  const [report] = await db.select().from(reports).where(eq(reports.teamId, ids.teams.first))
  const round = await findRound(db, ids.round)
  const everything = [cast, round?.title, said, cast.spokenHere.split('、'), keepers]
  typed = everything.flatMap(leavesOf).sort((a, b) => b.length - a.length)
  const filled = (path: string) =>
    path
      .replace(':token', token)
      .replace(':team', ids.teams.first)
      .replace(':report', report?.id ?? '')
      .replace(':round', ids.round)
      .replace(':unit', ids.units.qingtang)
      .replace(':person', leader.id)
      .replace(':tree', 'village')
      .replace(':version', '1')
      .replace(':year', '2027')
  const gets = app.routes.filter(({ method, path }) => method === 'GET' && !path.includes('*'))
  addresses = [...new Set(gets.map(({ path }) => filled(path)))].filter((address) => !address.includes(':'))
})

/** As the form stands without scripts. */
async function filePlainly(seat: Seat, token: string): Promise<string> {
  const address = asked(paths.code(token))
  const form = await (await seat.get(address)).text()
  const nonce = form.match(/name="nonce" value="([^"]+)"/)?.[1] ?? ''
  const answers = Object.entries(answersOf(said.land)).map(([name, value]) => [
    name,
    typeof value === 'boolean' ? (value ? 'yes' : '') : value,
  ])
  return (await seat.post(address, { ...Object.fromEntries(answers), nonce })).text()
}

const leavesOf = (value: unknown): string[] => {
  if (typeof value === 'string') return /[\u4e00-\u9fff]/.test(value) ? [value] : []
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(leavesOf) : []
}

/** Who keeps the recovery sheets, and where: as the cast has it. */
const keepers = ['巡察办主任', '领导小组副组长', '机要（档案）室', '号保密柜']

/** What people typed, longest first, so that no name is cut by a shorter one in it. */
let typed: string[]

/** The sentences of a page, papers apart, that are still in simplified characters, of those that are ours. */
function leftIn(page: string): string[] {
  const ours = typed
    .reduce((left, text) => left.replaceAll(text, ''), page)
    .replace(/<section class="sheet[^>]*lang="zh-CN".*?<\/section>/gs, '')
    .replace(/<textarea[^>]*>[^<]*/g, '')
    .replace(/ value="[^"]*"/g, '')
    .replace(/<[^<>]*lang="zh-CN"[^<>]*>[^<]*/g, '')
  const sentences = ours.split(/[<>"。，：；、]/).filter((one) => /[\u4e00-\u9fff]/.test(one))
  return sentences.filter((one) => simplifiedIn(one).length > 0)
}

const asked = (address: string) => `${address}${address.includes('?') ? '&' : '?'}lang=zh-Hant`

async function readAll(seat: Seat, some: readonly string[]) {
  const left: Record<string, string[]> = {}
  let read = 0
  for (const address of some) {
    const answer = await seat.get(asked(address))
    if (!answer.headers.get('Content-Type')?.includes('html') || !answer.ok) continue
    const page = await answer.text()
    expect(page, address).toContain('<html lang="zh-Hant"')
    read += 1
    const found = leftIn(page)
    if (found.length > 0) left[address] = found
  }
  expect(left).toEqual({})
  return read
}

const isStaffs = (address: string) => address.startsWith('/staff')

test('every page of residents is in traditional characters, whatever was typed', async () => {
  const nobody = takeSeat(village.place.door)
  expect(
    await readAll(
      nobody,
      addresses.filter((one) => !isStaffs(one)),
    ),
  ).toBeGreaterThan(8)
})

test('so are the receipt, an answer with mistakes in it, and what the query code shows', async () => {
  const { place, token } = village
  const wrong = await takeSeat(place.door).post(asked(paths.code(token)), { kind: 'problem' })
  const digits = [...receipt.matchAll(/<b[^>]*>(\d)<\/b>/g)].map(([, digit]) => digit).join('')
  const { html } = await lookUp(place, digits.slice(0, 20), 'zh-Hant')
  expect(html).toContain('data-report')
  const pages = [await wrong.text(), receipt, html]
  for (const page of pages) {
    expect(page).toContain('<html lang="zh-Hant"')
    expect(leftIn(page)).toEqual([])
  }
})

test('so is every page of staff: the office, and a team with a report', async () => {
  const { administrator, leader } = village
  expect(await readAll(administrator.seat, addresses.filter(isStaffs))).toBeGreaterThan(25)
  expect(await readAll(leader.seat, addresses.filter(isStaffs))).toBeGreaterThan(8)
})

test('what the office prints stays as it prints it', async () => {
  const notice = await village.administrator.seat.get(asked(paths.printNotice(village.token)))
  const page = await notice.text()
  expect(page).toContain('<html lang="zh-Hant"')
  expect(page).toContain('请跟巡察组讲')
  expect(page).toContain('先印一張')
})
