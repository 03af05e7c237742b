import type { Db } from '../db/db.ts'
import { viewSheets } from '../office/sheets-kept.ts'
import { theOffice } from '../office/store.ts'
import { listSuccessions, type SuccessionRow } from '../office/successions.ts'
import { base64url } from '../sealing/bytes.ts'
import { listRecoverable, type RecoverableTeam } from '../staff/recoverable.ts'
import { listSealedToRecovery } from '../staff/renewing.ts'
import type { Offered, OfferedTeam } from './offered.ts'

/** What two sheets open, as the page carries it to the browser: sealed, all of it. */
export async function offer(db: Db, now: Date): Promise<Offered> {
  const office = await theOffice(db)
  return {
    root: base64url(office.root),
    certificate: office.certificate,
    successions: (await listSuccessions(db)).map(offerSuccession),
    bundle: base64url(office.recoveryBundle),
    set: office.recoverySet,
    seen: (await viewSheets(db, now)).seen,
    teams: (await listRecoverable(db)).map(offerTeam),
    sealed: (await listSealedToRecovery(db)).map(({ key, contact, ...named }) => ({
      ...named,
      key: base64url(key),
      contact: base64url(contact),
    })),
  }
}

const offerSuccession = ({ root, forward, back, recoveryRoot, recoveryBox }: SuccessionRow) => ({
  from: base64url(root),
  forward,
  back,
  recoveryRoot: base64url(recoveryRoot),
  recoveryBox: base64url(recoveryBox),
})

const offerTeam = ({ keys, ...team }: RecoverableTeam): OfferedTeam => ({
  ...team,
  keys: keys.map(({ epoch, certificate, takers }) => ({ epoch, certificate: certificate ?? '', takers })),
})
