import { describe, expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { base64url, random } from '../../src/sealing/bytes.ts'
import { OFFICE } from '../../src/staff/roles.ts'
import { join } from '../cast/joining.ts'
import { openLockedTeam } from '../cast/locked-team.ts'
import { makeLockOfOffice } from '../cast/office-lock.ts'
import { type Player, players } from '../cast/people.ts'
import { renewAlone } from '../cast/recovering.ts'
import { speak } from '../cast/residents.ts'
import { confirmLock, handOver, makeLock } from '../cast/staffing.ts'
import { said } from '../cast/words.ts'
import { takeUp } from '../cast/working.ts'

it('a leader whom the office made up changes no lock before somebody of the team has let them in', async () => {
  const { chen, wu, liang } = players
  const { place, team, token, desks, administrator } = await openLockedTeam({ chen, wu })
  const invented = await join(place, administrator, { ...liang, team: 'first' }, team)
  await administrator.seat.send(paths.disablePerson(desks.wu.id), {})
  const keysPage = async () => (await invented.seat.get(paths.keys(team))).text()
  expect(await keysPage()).toContain('换锁的人要先拿着现在的钥匙')
  expect(await keysPage()).not.toContain(paths.makeKeys(team))

  await expect(makeLock(place, invented, team, 2, [desks.li, desks.chen])).rejects.toThrow('409')
  const { enquiryNumber } = await speak(place, token, said.contracts)
  await expect(takeUp(place, invented, enquiryNumber)).rejects.toThrow()
  expect(await takeUp(place, desks.chen, enquiryNumber)).toBeDefined()

  await handOver(place, desks.li, liang, team)
  expect(await keysPage()).toContain(paths.makeKeys(team))
  await makeLock(place, invented, team, 2, [desks.li, desks.chen])
  await confirmLock(place, administrator, invented, team)
  const later = await speak(place, token, said.favours)
  expect(await takeUp(place, invented, later.enquiryNumber)).toBeDefined()
})

it('where nobody is left who holds the keys in force, a new leader makes the next', async () => {
  const { chen, liang } = players
  const { place, team, token, desks, administrator } = await openLockedTeam({ chen })
  const next = await join(place, administrator, { ...liang, team: 'first' }, team)
  for (const { id } of Object.values(desks)) await administrator.seat.send(paths.disablePerson(id), {})
  await makeLock(place, next, team, 2)
  await confirmLock(place, administrator, next, team)
  const { enquiryNumber } = await speak(place, token, said.contracts)
  expect(await takeUp(place, next, enquiryNumber)).toBeDefined()
})

describe('noise that the office gives to a leader of its own making', () => {
  /** No sheet and nobody disabled: a new set of sheets made alone, with what it gives away written by hand. */
  async function giveNoise() {
    const { chen, liang, su } = players
    const opened = await openLockedTeam({ chen })
    const { place, team, administrator } = opened
    const invent = (player: Player) =>
      join(place, administrator, { ...player, roles: 'leader', team: 'first' }, team)
    const [one, two] = [await invent(liang), await invent(su)]
    const given = [{ team, epoch: 1, personId: one.id, key: base64url(random(200)) }]
    const { posted } = await renewAlone(place, administrator)
    expect((await administrator.seat.ask(paths.newSheets, { ...posted, given })).status).toBe(204)
    return { ...opened, one, two }
  }

  it('makes no lock, hands nothing on and moves nothing', async () => {
    const { place, team, token, desks, one, two } = await giveNoise()
    await expect(makeLock(place, one, team, 2, [desks.li, desks.chen])).rejects.toThrow('409')
    const noise = { epoch: '1', personId: two.id, key: base64url(random(200)) }
    expect((await one.seat.post(paths.grant(team), noise)).status).toBe(422)
    await expect(makeLock(place, two, team, 2, [desks.li, desks.chen])).rejects.toThrow('409')
    const { enquiryNumber } = await speak(place, token, said.contracts)
    const { report } = await takeUp(place, desks.chen, enquiryNumber)
    const escalation = { steps: String(report.steps), ground: 'higherLevel', recipient: 'superiorOffice' }
    const refused = await one.seat.post(paths.move(team, report.id, 'escalate'), escalation)
    expect([refused.status, await refused.text()]).toEqual([403, expect.stringContaining('把本组钥匙交给您')])
  })

  it('gives way to the key itself, once a colleague hands it over', async () => {
    const { place, team, token, desks, one } = await giveNoise()
    expect(await (await desks.li.seat.get(paths.keys(team))).text()).toContain(`data-person-id="${one.id}"`)
    await handOver(place, desks.li, players.liang, team)
    expect(await (await desks.li.seat.get(paths.keys(team))).text()).not.toContain(
      `data-person-id="${one.id}"`,
    )
    const { enquiryNumber } = await speak(place, token, said.contracts)
    expect((await takeUp(place, one, enquiryNumber)).opened.dek).toHaveLength(32)
    await makeLock(place, one, team, 2, [desks.li, desks.chen])
  })
})

describe('a new lock of the office', () => {
  /** The fellow who leaves makes it due. */
  async function openDue() {
    const { chen, xu, su } = players
    const opened = await openLockedTeam({ chen })
    const { place, administrator } = opened
    const stays = await join(place, administrator, { ...su, roles: OFFICE }, OFFICE)
    const leaves = await join(place, administrator, xu, OFFICE)
    await administrator.seat.send(paths.disablePerson(leaves.id), {})
    return { administrator, stays, made: await makeLockOfOffice(place, administrator) }
  }

  it('leaves out nobody and no team that the old root vouched for', async () => {
    const { administrator, stays, made } = await openDue()
    const post = async (changed: Partial<typeof made>) =>
      (await administrator.seat.post(paths.officeLock, { made: JSON.stringify({ ...made, ...changed }) }))
        .status
    const without = <One extends { personId: string }>(all: readonly One[]) =>
      all.filter(({ personId }) => personId !== stays.id)
    // As where they were certified after the page came: it is shown as it is now.
    expect(await post({ teams: [] })).toBe(409)
    expect(await post({ people: without(made.people), grants: without(made.grants) })).toBe(409)
    expect(await post({})).toBe(303)
  })
})
