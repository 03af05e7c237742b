import { beforeAll, describe, expect, it } from 'vitest'
import { openSaid } from '../referrals/lettering.client.ts'
import { type LetterPart, shapes } from '../referrals/parts.ts'
import { activationKey, askProof, personProof, rootProof } from './activation.ts'
import { type Bytes, base64url, concat, fromBase64url, fromUtf8, sha256 } from './bytes.ts'
import { type CertificateKind, readCertificate } from './certificates.ts'
import {
  conversationKey,
  type Direction,
  filesKey,
  openAccess,
  openMessage,
  readSupplement,
  writeSupplement,
} from './conversation.ts'
import { sealChunks, sealManifest } from './files.ts'
import { type Grant, teamKeyStatement } from './grants.ts'
import * as open from './open.ts'
import { openFile, openManifest } from './open-file.ts'
import { stretchPassword } from './password.ts'
import { codeWithoutScripts, stretch } from './query-code.ts'
import { readSheet, sheetRows } from './recovery.ts'
import { followRoots } from './succession.ts'
import { fingerprint, type KeyBytes } from './suite.ts'
import { intakeToken } from './token.ts'
import vectors from './vectors.json'

// What was sealed once must open for as long as reports are kept. A change that breaks one of these needs a new format
// version or a new label, never a new vector in place of the old one.

const bytes = fromBase64url
const keyBytes = (keys: { publicKey: string; privateKey: string }): KeyBytes => ({
  publicKey: bytes(keys.publicKey),
  privateKey: bytes(keys.privateKey),
})
const root = bytes(vectors.root.publicKey)
const { report } = vectors
const name = { rootPrint: bytes(vectors.root.fingerprint), holder: report.holder, epoch: report.epoch }
const dek = bytes(report.dek)

it('the root has its fingerprint, and a code its token', async () => {
  expect(await fingerprint(root)).toEqual(name.rootPrint)
  expect(await intakeToken(root, bytes(vectors.token.salt))).toBe(vectors.token.token)
})

// Every kind has its vector.
const certificates: Record<CertificateKind, { fields: object; signed: string }> = vectors.certificates

it.each(Object.keys(certificates) as CertificateKind[])('a certificate of kind %s reads', async (kind) => {
  const { fields, signed } = certificates[kind]
  const read = await readCertificate(kind, root, signed)
  const points = /^(box|recovery|sealingKey|signingKey|key|contactKey|from|to)$/
  const expected = Object.entries(fields).map(([field, value]) => [
    field,
    points.test(field) ? bytes(String(value)) : value,
  ])
  expect(read).toEqual(Object.fromEntries(expected))
})

it('a root that took over is found from the one before it', async () => {
  const { from, fingerprint: print, forward, back } = vectors.succession
  const links = [{ from: bytes(from), forward, back }]
  const roots = { root, earlier: [bytes(print)] }
  expect(back).toBe(vectors.certificates.succession.signed)
  expect(await followRoots(bytes(print), links, root)).toEqual(roots)
  expect(await followRoots(name.rootPrint, links, root)).toEqual(roots)
})

it('a query code stretches, and one without scripts is derived', async () => {
  const { code, salt, lookup, key } = vectors.queryCode
  expect(await stretch(code, bytes(salt))).toEqual({ lookup: bytes(lookup), key: bytes(key) })
  const form = vectors.queryCodeWithoutScripts
  const [secret, nonce, digest] = [form.serverSecret, form.nonce, form.digestOfFields].map(bytes) as [
    Bytes,
    Bytes,
    Bytes,
  ]
  expect(await codeWithoutScripts(secret, nonce, form.token, digest)).toBe(form.code)
})

describe('a report', () => {
  it('opens for the team', async () => {
    const pair = await open.importKeys(keyBytes(vectors.keys.team))
    expect(await open.openDek(pair, name, report.id, bytes(report.sealed.dek))).toEqual(dek)
    expect(await open.openLine(dek, report.id, bytes(report.sealed.line))).toEqual(report.line)
    expect(await open.openBody(dek, report.id, bytes(report.sealed.body))).toEqual({
      ...report.body,
      files: '',
    })
  })

  it('opens its contact details for the leader', async () => {
    const pair = await open.importKeys(keyBytes(vectors.keys.contact))
    expect(await open.openContact(pair, name, report.id, bytes(report.sealed.contact))).toEqual({
      ...report.contact,
      // It was sealed before there was such a field.
      helper: '',
    })
  })

  it('opens its other parts', async () => {
    for (const { part, partId, plain, envelope } of report.parts)
      expect(fromUtf8(await open.openPart(dek, report.id, part, partId, bytes(envelope)))).toBe(plain)
  })

  it.each([
    ['promised with it', report.dek, report.file],
    ['that came with a message', report.supplement.filesKey, report.supplement.file],
  ])('has the files %s sealed as before, and opens them', async (_, spelledKey, file) => {
    const [key, { id, said, content, chunks, manifest }] = [bytes(spelledKey), file]
    // Byte n is n × 31 + n / 256, the lowest eight bits.
    const plain = Uint8Array.from({ length: content.length }, (_, n) => (n * 31 + (n >> 8)) & 255)
    const envelopes: Bytes[] = []
    for await (const { envelope, digest } of sealChunks(key, report.id, id, new Blob([plain]))) {
      expect(base64url(digest)).toBe(chunks[envelopes.length])
      envelopes.push(envelope)
    }
    const opened = await openManifest(key, report.id, id, bytes(manifest))
    expect(opened).toEqual({ ...said, length: content.length, chunks: chunks.map(bytes) })
    expect(await sealManifest(key, report.id, id, opened)).toEqual(bytes(manifest))
    const pieces: Bytes[] = []
    for await (const piece of openFile(key, report.id, id, opened, async (at) => envelopes[at]!))
      pieces.push(piece)
    expect(base64url(await sha256(concat(...pieces)))).toBe(content.sha256)
  })

  it('opens its conversation for the query code', async () => {
    const access = await openAccess(bytes(vectors.queryCode.key), report.id, bytes(report.sealed.access))
    expect(access).toEqual({ conversation: bytes(report.conversation), rootPrint: name.rootPrint })
    expect(await conversationKey(dek)).toEqual(access.conversation)
    for (const { direction, id, text, envelope } of report.messages) {
      const message = openMessage(access.conversation, report.id, direction as Direction, id, bytes(envelope))
      expect(await message).toBe(text)
    }
  })

  it('has a supplement that says which files come, and their key', async () => {
    const { id, says, envelope, filesKey: key } = report.supplement
    const conversation = bytes(report.conversation)
    const message = await openMessage(conversation, report.id, 'toTeam', id, bytes(envelope))
    expect(readSupplement(message)).toEqual(says)
    expect(writeSupplement(says)).toBe(message)
    expect(await filesKey(conversation, 'toTeam', id)).toEqual(bytes(key))
  })
})

