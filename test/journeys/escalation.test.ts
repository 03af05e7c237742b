import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { runDaily } from '../../src/daily.ts'
import { fixNotices } from '../../src/fixes/tables.ts'
import { paths } from '../../src/paths.ts'
import { sealReason } from '../../src/queue/writing.client.ts'
import { listLetterEnvelopes } from '../../src/referrals/store.ts'
import { listEnvelopes, listMessages } from '../../src/reports/store.ts'
import { reports } from '../../src/reports/tables.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { type AtDesk, signIn } from '../cast/at-desk.ts'
import { enterReceipt, exported, openFile, pack, proposeEscalation } from '../cast/escalating.ts'
import { join } from '../cast/joining.ts'
import { players } from '../cast/people.ts'
import {
  approveReferral,
  askPermit,
  decidePermit,
  enterHandlingUnit,
  letterOf,
  proposeReferral,
  readLetter,
  refuseReferral,
} from '../cast/referring.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { askHere, fileOf } from '../cast/sending.ts'
import { activate, handOver, invite, verify } from '../cast/staffing.ts'
import { said } from '../cast/words.ts'
import {
  accept,
  decide,
  enterResult,
  note,
  proposeEnd,
  proposeFix,
  sealedFields,
  takeUp,
  talk,
  verifyReport,
} from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

const passphrase = '过了桥往左第三棵树下见'.repeat(2)
const letter = { summary: '该村部分款项发放不及时。', demands: '请核对名册，按期回复。' }
const kept = ['access', 'body', 'contact', 'dek', 'draft', 'line', 'note', 'order', 'result', 'why'] as const

