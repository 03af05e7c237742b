import { beforeAll, describe, expect, it } from 'vitest'
import { makeHolder } from '../../test/cast/sealing.ts'
import { random } from './bytes.ts'
import { type Grant, sealGrant, sealToRecovery, teamKeyStatement } from './grants.ts'
import { importKeys, openFromRecovery, openGrant } from './open.ts'

const grant: Grant = { rootPrint: random(32), holder: 'team:river', epoch: 1, kind: 'key' }
const others: Grant[] = [
  { ...grant, rootPrint: random(32) },
  { ...grant, holder: 'team:hill' },
  { ...grant, epoch: 2 },
  { ...grant, kind: 'contact' },
]
const refused = { name: 'Unopened', why: 'key' }
let member: Awaited<ReturnType<typeof makeHolder>>
let pair: CryptoKeyPair
let granted: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  member = await makeHolder()
  pair = await importKeys(member.keys)
  granted = (await makeHolder()).keys.privateKey
})

describe('a granted key', () => {
  it('opens for the person it was granted to', async () => {
    const sealed = await sealGrant(grant, 'person-1', member.to.key, granted)
    expect(await openGrant(pair, grant, 'person-1', sealed)).toEqual(granted)
    await expect(openGrant(pair, grant, 'person-2', sealed)).rejects.toMatchObject(refused)
  })

  it('is no key of another root, holder, epoch or kind', async () => {
    const sealed = await sealGrant(grant, 'person-1', member.to.key, granted)
    for (const other of others)
      await expect(openGrant(pair, other, 'person-1', sealed)).rejects.toMatchObject(refused)
  })
})

describe('a key sealed to the recovery', () => {
  it('opens as what it is, and not as a grant', async () => {
    const sealed = await sealToRecovery(member.to.key, grant, granted)
    expect(await openFromRecovery(pair, grant, sealed)).toEqual(granted)
    await expect(openGrant(pair, grant, 'office', sealed)).rejects.toMatchObject(refused)
    for (const other of others)
      await expect(openFromRecovery(pair, other, sealed)).rejects.toMatchObject(refused)
  })
})

it('the statement a leader signs differs with every field', () => {
  const keys = { team: 'river', round: 'round-1', epoch: 1, key: random(65), contactKey: random(65) }
  const statements = [
    keys,
    { ...keys, team: 'riverr', round: 'ound-1' },
    { ...keys, round: 'round-2' },
    { ...keys, epoch: 2 },
    { ...keys, key: keys.contactKey, contactKey: keys.key },
  ].map((statement) => teamKeyStatement(statement).join())
  expect(new Set(statements).size).toBe(5)
  expect(() => teamKeyStatement({ ...keys, key: random(64) })).toThrow(RangeError)
})