describe('a letter', () => {
  const { id, key, toTeam, toOffice, parts } = vectors.letter

  it.each([
    ['the team', vectors.keys.team, name, toTeam],
    ['the office', vectors.keys.box, { ...name, holder: 'office' }, toOffice],
  ])('opens for %s', async (_, keys, holder, envelope) => {
    const pair = await open.importKeys(keyBytes(keys))
    expect(await open.openLetterKey(pair, holder, id, bytes(envelope))).toEqual(bytes(key))
  })

  it.each(parts)('says what it said: $part', async ({ part, partId, said, envelope }) => {
    const opened = await openSaid(bytes(key), id, part as LetterPart, partId, bytes(envelope))
    expect(Object.fromEntries(opened)).toEqual(said)
  })

  it('has a vector of each of its parts', () => {
    expect(parts.map(({ part }) => part)).toEqual(Object.keys(shapes))
  })
})

describe('staff keys', () => {
  let unwrapper: Bytes
  beforeAll(async () => {
    const { password, salt } = vectors.password
    const stretched = await stretchPassword(password, bytes(salt))
    expect(stretched.prover).toEqual(bytes(vectors.password.prover))
    unwrapper = stretched.unwrapper
  })

  it('open by the password', async () => {
    const { personId, envelope } = vectors.userKeys
    const { sealing, signing } = vectors.keys.person
    const keys = { sealing: keyBytes(sealing), signing: keyBytes(signing), rootPrint: name.rootPrint }
    expect(await open.unwrapUserKeys(unwrapper, personId, 'password', bytes(envelope))).toEqual(keys)
  })

  it('open what was granted, and the recovery what was left with it', async () => {
    const { personId, toPerson, toRecovery } = vectors.grants
    const grant: Grant = { ...name, kind: 'key' }
    const granted = bytes(vectors.keys.team.privateKey)
    const person = await open.importKeys(keyBytes(vectors.keys.person.sealing))
    const recovery = await open.importKeys(keyBytes(vectors.keys.recovery))
    expect(await open.openGrant(person, grant, personId, bytes(toPerson))).toEqual(granted)
    expect(await open.openFromRecovery(recovery, grant, bytes(toRecovery))).toEqual(granted)
  })

  it('of a team are stated as before', async () => {
    const [key, contactKey] = [bytes(vectors.keys.team.publicKey), bytes(vectors.keys.contact.publicKey)]
    const statement = teamKeyStatement({ team: 'river', round: 'round-1', epoch: 1, key, contactKey })
    expect(await sha256(statement)).toEqual(bytes(vectors.teamKeyStatementSha256))
  })
})

it('an activation sheet proves what it proved', async () => {
  const sheet = vectors.activation
  const key = await activationKey(sheet.secret, sheet.id)
  const { sealing, signing } = vectors.keys.person
  const invitee = {
    id: sheet.id,
    name: '周敏',
    roles: 'leader,liaison',
    team: 'river',
    sealingKey: bytes(sealing.publicKey),
    signingKey: bytes(signing.publicKey),
  }
  expect(key).toEqual(bytes(sheet.key))
  expect(await askProof(key)).toEqual(bytes(sheet.ask))
  expect(await rootProof(key, root)).toEqual(bytes(sheet.root))
  expect(await personProof(key, invitee)).toEqual(bytes(sheet.person))
})

it('recovery sheets give the office keys back', async () => {
  const sheets = vectors.recovery.sheets.map((rows) => readSheet(rows)!)
  expect(sheets.map(sheetRows)).toEqual(vectors.recovery.sheets)
  expect(sheets[0]!.set).toEqual(bytes(vectors.recovery.set))
  expect(await open.openRecovery(sheets.slice(1), bytes(vectors.recovery.bundle))).toEqual({
    root: bytes(vectors.root.privateKey),
    box: bytes(vectors.keys.box.privateKey),
    recovery: bytes(vectors.keys.recovery.privateKey),
  })
})