describe('what goes up, sealed', () => {
  let village: Village
  let member: AtDesk
  beforeAll(async () => {
    village = await openVillage()
    const { place, administrator, leader, ids } = village
    await activate(place, players.wu, await invite(place, administrator, players.wu, ids.teams.first))
    await verify(place, administrator, players.wu)
    await handOver(place, leader, players.wu, ids.teams.first)
    member = await signIn(place, players.wu.username, players.wu.password)
  }, 60_000)

  /** Escalated and not yet exported. */
  async function escalated() {
    const { place, liaison, leader, token } = village
    const { code, enquiryNumber: number } = await speak(place, token, said.land)
    await proposeEscalation(place, liaison, number)
    await decide(place, leader, number)
    const { report } = await takeUp(place, leader, number)
    return { code, number, at: paths.report(report.teamId, report.id), report }
  }
  const status = async (who: AtDesk, address: string) => (await who.seat.get(address)).status
  const shows = async (who: AtDesk, address: string, what: string) =>
    (await (await who.seat.get(address)).text()).includes(what)

  const wordsIn = async (answer: Response) => wordsJoined(await answer.text())

  it('takes its letter along: who signs or sends it back a moment later reads so, and nothing is numbered', async () => {
    const { place, liaison, leader, administrator, token } = village
    const bureau = await enterHandlingUnit(place, administrator, '岚川市民政局', null)
    const { enquiryNumber: number } = await speak(place, token, said.land)
    await accept(place, liaison, number, liaison, { category: 'B6/B6' })
    await verifyReport(place, liaison, number, leader)
    await proposeReferral(place, liaison, number, bureau, letter)
    await approveReferral(place, leader, number)
    const { report } = await takeUp(place, leader, number)
    const { id, steps } = await letterOf(place, report.id)
    expect(await status(administrator, paths.letter(id))).toBe(200)
    await proposeEscalation(place, liaison, number)
    await decide(place, leader, number)

    const on = { on: '2026-11-20' }
    for (const [address, fields] of [
      [paths.signLetter(id), {}],
      [paths.sendBackLetter(id), { steps: String(steps) }],
      [paths.deliverLetter(id), { steps: String(steps), how: 'hand', ...on }],
      [paths.receiptLetter(id), { steps: String(steps), name: '何晓', ...on }],
    ] as const) {
      const late = await administrator.seat.post(address, fields)
      expect(late.status, address).toBe(409)
      const page = wordsJoined(await late.text())
      expect(page).toContain('巡察组刚刚另作处理')
      expect(page).not.toContain('上呈')
    }
    expect(await letterOf(place, report.id)).toMatchObject({ state: 'withdrawn', number: null })
    expect(await status(administrator, paths.letter(id))).toBe(404)
    expect((await administrator.seat.post(paths.signLetter('no-such-letter'), {})).status).toBe(404)
  })

  it('waits on its leader’s desk with five working days, until somebody above has signed for it', async () => {
    const { place, leader, liaison, clock, ids } = village
    const desk = async (who: AtDesk) =>
      wordsJoined(await (await who.seat.get(paths.desk(ids.teams.first))).text())
    const ways = (page: string) => page.match(/密封上呈( \d+ (?:剩|今天|超)[^撤]*)?/)?.[1]?.trim()
    const todo = (page: string) => Number(page.match(/待办 (\d+)/)?.[1])
    const before = await desk(leader)
    const waited = Number(ways(before)?.match(/^\d+/)?.[0] ?? 0)
    const { number } = await escalated()
    const after = await desk(leader)
    expect(ways(after)).toMatch(new RegExp(`^${waited + 1} 剩 5 天`))
    expect(todo(after)).toBe(todo(before) + 1)
    expect(ways(await desk(liaison))).toBeUndefined()
    const list = wordsJoined(await (await leader.seat.get(paths.escalated(ids.teams.first))).text())
    expect(list).toMatch(/剩 5 天/)

    const now = clock.now()
    clock.set(new Date(now.getTime() + 9 * 24 * 3_600_000))
    await leader.comeBack()
    expect(ways(await desk(leader))).toMatch(/超/)
    const file = await pack(place, leader, number, passphrase)
    await exported(place, leader, number, file)
    expect(ways(await desk(leader))).toMatch(new RegExp(`^${waited + 1} `))
    await liaison.comeBack()
    expect((await enterReceipt(place, liaison, number, '收字〔2022〕7号')).status).toBe(303)
    expect(Number(ways(await desk(leader))?.match(/^\d+/)?.[0] ?? 0)).toBe(waited)
    clock.set(now)
    await leader.comeBack()
    await liaison.comeBack()
  })

  it('leaves as one file and is erased for its receipt, letters and all; a stub stays', async () => {
    const { place, liaison, leader, administrator, token, house } = village
    const bureau = await enterHandlingUnit(place, administrator, '岚川市自然资源局', null)
    const { code, enquiryNumber: number } = await speak(place, token, said.land)
    await accept(place, liaison, number, liaison, { category: 'B6/B6' })
    await verifyReport(place, liaison, number, leader)
    await note(place, liaison, number, '村里说款已经拨到镇里。')
    await talk(place, liaison, number, '请问是哪一年修的路？')
    await proposeReferral(place, liaison, number, bureau, letter)
    await approveReferral(place, leader, number)
    const { report } = await takeUp(place, leader, number)
    const { id: letterId } = await letterOf(place, report.id)
    expect(
      (await readLetter(place, liaison, letterId, { team: report.teamId, epoch: 1 })).size,
    ).toBeGreaterThan(0)

    await proposeEscalation(place, liaison, number)
    await decide(place, leader, number)
    expect(wordsJoined((await lookUp(place, code)).html)).toContain('已经按规定处理')

    const file = await pack(place, leader, number, passphrase)
    expect(file).not.toContain(said.land.text)
    await exported(place, leader, number, file)
    const packed = await openFile(file, passphrase)
    const text = JSON.stringify(packed)
    for (const word of [said.land.text, said.land.phone, '拨到镇里', '哪一年修的路', letter.summary])
      expect(text).toContain(word)
    await expect(openFile(file, `${passphrase}。`)).rejects.toThrow()

    const answer = await enterReceipt(place, liaison, number, '澄巡收〔2026〕17号')
    expect(answer.status).toBe(303)
    const rows = await listEnvelopes(house.db, [report.id], kept)
    expect(rows.map(({ part }) => part).sort()).toEqual(['access', 'dek'])
    expect((await listMessages(house.db, report.id)).map(({ direction }) => direction)).toEqual([
      'toResident',
    ])
    expect(await listLetterEnvelopes(house.db, [letterId])).toEqual([])
    const page = wordsJoined(await (await liaison.seat.get(paths.report(report.teamId, report.id))).text())
    expect(page).toMatch(/密封上呈 2026年11月\d+日（.*?），收据 澄巡收〔2026〕17号。/)
    expect(page).toContain('反映上级组织或上级领导')
    // Their telephone went with it, and no tag says that it is here to call.
    expect(page).not.toContain('留电话')
    await expect(note(place, leader, number, '再记一笔。')).rejects.toThrow('answered 409')
    await expect(talk(place, leader, number, '请问还有别的吗？')).rejects.toThrow('answered 409')
    expect(await listMessages(house.db, report.id)).toHaveLength(1)
    expect(await listEnvelopes(house.db, [report.id], ['note'])).toEqual([])
    expect(wordsJoined((await lookUp(place, code)).html)).toContain('已经按规定处理')
  })

  it('leaves a contact that stayed locked to others, which no package can have', async () => {
    const { place, leader, liaison, house } = village
    const { number, report } = await escalated()
    await house.db.update(reports).set({ contactEpoch: 1 }).where(eq(reports.id, report.id))
    const before = await listEnvelopes(house.db, [report.id], ['contact'])
    const file = await pack(place, leader, number, passphrase)
    expect(JSON.stringify(await openFile(file, passphrase))).not.toContain(said.land.phone)
    await exported(place, leader, number, file)
    expect((await enterReceipt(place, liaison, number, '23')).status).toBe(303)
    const after = await listEnvelopes(house.db, [report.id], kept)
    expect(after.map(({ part }) => part).sort()).toEqual(['access', 'contact', 'dek'])
    expect(after.filter(({ part }) => part === 'contact')).toEqual(before)
    const [row] = await house.db.select().from(reports).where(eq(reports.id, report.id))
    expect(row).toMatchObject({ contactHeld: true, contactErasedOn: null })
  })

  it('leaves of the notice of a fix its number, and no word', async () => {
    const { place, liaison, leader, token, clock, house } = village
    const { enquiryNumber: number } = await speak(place, token, said.ditch)
    await accept(place, liaison, number, liaison, { category: 'B5/B5' })
    await verifyReport(place, liaison, number, leader)
    await enterResult(place, liaison, number, '渠口淤塞。', 'substantiated')
    const order = { matter: '疏通水渠', responsible: '青塘村', signer: '村主任' }
    await proposeFix(place, liaison, number, order, addDays(dayOf(clock.now()), 1))
    await decide(place, leader, number)
    const { report } = await takeUp(place, leader, number)
    const notices = () => house.db.select().from(fixNotices).where(eq(fixNotices.reportId, report.id))
    const notice = paths.fixNotice(report.teamId, report.id)
    const before = await notices()
    expect(before).toMatchObject([{ number: 1, wording: { addressee: '青塘村' } }])
    await proposeEscalation(place, liaison, number)
    await decide(place, leader, number)
    await exported(place, leader, number, await pack(place, leader, number, passphrase))
    expect(await status(leader, notice)).toBe(200)
    expect((await enterReceipt(place, liaison, number, '31')).status).toBe(303)
    expect(await notices()).toEqual(before.map((one) => ({ ...one, wording: null })))
    expect(await status(leader, notice)).toBe(404)
  })

  it('takes along the draft that never went and the reason of the office’s leave', async () => {
    const { place, liaison, leader, administrator, token, house, ids } = village
    const bureau = await enterHandlingUnit(place, administrator, '岚川市水利局', null)
    const theirs = await enterHandlingUnit(place, administrator, '青塘村水利站', ids.units.qingtang)
    const { enquiryNumber: number } = await speak(place, token, { ...said.pump, afraid: true })
    await accept(place, liaison, number, liaison, { category: 'A6/A6' })
    await verifyReport(place, liaison, number, leader)
    const permit = await askPermit(place, liaison, number, theirs)
    await decidePermit(place, administrator, permit, 'refused', '会让村里知道是谁说的。')
    await proposeReferral(place, liaison, number, bureau, letter)
    await refuseReferral(place, leader, number, 'refuse')
    await proposeEscalation(place, liaison, number)
    await decide(place, leader, number)
    const { report } = await takeUp(place, leader, number)
    const draft = await letterOf(place, report.id)
    expect(draft.state).toBe('draft')

    const file = await pack(place, leader, number, passphrase)
    expect((await openFile(file, passphrase)).letters).toEqual([
      {
        state: 'draft',
        addressee: '岚川市水利局',
        number: null,
        parts: [{ part: 'letter', says: letter }],
      },
      {
        state: 'refused',
        addressee: '青塘村水利站',
        number: null,
        parts: [{ part: 'reason', says: { reason: '会让村里知道是谁说的。' } }],
      },
    ])
    await exported(place, leader, number, file)
    expect((await enterReceipt(place, liaison, number, '21')).status).toBe(303)
    expect(await listLetterEnvelopes(house.db, [draft.id, permit.id])).toEqual([])
  })

  it('is not there for the rest of the team, in no list and no count', async () => {
    const { leader, liaison, ids, place } = village
    const before = await speak(place, village.token, said.ditch)
    const { at, report } = await escalated()
    const team = ids.teams.first
    expect(await status(member, at)).toBe(404)
    const tries = ['messages', 'notes', 'contact', 'take', 'receipt', 'package', 'moves/decline']
    for (const way of tries) {
      const sent = await member.seat.post(`${at}/${way}`, { steps: String(report.steps) })
      expect([way, sent.status]).toEqual([way, 404])
    }
    for (const who of [leader, liaison]) {
      expect(await status(who, at)).toBe(200)
      expect(await shows(who, paths.escalated(team), report.id)).toBe(true)
    }
    expect(await shows(member, paths.escalated(team), report.id)).toBe(false)
    expect(await status(leader, paths.handlingSheet(team, report.id))).toBe(404)
    for (const show of ['all', 'done', 'fresh', 'toApprove'])
      for (const who of [member, leader])
        expect(await shows(who, `${paths.desk(team)}?show=${show}`, report.id)).toBe(false)
    const other = await takeUp(place, leader, before.enquiryNumber)
    expect(await shows(member, paths.desk(team), other.report.id)).toBe(true)
  })

  it('is not erased before all of it has left, nor for a receipt that is none', async () => {
    const { place, leader, liaison, house } = village
    const { number, report } = await escalated()
    expect((await enterReceipt(place, liaison, number, '17')).status).toBe(409)
    await exported(place, leader, number, await pack(place, leader, number, passphrase))
    const wrong = await enterReceipt(place, liaison, number, '见附件：张某；')
    expect(wrong.status).toBe(422)
    expect(await wrong.text()).toContain('见附件：张某；')
    expect((await enterReceipt(place, liaison, number, '张某某')).status).toBe(422)
    await note(place, liaison, number, '又打来一次电话。')
    expect((await enterReceipt(place, liaison, number, '17')).status).toBe(409)
    expect((await listEnvelopes(house.db, [report.id], ['body', 'contact'])).length).toBe(2)

    const file = await pack(place, leader, number, passphrase)
    expect(JSON.stringify(await openFile(file, passphrase))).toContain('又打来一次电话。')
    await exported(place, leader, number, file)
    expect((await enterReceipt(place, liaison, number, '17')).status).toBe(303)
  })

  it('is not taken for exported by whoever has not opened all of it just before', async () => {
    const { place, leader, liaison, house } = village
    const { number, report } = await escalated()
    await expect(exported(place, leader, number, '什么都没有')).rejects.toThrow('answered 409')
    const file = await pack(place, leader, number, passphrase)
    await note(place, leader, number, '刚才没有打包进去的一句。')
    await expect(exported(place, leader, number, file)).rejects.toThrow('answered 409')
    expect((await enterReceipt(place, leader, number, '17')).status).toBe(409)
    expect((await listEnvelopes(house.db, [report.id], ['body', 'note'])).length).toBe(2)
    await exported(place, leader, number, await pack(place, leader, number, passphrase))
    const own = await enterReceipt(place, leader, number, '17')
    expect(own.status).toBe(409)
    expect(wordsJoined(await own.text())).toContain(`导出的人不登记收据，请${liaison.name}登记`)
    expect((await listEnvelopes(house.db, [report.id], ['body'])).length).toBe(1)
    expect((await enterReceipt(place, liaison, number, '17')).status).toBe(303)
  })

  it('stays exported where somebody only looks, and not where they write down why', async () => {
    const { place, leader, liaison, house } = village
    const { number, at, report } = await escalated()
    await exported(place, leader, number, await pack(place, leader, number, passphrase))
    const view = async (fields: Record<string, string>) =>
      expect((await leader.seat.post(`${at}/contact`, fields)).status).toBe(200)
    await view({ viewWhy: 'callBack' })
    const [row] = await house.db
      .select({ steps: reports.steps })
      .from(reports)
      .where(eq(reports.id, report.id))
    const again = await leader.seat.post(`${at}/package`, { steps: String(row?.steps) })
    expect(again.status).toBe(409)
    expect(await shows(liaison, at, 'name="receipt"')).toBe(true)
    const { opened } = await takeUp(place, leader, number)
    await view({ viewWhy: 'other', ...sealedFields('viewOther', await sealReason(opened, '要再问一句。')) })
    expect(await shows(liaison, at, 'name="receipt"')).toBe(false)
  })

  it('is exported once, by a leader', async () => {
    const { place, leader, liaison } = village
    const { number, at, report } = await escalated()
    const theirs = await liaison.seat.post(`${at}/package`, { steps: String(report.steps) })
    expect(theirs.status).toBe(409)
    expect(await theirs.text()).not.toContain('data-package')
    await exported(place, leader, number, await pack(place, leader, number, passphrase))
    await expect(pack(place, leader, number, passphrase)).rejects.toThrow('nothing to pack')
    const how = '先在“工作记录”里写明原因，再导出一次'
    expect([await shows(leader, at, how), await shows(liaison, at, how)]).toEqual([true, false])
    await note(place, leader, number, '光盘读不出来。')
    expect(await openFile(await pack(place, leader, number, passphrase), passphrase)).toBeDefined()
  })

  it('takes one receipt when two enter one in the same moment, and tells the slower', async () => {
    const { place, leader, liaison, house } = village
    const { number, report } = await escalated()
    await exported(place, leader, number, await pack(place, leader, number, passphrase))
    const answers = await Promise.all([
      enterReceipt(place, liaison, number, '18'),
      enterReceipt(place, liaison, number, '19'),
    ])
    expect(answers.map((answer) => answer.status).sort()).toEqual([303, 409])
    expect(await answers.find((answer) => answer.status === 409)!.text()).toContain('刚刚改过这件')
    expect(await listEnvelopes(house.db, [report.id], ['body'])).toEqual([])
  })

  it('goes up from the office’s own box by two administrators, and is there for them alone', async () => {
    const { place, administrator, leader, token, house } = village
    const second = await join(place, administrator, players.xu, OFFICE)
    const third = await join(place, administrator, { ...players.su, roles: 'office' }, OFFICE)
    const told = {
      ...said.favours,
      tile: 'O6',
      reply: 'contactOnly',
      phone: '13900000055',
      consent: true,
    } as const
    const { code, enquiryNumber: number } = await speak(place, token, told, 'office')
    const { report: waits } = await takeUp(place, administrator, number)
    const form = await administrator.seat.get(paths.move(OFFICE, waits.id, 'escalate'))
    expect(await wordsIn(form)).toContain('另一名管理员同意后，只有您和这位管理员看得到这件。')
    await proposeEscalation(place, administrator, number)
    await expect(decide(place, administrator, number)).rejects.toThrow()
    await decide(place, second, number)

    const { report } = await takeUp(place, second, number)
    expect(report).toMatchObject({ teamId: OFFICE, state: 'escalated' })
    const at = paths.report(OFFICE, report.id)
    for (const [who, sees] of [
      [administrator, true],
      [second, true],
      [third, false],
    ] as const) {
      expect(await status(who, at)).toBe(sees ? 200 : 404)
      expect(await shows(who, paths.escalated(OFFICE), report.id)).toBe(sees)
      expect(await shows(who, `${paths.desk(OFFICE)}?show=all`, report.id)).toBe(false)
    }
    expect(await status(leader, at)).toBe(404)
    const list = await wordsIn(await second.seat.get(paths.escalated(OFFICE)))
    expect(list).toContain('只有经手人和同意的管理员能看。')

    const file = await pack(place, second, number, passphrase)
    expect(JSON.stringify(await openFile(file, passphrase))).toContain(told.text)
    await exported(place, second, number, file)
    expect((await enterReceipt(place, third, number, '20')).status).toBe(404)
    expect((await enterReceipt(place, administrator, number, '20')).status).toBe(303)
    expect(await listEnvelopes(house.db, [report.id], ['line', 'body', 'contact'])).toEqual([])
    const page = wordsJoined((await lookUp(place, code)).html)
    expect(page).toContain('您反映的情况，已经按规定处理。谢谢您。')
    expect(page).not.toMatch(/上呈|巡察组/)
  })

  it('leaves a resident’s page as it was, to the byte: beside a report about conduct that ended here, to the end', async () => {
    const { place, leader, liaison, administrator, token, house, clock } = village
    const told = { ...said.favours, reply: 'contactOnly', phone: '13900000044', consent: true } as const
    const [up, here] = [await speak(place, token, told), await speak(place, token, told)]
    for (const { enquiryNumber: number } of [up, here]) {
      await accept(place, leader, number, liaison, { category: 'B9/B9' })
      await verifyReport(place, liaison, number, leader)
      await talk(place, liaison, number, '请问是哪一年的事？')
    }
    /** As it is shown, without what is random in every page: ids and what is sealed. */
    const page = async ({ code }: { code: string }, lang: 'zh' | 'en') => {
      const { html } = await lookUp(place, code, lang)
      return plain(html)
    }
    const plain = (html: string) => html.replace(/(data-(?:report|access|message|envelope))="[^"]*"/g, '$1')
    const added: (readonly [Record<string, string>, Record<string, string>])[] = []
    /** Adding to either is answered alike, to the byte. */
    const addsAlike = async (text: string, wanted: number, shows: string) => {
      const [one, other] = [await lookUp(place, up.code), await lookUp(place, here.code)]
      const [mine, theirs] = [await one.sendIn(text, [fileOf(4)]), await other.sendIn(text, [fileOf(4)])]
      expect([mine.status, theirs.status]).toEqual([wanted, wanted])
      expect(plain(mine.html)).toBe(plain(theirs.html))
      expect(wordsJoined(mine.html)).toContain(shows)
      if (wanted === 200) added.push([mine.fields, theirs.fields])
      const asked = await Promise.all([mine, theirs].map((who) => askHere(place, who)))
      expect(asked.map(({ status }) => status)).toEqual(asked.map(() => (wanted === 200 ? 200 : 404)))
    }
    /** So is adding the same once more, which adds nothing. */
    const addsNothingAgain = async () => {
      const [one, other] = [await lookUp(place, up.code), await lookUp(place, here.code)]
      for (const [mine, theirs] of added) {
        const answers = [await one.post(mine), await other.post(theirs)]
        expect(answers.map(({ status }) => status)).toEqual([200, 200])
        expect(new Set(answers.map(({ html }) => plain(html))).size).toBe(1)
      }
    }
    const same = async (shows: string) => {
      for (const lang of ['zh', 'en'] as const) {
        const [one, other] = [await page(up, lang), await page(here, lang)]
        expect(one).toBe(other)
        if (lang === 'zh') expect(wordsJoined(one)).toContain(shows)
      }
    }
    await same('正在核实')
    await enterResult(place, liaison, here.enquiryNumber, '未发现。', 'unsubstantiated')
    await proposeEnd(place, liaison, here.enquiryNumber, {
      conclusion: 'unsubstantiated',
      resultType: 'explained',
    })
    await decide(place, leader, here.enquiryNumber)
    await proposeEscalation(place, liaison, up.enquiryNumber)
    await decide(place, leader, up.enquiryNumber)
    await same('您反映的情况，已经按规定处理。谢谢您。')

    await exported(place, leader, up.enquiryNumber, await pack(place, leader, up.enquiryNumber, passphrase))
    await enterReceipt(place, liaison, up.enquiryNumber, '澄巡收〔2026〕18号')
    await same('删掉我的姓名和电话')
    await addsAlike('又想起一件事。', 200, '照片、录音看下面')
    await same('补充过。')

    // It goes up after the rest, for a receipt of its own, and is erased as that was.
    const { report } = await takeUp(place, leader, up.enquiryNumber)
    const open = wordsJoined(await (await leader.seat.get(paths.report(report.teamId, report.id))).text())
    expect(open).toContain('导出以后又有了新的内容，请再导出一次。')
    expect(open).toContain('澄巡收〔2026〕18号')
    expect((await enterReceipt(place, liaison, up.enquiryNumber, '19')).status).toBe(409)
    const second = await pack(place, leader, up.enquiryNumber, passphrase)
    expect(JSON.stringify(await openFile(second, passphrase))).toContain('又想起一件事。')
    await exported(place, leader, up.enquiryNumber, second)
    expect((await enterReceipt(place, liaison, up.enquiryNumber, '19')).status).toBe(409)
    clock.set(new Date(clock.now().getTime() + 2 * 24 * 3_600_000))
    await Promise.all([leader, liaison].map((person) => person.comeBack()))
    expect((await enterReceipt(place, liaison, up.enquiryNumber, '19')).status).toBe(303)
    expect((await listMessages(house.db, report.id)).map(({ direction }) => direction)).toEqual([
      'toResident',
    ])
    await same('补充过。')
    await addsNothingAgain()
    expect(await listMessages(house.db, report.id)).toHaveLength(1)
    for (const days of [27, 1, 150]) {
      clock.set(new Date(clock.now().getTime() + days * 24 * 3_600_000))
      await runDaily(house)
      await same(days === 27 ? '已经按规定处理' : '已过 30 天')
      if (days === 27) await addsAlike('还有一件。', 200, '照片、录音看下面')
      if (days === 1) await addsAlike('再有一件。', 409, '刚写的没收下')
      if (days === 1) await addsNothingAgain()
    }
    expect((await page(up, 'zh')).includes('删掉我的姓名和电话')).toBe(false)
    await Promise.all([leader, liaison, administrator].map((person) => person.comeBack()))
  })
})
