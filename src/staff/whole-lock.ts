import type { Day } from '../clock/day.ts'
import type { Db } from '../db/db.ts'
import { type Office, officeKeys } from '../office/store.ts'
import { listSuccessions, type Successor } from '../office/successions.ts'
import { type Bytes, sameBytes } from '../sealing/bytes.ts'
import { type CertificateKind, certificateReader } from '../sealing/certificates.ts'
import { followRoots } from '../sealing/succession.ts'
import { fingerprint } from '../sealing/suite.ts'
import { OFFICE } from './roles.ts'

/** What the administrator's browser looks at under the old root before the new one signs it again. */
export interface OfficeLock {
  /** Which change this would be, and the day it is made. */
  number: number
  on: Day
  office: string
  address: string
  second: string | null
  people: readonly { personId: string; team: string; certificate: string }[]
  teams: readonly { team: string; epoch: number; certificate: string }[]
}

export interface NewOfficeLock extends Successor {
  number: number
  people: readonly { personId: string; team: string; certificate: string }[]
  teams: readonly { team: string; epoch: number; certificate: string }[]
  grants: readonly { personId: string; root: Bytes; box: Bytes }[]
}

/**
 * Looks at what a browser made as if nobody had: the new root signed again what was signed, to the letter, and no more.
 * `short`: all of it verifies, and somebody or something in force is not among it, as where they came after the page.
 */
export async function judgeLock(
  db: Db,
  { office, ...view }: Omit<OfficeLock, 'office'> & { office: Office },
  made: NewOfficeLock,
  who: string,
): Promise<'whole' | 'short' | 'wrong'> {
  const young = certificateReader(made.root)
  const [before, after] = [await officeKeys(office), await young('office', made.certificate)]
  if (!after || !sameBytes(before.recovery, after.recovery) || sameBytes(before.box, after.box))
    return 'wrong'

  const links = (await listSuccessions(db)).map(({ root, ...link }) => ({ ...link, from: root }))
  const chain = [...links, { from: office.root, forward: made.forward, back: made.back }]
  if (!(await followRoots(await fingerprint(office.root), chain, made.root))) return 'wrong'

  const again = async (kind: CertificateKind, was: string | null | undefined, is: string) =>
    was?.split('.')[0] === is.split('.')[0] && (await young(kind, is)) !== undefined
  const all = await Promise.all([
    again('address', view.address, made.addressCertificate),
    made.secondAddress === undefined || again('secondAddress', view.second, made.secondAddress),
    ...made.people.map(({ personId, team, certificate }) => {
      const known = view.people.find((one) => one.personId === personId && one.team === team)
      return again('person', known?.certificate, certificate)
    }),
    ...made.teams.map(({ team, epoch, certificate }) => {
      const known = view.teams.find((one) => one.team === team && one.epoch === epoch)
      return again('team', known?.certificate, certificate)
    }),
  ])
  const masters = made.people.filter(({ team }) => team === OFFICE)
  const idsOf = (some: readonly { personId: string }[]) => some.map(({ personId }) => personId).sort()
  const takers = idsOf(made.grants)
  if (!all.every(Boolean) || !takers.includes(who) || `${takers}` !== `${idsOf(masters)}`) return 'wrong'
  return (await isAnyLeftOut(office, view, made)) ? 'short' : 'whole'
}

/**
 * Whether somebody, a team or the second address stands on what the old root signed of them, and not on what the new
 * one did: an administrator could shut out the others that way, or let a team's lock lapse.
 */
async function isAnyLeftOut(
  { root }: Office,
  view: Pick<OfficeLock, 'people' | 'teams' | 'second'>,
  made: Pick<NewOfficeLock, 'people' | 'teams' | 'secondAddress'>,
): Promise<boolean> {
  const old = certificateReader(root)
  const nameOf = (one: { team: string; personId?: string; epoch?: number }) =>
    `${one.team} ${one.personId ?? one.epoch}`
  const kept = new Set([...made.people, ...made.teams].map(nameOf))
  const second = view.second === null ? undefined : await old('secondAddress', view.second)
  if (second && made.secondAddress === undefined) return true
  const stands = await Promise.all([
    ...view.people.map(async (one) => {
      const signed = await old('person', one.certificate)
      return signed?.id === one.personId && signed.team === one.team && !kept.has(nameOf(one))
    }),
    ...view.teams.map(async (one) => {
      const signed = await old('team', one.certificate)
      return signed?.team === one.team && signed.epoch === one.epoch && !kept.has(nameOf(one))
    }),
  ])
  return stands.some(Boolean)
}
