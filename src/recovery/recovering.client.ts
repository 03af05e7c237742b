import { sameBytes } from '../sealing/bytes.ts'
import { type PersonCertificate, readCertificate, signCertificate } from '../sealing/certificates.ts'
import { publicOf } from '../sealing/open.ts'
import { type Account, appointAdministrator } from '../staff/appoint.client.ts'
import { grantTeamKeys } from '../staff/team-keys.client.ts'
import { Untrusted } from '../staff/trust.client.ts'
import type { Offered, OfferedKeys, OfferedTeam, Taker } from './offered.ts'
import { type Recovered, renewRecovery } from './renewing.client.ts'

/**
 * A new administrator, leader of the teams named in `joins`, every team's keys to the leaders who lack them, and a new
 * set of sheets. `sheets` and `recoveryCode`, the administrator's own, are for paper. `lost`: names of teams whose keys
 * did not open.
 */
export async function makeRecovery(
  office: Recovered,
  offered: Offered,
  account: Account,
  joins: readonly string[],
) {
  const { recoveryCode, posted, certified } = await appointAdministrator(office, account)
  const { sheets, posted: sheetSet } = await renewRecovery(office, offered)
  const joined = new Map<string, string>()
  for (const team of joins) joined.set(team, await signLeader(office, certified, team))
  const { given, lost } = await give(office, offered, ({ id }, { takers }) => {
    const certificate = joined.get(id)
    const own = { personId: certified.id, name: account.name, lacksKey: true, lacksContact: true }
    return certificate ? [...takers, { ...own, certificate }] : takers
  })
  const memberships = [...joined]
    .filter(([team]) => !lost.some(({ id }) => id === team))
    .map(([team, certificate]) => ({ team, certificate }))
  const names = lost.map(({ name }) => name)
  return { sheets, recoveryCode, posted: { ...posted, ...sheetSet, joins: memberships, given }, lost: names }
}

/** A new set of sheets, and the teams' keys to those who are `chosen` by `TEAM PERSON`; who opened it keeps none. */
export async function makeNewSheets(office: Recovered, offered: Offered, chosen: readonly string[]) {
  const { sheets, posted } = await renewRecovery(office, offered)
  const { given, lost } = await give(office, offered, ({ id }, { takers }) =>
    takers.filter(({ personId }) => chosen.includes(`${id} ${personId}`)),
  )
  return { sheets, posted: { ...posted, given }, lost: lost.map(({ name }) => name) }
}

interface Given {
  team: string
  epoch: number
  personId: string
  key?: string
  contact?: string
}

const signLeader = ({ rootKey }: Recovered, person: PersonCertificate, team: string) =>
  signCertificate('person', { ...person, roles: 'leader', team }, rootKey)

/** Every team's keys are looked at, needed or not: what is damaged is better known today. `lost`: teams of such. */
async function give(
  office: Recovered,
  { teams }: Offered,
  takersOf: (team: OfferedTeam, keys: OfferedKeys) => readonly Taker[],
) {
  const given: Given[] = []
  const lost: OfferedTeam[] = []
  for (const team of teams) {
    const raw = await Promise.all(team.keys.map((keys) => certifiedKeys(office, team.id, keys)))
    if (!raw.every(Boolean)) {
      lost.push(team)
      continue
    }
    for (const [at, keys] of team.keys.entries())
      for (const taker of takersOf(team, keys))
        given.push(...(await sealFor(office, team.id, keys, taker, raw[at])))
  }
  return { given, lost }
}

type Raw = Awaited<ReturnType<typeof certifiedKeys>>

/** Whoever's certificate does not hold gets nothing, and hinders nobody else. */
async function sealFor(
  { root }: Recovered,
  team: string,
  { epoch }: OfferedKeys,
  { lacksKey, lacksContact, personId, certificate }: Taker,
  raw: Raw,
): Promise<Given[]> {
  const lacking = { key: lacksKey ? raw?.key : undefined, contact: lacksContact ? raw?.contact : undefined }
  try {
    const sealed = await grantTeamKeys(root, epoch, { personId, team, certificate }, lacking)
    return [{ team, epoch, personId, ...sealed }]
  } catch (error) {
    if (error instanceof Untrusted) return []
    throw error
  }
}

/** The private keys to what the root signed as the team's; nothing when they did not open or are others. */
async function certifiedKeys(
  { root, teamKeys }: Recovered,
  team: string,
  { epoch, certificate }: OfferedKeys,
) {
  const certified = await readCertificate('team', root, certificate)
  const opened = teamKeys.find((keys) => keys.team === team && keys.epoch === epoch)
  if (certified?.team !== team || certified.epoch !== epoch || !opened?.key || !opened.contact)
    return undefined
  const { key, contact } = opened
  const isSame =
    sameBytes(await publicOf(key), certified.key) && sameBytes(await publicOf(contact), certified.contactKey)
  return isSame ? { key, contact } : undefined
}
