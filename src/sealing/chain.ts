import { readCrockford } from './base32.ts'
import type { Bytes } from './bytes.ts'
import { type CodeCertificate, readCertificate, type TeamCertificate } from './certificates.ts'
import { fingerprint } from './suite.ts'
import { intakeToken } from './token.ts'

/** From the address: `token`. From the page: the root's public key, the code's salt, two certificates, the days. */
export type Chain = {
  token: string
  root: Bytes
  salt: Bytes
  code: string
  team: string
  /** Today by the phone and by the server, as YYYY-MM-DD: cheap phones have wrong clocks, so either will do. */
  days: readonly string[]
}

/** `rootPrint`: the fingerprint of the root that vouches for all of it. */
export type Verified = { ok: true; rootPrint: Bytes; code: CodeCertificate; team: TeamCertificate }
export type Broken = { ok: false; broken: 'token' | 'code' | 'team' | 'dates' | 'office' }

/** The way past the team: the office certificate in place of the team's. */
export type OfficeChain = Pick<Chain, 'token' | 'root' | 'salt' | 'code'> & { office: string }
export type VerifiedOffice = { ok: true; rootPrint: Bytes; code: CodeCertificate; box: Bytes }

/**
 * Nothing is sealed before this says `ok`. The token pins the root, the root signed code and team, and the code names
 * this token, this team and its round: whoever can only write to the database can slip in no key and no other team.
 */
export async function verifyChain({
  token,
  root,
  salt,
  code,
  team,
  days,
}: Chain): Promise<Verified | Broken> {
  const codeCertificate = await verifyCode({ token, root, salt, code })
  if (typeof codeCertificate === 'string') return { ok: false, broken: codeCertificate }

  const teamCertificate = await readCertificate('team', root, team)
  if (teamCertificate?.team !== codeCertificate.teamId || teamCertificate.round !== codeCertificate.roundId)
    return { ok: false, broken: 'team' }

  const { notBefore, notAfter } = teamCertificate
  if (!days.some((day) => notBefore <= day && day <= notAfter)) return { ok: false, broken: 'dates' }

  return { ok: true, rootPrint: await fingerprint(root), code: codeCertificate, team: teamCertificate }
}

/** The same for a report about the team itself, which goes past it to the office's box. */
export async function verifyOfficeChain({ office, ...chain }: OfficeChain): Promise<VerifiedOffice | Broken> {
  const code = await verifyCode(chain)
  if (typeof code === 'string') return { ok: false, broken: code }
  const certificate = await readCertificate('office', chain.root, office)
  if (!certificate) return { ok: false, broken: 'office' }
  return { ok: true, rootPrint: await fingerprint(chain.root), code, box: certificate.box }
}

async function verifyCode({ token, root, salt, code }: Omit<OfficeChain, 'office'>) {
  const typed = readCrockford(token)
  if (typed === undefined || typed !== (await pinned(root, salt))) return 'token'
  const certificate = await readCertificate('code', root, code)
  return certificate?.token === typed ? certificate : 'code'
}

/** A root or salt of a wrong length is pinned by no token. */
function pinned(root: Bytes, salt: Bytes): Promise<string | undefined> {
  return intakeToken(root, salt).catch(() => undefined)
}
