import { expect, it } from 'vitest'
import { contact, makeHolder } from '../../test/cast/sealing.ts'
import { type Bytes, concat } from './bytes.ts'
import { importKeys, openContact } from './open.ts'
import { resealContactKey } from './reseal.client.ts'
import { makeReportId, sealContact } from './seal.ts'
import { SEALED_KEY } from './suite.ts'

/** Contact details as a report has them, sealed to a team. */
async function sealed() {
  const id = makeReportId()
  const team = await makeHolder()
  const pair = await importKeys(team.keys)
  const envelope = await sealContact(contact, team.to, id)
  return { id, team, pair, key: envelope.slice(0, SEALED_KEY), details: envelope.slice(SEALED_KEY) }
}

it('lets the next reader open the details as they stand, and the one before no more', async () => {
  const { id, team, pair, key, details } = await sealed()
  const officer = await makeHolder({ rootPrint: team.to.rootPrint, holder: 'person:chen', epoch: 0 })
  const moved = concat(await resealContactKey(pair, team.to, officer.to, id, key), details)
  expect(await openContact(await importKeys(officer.keys), officer.to, id, moved)).toEqual(contact)
  await expect(openContact(pair, team.to, id, moved)).rejects.toMatchObject({ name: 'Unopened' })
})

it('refuses a key moved from another report, team, epoch or root', async () => {
  const { id, team, pair, key } = await sealed()
  const { to } = await makeHolder()
  const reseal = (from: Partial<typeof team.to>, reportId: string, sealedKey: Bytes) =>
    resealContactKey(pair, { ...team.to, ...from }, to, reportId, sealedKey)
  const moved: Parameters<typeof reseal>[] = [
    [{}, makeReportId(), key],
    [{ holder: 'team:hill' }, id, key],
    [{ epoch: 2 }, id, key],
    [{ rootPrint: to.rootPrint }, id, key],
    [{}, id, (await sealed()).key],
  ]
  for (const one of moved) await expect(reseal(...one)).rejects.toMatchObject({ name: 'Unopened' })
  expect(await reseal({}, id, key)).toHaveLength(SEALED_KEY)
})

it('does not fit the details of another report of the same reader', async () => {
  const { id, team, pair, key } = await sealed()
  const other = await sealContact(contact, team.to, makeReportId())
  const to = await makeHolder({ rootPrint: team.to.rootPrint })
  const joined = concat(await resealContactKey(pair, team.to, to.to, id, key), other.slice(SEALED_KEY))
  await expect(openContact(await importKeys(to.keys), to.to, id, joined)).rejects.toMatchObject({
    name: 'Unopened',
  })
})
