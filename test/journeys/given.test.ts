import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { sealGiven } from '../../src/giving/given.client.ts'
import { listSteps } from '../../src/log/record.ts'
import { steps } from '../../src/log/tables.ts'
import { paths } from '../../src/paths.ts'
import { NotCertified } from '../../src/referrals/recipients.client.ts'
import { type EnvelopePart, envelopes } from '../../src/reports/belonging-tables.ts'
import { listEnvelopes } from '../../src/reports/store.ts'
import { reports } from '../../src/reports/tables.ts'
import { teams } from '../../src/rounds/tables.ts'
import { base64url, random } from '../../src/sealing/bytes.ts'
import { openBody, openContact, openDek } from '../../src/sealing/open.ts'
import { SEALED_KEY } from '../../src/sealing/suite.ts'
import { OFFICE, teamHolder } from '../../src/staff/roles.ts'
import { nameOf, rootOf, teamPair } from '../cast/at-desk.ts'
import { sealToTeam } from '../cast/giving.ts'
import { join } from '../cast/joining.ts'
import { players } from '../cast/people.ts'
import { lookUp, speak } from '../cast/residents.ts'
import { accept, ask, note, takeUp } from '../cast/working.ts'
import { wordsJoined } from '../words.ts'
import { openVillage, type Village } from './stage.ts'

const aboutVillage = {
  kind: 'problem',
  tile: 'O6',
  text: '村里的渠道一直不通水，不知道该找谁。',
  reply: 'contactOnly',
  phone: '13800000041',
  consent: true,
} as const

