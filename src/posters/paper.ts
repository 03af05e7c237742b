import { paths } from '../paths.ts'
import type { UnitType } from '../rounds/tables.ts'
import { letterheadOf } from '../rounds/title.ts'
import { sameBytes } from '../sealing/bytes.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { addressSymbol, type QrSymbol } from '../ui/qr.ts'
import type { FoundCode } from './store.ts'

type Printable = Pick<FoundCode, 'code' | 'unit' | 'round' | 'team'> & { office: PrintedOffice }
type PrintedOffice = Pick<FoundCode['office'], 'root' | 'jurisdiction' | 'addressCertificate'>

interface Signed {
  code: Pick<FoundCode['code'], 'root'>
  office: Pick<FoundCode['office'], 'addressCertificate'>
}

/** What is printed for one code. Names are as the root signed them, so that paper and page agree; the rest is stored. */
export interface Paper {
  token: string
  number: string
  sheets: number
  letterhead: string
  unit: string
  type: UnitType
  /** The round's own scope, if it is a special one. */
  scope: string | null
  phone: string
  hours: string
  postal: string
  box: string
  domain: string
  closes: string
  symbol: QrSymbol
}

/** Nothing when the root of the office is not behind the code and its address: such paper is never made. */
export async function paperOf(found: Printable): Promise<Paper | undefined> {
  return onPaper(found, await signedOrigin(found))
}

/** The same for many. The office has one address, so its certificate is verified once. */
export async function papersOf<Found extends Printable>(all: readonly Found[]) {
  const [first] = all
  const origin = first && (await signedOrigin({ code: { root: first.office.root }, office: first.office }))
  return Promise.all(all.map(async (found) => ({ found, paper: await onPaper(found, origin) })))
}

async function onPaper(
  { code, unit, round, team, office }: Printable,
  origin: string | undefined,
): Promise<Paper | undefined> {
  if (!sameBytes(code.root, office.root)) return undefined
  const signed = await readCertificate('code', code.root, code.certificate)
  if (signed?.token !== code.token || !origin) return undefined
  return {
    token: code.token,
    number: code.noticeNumber,
    sheets: code.sheets,
    letterhead: letterheadOf(office.jurisdiction, signed.teamName),
    unit: signed.unitName,
    type: unit.type,
    scope: round.type === 'special' ? round.scope : null,
    phone: team.phone,
    hours: team.hours,
    postal: team.postal,
    box: team.box,
    domain: domainOf(origin),
    closes: round.intakeClosesOn,
    symbol: addressSymbol(origin, paths.printedCode(code.token)),
  }
}

/** Where the product is found, as it was signed by the root that the printed code pins; the column alone proves nothing. */
export async function signedOrigin({ code, office }: Signed) {
  return (await readCertificate('address', code.root, office.addressCertificate))?.origin
}

/** What people type: the host without https in front, which every browser adds. */
export const domainOf = (publicUrl: string) => new URL(publicUrl).host
