import { secondOrigin } from '../office/store.ts'
import { paths } from '../paths.ts'
import { lastDayOf } from '../rounds/intake.ts'
import { scopeOf } from '../rounds/scope.ts'
import type { UnitType } from '../rounds/tables.ts'
import { letterheadOf } from '../rounds/title.ts'
import { sameBytes } from '../sealing/bytes.ts'
import { certificateReader, readCertificate } from '../sealing/certificates.ts'
import { addressSymbol, type QrSymbol } from '../ui/qr.ts'
import type { FoundCode } from './store.ts'

type Printable = Pick<FoundCode, 'round' | 'team'> & {
  code: Pick<FoundCode['code'], 'token' | 'noticeNumber' | 'sheets' | 'root' | 'certificate'>
  unit: Pick<FoundCode['unit'], 'type'>
  office: PrintedOffice
}
type PrintedOffice = Pick<
  FoundCode['office'],
  'root' | 'jurisdiction' | 'addressCertificate' | 'secondAddress'
>

interface Signed {
  code: Pick<FoundCode['code'], 'root'>
  office: Pick<FoundCode['office'], 'addressCertificate'>
}

/**
 * What is printed for one code. Names are as the root signed them, so that paper and page agree; the rest is stored.
 */
export interface Paper {
  token: string
  number: string
  sheets: number
  letterhead: string
  unit: string
  type: UnitType
  /** The round's own scope, if it is a special one. */
  scope: string | undefined
  phone: string
  hours: string
  postal: string
  box: string
  domain: string
  /** The second address, if the office has one that its root signed. */
  second: string | undefined
  /** The last day of intake, unless the round takes reports all year. */
  closes: string | undefined
  symbol: QrSymbol
}

/** Nothing when the root of the office is not behind the code and its address: such paper is never made. */
export async function paperOf(found: Printable): Promise<Paper | undefined> {
  const [paper] = await papersOf([found], found.office)
  return paper
}

/**
 * The same for many codes of one office, in their order. The symbols are drawn while the signatures are verified, which
 * is another thread's work.
 */
export async function papersOf(
  all: readonly Omit<Printable, 'office'>[],
  office: PrintedOffice,
): Promise<(Paper | undefined)[]> {
  const read = certificateReader(office.root)
  const origin = (await read('address', office.addressCertificate))?.origin
  if (!origin) return all.map(() => undefined)
  const other = await secondOrigin(office)
  const second = other && domainOf(other)
  const certificates = all.map(({ code }) => read('code', code.certificate))
  const symbols = all.map(({ code }) => addressSymbol(origin, paths.printedCode(code.token)))
  const signed = await Promise.all(certificates)
  const domain = domainOf(origin)
  return all.map(({ code, unit, round, team }, at) => {
    const [names, symbol] = [signed[at], symbols[at]]
    if (!symbol || names?.token !== code.token || !sameBytes(code.root, office.root)) return undefined
    return {
      token: code.token,
      number: code.noticeNumber,
      sheets: code.sheets,
      letterhead: letterheadOf(office.jurisdiction, names.teamName),
      unit: names.unitName,
      type: unit.type,
      scope: scopeOf(round),
      phone: team.phone,
      hours: team.hours,
      postal: team.postal,
      box: team.box,
      domain,
      second,
      closes: lastDayOf(round),
      symbol,
    }
  })
}

/**
 * Where the product is found, as it was signed by the root that the printed code pins; the column alone proves nothing.
 */
export async function signedOrigin({ code, office }: Signed) {
  return (await readCertificate('address', code.root, office.addressCertificate))?.origin
}

/** What people type: the host without https in front, which every browser adds. */
export const domainOf = (publicUrl: string) => new URL(publicUrl).host
