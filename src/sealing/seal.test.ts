import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { body, contact, makeHolder } from '../../test/cast/sealing.ts'
import { random, utf8 } from './bytes.ts'
import { ACCESS_ENVELOPE, conversationKey, openAccess } from './conversation.ts'
import { importKeys, openBody, openContact, openDek, openLine, openPart } from './open.ts'
import { padText, padTo } from './padding.ts'
import { makeQueryCode, stretch } from './query-code.ts'
import { keyInfo } from './recipient.ts'
import {
  CONTACT_ENVELOPE,
  type Draft,
  LINE_ENVELOPE,
  makeDek,
  makeReportId,
  type SealedReport,
  sealContact,
  sealDek,
  sealPart,
  sealReport,
} from './seal.ts'
import { sealTo } from './suite.ts'

const salt = random(16)
const unopened = (why: string) => ({ name: 'Unopened', why })
let team: Awaited<ReturnType<typeof makeHolder>>
let leader: Awaited<ReturnType<typeof makeHolder>>
let pair: CryptoKeyPair
let leaderPair: CryptoKeyPair
let draft: Draft
let sealed: SealedReport

beforeAll(async () => {
  team = await makeHolder()
  leader = await makeHolder({ rootPrint: team.to.rootPrint })
  ;[pair, leaderPair] = await Promise.all([importKeys(team.keys), importKeys(leader.keys)])
  draft = {
    id: makeReportId(),
    dek: makeDek(),
    code: makeQueryCode(),
    salt,
    body,
    contact,
    to: team.to,
    contactTo: leader.to,
  }
  sealed = await sealReport(draft)
})

describe('a report', () => {
  it('is opened by the team: the line for the queue, and what was said', async () => {
    const dek = await openDek(pair, team.to, draft.id, sealed.dek)
    expect(await openLine(dek, draft.id, sealed.line)).toEqual({
      kind: 'money',
      text: '村里修路的钱去年就拨下来了，路到现在没有修。',
      court: false,
      afraid: true,
      callMe: true,
      forOther: false,
    })
    expect(await openBody(dek, draft.id, sealed.body)).toEqual(body)
  })

  it('gives its contact details to who holds the contact key, and not to the team', async () => {
    expect(await openContact(leaderPair, leader.to, draft.id, sealed.contact!)).toEqual(contact)
    await expect(openContact(pair, team.to, draft.id, sealed.contact!)).rejects.toMatchObject(unopened('key'))
    await expect(openDek(leaderPair, leader.to, draft.id, sealed.dek)).rejects.toMatchObject(unopened('key'))
  })

  it('has no contact when none was given', async () => {
    const { contact: _, ...anonymous } = draft
    expect(await sealReport(anonymous)).not.toHaveProperty('contact')
  })

  it('gives its query code the conversation and the root, and nothing of the report', async () => {
    const { lookup, key } = await stretch(draft.code, salt)
    expect(sealed.lookup).toEqual(lookup)
    const { conversation, rootPrint } = await openAccess(key, draft.id, sealed.access)
    expect(conversation).toEqual(await conversationKey(draft.dek))
    expect(rootPrint).toEqual(team.to.rootPrint)
    expect(conversation).not.toEqual(draft.dek)
    await expect(openBody(conversation, draft.id, sealed.body)).rejects.toMatchObject(unopened('key'))
  })

  it('shows nothing by its lengths', async () => {
    const short = await sealReport({
      ...draft,
      body: { ...body, text: '' },
      contact: { ...contact, phone: '', name: '' },
    })
    const lengths = (report: SealedReport) => Object.values(report).map((envelope) => envelope.length)
    expect(lengths(short)).toEqual(lengths(sealed))
    expect(sealed.line).toHaveLength(512 + 30)
    expect(sealed.body).toHaveLength(1024 + 30)
    expect(sealed.access).toHaveLength(64 + 30)
    expect(sealed.contact).toHaveLength(1169)
    expect([LINE_ENVELOPE, ACCESS_ENVELOPE, CONTACT_ENVELOPE]).toEqual([512 + 30, 64 + 30, 1169])
  })

  it('filed again keeps its look-up, and its parts still open', async () => {
    const again = await sealReport(draft)
    expect(again.lookup).toEqual(sealed.lookup)
    expect(again.dek).not.toEqual(sealed.dek)
    expect(await openBody(await openDek(pair, team.to, draft.id, again.dek), draft.id, sealed.body)).toEqual(
      body,
    )
  })

  it('is refused when it is too long to pad', async () => {
    await expect(sealReport({ ...draft, body: { ...body, text: '村'.repeat(22_000) } })).rejects.toThrow(
      RangeError,
    )
    await expect(sealContact({ ...contact, name: '李'.repeat(400) }, leader.to, draft.id)).rejects.toThrow(
      RangeError,
    )
  })
})

