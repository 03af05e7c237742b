import { eq } from 'drizzle-orm'
import { lockFor } from '../../src/intake/lock.ts'
import type { Answers } from '../../src/intake/rules.ts'
import { writingOf } from '../../src/intake/writing.ts'
import { offices } from '../../src/office/tables.ts'
import { paths } from '../../src/paths.ts'
import { codes } from '../../src/posters/tables.ts'
import { base64url, fromBase64url, random } from '../../src/sealing/bytes.ts'
import { readCertificate, signCertificate, type TeamCertificate } from '../../src/sealing/certificates.ts'
import { makeQueryCode } from '../../src/sealing/query-code.ts'
import { makeDek, makeReportId, sealReport } from '../../src/sealing/seal.ts'
import { makeKeys } from '../../src/sealing/suite.ts'
import { intakeToken } from '../../src/sealing/token.ts'
import { teamKeys } from '../../src/staff/tables.ts'
import { openTestHouse } from '../house.ts'
import { makeOffice, makeRound, roundFields, teamFields } from './bare-office.ts'

// A village whose notice is in use, for tests of what residents meet: a whole house, and a resident with a phone.

export const answers: Answers = {
  kind: 'problem',
  tile: 'B3',
  text: '村里的补贴去年就发了，到现在我们三组一户也没有拿到。',
  callMe: false,
  subject: '',
  place: '三组',
  reply: 'anonymous',
  phone: '',
  name: '',
  bestTime: '',
  dialect: '',
  consent: false,
  afraid: true,
  court: 'no',
  forOther: false,
  helper: '',
}

export const reachable: Answers = {
  ...answers,
  reply: 'named',
  phone: '13800000000',
  name: '李大山',
  bestTime: '晚上',
  dialect: '白话',
  consent: true,
}

export type Village = Awaited<ReturnType<typeof openVillage>>

export async function openVillage(type: 'village' | 'organ' = 'village') {
  const test = await openTestHouse()
  const { db, app } = test
  const office = await makeOffice(db, 'https://sc.example.cn')
  const ids = await makeRound(db, { unit: { type } })
  const salt = random(16)
  const token = await intakeToken(office.root, salt)
  const certificate = await signCertificate(
    'code',
    {
      token,
      noticeNumber: '123450',
      unitId: ids.unitId,
      unitName: '青塘村',
      roundId: ids.roundId,
      roundTitle: roundFields.title,
      teamId: ids.teamId,
      teamName: teamFields.name,
    },
    office.signer,
  )
  await db.insert(codes).values({
    token,
    ...ids,
    noticeNumber: '123450',
    salt,
    root: office.root,
    certificate,
    sheets: 1,
    state: 'inUse',
    mintedAt: '2026-11-10',
  })

  /** The office certifies new keys of the team; returns them with their private halves. */
  async function certifyKeys(epoch: number) {
    const [key, contact] = [await makeKeys(), await makeKeys()]
    const fields = {
      ...({ team: ids.teamId, round: ids.roundId, epoch, suite: 1, key: key.publicKey } as const),
      contactKey: contact.publicKey,
      notBefore: '2026-11-01',
      notAfter: '2027-03-01',
    }
    await db.insert(teamKeys).values({
      teamId: ids.teamId,
      epoch,
      key: key.publicKey,
      contactKey: contact.publicKey,
      madeBy: 'p-0',
      madeAt: '2026-11-10',
      signature: random(64),
      recoveryKey: random(8),
      recoveryContactKey: random(8),
      certificate: await signCertificate('team', fields, office.signer),
    })
    return { key, contact }
  }

  /** The team's first key is certified anew, by the office or by somebody else. */
  async function certifyTeam(
    change: Partial<TeamCertificate>,
    by: CryptoKey | Promise<CryptoKey> = office.signer,
  ) {
    const [kept] = await db.select({ certificate: teamKeys.certificate }).from(teamKeys)
    const fields = await readCertificate('team', office.root, kept?.certificate ?? '')
    if (!fields) throw new Error('the team has no certificate')
    const certificate = await signCertificate('team', { ...fields, ...change }, await by)
    await db.update(teamKeys).set({ certificate })
  }

  const get = (path: string) => app.request(path)
  const postJson = (body: unknown) =>
    app.request(paths.code(token), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const postForm = (path: string, fields: Record<string, string>) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(fields) })

  /** What the resident's browser makes of the page and the answers. */
  async function sealInBrowser(said: Answers = answers, draft = makeDraft()) {
    const html = await (await get(paths.code(token))).text()
    const data = (name: string) => html.match(new RegExp(`data-${name}="([^"]*)"`))?.[1] ?? ''
    const chain = { token, root: fromBase64url(data('root')), salt: fromBase64url(data('salt')) }
    const lock = await lockFor({ ...chain, code: data('code'), team: data('team'), days: ['2026-11-24'] })
    if (typeof lock === 'string') throw new Error(`the chain is broken at ${lock}`)
    const { plain, body, contact } = writingOf(said, lock.signed.unitId, 'zh')
    const { to, contactTo } = lock
    const sealed = await sealReport({
      ...draft,
      salt: fromBase64url(data('stretch')),
      body,
      contact,
      to,
      contactTo,
    })
    const envelopes = Object.entries(sealed).map(([part, bytes]) => [part, base64url(new Uint8Array(bytes))])
    const post = {
      id: draft.id,
      team: ids.teamId,
      epoch: to.epoch,
      ...plain,
      ...Object.fromEntries(envelopes),
    }
    return { ...draft, post: post as Record<string, unknown>, lookup: sealed.lookup }
  }

  const office$ = async () => (await db.select().from(offices))[0]!
  const setCode = (change: Partial<typeof codes.$inferInsert>) =>
    db.update(codes).set(change).where(eq(codes.token, token))

  return {
    ...test,
    office,
    ids,
    token,
    first: await certifyKeys(1),
    certifyKeys,
    certifyTeam,
    get,
    postJson,
    postForm,
    sealInBrowser,
    theOffice: office$,
    setCode,
  }
}

export const makeDraft = () => ({ id: makeReportId(), dek: makeDek(), code: makeQueryCode() })

/** The fields of the form as a phone without scripts posts them. */
export function fieldsOf(said: Answers, nonce: string): Record<string, string> {
  const fields = Object.entries(said).flatMap(([name, value]) => {
    if (value === false) return []
    return [[name, value === true ? 'yes' : value]]
  })
  return { ...Object.fromEntries(fields), nonce }
}

export const nonceIn = (html: string) => html.match(/name="nonce" value="([^"]+)"/)?.[1] ?? ''
export const digitsIn = (html: string) =>
  [...html.matchAll(/<b>(\d)<\/b>/g)].map(([, digit]) => digit).join('')
export const enquiryIn = (html: string) => html.match(/报受理号 (\d{6})/)?.[1]
