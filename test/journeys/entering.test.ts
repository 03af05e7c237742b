import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { organ as organTree } from '../../src/categories/organ.ts'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { acceptBy } from '../../src/clock/deadlines.ts'
import { makeDraft, sealTold } from '../../src/entering/entering.client.ts'
import { listSteps } from '../../src/log/record.ts'
import { paths } from '../../src/paths.ts'
import { NotCertified } from '../../src/referrals/recipients.client.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { reports } from '../../src/reports/tables.ts'
import { findRound } from '../../src/rounds/store.ts'
import { random } from '../../src/sealing/bytes.ts'
import { signCertificate } from '../../src/sealing/certificates.ts'
import { importSigning, openBody, openContact, openDek } from '../../src/sealing/open.ts'
import { fingerprint, makeKeys, makeSigningKeys } from '../../src/sealing/suite.ts'
import { OFFICE, teamHolder } from '../../src/staff/roles.ts'
import { rootOf, teamPair } from '../cast/at-desk.ts'
import { makeRound } from '../cast/bare-office.ts'
import { enterReport, sealHeard } from '../cast/entering.ts'
import { lookUp } from '../cast/residents.ts'
import { accept, takeUp, talk } from '../cast/working.ts'
import { wordsApart } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

describe('what is told by letter, call or visit', () => {
  let village: Village
  let team: string
  let unit: string
  beforeAll(async () => {
    village = await openVillage()
    team = village.ids.teams.first
    unit = village.ids.units.qingtang
  }, 60_000)

  const called = { channel: 'call', text: '抽水站的水泵坏了一个多月。', tile: 'A6', place: '抽水站' }
  const today = () => dayOf(village.house.clock.now())

  it('is sealed to the team, waits in its queue, and its slip leads whoever spoke to the progress', async () => {
    const { place, liaison, leader, house } = village
    const left = { phone: '13900000031', name: '阿婆', consent: true }
    const { code, enquiryNumber, html } = await enterReport(place, liaison, team, {
      ...called,
      ...left,
      unit,
    })
    expect(wordsApart(html)).toContain('便民回执')
    expect(html).not.toContain(code)
    expect(html.match(/<section[^>]*data-slip.*?<\/section>/s)?.[0]).not.toMatch(/巡察|青塘|水泵/)

    const { report, opened } = await takeUp(place, leader, enquiryNumber)
    expect(report).toMatchObject({
      channel: 'call',
      state: 'received',
      identityMode: 'named',
      receivedOn: today(),
    })
    const parts = await listEnvelopes(house.db, [report.id], ['body', 'contact'])
    const envelope = (name: string) => parts.find(({ part }) => part === name)!.envelope
    const body = await openBody(opened.dek, report.id, envelope('body'))
    expect(body).toMatchObject({ text: called.text, place: called.place, unit })
    const pair = await teamPair(place, leader, team, 'contact')
    const name = {
      rootPrint: await fingerprint(await rootOf(place, leader)),
      holder: teamHolder(team),
      epoch: 1,
    }
    expect(await openContact(pair!, name, report.id, envelope('contact'))).toMatchObject(left)

    const steps = await listSteps(house.db, `report:${report.id}`)
    expect(steps[0]).toMatchObject({ move: 'enter', who: liaison.id, at: today(), toState: 'received' })
    const page = wordsApart(await (await leader.seat.get(paths.report(team, report.id))).text())
    expect(page).toContain(`${liaison.name} · 登记`)

    await accept(place, liaison, enquiryNumber, liaison, { category: 'A6/A6' })
    await talk(place, liaison, enquiryNumber, '水泵已在修。')
    expect(wordsApart((await lookUp(place, code)).html)).toContain('已经交给专人')
  })

  it('keeps the day it came on: the clock runs from there', async () => {
    const { place, liaison, leader, house } = village
    const receivedOn = addDays(today(), -1)
    const { enquiryNumber } = await enterReport(place, liaison, team, {
      ...called,
      channel: 'box',
      unit,
      receivedOn,
    })
    const { report } = await takeUp(place, leader, enquiryNumber)
    expect(report).toMatchObject({
      receivedOn,
      due: acceptBy(receivedOn, house.clock.calendar),
      channel: 'box',
    })
  })

  it('without a way back to who wrote has no code at all', async () => {
    const { place, liaison, leader, house } = village
    const heard = { ...called, channel: 'letter', unit, noCode: true }
    const { code, enquiryNumber, html } = await enterReport(place, liaison, team, heard)
    expect(html).not.toContain('data-digits')
    const boxed = await enterReport(place, liaison, team, { ...heard, channel: 'box' })
    expect(boxed.html).not.toContain('data-digits')
    const { report } = await takeUp(place, leader, enquiryNumber)
    expect(report.lookupHash).toBeNull()
    expect(await listEnvelopes(house.db, [report.id], ['access'])).toEqual([])
    await expect(lookUp(place, code)).rejects.toThrow()
    const page = wordsApart(await (await leader.seat.get(paths.report(team, report.id))).text())
    expect(page).toContain('没有查询码，群众看不到。')
    expect(page).not.toContain('查询码已失效')
  })

  it('sent twice is one report with one number', async () => {
    const { place, liaison } = village
    const { fields } = await sealHeard(place, liaison, team, { ...called, unit })
    const send = async () => (await liaison.seat.post(paths.enter(team), fields)).text()
    const number = (html: string) => html.match(/受理号 (\d{3} \d{3})/)?.[1]
    const [first, second] = [await send(), await send()]
    expect(number(first)).toMatch(/\d/)
    expect(number(second)).toBe(number(first))
  })

  it.each([
    [{ channel: 'scan' }, '请选渠道。'],
    [{ unit: 'elsewhere' }, '请选单位。'],
    [{ tile: 'nothing' }, '请选这个单位的类别。'],
    [{ receivedOn: '2099-01-01' }, '不能在今天以后。'],
    [{ receivedOn: '2020-01-01' }, '才开始受理'],
    [{ body: '' }, '请写内容。'],
    [{ noCode: 'yes', lookup: '' }, '查询码可以念给本人抄'],
    [{ noCode: 'yes', lookup: '', channel: 'fieldVisit' }, '查询码可以念给本人抄'],
    [{ reply: 'named' }, '写了姓名，还要电话或地址'],
  ])('is not stored with %o', async (changed, sentence) => {
    const { place, liaison, house } = village
    const { fields } = await sealHeard(place, liaison, team, { ...called, unit })
    const answer = await liaison.seat.post(paths.enter(team), { ...fields, ...changed })
    expect(answer.status).toBe(422)
    expect(wordsApart(await answer.text())).toContain(sentence)
    expect(await listEnvelopes(house.db, [fields.id ?? ''], ['dek'])).toEqual([])
  })

  it('sealed to a lock that is not in force is sent again, and nothing is stored', async () => {
    const { place, liaison, house } = village
    const { fields } = await sealHeard(place, liaison, team, { ...called, unit })
    const answer = await liaison.seat.post(paths.enter(team), { ...fields, epoch: '2' })
    expect(answer.status).toBe(409)
    expect(wordsApart(await answer.text())).toContain('本组刚换了锁')
    expect(await listEnvelopes(house.db, [fields.id ?? ''], ['dek'])).toEqual([])
  })

  it('is never sealed to a key that the root of this person did not sign', async () => {
    const { place, leader } = village
    const [key, stranger] = [await makeKeys(), await makeSigningKeys()]
    const forged = await signCertificate(
      'team',
      {
        team,
        round: village.ids.round,
        epoch: 1,
        suite: 1 as const,
        key: key.publicKey,
        contactKey: key.publicKey,
        notBefore: '2020-01-01',
        notAfter: '2099-01-01',
      },
      await importSigning(stranger.privateKey),
    )
    const lock = { root: await rootOf(place, leader), box: 1, team, certificate: forged, salt: random(16) }
    const told = { kind: 'problem', tile: 'B3', text: '话', subject: '', place: '', phone: '', name: '' }
    const sealing = sealTold(lock, makeDraft(), { ...told, consent: false, afraid: false }, unit)
    await expect(sealing).rejects.toThrow(NotCertified)
  })

  it('is not there for who is not of the team', async () => {
    const { administrator, leader } = village
    expect((await administrator.seat.get(paths.enter(team))).status).toBe(404)
    expect((await leader.seat.get(paths.enter(OFFICE))).status).toBe(404)
  })

  it('of the team itself is entered by the office for its own box, which no team opens', async () => {
    const { place, administrator, leader, house } = village
    const form = wordsApart(await (await administrator.seat.get(paths.enter(OFFICE))).text())
    expect(form).toContain('这里只登记反映巡察组的人的。')
    expect(form).toContain('上锁后只有岚川市委巡察办能看。')
    const heard = {
      kind: 'conduct',
      tile: 'O6',
      text: '组里有人在村里吃请。',
      phone: '13900000032',
      consent: true,
    }
    const entered = { ...heard, channel: 'visit', unit }
    const { code, id } = await enterReport(place, administrator, OFFICE, entered)
    const [report] = await house.db.select().from(reports).where(eq(reports.id, id))
    expect(report).toMatchObject({
      teamId: OFFICE,
      unitId: unit,
      roundId: village.ids.round,
      channel: 'visit',
    })
    const parts = await listEnvelopes(house.db, [id], ['dek', 'body', 'contact'])
    const envelope = (name: string) => parts.find(({ part }) => part === name)!.envelope
    const name = {
      rootPrint: await fingerprint(await rootOf(place, administrator)),
      holder: OFFICE,
      epoch: 1,
    }
    const box = (await teamPair(place, administrator, OFFICE, 'key'))!
    const dek = await openDek(box, name, id, envelope('dek'))
    expect(await openBody(dek, id, envelope('body'))).toMatchObject({ text: heard.text })
    expect(await openContact(box, name, id, envelope('contact'))).toMatchObject({ phone: heard.phone })
    expect((await leader.seat.get(paths.report(team, id))).status).toBe(404)
    expect((await administrator.seat.get(paths.report(OFFICE, id))).status).toBe(200)
    expect((await lookUp(place, code)).html).toContain('交给岚川市委巡察办')
    const ofVillage = { ...entered, tile: 'A6' }
    await expect(enterReport(place, administrator, OFFICE, ofVillage)).rejects.toThrow('not entered: 422')
  })

  it('about a team is sorted by the list that the office read, whichever round its unit is in', async () => {
    const { place, administrator, house } = village
    const changed = `${organTree}\n类别 O8 新设的一类 | | D1`.replace(/类别 O6 [^|]*/, '类别 O6 改了的叫法 ')
    await administrator.seat.send(paths.editTree('organ'), { version: '1', outline: changed })
    const opensOn = today()
    const later = await makeRound(house.db, {
      round: { seq: 9, intakeOpensOn: opensOn, enteredOn: opensOn },
      unit: { name: '白沙村', shortName: '白沙村' },
    })
    const form = await (await administrator.seat.get(paths.enter(OFFICE))).text()
    const offered = [...form.matchAll(/<option value="(O\d@[^"]*)"/g)].map(([, value]) => value ?? '')
    expect(offered).toContain('O8@organ:2')
    expect(form).toContain('改了的叫法')
    const heard = { kind: 'conduct', text: '组里有人在村里吃请。', channel: 'visit' }
    const filed = async (tile: string, unit: string) => {
      const { id } = await enterReport(place, administrator, OFFICE, { ...heard, tile, unit })
      const [report] = await house.db.select().from(reports).where(eq(reports.id, id))
      const page = wordsApart(await (await administrator.seat.get(paths.report(OFFICE, id))).text())
      return { ...report, page }
    }
    const earlier = await filed('O6@organ:2', unit)
    expect(earlier).toMatchObject({ roundId: village.ids.round, tile: 'O6', edition: 'organ:2' })
    expect(earlier.page).toContain('改了的叫法')
    expect(await filed('O8@organ:2', unit)).toMatchObject({ tile: 'O8', edition: 'organ:2' })
    expect(await filed('O8@organ:2', later.unitId)).toMatchObject({ roundId: later.roundId, edition: null })
  })

  it('comes by letter after the last day of intake, and is entered until the team is closed', async () => {
    const { place, liaison, leader, ids, house, clock } = village
    const round = await findRound(house.db, ids.round)
    clock.set(`${addDays(round?.intakeClosesOn ?? '', 3)}T10:00:00+08:00`)
    await liaison.comeBack()
    await leader.comeBack()
    const { enquiryNumber } = await enterReport(place, liaison, team, { ...called, channel: 'letter', unit })
    const { report } = await takeUp(place, leader, enquiryNumber)
    expect(report).toMatchObject({ state: 'received', receivedOn: today() })
  })
})
