import { beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { files, pieces } from '../../src/files/tables.ts'
import { paths } from '../../src/paths.ts'
import { sealTranscript } from '../../src/queue/writing.client.ts'
import { eraseForReceipt } from '../../src/reports/escalating.ts'
import type { Person } from '../../src/reports/offers.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { base64url, random } from '../../src/sealing/bytes.ts'
import type { AtDesk } from '../cast/at-desk.ts'
import { enterReceipt, exported, openFile, pack, proposeEscalation } from '../cast/escalating.ts'
import { join } from '../cast/joining.ts'
import { players } from '../cast/people.ts'
import { lookUp } from '../cast/residents.ts'
import { askHere, fileOf, type Sender, sendAll, speakOf } from '../cast/sending.ts'
import { handOver } from '../cast/staffing.ts'
import { said } from '../cast/words.ts'
import { decide, takeUp } from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

describe('the files of a report', () => {
  let village: Village
  let member: AtDesk
  let stranger: AtDesk
  let sender: Sender
  beforeAll(async () => {
    village = await openVillage()
    const { place, administrator, leader, token, ids } = village
    member = await join(place, administrator, players.wu, ids.teams.first)
    await handOver(place, leader, players.wu, ids.teams.first)
    stranger = await join(place, administrator, players.su, ids.teams.second)
    sender = await speakOf(place, token, { ...said.ditch, text: '' }, [
      fileOf(1200, 'voice'),
      fileOf(900, 'voice'),
    ])
    await sendAll(place, { ...sender, files: sender.files.slice(0, 1) })
  }, 60_000)

  const inHand = () => takeUp(village.place, village.leader, sender.enquiryNumber)
  const page = async (who: AtDesk) => {
    const { report } = await inHand()
    return who.seat.get(paths.report(report.teamId, report.id))
  }
  const piece = async (who: AtDesk) => {
    const { report } = await inHand()
    return who.seat.get(paths.filePiece(report.teamId, report.id, sender.files[0]?.id ?? '', 'manifest'))
  }
  async function write(who: AtDesk, file = sender.files[0]?.id ?? '', text = '水渠堵了半个月。') {
    const { report, opened } = await inHand()
    const { id, envelope } = await sealTranscript(opened, file, { language: '壮话', text })
    const fields = { transcript: base64url(envelope), transcriptId: id }
    return who.seat.post(paths.transcript(report.teamId, report.id), fields)
  }
  const written = async () => listEnvelopes(village.house.db, [sender.report], ['transcript'])

  it('are listed, the one that is missing too, and none is an address that a browser would show', async () => {
    const html = await (await page(village.liaison)).text()
    expect(html).toContain('附件还在路上（1 个）')
    expect(html).toContain('没有写字，看附件。')
    expect(html.match(/data-file="[\w-]{22}"/g)).toEqual([`data-file="${sender.files[0]?.id}"`])
    expect(html).not.toMatch(/<(img|audio|video|iframe|object|embed)\b/)
  })

  it('have transcripts, of a recording that is there and no other; both stand when one is corrected', async () => {
    expect((await write(village.liaison)).status).toBe(303)
    expect((await write(member, undefined, '水渠堵了一个月。')).status).toBe(303)
    for (const other of [sender.files[1]?.id ?? '', base64url(random(16))]) {
      expect((await write(member, other)).status).toBe(404)
    }
    const { report } = await inHand()
    const broken = await member.seat.post(paths.transcript(report.teamId, report.id), { transcript: '' })
    expect(broken.status).toBe(422)
    expect((await written()).map(({ by }) => by).sort()).toEqual([village.liaison.id, member.id].sort())
    const html = await (await page(member)).text()
    expect(html.match(/data-open="transcript"/g)).toHaveLength(2)
    expect(html).not.toContain('水渠')
    const form = await (await village.liaison.seat.get(paths.move(report.teamId, report.id, 'ask'))).text()
    expect(form.match(/data-open="transcript"/g), 'beside what is written to others').toHaveLength(2)
  })

  it('are nothing to another team, nor to whoever is recused', async () => {
    const { leader } = village
    const refused = async (who: AtDesk) => [
      (await page(who)).status,
      (await piece(who)).status,
      (await write(who)).status,
    ]
    expect(await refused(stranger)).toEqual([404, 404, 404])
    expect((await piece(member)).status).toBe(200)
    const { report } = await inHand()
    await leader.seat.post(paths.recusals(report.teamId, report.id), {
      steps: String(report.steps),
      person: member.id,
      recusalReason: 'kin',
    })
    expect(await refused(member)).toEqual([404, 404, 404])
    expect(await written()).toHaveLength(2)
  })

  it('stay with whoever may open it when it goes up, and what was written down of them goes along', async () => {
    const { place, leader, liaison } = village
    await proposeEscalation(place, liaison, sender.enquiryNumber)
    await decide(place, leader, sender.enquiryNumber)
    expect([(await page(leader)).status, (await piece(leader)).status]).toEqual([200, 200])
    for (const who of [member, stranger]) {
      expect([(await page(who)).status, (await piece(who)).status]).toEqual([404, 404])
    }
    const passphrase = '过了桥往左第三棵树下见'.repeat(2)
    const packed = await openFile(await pack(place, leader, sender.enquiryNumber, passphrase), passphrase)
    const [kept] = sender.files
    const content = new Uint8Array(await new Response(kept?.content).arrayBuffer())
    const carried = { id: kept?.id, kind: 'voice', on: null, ending: 'bin', bytes: base64url(content) }
    expect(packed.files).toEqual([carried])
    const parts = packed.parts as { part: string; says: unknown }[]
    expect(parts.filter(({ part }) => part === 'transcript').map(({ says }) => says)).toEqual(
      expect.arrayContaining([
        { language: '壮话', text: '水渠堵了半个月。' },
        { language: '壮话', text: '水渠堵了一个月。' },
      ]),
    )
  })

  it('go with the contents for the receipt, and what arrives after the export wants another first', async () => {
    const { place, leader, liaison, house } = village
    const number = sender.enquiryNumber
    const passphrase = '过了桥往左第三棵树下见'.repeat(2)
    const there = async () => (await piece(leader)).status
    await exported(place, leader, number, await pack(place, leader, number, passphrase), 1)
    await sendAll(place, { ...sender, files: sender.files.slice(1) })
    expect((await enterReceipt(place, liaison, number, '桂巡收〔2026〕7号')).status).toBe(409)
    // Nor where it arrives in the moment between the look and the erasing.
    const { report } = await inHand()
    const moment = { now: village.clock.now(), calendar: village.clock.calendar }
    const who: Person = { id: liaison.id, roles: ['liaison'] }
    const erased = await eraseForReceipt(house.db, report, who, '桂巡收〔2026〕7号', moment, () => [])
    expect(erased).toBe('overtaken')
    expect(await there()).toBe(200)

    const whole = await openFile(await pack(place, leader, number, passphrase), passphrase)
    expect(whole.files).toHaveLength(2)
    await exported(place, leader, number, await pack(place, leader, number, passphrase), 2)
    // As long as files may come, their sender's phone is answered as of any report: it would tell that this went up.
    const early = await enterReceipt(place, liaison, number, '桂巡收〔2026〕7号')
    expect([early.status, wordsJoined(await early.text())]).toEqual([
      409,
      expect.stringMatching(/这件带着附件，.+起才能登记收据/),
    ])
    expect((await askHere(place, sender)).status).toBe(200)
    village.clock.set(`${addDays(dayOf(village.clock.now()), 2)}T09:00:00+08:00`)
    for (const person of [liaison, leader]) await person.comeBack()
    expect((await enterReceipt(place, liaison, number, '桂巡收〔2026〕7号')).status).toBe(303)
    expect((await askHere(place, sender)).status).toBe(410)
    expect(await there()).toBe(404)
    expect(await house.db.select().from(pieces)).toEqual([])
    const ended = await house.db.select({ endedOn: files.endedOn }).from(files)
    expect(ended.map(({ endedOn }) => endedOn !== null)).toEqual([true, true])
  })

  it('that come later with the code are taken as of any report, and go up for a receipt of their own', async () => {
    const { place, leader, liaison, house, clock } = village
    const number = sender.enquiryNumber
    const passphrase = '过了桥往左第三棵树下见'.repeat(2)
    const talk = await lookUp(place, sender.code)
    const late = await talk.sendIn('又录了一段。', [fileOf(700, 'voice')])
    await sendAll(place, late)
    const html = await (await page(leader)).text()
    expect(html).toContain(`data-message="${late.id}"`)
    expect(wordsJoined(html)).toMatch(/又有了新的内容.*附件：录音 3/s)
    const packed = await openFile(await pack(place, leader, number, passphrase), passphrase)
    const today = dayOf(clock.now())
    expect(packed.messages).toEqual([{ direction: 'toTeam', on: today, says: '又录了一段。' }])
    const content = new Uint8Array(await new Response(late.files[0]?.content).arrayBuffer())
    expect(packed.files).toMatchObject([{ kind: 'voice', on: today, bytes: base64url(content) }])
    await exported(place, leader, number, await pack(place, leader, number, passphrase), 1)
    expect((await enterReceipt(place, liaison, number, '8')).status).toBe(409)
    expect((await askHere(place, late)).status).toBe(200)
    clock.set(`${addDays(today, 2)}T09:00:00+08:00`)
    for (const person of [liaison, leader]) await person.comeBack()
    expect((await enterReceipt(place, liaison, number, '8')).status).toBe(303)
    expect((await askHere(place, late)).status).toBe(410)
    expect(await house.db.select().from(pieces)).toEqual([])
  })
})
