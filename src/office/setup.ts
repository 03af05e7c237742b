import * as z from 'zod/mini'
import type { Db } from '../db/db.ts'
import { isTaken } from '../db/faults.ts'
import { binary } from '../http/binary.ts'
import { line } from '../http/fields.ts'
import { type Recorded, record } from '../log/record.ts'
import { readCertificate } from '../sealing/certificates.ts'
import { isCertificateOf } from '../staff/certified.ts'
import { certificate, point } from '../staff/credentials.ts'
import { administratorFields, administratorSteps, firstAdministrator } from '../staff/first-administrator.ts'
import { OFFICE } from '../staff/roles.ts'
import { originOf } from './origin.ts'
import { sheetColumns, sheetFields } from './sheet-set.ts'
import { offices } from './tables.ts'

/** An address for paper, as it is signed. */
export const publicOrigin = z.pipe(
  z.string().check(z.trim(), z.maxLength(200)),
  z.transform((typed, refused) => {
    const origin = originOf(typed)
    if (origin === undefined) refused.issues.push({ code: 'custom', message: 'address', input: typed })
    return origin ?? z.NEVER
  }),
)

/** What set-up posts, all at once: what was asked, and what the browser made. */
export const setupShape = z.object({
  office: z.object({
    fullName: line(60),
    shortName: line(20),
    jurisdiction: line(20),
    letterCode: line(20),
    level: z.enum(['city', 'county']),
    superiorName: line(60, 0),
    superiorPhone: line(30, 0),
    phone: line(30),
    hours: line(40),
    publicUrl: publicOrigin,
  }),
  root: point,
  certificate,
  addressCertificate: certificate,
  codeSalt: binary(16),
  ...sheetFields,
  ...administratorFields,
})

export type SetUp = z.infer<typeof setupShape>

/** All certificates hold under the root that came with them, and the address signed is the one that was typed. */
export async function isConsistent(set: SetUp): Promise<boolean> {
  const { root, certificate, addressCertificate, person } = set
  const office = await readCertificate('office', root, certificate)
  const address = await readCertificate('address', root, addressCertificate)
  if (address?.origin !== set.office.publicUrl) return false
  const place = { team: OFFICE, roles: [OFFICE] } as const
  return office !== undefined && isCertificateOf(root, person.certificate, person, place)
}

/** The office, its first administrator and the grants to them, or nothing. `overtaken`: there is an office. */
export async function foundOffice(db: Db, set: SetUp, now: Date): Promise<Recorded> {
  const { office, person, grants, root, certificate, addressCertificate, codeSalt, ...sheets } = set
  const at = now.toISOString()
  const who = person.id
  const steps = [
    { subject: 'office', position: 1, at, who, move: 'setUp' },
    ...administratorSteps(who, at, grants),
  ]
  const keys = { root, certificate, addressCertificate, codeSalt, ...sheetColumns(sheets) }
  try {
    return await record(db, steps, [
      db.insert(offices).values({ id: 1, ...office, ...keys, setUpAt: at }),
      ...firstAdministrator(db, person, grants, at),
    ])
  } catch (error) {
    if (isTaken(error, 'offices.')) return 'overtaken'
    throw error
  }
}
