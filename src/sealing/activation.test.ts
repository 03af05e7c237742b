import { describe, expect, it } from 'vitest'
import {
  activationKey,
  askProof,
  type Invitee,
  makeActivation,
  personProof,
  rootProof,
} from './activation.ts'
import { random } from './bytes.ts'

describe('an activation sheet', () => {
  it('carries 4 characters to name it and 12 that are secret', () => {
    const { id, secret } = makeActivation()
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/)
    expect(makeActivation().secret).not.toBe(secret)
  })

  it('gives the same key to both sides, and another for another secret or invitation', async () => {
    const { id, secret } = makeActivation()
    const key = await activationKey(secret, id)
    expect(await activationKey(secret, id)).toEqual(key)
    expect(await activationKey(makeActivation().secret, id)).not.toEqual(key)
    expect(await activationKey(secret, 'ZZZZ')).not.toEqual(key)
  })
})

describe('what the sheet proves', () => {
  const key = random(32)
  const invitee: Invitee = {
    id: 'K7QA',
    name: '周敏',
    roles: 'leader,liaison',
    team: 'river',
    sealingKey: random(65),
    signingKey: random(65),
  }

  it('changes with the key and with everything it speaks of', async () => {
    const root = random(65)
    const proofs = await Promise.all([
      askProof(key),
      askProof(random(32)),
      rootProof(key, root),
      rootProof(key, random(65)),
      rootProof(random(32), root),
      personProof(key, invitee),
      personProof(random(32), invitee),
      personProof(key, { ...invitee, id: 'K7QB' }),
      personProof(key, { ...invitee, name: '周敏敏' }),
      personProof(key, { ...invitee, roles: 'leader', team: ',liaisonriver' }),
      personProof(key, { ...invitee, roles: 'member' }),
      personProof(key, { ...invitee, team: 'office' }),
      personProof(key, { ...invitee, sealingKey: invitee.signingKey, signingKey: invitee.sealingKey }),
    ])
    expect(new Set(proofs.map(String)).size).toBe(proofs.length)
    expect(await personProof(key, { ...invitee })).toEqual(await personProof(key, invitee))
  })

  it('is given for keys of their length only', async () => {
    await expect(rootProof(key, random(64))).rejects.toThrow(RangeError)
    await expect(personProof(key, { ...invitee, signingKey: random(64) })).rejects.toThrow(RangeError)
  })
})
