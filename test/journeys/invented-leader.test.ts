import { expect, it } from 'vitest'
import { paths } from '../../src/paths.ts'
import { join } from '../cast/joining.ts'
import { openLockedTeam } from '../cast/locked-team.ts'
import { players } from '../cast/people.ts'
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
