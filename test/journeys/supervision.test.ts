import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { fixNotices } from '../../src/fixes/tables.ts'
import { listSteps } from '../../src/log/record.ts'
import { paths } from '../../src/paths.ts'
import { letterNumber } from '../../src/referrals/signing.ts'
import { listSupervisions } from '../../src/referrals/supervisions.ts'
import { reports } from '../../src/reports/tables.ts'
import { signIn } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import {
  approveReferral,
  enterHandlingUnit,
  letterOf,
  proposeReferral,
  recordReply,
  signLetter,
} from '../cast/referring.ts'
import { speak } from '../cast/residents.ts'
import { said } from '../cast/words.ts'
import { accept, decide, enterResult, proposeFix, takeUp, verifyReport } from '../cast/working.ts'
import { wordsApart } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

const letter = { summary: '该村部分灌溉渠道排水不畅，影响灌溉。', demands: '请全村排查，按期回复。' }

describe('a unit that is late with its reply', () => {
  let village: Village
  let bureau: string
  beforeAll(async () => {
    village = await openVillage()
    bureau = await enterHandlingUnit(village.place, village.administrator, '岚川市农业农村局', null)
  }, 60_000)

  async function issued(
    liaison = village.liaison,
    leader = village.leader,
    administrator = village.administrator,
  ) {
    const { place, token } = village
    const { enquiryNumber: number } = await speak(place, token, said.ditch)
    await accept(place, liaison, number, liaison, { category: 'B5/B5' })
    await verifyReport(place, liaison, number, leader)
    await proposeReferral(place, liaison, number, bureau, letter)
    await approveReferral(place, leader, number)
    const { report } = await takeUp(place, liaison, number)
    await signLetter(administrator, (await letterOf(place, report.id)).id)
    return { number, report, letter: await letterOf(place, report.id) }
  }

  it('is pressed by a letter that lies ready, is numbered among the others, and is on record', async () => {
    const { house, place, clock } = village
    const { number, report, letter } = await issued()
    let { seat } = village.administrator
    const sit = (who: 'zhou' | 'chen' | 'li') => signIn(place, players[who].username, players[who].password)
    /** Whoever was signed in has long been shut out. */
    const comeBack = async (day: number) => {
      clock.set(new Date(day))
      seat = (await sit('zhou')).seat
    }
    const read = async (address: string) => wordsApart(await (await seat.get(address)).text())
    const press = (until: string) => seat.post(paths.supervise(letter.id), { until })
    const pressed = () => listSupervisions(house.db, [letter.id])
    const { due } = letter

    // Not before it is late.
    const morning = Date.parse(`${due}T09:00:00+08:00`)
    await comeBack(morning)
    expect(await read(paths.letter(letter.id))).not.toContain('督办函已起草')
    expect((await press('2027-03-01')).headers.get('Location')).toBe(paths.letter(letter.id))
    expect(await pressed()).toEqual([])

    const days = 24 * 3600 * 1000
    await comeBack(morning + 3 * days)
    expect(await read(paths.letter(letter.id))).toContain('逾期未回，督办函已起草，待签发。')
    const draft = await read(paths.supervise(letter.id))
    expect(draft).toMatch(/岚川市农业农村局： 按照岚巡办函〔\d{4}〕1号的要求，你单位应于/)
    expect(draft).toMatch(/已逾期\d+个工作日，仍未报送。/)
    expect(draft).toContain('抄送：分管领导，纪委监委，组织部。')
    expect(draft).not.toContain('渠')
    const past = await press(due)
    expect([past.status, wordsApart(await past.text())]).toEqual([
      422,
      expect.stringContaining('要在今天以后。'),
    ])

    const until = new Date(clock.now().getTime() + 7 * days).toISOString().slice(0, 10)
    const answers = await Promise.all([press(until), press(until)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const [one, ...others] = await pressed()
    expect(others).toEqual([])
    expect(one && letterNumber(one)).toMatch(/^岚巡办函〔\d{4}〕2号$/)
    const steps = await listSteps(house.db, `referral:${letter.id}`)
    expect(steps.at(-1)).toMatchObject({
      move: 'supervise',
      who: village.administrator.id,
      why: `until:${until}`,
    })

    const liaison = await sit('chen')
    // The team sees it too, and until its day has passed there is no other.
    const page = await (await liaison.seat.get(paths.report(report.teamId, report.id))).text()
    expect(wordsApart(page)).toMatch(/督办函 岚巡办函〔\d{4}〕2号，.*前回复/)
    expect((await seat.get(paths.supervise(letter.id))).status).toBe(303)

    const paper = paths.supervision(letter.id, one?.id ?? '')
    expect(await read(paper)).toContain('打印正本')
    const at = String((await letterOf(place, report.id)).steps)
    const original = wordsApart(await (await seat.post(paper, { steps: at })).text())
    expect(original).toMatch(/2号 关于督办有关事项的函/)
    expect(original).not.toContain('副本')
    expect(await read(paper)).toContain('副本')
    expect((await seat.post(paper, { steps: at })).status).toBe(409)

    // The next letter of the office has the next number; what is answered is pressed no more.
    await comeBack(Date.parse(`${until}T09:00:00+08:00`) + days)
    expect((await seat.get(paths.supervise(letter.id))).status).toBe(200)
    await recordReply(place, await sit('chen'), number, '渠口淤塞，已清。')
    expect((await seat.get(paths.supervise(letter.id))).status).toBe(303)
    const late = [await sit('chen'), await sit('li'), await sit('zhou')] as const
    const next = (await issued(...late)).letter
    expect(letterNumber(next)).toMatch(/〕3号$/)
  })

  it('is pressed for a fix that is late by a letter of the same series, which the team sees', async () => {
    const { house, place, clock } = village
    const sit = (who: 'zhou' | 'chen' | 'li') => signIn(place, players[who].username, players[who].password)
    const [liaison, leader] = [await sit('chen'), await sit('li')]
    const { enquiryNumber: number } = await speak(place, village.token, said.ditch)
    await accept(place, liaison, number, liaison, { category: 'B5/B5' })
    await verifyReport(place, liaison, number, leader)
    await enterResult(place, liaison, number, '渠口淤塞。', 'substantiated')
    const due = addDays(dayOf(clock.now()), 1)
    const matter = '疏通水渠'
    await proposeFix(place, liaison, number, { matter, responsible: '青塘村', signer: '村主任' }, due)
    await decide(place, leader, number)
    const { report } = await takeUp(place, liaison, number)
    const [notice] = await house.db.select().from(fixNotices)
    if (!notice) expect.fail('no notice')
    const address = paths.supervise(notice.order)
    let { seat } = await sit('zhou')
    const read = async (of: string) => wordsApart(await (await seat.get(of)).text())
    const press = (until: string) => seat.post(address, { until })
    expect((await seat.get(address)).status).toBe(404)

    clock.set(new Date(`${addDays(due, 1)}T09:00:00+08:00`))
    ;({ seat } = await sit('zhou'))
    expect(await read(paths.letters)).toMatch(/立行立改超期.+立改〔\d{4}〕1号 · .+督办函已起草，待签发。/)
    const draft = await read(address)
    expect(draft).toMatch(/按照.+立改〔\d{4}〕1号的要求，你单位应于.+前书面反馈办理情况/)
    expect(draft).not.toContain(matter)
    expect((await press(due)).status).toBe(422)
    const until = addDays(due, 8)
    // Whoever has learned meanwhile that it would endanger somebody may not have it pressed for.
    const risk = (risk: 'low' | 'high') =>
      house.db.update(reports).set({ risk }).where(eq(reports.id, report.id))
    await risk('high')
    expect((await press(until)).status).toBe(404)
    await risk('low')
    const answers = await Promise.all([press(until), press(until)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const [one, ...others] = await listSupervisions(house.db, [notice.order])
    expect(others).toEqual([])
    expect(one && letterNumber(one)).toMatch(/^岚巡办函〔\d{4}〕\d+号$/)
    expect(await listSteps(house.db, `fix:${report.id}`)).toMatchObject([
      { move: 'supervise', who: village.administrator.id, why: `until:${until}` },
    ])
    const page = await (await (await sit('chen')).seat.get(paths.report(report.teamId, report.id))).text()
    expect(wordsApart(page)).toMatch(/督办函 岚巡办函〔\d{4}〕\d+号，.*前回复/)

    expect(await read(paths.letters)).not.toContain('督办函已起草')
    expect((await seat.get(address)).headers.get('Location')).toBe(paths.letters)
    const paper = paths.supervision(notice.order, one?.id ?? '')
    const original = wordsApart(await (await seat.post(paper, { steps: '1' })).text())
    expect(original).toContain('关于督办有关事项的函')
    expect(original).not.toContain('副本')
    expect((await seat.post(paper, { steps: '1' })).status).toBe(409)
  }, 60_000)
})
