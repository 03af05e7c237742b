import { type Bytes, base64url, concat, fromBase64url, sameBytes, sized, utf8 } from './bytes.ts'
import { type Codec, date, number, point, suite, text } from './codecs.ts'
import { reader } from './reader.ts'
import { recent } from './recent.ts'
import { sign, verifier } from './suite.ts'

const LABEL = utf8('cert v1')

/** Every kind of certificate and its fields, in the order in which they are signed. */
const CERTIFICATES = {
  office: { box: point, recovery: point },
  /** Where the product is found: what is printed on paper must not be what somebody wrote into the database. */
  address: { origin: text },
  /** Another address on paper, for where the first does not open. */
  secondAddress: { origin: text },
  person: { id: text, name: text, roles: text, team: text, sealingKey: point, signingKey: point },
  team: {
    team: text,
    round: text,
    epoch: number,
    suite,
    key: point,
    contactKey: point,
    notBefore: date,
    notAfter: date,
  },
  code: {
    token: text,
    noticeNumber: text,
    unitId: text,
    unitName: text,
    roundId: text,
    roundTitle: text,
    teamId: text,
    teamName: text,
  },
  /** One root that another takes over from, counted from 1. Both sign it: the old one, and the new one. */
  succession: { number, from: point, to: point, on: date },
} as const

export type CertificateKind = keyof typeof CERTIFICATES
export type Certificate<Kind extends CertificateKind> = {
  [Field in keyof (typeof CERTIFICATES)[Kind]]: (typeof CERTIFICATES)[Kind][Field] extends Codec<infer Value>
    ? Value
    : never
}
/** `roles` joined by commas, as in "leader,liaison"; `team` an id, "office" or "leadingGroup". */
export type PersonCertificate = Certificate<'person'>
export type TeamCertificate = Certificate<'team'>
export type CodeCertificate = Certificate<'code'>

/**
 * ECDSA over `cert v1` ‖ kind ‖ fields, as base64url(what is signed) "." base64url(signature).
 * RangeError when a field may not hold its value.
 */
export async function signCertificate<Kind extends CertificateKind>(
  kind: Kind,
  fields: Certificate<Kind>,
  rootPrivate: CryptoKey,
): Promise<string> {
  const signed = encode(kind, fields)
  return `${base64url(signed)}.${base64url(await sign(rootPrivate, signed))}`
}

/**
 * `root`: the root's 65-byte public key. `undefined` when the signature, the kind, a length or the spelling is wrong:
 * what it says then counts for nothing.
 */
export async function readCertificate<Kind extends CertificateKind>(
  kind: Kind,
  root: Bytes,
  certificate: string,
): Promise<Readonly<Certificate<Kind>> | undefined> {
  return certificateReader(root)(kind, certificate)
}

/** The same for many certificates of one root, whose key is looked at once. */
export function certificateReader(root: Bytes) {
  const by = base64url(root)
  let verify: ReturnType<typeof verifier> | undefined
  async function look<Kind extends CertificateKind>(kind: Kind, certificate: string) {
    const parts = spelled(certificate)
    verify ??= verifier(root)
    if (!parts || !(await (await verify)(parts.signed, parts.signature))) return undefined
    return decode(kind, parts.signed)
  }
  return <Kind extends CertificateKind>(
    kind: Kind,
    certificate: string,
  ): Promise<Readonly<Certificate<Kind>> | undefined> =>
    read(`${kind}.${by}.${certificate}`, () => look(kind, certificate)) as ReturnType<typeof look<Kind>>
}

/**
 * What certificates say, and which say nothing: that stays so for ever, and looking costs a hundred times what knowing
 * does. Enough for all codes, teams and people of a county's round.
 */
const read = recent<Promise<unknown>>(2048)

function spelled(certificate: string): { signed: Bytes; signature: Bytes } | undefined {
  const [signed, signature, ...more] = certificate.split('.')
  if (signed === undefined || signature === undefined || more.length > 0) return undefined
  try {
    return { signed: fromBase64url(signed), signature: fromBase64url(signature) }
  } catch {
    return undefined
  }
}

function encode<Kind extends CertificateKind>(kind: Kind, fields: Certificate<Kind>): Bytes {
  const values: Record<string, unknown> = fields
  const written = layout(kind).map(([field, codec]) => codec.write(values[field]))
  return concat(LABEL, sized(kind), ...written)
}

function decode<Kind extends CertificateKind>(kind: Kind, signed: Bytes): Certificate<Kind> | undefined {
  const from = reader(signed)
  try {
    if (!sameBytes(from.take(LABEL.length), LABEL) || !sameBytes(from.sized(), utf8(kind))) return undefined
    const fields = Object.fromEntries(layout(kind).map(([field, codec]) => [field, codec.read(from)]))
    from.end()
    return fields as Certificate<Kind>
  } catch {
    return undefined
  }
}

function layout(kind: CertificateKind): [field: string, codec: Codec<unknown>][] {
  return Object.entries(CERTIFICATES[kind])
}
