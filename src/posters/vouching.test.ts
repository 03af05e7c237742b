import { beforeAll, describe, expect, it } from 'vitest'
import { type Bytes, base64url, random } from '../sealing/bytes.ts'
import { signCertificate } from '../sealing/certificates.ts'
import { importSigning } from '../sealing/open.ts'
import { makeSigningKeys } from '../sealing/suite.ts'
import { mintCode } from './mint.client.ts'
import { type Claimed, isVouchedFor } from './vouching.ts'

const printed = {
  noticeNumber: '123450',
  unitId: 'unit-qingtang',
  unitName: '青塘村',
  roundId: 'round-2',
  roundTitle: '十二届市委第二轮巡察',
  teamId: 'team-2',
  teamName: '第二巡察组',
}

async function claimOf(origin: string): Promise<{ root: Bytes; signer: CryptoKey; claim: Claimed }> {
  const keys = await makeSigningKeys()
  const signer = await importSigning(keys.privateKey)
  const { token, salt, certificate } = await mintCode(keys.publicKey, signer, printed)
  const address = await signCertificate('address', { origin }, signer)
  return { root: keys.publicKey, signer, claim: { token, salt, code: certificate, address, origin } }
}

let ours: Awaited<ReturnType<typeof claimOf>>
let theirs: Awaited<ReturnType<typeof claimOf>>
beforeAll(async () => {
  ours = await claimOf('https://sc.example.cn')
  theirs = await claimOf('https://evil.example')
})

describe('before paper is printed the browser', () => {
  it('finds the root it knows behind the code and the address', async () => {
    expect(await isVouchedFor(ours.root, ours.claim)).toBe(true)
  })

  it('refuses a code made under another root, however well it fits together', async () => {
    expect(await isVouchedFor(ours.root, theirs.claim)).toBe(false)
  })

  it.each(['token', 'code', 'address', 'origin'] as const)('refuses a %s of somebody else', async (part) => {
    expect(await isVouchedFor(ours.root, { ...ours.claim, [part]: theirs.claim[part] })).toBe(false)
  })

  it('finds it behind a second address too, and refuses one that it did not sign', async () => {
    const origin = 'https://fanying.example.org'
    const second = (signer: CryptoKey) => signCertificate('secondAddress', { origin }, signer)
    expect(await isVouchedFor(ours.root, { ...ours.claim, second: await second(ours.signer) })).toBe(true)
    for (const forged of [await second(theirs.signer), ours.claim.address, origin, ''])
      expect(await isVouchedFor(ours.root, { ...ours.claim, second: forged })).toBe(false)
  })

  it('refuses another salt', async () => {
    expect(await isVouchedFor(ours.root, { ...ours.claim, salt: base64url(random(16)) })).toBe(false)
  })
})
