import { beforeAll, describe, expect, it } from 'vitest'
import { base64url, random } from '../sealing/bytes.ts'
import { signCertificate } from '../sealing/certificates.ts'
import { importSigning } from '../sealing/open.ts'
import { makeSigningKeys } from '../sealing/suite.ts'
import { mintCode } from './mint.client.ts'
import { verifyMinted } from './minting.ts'

const expected = {
  unitId: 'unit-qingtang',
  unitName: '青塘村',
  roundId: 'round-2',
  roundTitle: '十二届市委第二轮巡察',
  teamId: 'team-2',
  teamName: '第二巡察组',
}
const noticeNumber = '123450'

const makeRoot = async () => {
  const keys = await makeSigningKeys()
  return { root: keys.publicKey, signer: await importSigning(keys.privateKey) }
}
let office: Awaited<ReturnType<typeof makeRoot>>
let posted: { token: string; salt: string; certificate: string; noticeNumber: string }

beforeAll(async () => {
  office = await makeRoot()
  posted = { ...(await mintCode(office.root, office.signer, { ...expected, noticeNumber })), noticeNumber }
})

describe('what a browser made is kept', () => {
  it('when token, root, certificate and every field agree', async () => {
    expect(posted.token).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    expect(base64url((await verifyMinted(office.root, posted, expected))!)).toBe(posted.salt)
  })
})

describe('what a browser made is refused', () => {
  const refused = async (change: Partial<typeof posted>, of: Partial<typeof expected> = {}) =>
    expect(await verifyMinted(office.root, { ...posted, ...change }, { ...expected, ...of })).toBeUndefined()

  it('with another salt, one of a wrong length, or none', async () => {
    await refused({ salt: base64url(random(16)) })
    await refused({ salt: base64url(random(15)) })
    await refused({ salt: 'not base64url!' })
  })

  it('with a token that derives from something else', async () => {
    const other = await mintCode(office.root, office.signer, { ...expected, noticeNumber })
    await refused({ token: other.token })
    await refused({ token: other.token, salt: other.salt })
  })

  it('with a certificate of a foreign root', async () => {
    const stranger = await makeRoot()
    const fields = { token: posted.token, noticeNumber, ...expected }
    await refused({ certificate: await signCertificate('code', fields, stranger.signer) })
    const theirs = await mintCode(stranger.root, stranger.signer, { ...expected, noticeNumber })
    await refused(theirs)
  })

  it.each(Object.keys(expected) as (keyof typeof expected)[])(
    'when the database has another %s',
    async (field) => {
      await refused({}, { [field]: `${expected[field]}x` })
    },
  )

  it('when the number is not the one that was signed, or is none', async () => {
    await refused({ noticeNumber: '987657' })
    await refused({ noticeNumber: '123456' })
  })
})
