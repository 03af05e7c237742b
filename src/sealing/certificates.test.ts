import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { makeOffice } from '../../test/cast/sealing.ts'
import { type Bytes, base64url, concat, fromBase64url, random, sized, uint32, utf8 } from './bytes.ts'
import {
  type CodeCertificate,
  type PersonCertificate,
  readCertificate,
  signCertificate,
  type TeamCertificate,
} from './certificates.ts'
import { importSigning } from './open.ts'
import { sign } from './suite.ts'

let office: Awaited<ReturnType<typeof makeOffice>>
let rootPrivate: CryptoKey
beforeAll(async () => {
  office = await makeOffice()
  rootPrivate = await importSigning(office.keys.privateKey)
})

const point = (): Bytes => concat(Uint8Array.of(4), random(64))
const code: CodeCertificate = {
  token: '0123456789ABCDEF',
  noticeNumber: '000795',
  unitId: 'unit-qingshui',
  unitName: '清水村',
  roundId: 'round-1',
  roundTitle: '第一轮巡察',
  teamId: 'river',
  teamName: '第三巡察组',
}
const team: TeamCertificate = {
  team: 'river',
  round: 'round-1',
  epoch: 1,
  suite: 1,
  key: point(),
  contactKey: point(),
  notBefore: '2025-03-01',
  notAfter: '2025-06-30',
}
const person: PersonCertificate = {
  id: 'person-1',
  name: '周敏',
  roles: 'leader,liaison',
  team: 'river',
  sealingKey: point(),
  signingKey: point(),
}

describe('a certificate', () => {
  it('is looked at once, and tells nothing of any other', async () => {
    const signed = await signCertificate('code', code, rootPrivate)
    const looked = vi.spyOn(crypto.subtle, 'verify')
    for (let n = 0; n < 3; n++) expect(await readCertificate('code', office.root, signed)).toEqual(code)
    expect(looked).toHaveBeenCalledTimes(1)

    const other = await makeOffice()
    expect(await readCertificate('code', other.root, signed)).toBeUndefined()
    expect(await readCertificate('team', office.root, signed)).toBeUndefined()
    const [said = '', signature = ''] = signed.split('.')
    const bent = `${said.slice(0, -1)}${said.endsWith('A') ? 'B' : 'A'}.${signature}`
    expect(await readCertificate('code', office.root, bent)).toBeUndefined()
    looked.mockRestore()
  })

  it('of every kind says what was signed', async () => {
    const keys = { box: point(), recovery: point() }
    expect(
      await readCertificate('office', office.root, await signCertificate('office', keys, rootPrivate)),
    ).toEqual(keys)
    expect(
      await readCertificate('person', office.root, await signCertificate('person', person, rootPrivate)),
    ).toEqual(person)
    expect(
      await readCertificate('team', office.root, await signCertificate('team', team, rootPrivate)),
    ).toEqual(team)
    expect(
      await readCertificate('code', office.root, await signCertificate('code', code, rootPrivate)),
    ).toEqual(code)
  })

  it('signs label, kind and fields in the order listed', async () => {
    const [signed] = (await signCertificate('team', team, rootPrivate)).split('.')
    const expected = concat(
      utf8('cert v1'),
      ...['team', 'river', 'round-1'].map(sized),
      uint32(1),
      uint32(1),
      team.key,
      team.contactKey,
      ...['2025-03-01', '2025-06-30'].map(sized),
    )
    expect(fromBase64url(signed!)).toEqual(expected)
  })

  it('says nothing under another root, as another kind, or by a root that is none', async () => {
    const signed = await signCertificate('code', code, rootPrivate)
    const other = await makeOffice()
    expect(await readCertificate('code', other.root, signed)).toBeUndefined()
    expect(await readCertificate('team', office.root, signed)).toBeUndefined()
    expect(await readCertificate('code', random(65), signed)).toBeUndefined()
    expect(await readCertificate('code', random(3), signed)).toBeUndefined()
  })

  it('has one spelling only', async () => {
    const signed = await signCertificate('code', code, rootPrivate)
    for (const wrong of [
      '',
      '.',
      signed.replace('.', ''),
      `${signed}.`,
      `${signed}=`,
      ` ${signed}`,
      `${signed}.AA`,
    ])
      expect(await readCertificate('code', office.root, wrong), wrong).toBeUndefined()
  })

  it('says nothing once a bit of it is flipped', async () => {
    const [signed, signature] = (await signCertificate('person', person, rootPrivate))
      .split('.')
      .map(fromBase64url)
    const whole = concat(signed!, signature!)
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
        const flipped = whole.map((byte, i) => (i === at ? byte ^ (1 << bit) : byte))
        const spelled = [flipped.slice(0, signed!.length), flipped.slice(signed!.length)]
          .map(base64url)
          .join('.')
        expect(await readCertificate('person', office.root, spelled)).toBeUndefined()
      }),
      { numRuns: 50 },
    )
  })

  it('says nothing when the root signed something shorter, longer or of another suite', async () => {
    const [signed] = (await signCertificate('team', team, rootPrivate)).split('.').map(fromBase64url)
    const suite2 = signed!.slice()
    suite2[concat(utf8('cert v1'), ...['team', 'river', 'round-1'].map(sized)).length + 7] = 2
    for (const bytes of [signed!.slice(0, -1), concat(signed!, Uint8Array.of(0)), suite2, new Uint8Array()]) {
      const spelled = [bytes, await sign(rootPrivate, bytes)].map(base64url).join('.')
      expect(await readCertificate('team', office.root, spelled)).toBeUndefined()
    }
  })

  it('is not signed with a field that cannot hold its value', async () => {
    const wrong: Partial<TeamCertificate>[] = [
      { key: random(64) },
      { key: concat(Uint8Array.of(2), random(64)) },
      { notAfter: '2025-6-30' },
      { epoch: -1 },
      { epoch: 1.5 },
      { team: 'x'.repeat(65_536) },
    ]
    for (const field of wrong)
      await expect(signCertificate('team', { ...team, ...field }, rootPrivate)).rejects.toThrow(RangeError)
  })
})