describe('a part cannot be moved', () => {
  const name = fc.string({ maxLength: 8 })
  const place = fc.record({ report: name, part: name, id: name })

  it('between reports, parts or part ids', async () => {
    const dek = makeDek()
    const padded = padText(utf8('清水村'))
    await fc.assert(
      fc.asyncProperty(place, place, async (here, there) => {
        fc.pre(here.report !== there.report || here.part !== there.part || here.id !== there.id)
        const envelope = await sealPart(dek, here.report, here.part, here.id, padded)
        expect(await openPart(dek, here.report, here.part, here.id, envelope)).toEqual(utf8('清水村'))
        const moved = openPart(dek, there.report, there.part, there.id, envelope)
        await expect(moved).rejects.toMatchObject(unopened('key'))
      }),
      { numRuns: 60 },
    )
  })

  it('to another content key', async () => {
    await expect(openBody(makeDek(), draft.id, sealed.body)).rejects.toMatchObject(unopened('key'))
  })

  it('into another format', async () => {
    const changed = sealed.body.slice()
    changed[1] = 2
    await expect(openBody(draft.dek, draft.id, changed)).rejects.toMatchObject(unopened('format'))
  })
})

describe('a sealed content key', () => {
  it('opens as what it was sealed as: report, root, holder and epoch', async () => {
    expect(await openDek(pair, team.to, draft.id, sealed.dek)).toEqual(draft.dek)
    for (const [name, id] of [
      [team.to, makeReportId()],
      [{ ...team.to, rootPrint: random(32) }, draft.id],
      [{ ...team.to, holder: 'team:hill' }, draft.id],
      [{ ...team.to, holder: 'office' }, draft.id],
      [{ ...team.to, epoch: 2 }, draft.id],
    ] as const)
      await expect(openDek(pair, name, id, sealed.dek)).rejects.toMatchObject(unopened('key'))
  })

  it('is sealed anew at rotation, and its report stays as it is', async () => {
    const next = await makeHolder({ rootPrint: team.to.rootPrint, epoch: 2 })
    const resealed = await sealDek(await openDek(pair, team.to, draft.id, sealed.dek), next.to, draft.id)
    const dek = await openDek(await importKeys(next.keys), next.to, draft.id, resealed)
    expect(await openBody(dek, draft.id, sealed.body)).toEqual(body)
  })

  it('is not taken for a contact key, nor the other way round', async () => {
    const asContact = sealed.contact!.slice(0, 115)
    await expect(openDek(leaderPair, leader.to, draft.id, asContact)).rejects.toMatchObject(unopened('key'))
  })

  it('names a root by its fingerprint and by nothing else', async () => {
    await expect(sealDek(draft.dek, { ...team.to, rootPrint: random(65) }, draft.id)).rejects.toThrow(
      RangeError,
    )
  })
})

describe('what a stranger sealed wrongly', () => {
  const strange = (json: string) => sealPart(draft.dek, draft.id, 'body', '', padText(utf8(json)))

  it('is reported as unopened: a content key of another length, no padding, no JSON, other types', async () => {
    const short = await sealTo(
      team.to.key,
      keyInfo('dek v1', team.to),
      new Uint8Array([0, 22, ...utf8(draft.id)]),
      random(5),
    )
    await expect(openDek(pair, team.to, draft.id, short)).rejects.toMatchObject(unopened('format'))
    const unpadded = await sealPart(draft.dek, draft.id, 'body', '', utf8('{"kind":"money"}'))
    await expect(openBody(draft.dek, draft.id, unpadded)).rejects.toMatchObject(unopened('padding'))
    for (const json of ['', '{', 'null', '7', '{"kind":7}', '{"court":"yes"}', '{"text":["a"]}'])
      await expect(openBody(draft.dek, draft.id, await strange(json)), json).rejects.toMatchObject(
        unopened('format'),
      )
  })

  it('brings in no field that was not asked for, and what is missing reads as empty', async () => {
    const opened = await openBody(
      draft.dek,
      draft.id,
      await strange('{"text":"路","__proto__":{"court":true},"html":"<b>"}'),
    )
    expect(opened).toEqual({
      ...Object.fromEntries(Object.keys(body).map((field) => [field, ''])),
      text: '路',
      court: false,
      afraid: false,
      callMe: false,
      forOther: false,
    })
  })

  it('does not bring down the opening of contact details', async () => {
    for (const length of [0, 114, 115, 500, 1168])
      await expect(
        openContact(leaderPair, leader.to, draft.id, sealed.contact!.slice(0, length)),
      ).rejects.toMatchObject({ name: 'Unopened' })
  })
})

it('report ids are 22 characters and do not repeat', () => {
  expect(makeReportId()).toMatch(/^[\w-]{22}$/)
  expect(makeReportId()).not.toBe(makeReportId())
})

it('parts of any padded size open without their padding', async () => {
  const envelope = await sealPart(draft.dek, draft.id, 'note', '7', padTo(100, utf8('查过了')))
  expect(await openPart(draft.dek, draft.id, 'note', '7', envelope)).toEqual(utf8('查过了'))
})
