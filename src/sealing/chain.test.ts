import { beforeAll, describe, expect, it } from 'vitest'
import { makeHolder, makeOffice } from '../../test/cast/sealing.ts'
import { random } from './bytes.ts'
import { type CodeCertificate, signCertificate, type TeamCertificate } from './certificates.ts'
import { type Chain, verifyChain } from './chain.ts'
import { importSigning } from './open.ts'
import { intakeToken } from './token.ts'

type Office = Awaited<ReturnType<typeof makeOffice>>
let office: Office
let code: CodeCertificate
let team: TeamCertificate
let chain: Chain

const signed = async <Kind extends 'code' | 'team'>(
  by: Office,
  kind: Kind,
  fields: Parameters<typeof signCertificate<Kind>>[1],
) => signCertificate(kind, fields, await importSigning(by.keys.privateKey))

beforeAll(async () => {
  office = await makeOffice()
  const salt = random(16)
  const [{ to }, { to: contactTo }] = await Promise.all([makeHolder(), makeHolder()])
  team = {
    team: 'river',
    round: 'round-1',
    epoch: 1,
    suite: 1,
    key: to.key,
    contactKey: contactTo.key,
    notBefore: '2025-03-01',
    notAfter: '2025-06-30',
  }
  code = {
    token: await intakeToken(office.root, salt),
    noticeNumber: '000795',
    unitId: 'unit-qingshui',
    unitName: '清水村',
    roundId: 'round-1',
    roundTitle: '第一轮巡察',
    teamId: 'river',
    teamName: '第三巡察组',
  }
  chain = {
    token: code.token,
    root: office.root,
    salt,
    code: await signed(office, 'code', code),
    team: await signed(office, 'team', team),
    days: ['2025-04-01', '2025-04-01'],
  }
})

const broken = async (changed: Partial<Chain>) => {
  const verified = await verifyChain({ ...chain, ...changed })
  return verified.ok ? 'nothing' : verified.broken
}

describe('a whole chain', () => {
  it('says whose keys to seal to', async () => {
    expect(await verifyChain(chain)).toEqual({ ok: true, rootPrint: office.fingerprint, code, team })
  })

  it('holds for a token in lower case', async () => {
    expect(await broken({ token: chain.token.toLowerCase() })).toBe('nothing')
  })

  it('holds on its first and last day, by the phone or by the server', async () => {
    for (const days of [
      ['2025-03-01', '2025-03-01'],
      ['2025-06-30', '2025-07-01'],
      ['1970-01-01', '2025-04-01'],
      ['2025-04-01', '2099-01-01'],
    ])
      expect(await broken({ days }), days.join()).toBe('nothing')
  })
})

describe('a chain breaks', () => {
  it('at the token, when it pins another root or salt, or is none', async () => {
    const other = await makeOffice()
    expect(await broken({ root: other.root })).toBe('token')
    expect(await broken({ root: office.root.slice(1) })).toBe('token')
    expect(await broken({ salt: random(16) })).toBe('token')
    expect(await broken({ salt: random(17) })).toBe('token')
    expect(await broken({ token: await intakeToken(other.root, chain.salt) })).toBe('token')
    expect(await broken({ token: '' })).toBe('token')
    expect(await broken({ token: '不是码' })).toBe('token')
  })

  it('at the code, when another root signed it, or it is for another token', async () => {
    const other = await makeOffice()
    expect(await broken({ code: await signed(other, 'code', code) })).toBe('code')
    expect(await broken({ code: await signed(office, 'code', { ...code, token: 'FEDCBA9876543210' }) })).toBe(
      'code',
    )
    expect(await broken({ code: chain.team })).toBe('code')
    expect(await broken({ code: '' })).toBe('code')
  })

  it('at the team, when another root signed it, or it is another team or another round', async () => {
    const other = await makeOffice()
    expect(await broken({ team: await signed(other, 'team', team) })).toBe('team')
    expect(await broken({ team: await signed(office, 'team', { ...team, team: 'hill' }) })).toBe('team')
    expect(await broken({ team: await signed(office, 'team', { ...team, round: 'round-2' }) })).toBe('team')
    expect(await broken({ team: chain.code })).toBe('team')
    expect(await broken({ code: await signed(office, 'code', { ...code, teamId: 'hill' }) })).toBe('team')
  })

  it('at the dates, when neither clock lies within them', async () => {
    for (const days of [[], ['2025-02-28', '2025-07-01'], ['', 'tomorrow']])
      expect(await broken({ days }), days.join()).toBe('dates')
  })

  it('for whoever can write everything but holds no root', async () => {
    const thief = await makeOffice()
    const { to } = await makeHolder()
    const theirs = {
      root: thief.root,
      code: await signed(thief, 'code', code),
      team: await signed(thief, 'team', { ...team, key: to.key }),
    }
    expect(await broken(theirs)).toBe('token')
    expect(await broken({ ...theirs, root: office.root })).toBe('code')
    expect(await broken({ ...theirs, root: office.root, code: chain.code })).toBe('team')
  })
})
