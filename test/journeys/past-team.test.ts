import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { partsAt } from '../../src/attaching/parts-at.client.ts'
import { nearest } from '../../src/categories/sorting.ts'
import { firstOf } from '../../src/categories/store.ts'
import { UNSORTED } from '../../src/intake/rules.ts'
import { offices } from '../../src/office/tables.ts'
import { paths } from '../../src/paths.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { reports } from '../../src/reports/tables.ts'
import { sameBytes } from '../../src/sealing/bytes.ts'
import { openBody, openContact } from '../../src/sealing/open.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { type AtDesk, teamPair } from '../cast/at-desk.ts'
import { join } from '../cast/joining.ts'
import { players } from '../cast/people.ts'
import { lookUp, plainFields, sealAsBrowser, speak, speakPlainly } from '../cast/residents.ts'
import { takeSeat } from '../cast/seat.ts'
import { fileOf, openAtDesk, sendAll, speakOf } from '../cast/sending.ts'
import { accept, decide, enterResult, proposeEnd, takeUp, talk, verifyReport } from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

const categoryOf = (tile: string) =>
  nearest(firstOf('organ'), { tile, aspect: null, point: null })?.value ?? ''
const aboutMember = {
  kind: 'conduct',
  tile: 'O6',
  text: '巡察组有人在村里干部家吃饭，还打了牌。',
  subject: '',
  reply: 'contactOnly',
  phone: '13800000000',
  consent: true,
} as const

