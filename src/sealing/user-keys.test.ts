import { beforeAll, describe, expect, it } from 'vitest'
import { concat, random } from './bytes.ts'
import { unwrapUserKeys } from './open.ts'
import { sealWith } from './suite.ts'
import { makeUserKeys, type UserKeys, userKeysAad, wrapUserKeys } from './user-keys.ts'

const unwrapper = random(32)
let keys: UserKeys
beforeAll(async () => {
  keys = await makeUserKeys(random(32))
})

describe('user keys', () => {
  it('come back whole, the root they trust included', async () => {
    const wrapped = await wrapUserKeys(keys, unwrapper, 'person-1', 'password')
    expect(await unwrapUserKeys(unwrapper, 'person-1', 'password', wrapped)).toEqual(keys)
  })

  it('open for their person, their way and their unwrapper only', async () => {
    const wrapped = await wrapUserKeys(keys, unwrapper, 'person-1', 'password')
    const refused = { name: 'Unopened', why: 'key' }
    await expect(unwrapUserKeys(random(32), 'person-1', 'password', wrapped)).rejects.toMatchObject(refused)
    await expect(unwrapUserKeys(unwrapper, 'person-2', 'password', wrapped)).rejects.toMatchObject(refused)
    await expect(unwrapUserKeys(unwrapper, 'person-1', 'recovery', wrapped)).rejects.toMatchObject(refused)
  })

  it('are refused when something is missing or left over', async () => {
    const aad = userKeysAad('person-1', 'password')
    for (const bytes of [
      random(0),
      random(3),
      concat(new Uint8Array(8), random(31)),
      concat(new Uint8Array(8), random(33)),
    ]) {
      const wrapped = await sealWith(unwrapper, aad, bytes)
      const opened = unwrapUserKeys(unwrapper, 'person-1', 'password', wrapped)
      await expect(opened).rejects.toMatchObject({ name: 'Unopened', why: 'format' })
    }
  })

  it('are not made for a root that is no fingerprint', async () => {
    await expect(makeUserKeys(random(65))).rejects.toThrow(RangeError)
  })
})