describe('what came to the office and is about the village', () => {
  let village: Village
  let team: string
  beforeAll(async () => {
    village = await openVillage()
    team = village.ids.teams.first
  }, 60_000)

  const told = () => speak(village.place, village.token, aboutVillage, 'office')
  const give = (id: string, fields: Record<string, string>) =>
    village.administrator.seat.post(paths.giveToTeam(OFFICE, id), fields)
  const rowOf = async (id: string) =>
    (await village.house.db.select().from(reports).where(eq(reports.id, id)))[0]!
  const envelope = async (id: string, part: EnvelopePart) =>
    (await listEnvelopes(village.house.db, [id], [part]))[0]!.envelope

  it('is given to its team, contact and all, and opens for the office no more', async () => {
    const { place, administrator, leader, liaison, house } = village
    const { enquiryNumber, code } = await told()
    const { id, fields } = await sealToTeam(place, administrator, enquiryNumber)
    const before = await rowOf(id)
    expect((await give(id, fields)).headers.get('Location')).toBe(`${paths.desk(OFFICE)}?said=given`)
    expect(await rowOf(id)).toMatchObject({
      teamId: team,
      epoch: 1,
      owner: null,
      tile: 'unsorted',
      contactEpoch: null,
      state: 'received',
      due: before.due,
      promise: before.promise,
    })
    const { opened } = await takeUp(place, leader, enquiryNumber)
    expect(await openBody(opened.dek, id, await envelope(id, 'body'))).toMatchObject({
      text: aboutVillage.text,
    })
    const contactPair = (await teamPair(place, leader, team, 'contact'))!
    const ofTeam = await nameOf(place, leader, teamHolder(team))
    expect(await openContact(contactPair, ofTeam, id, await envelope(id, 'contact'))).toMatchObject({
      phone: aboutVillage.phone,
    })
    const box = (await teamPair(place, administrator, OFFICE))!
    const opens = openDek(box, await nameOf(place, administrator, OFFICE), id, await envelope(id, 'dek'))
    await expect(opens).rejects.toMatchObject({ name: 'Unopened' })
    expect((await administrator.seat.get(paths.report(OFFICE, id))).status).toBe(404)
    expect((await listSteps(house.db, `report:${id}`)).at(-1)).toMatchObject({
      move: 'hand to team',
      who: administrator.id,
      why: 'along:contact',
    })
    await accept(place, liaison, enquiryNumber, liaison, { category: 'B5/B5' })
    expect(wordsJoined((await lookUp(place, code)).html)).toContain('已受理')
  })

  it('does not go without its contact, which nobody could reach any more', async () => {
    const { place, administrator } = village
    const { enquiryNumber } = await told()
    const page = wordsJoined(
      await (
        await administrator.seat.get(
          paths.report(OFFICE, (await takeUp(place, administrator, enquiryNumber)).report.id),
        )
      ).text(),
    )
    expect(page).toContain('答应过群众：只到这里，第一巡察组看不到。先问过本人再交。')
    expect(page).toContain('联系方式一起交，不然谁也打不开')
    const { id, fields } = await sealToTeam(place, administrator, enquiryNumber)
    const { withContact, contactKey, ...without } = fields
    const refused = await give(id, without)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/<details[^>]* open[\s\S]*请看过再打勾。/)
    expect((await give(id, { ...without, withContact: withContact! })).status).toBe(409)
    expect(await rowOf(id)).toMatchObject({ teamId: OFFICE, contactHeld: true, contactEpoch: null })
    expect((await give(id, { ...without, withContact: withContact!, contactKey: contactKey! })).status).toBe(
      303,
    )
  })

  it('leaves nothing behind of what the office wrote about the team', async () => {
    const { place, administrator, leader, house } = village
    const { enquiryNumber } = await told()
    await note(place, administrator, enquiryNumber, '第一巡察组好像认得村支书，先别惊动。')
    const { report } = await takeUp(place, administrator, enquiryNumber)
    const why = { part: 'why', partId: 'why-1', envelope: random(99), by: administrator.id } as const
    await house.db.insert(envelopes).values({ reportId: report.id, ...why, at: '2026-11-24' })
    const { id, fields } = await sealToTeam(place, administrator, enquiryNumber)
    const asked = wordsJoined(await (await administrator.seat.get(paths.report(OFFICE, id))).text())
    expect(asked).toContain('本办的工作记录和理由会擦除。')
    expect(await listEnvelopes(house.db, [id], ['note', 'why'])).toHaveLength(2)
    expect((await give(id, fields)).status).toBe(303)
    expect(await listEnvelopes(house.db, [id], ['note', 'why'])).toEqual([])
    expect(await listEnvelopes(house.db, [id], ['dek', 'line', 'body', 'contact'])).toHaveLength(4)
    expect(wordsJoined(await (await leader.seat.get(paths.report(team, id))).text())).toContain('还没有记录')
  })

  it('without a contact there is none to go along', async () => {
    const { place, administrator } = village
    const anonymous = { ...aboutVillage, reply: 'anonymous', phone: '', consent: false } as const
    const { enquiryNumber, code } = await speak(place, village.token, anonymous, 'office')
    await (await lookUp(place, code)).add('可以，请交给他们。')
    const { id, fields } = await sealToTeam(place, administrator, enquiryNumber)
    expect(fields).not.toHaveProperty('withContact')
    const contactKey = base64url(random(SEALED_KEY))
    expect((await give(id, { ...fields, withContact: 'yes', contactKey })).status).toBe(409)
    expect((await give(id, fields)).status).toBe(303)
    expect(await rowOf(id)).toMatchObject({ teamId: team, contactHeld: false })
  })

  it('is not given in the name of somebody who never said a word about it', async () => {
    const { place, administrator } = village
    const anonymous = { ...aboutVillage, reply: 'anonymous', phone: '', consent: false } as const
    const { enquiryNumber, code } = await speak(place, village.token, anonymous, 'office')
    const { report } = await takeUp(place, administrator, enquiryNumber)
    const address = paths.report(OFFICE, report.id)
    const page = await (await administrator.seat.get(address)).text()
    expect(wordsJoined(page)).toContain('他还没有回过话，先在“留言”里问。')
    expect(page).not.toContain('data-to-team')
    expect(wordsJoined(page)).toContain('记一笔（只有本办能看）')
    const sealed = (await sealToTeam(place, administrator, (await told()).enquiryNumber)).fields
    const { withContact, contactKey, ...fields } = sealed
    const steps = String(report.steps)
    expect((await give(report.id, { ...fields, steps })).status).toBe(409)
    await (await lookUp(place, code)).add('可以，请交给他们。')
    expect(await (await administrator.seat.get(address)).text()).toContain('data-to-team')
  })

  it.each([
    ['nobody has looked', { notAbout: '' }, 422],
    ['the resident was not asked', { agreed: '' }, 422],
    ['the browser has not sealed it', { dek: '' }, 422],
    ['the team has another lock by now', { epoch: '2' }, 409],
    ['it is for another team', { team: 'another' }, 409],
    ['somebody was faster', { steps: '0' }, 409],
  ])('stays where it is when %s', async (_, changed, status) => {
    const { place, administrator } = village
    const { enquiryNumber } = await told()
    const { id, fields } = await sealToTeam(place, administrator, enquiryNumber)
    expect((await give(id, { ...fields, ...changed })).status).toBe(status)
    expect(await rowOf(id)).toMatchObject({ teamId: OFFICE, tile: 'O6' })
  })

  it('given twice at once goes once', async () => {
    const { place, administrator } = village
    const { enquiryNumber } = await told()
    const { id, fields } = await sealToTeam(place, administrator, enquiryNumber)
    const answers = await Promise.all([give(id, fields), give(id, fields)])
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
    expect((await rowOf(id)).teamId).toBe(team)
  })

  it('is not given while a question of the office is open, nor to a team that is closed', async () => {
    const { place, administrator, house } = village
    const [one, other] = [await told(), await told()]
    const first = await sealToTeam(place, administrator, one.enquiryNumber)
    await ask(place, administrator, one.enquiryNumber, '是哪一段渠？', '2026-12-01')
    const asked = await give(first.id, { ...first.fields, steps: '2' })
    expect(asked.status).toBe(409)
    expect(await asked.text()).not.toContain('data-to-team')
    const second = await sealToTeam(place, administrator, other.enquiryNumber)
    const thisTeam = eq(teams.id, team)
    await house.db.update(teams).set({ closedOn: '2026-11-24' }).where(thisTeam)
    expect((await give(second.id, second.fields)).status).toBe(409)
    await house.db.update(teams).set({ closedOn: null }).where(thisTeam)
    expect((await rowOf(second.id)).teamId).toBe(OFFICE)
  })

  it('is given by nobody else, and sealed to no key that the root has not signed', async () => {
    const { place, administrator, leader } = village
    const { enquiryNumber } = await told()
    const { id, fields } = await sealToTeam(place, administrator, enquiryNumber)
    for (const at of [OFFICE, team])
      expect((await leader.seat.post(paths.giveToTeam(at, id), fields)).status).toBe(404)
    const to = { root: await rootOf(place, administrator), team, certificate: 'forged' }
    await expect(sealGiven(to, { id, dek: random(32) })).rejects.toThrow(NotCertified)
  })

  it('goes only with the yes of a second administrator, where the office has two', async () => {
    const { place, administrator } = village
    const other = await join(place, administrator, players.xu, OFFICE)
    const { enquiryNumber, code } = await told()
    const { report } = await takeUp(place, administrator, enquiryNumber)
    const page = async (who = administrator) => (await who.seat.get(paths.report(OFFICE, report.id))).text()
    expect(await page()).toContain('请另一名管理员同意')
    // Nothing is sealed to the team before there are two.
    expect(await page()).not.toContain('data-to-team')
    const asks = { notAbout: 'yes', agreed: 'yes', withContact: 'yes', team, epoch: '1' }
    const first = String(report.steps)
    const sealed = { dek: base64url(random(SEALED_KEY)), contactKey: base64url(random(SEALED_KEY)) }
    expect((await give(report.id, { ...asks, ...sealed, steps: first, notAbout: '' })).status).toBe(422)
    const asked = await give(report.id, { ...asks, ...sealed, steps: first })
    expect(asked.headers.get('Location')).toContain('said=askedForTeam')
    expect(await rowOf(report.id)).toMatchObject({ teamId: OFFICE, steps: report.steps + 1 })
    expect(wordsJoined(await page())).toContain('提出交给第一巡察组，等另一名管理员')
    expect((await give(report.id, { ...asks, ...sealed, steps: String(report.steps + 1) })).status).toBe(409)

    expect(wordsJoined(await page(other))).toContain(`${administrator.name}提出交给第一巡察组，看过再定`)
    // It was asked for this team; and what the resident writes next somebody has to read first.
    const askedFor = (asked: string) =>
      village.house.db
        .update(steps)
        .set({ why: `team:${asked}` })
        .where(eq(steps.move, 'ask for team'))
    await askedFor('another')
    expect(await page(other)).not.toContain('data-to-team')
    await askedFor(team)
    expect(await page(other)).toContain('data-to-team')
    await (await lookUp(place, code)).add('还是别交给他们。')
    expect(wordsJoined(await page(other))).toContain('请另一名管理员同意')
    const anew = { ...asks, steps: String((await rowOf(report.id)).steps) }
    expect((await give(report.id, anew)).headers.get('Location')).toContain('said=askedForTeam')

    const { fields } = await sealToTeam(place, other, enquiryNumber)
    expect((await other.seat.post(paths.giveToTeam(OFFICE, report.id), fields)).status).toBe(303)
    expect((await rowOf(report.id)).teamId).toBe(team)
    const log = await listSteps(village.house.db, `report:${report.id}`)
    expect(log.slice(-2).map(({ move, who }) => [move, who])).toEqual([
      ['ask for team', administrator.id],
      ['hand to team', other.id],
    ])
  })
})