describe('the door past the team', () => {
  let village: Village
  let second: AtDesk
  beforeAll(async () => {
    village = await openVillage()
    const { place, administrator } = village
    second = await join(place, administrator, players.xu, OFFICE)
  }, 60_000)

  it('stands on the landing page, and says whom it leads to', async () => {
    const { place, token } = village
    const seat = takeSeat(place.door, place.origin)
    expect(await (await seat.get(paths.code(token))).text()).toContain(`href="${paths.aboutTeam(token)}"`)
    const page = wordsJoined(await (await seat.get(paths.aboutTeam(token))).text())
    expect(page).toContain('反映巡察组的人')
    expect(page).toContain('这里只到中共岚川市委巡察工作领导小组办公室，第一巡察组看不到。')
    expect(page).toContain('反映岚川市委巡察办的人，请打澄屿市委巡察办的电话 0700-5550100。')
  })

  it('asks in the office’s name, of the team’s people and not of the village', async () => {
    const { place, token } = village
    const html = await (await takeSeat(place.door, place.origin).get(paths.aboutTeam(token))).text()
    const heads = [...html.matchAll(/data-letterhead="([^"]*)"/g)].map(([, head]) => head?.replace(/\s/g, ''))
    expect(heads).toEqual(['岚川市委巡察办', ...[1, 2, 3].map((n) => `反映巡察组的人·第${n}步，共3步`)])
    const page = wordsJoined(html)
    expect(page).toContain('只有您一个人知道的细节，可以先不写，等岚川市委巡察办在这里问您。')
    expect(page).toContain('可以写在哪里碰到的。')
    expect(page).not.toMatch(/等巡察组|不用再写/)
  })

  it('takes the words of one form for another report than the team’s door does', async () => {
    const { place, token, house } = village
    const fields = await plainFields(place, token, { ...aboutMember, tile: UNSORTED }, 'office')
    const seat = takeSeat(place.door, place.origin)
    const count = async () => (await house.db.select().from(reports)).length
    const before = await count()
    expect((await seat.post(paths.aboutTeam(token), fields)).status).toBe(200)
    const answer = await seat.post(paths.code(token), fields)
    expect([answer.status, await count()]).toEqual([200, before + 2])
    expect(wordsJoined(await answer.text())).not.toContain('交到岚川市委巡察办')
  })

  it.each([
    ['sealed in the browser', speak],
    ['sealed on arrival', speakPlainly],
  ])('brings what is %s to the office alone', async (_how, tell) => {
    const { place, token, administrator, leader, house } = village
    const { enquiryNumber } = await tell(place, token, aboutMember, 'office')
    const { report, opened } = await takeUp(place, administrator, enquiryNumber)
    expect(report.teamId).toBe(OFFICE)
    const rows = await listEnvelopes(house.db, [report.id], ['body', 'contact'])
    const envelope = (part: string) => rows.find((row) => row.part === part)!.envelope
    expect((await openBody(opened.dek, report.id, envelope('body'))).text).toBe(aboutMember.text)
    const box = (await teamPair(place, administrator, OFFICE))!
    const name = { rootPrint: administrator.keys.rootPrint, holder: OFFICE, epoch: 1 }
    expect((await openContact(box, name, report.id, envelope('contact'))).phone).toBe(aboutMember.phone)

    await expect(takeUp(place, leader, enquiryNumber)).rejects.toThrow('cannot open')
    for (const address of [
      paths.desk(OFFICE),
      paths.report(OFFICE, report.id),
      paths.report(village.ids.teams.first, report.id),
    ])
      expect((await leader.seat.get(address)).status, address).toBe(404)
    const queue = await (await leader.seat.get(paths.desk(village.ids.teams.first))).text()
    expect(queue).not.toContain(enquiryNumber)
  })

  it('says of a recording what holds at every door: whom it is about never hears it', async () => {
    const { place, token } = village
    const seat = takeSeat(place.door, place.origin)
    for (const address of [paths.aboutTeam(token), paths.code(token), partsAt('zh-CN')])
      expect(wordsJoined(await (await seat.get(address)).text()), address).toContain(
        '录音能听出是谁。您反映的人和单位都听不到，写成文字后再用。',
      )
  })

  it('takes files along: the office opens them, and the team has none of them', async () => {
    const { place, token, leader, ids } = village
    const file = fileOf(900)
    const sender = await speakOf(place, token, aboutMember, [file], 'office')
    await sendAll(place, sender)
    const { content } = await openAtDesk(place, second, sender.enquiryNumber, file.id)
    expect(sameBytes(content, new Uint8Array(await file.content.arrayBuffer()))).toBe(true)
    for (const team of [ids.teams.first, OFFICE]) {
      const piece = paths.filePiece(team, sender.report, file.id, 'manifest')
      expect((await leader.seat.get(piece)).status).toBe(404)
    }
  })

  it('is a road to an answer: the office verifies, a second administrator approves, the resident reads of the office', async () => {
    const { place, token, administrator } = village
    const { code, enquiryNumber: number } = await speak(place, token, aboutMember, 'office')
    const list = await (await administrator.seat.get(paths.desk(OFFICE))).text()
    expect(list).toContain(number.slice(0, 3))
    expect(wordsJoined(list)).toMatch(/本办的反映件 \d/)
    expect(list).toContain(`href="${paths.officeKeys}"`)
    const { report: waits } = await takeUp(place, administrator, number)
    const open = await (await administrator.seat.get(paths.report(OFFICE, waits.id))).text()
    expect(wordsJoined(open)).toContain('不归我们办')
    expect(wordsJoined(open)).not.toContain('不归本组办')
    const decline = await administrator.seat.get(paths.move(OFFICE, waits.id, 'decline'))
    expect(wordsJoined(await decline.text())).toContain('报另一名管理员审批')
    await accept(place, administrator, number, administrator, { category: categoryOf('O6'), risk: 'high' })
    await verifyReport(place, administrator, number, second)
    const seen = wordsJoined((await lookUp(place, code)).html)
    expect(seen).toContain('岚川市委巡察办正在了解情况')
    expect(seen).toContain('上锁，交给岚川市委巡察办')
    expect(seen).not.toMatch(/巡察组/)
    await talk(place, administrator, number, '谢谢您，正在了解。')
    const told = wordsJoined((await lookUp(place, code)).html)
    expect(told).toContain('岚川市委巡察办对您说')
    expect(told).not.toMatch(/巡察组/)
    await enterResult(place, administrator, number, '了解属实，已谈话。', 'substantiated')
    await proposeEnd(place, administrator, number, { conclusion: 'substantiated', resultType: 'movedOn' })
    await decide(place, second, number)
    expect(wordsJoined((await lookUp(place, code)).html)).toContain('已经按规定处理')
  })

  it('is shut when the office certificate is not the root’s', async () => {
    const { place, token, house } = village
    const [office] = await house.db.select().from(offices)
    const seat = takeSeat(place.door, place.origin)
    const { posted } = await sealAsBrowser(seat, token, aboutMember, 'office')
    await house.db.update(offices).set({ certificate: office!.addressCertificate })
    const page = await (await seat.get(paths.aboutTeam(token))).text()
    expect(page).not.toContain('id="report"')
    expect(wordsJoined(page)).toContain('这个网页和纸上的码对不上')
    const plain = await seat.post(paths.aboutTeam(token), { text: aboutMember.text, kind: 'conduct' })
    expect(plain.status).toBe(410)
    await house.db.update(offices).set({ certificate: office!.certificate }).where(eq(offices.id, office!.id))
    expect((await seat.ask(paths.aboutTeam(token), posted)).status).toBe(200)
  })

  it('takes nothing sealed to the team, and the team’s door nothing sealed to the office', async () => {
    const { place, token } = village
    const seat = takeSeat(place.door, place.origin)
    const toTeam = await sealAsBrowser(seat, token, aboutMember)
    const toOffice = await sealAsBrowser(seat, token, aboutMember, 'office')
    expect((await seat.ask(paths.aboutTeam(token), toTeam.posted)).status).not.toBe(200)
    expect((await seat.ask(paths.code(token), toOffice.posted)).status).not.toBe(200)
  })
})
