import { beforeEach, expect, it } from 'vitest'
import { now as asItIs, filed } from '../../test/filed.ts'
import { openTestHouse, type TestHouse } from '../../test/house.ts'
import { overtakenBy } from '../../test/overtaken-by.ts'
import { random } from '../sealing/bytes.ts'
import { SEALED_KEY } from '../sealing/suite.ts'
import { OFFICE } from '../staff/roles.ts'
import { findLeaving, handOver } from './leaving.ts'
import { chooseLeaving } from './leaving-choice.ts'
import type { Person } from './offers.ts'
import { resealReports } from './resealing.ts'

const TEAM = 'team-1'
const [li, liang]: [Person, Person] = [
  { id: 'li', roles: ['leader'] },
  { id: 'liang', roles: ['leader'] },
]

let house: TestHouse
beforeEach(async () => {
  house = await openTestHouse()
})

it('a report that is sealed anew while it goes to the office leaves its contact under the key it then has', async () => {
  const { db, clock } = house
  const now = clock.now()
  const names = ['dek', 'line', 'body', 'access', 'contact'] as const
  const parts = names.map((part) => ({ part, envelope: random(SEALED_KEY + 32) }))
  const { id } = await filed(db, { now, calendar: clock.calendar }, { identityMode: 'named', sealed: parts })
  await chooseLeaving(db, TEAM, [{ id, way: 'office', was: 'keep' }], li, now)
  const leaving = (await findLeaving(db, TEAM, id, li))!

  const anew = { id, from: 1, dek: random(115), contactKey: random(SEALED_KEY) }
  const target = { teamId: TEAM, epoch: 2, by: liang }
  const faster = () => resealReports(db, target, [anew], { now })
  const sealed = { dek: random(115) }
  const keeper = { team: OFFICE, epoch: 7 }
  const gone = await handOver(overtakenBy(db, faster), leaving, sealed, keeper, li, now, () => [])

  expect(gone).toBe('moved')
  expect(await asItIs(db, id, OFFICE)).toMatchObject({
    teamId: OFFICE,
    epoch: 7,
    contactEpoch: 2,
    contactHeld: true,
  })
})

it('what two leaders choose at once for one report is one’s: the other is told, and nothing of theirs is written', async () => {
  const { db, clock } = house
  const now = clock.now()
  const [{ id }, other] = [
    await filed(db, { now, calendar: clock.calendar }),
    await filed(db, { now, calendar: clock.calendar }),
  ]
  const office = (one: string) => ({ id: one, way: 'office', was: 'keep' }) as const
  const faster = () => chooseLeaving(db, TEAM, [{ id, way: 'contact', was: 'keep' }], liang, now)
  const both = [office(id), office(other.id)]
  expect(await chooseLeaving(overtakenBy(db, faster), TEAM, both, li, now)).toBe('overtaken')
  expect(await findLeaving(db, TEAM, id, li)).toMatchObject({ withContact: true })
  expect(await findLeaving(db, TEAM, other.id, li)).toBeUndefined()
})
