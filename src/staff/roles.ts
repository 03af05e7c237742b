import { paths } from '../paths.ts'
import type { Duty } from '../reports/lifecycle.ts'

export const teamRoles = ['leader', 'deputy', 'liaison', 'member'] as const
export type TeamRole = (typeof teamRoles)[number]
export type Role = 'office' | TeamRole | 'leadingGroup'

const duties: readonly Duty[] = ['leader', 'liaison', 'member']

/** Whose keys a grant is about, or where somebody belongs. */
export const OFFICE = 'office'
/** Those the office reports to: they belong to no team, hold no key and see figures alone. */
export const LEADING_GROUP = 'leadingGroup'
/** Under what name the keys of a team are granted; the office keeps reports about teams in a queue of its own. */
export const teamHolder = (team: string) => (team === OFFICE ? OFFICE : `team:${team}`)

/** Whether a key that somebody was granted opens reports, or contact details: the office's box opens both. */
export const isGranted = (kind: string, what: 'key' | 'contact') => kind === what || kind === 'box'

/** Whether these keys open what was sealed to one that came at that epoch. */
export const opensWith = (
  keys: readonly { kind: string; epoch: number }[],
  what: 'key' | 'contact',
  epoch: number,
): boolean => keys.some((key) => isGranted(key.kind, what) && key.epoch === epoch)

/** Under this everything is sealed to the office's box: its root tells one box from the next. */
export const OFFICE_EPOCH = 1
/** The epoch in the name of a key that something is sealed to, whatever number of it is kept beside the envelope. */
export const namedEpoch = (holder: string, epoch: number) => (holder === OFFICE ? OFFICE_EPOCH : epoch)

export interface Membership {
  /** A team's id, `office` or `leadingGroup`. */
  team: string
  roles: readonly Role[]
  /** An administrator's browser has signed who this is. */
  certified: boolean
}

/** In the order in which certificates spell them; whatever else was written is none of ours. */
export function readRoles(written: string): Role[] {
  const found = written.split(',')
  return ([OFFICE, ...teamRoles, LEADING_GROUP] as const).filter((role) => found.includes(role))
}

export const writeRoles = (roles: readonly Role[]): string => readRoles(roles.join(',')).join(',')

/** Who belongs to one of these belongs to it alone, and is there what it is called. */
const isAlone = (place: string) => place === OFFICE || place === LEADING_GROUP
export const isTeam = (place: string) => !isAlone(place)

/** What somebody is in a place, when these roles of a team were ticked. */
export const rolesAt = (place: string, ticked: readonly TeamRole[]): readonly Role[] =>
  isTeam(place) ? ticked : readRoles(place)

/** Leader and deputy answer for the team: they approve, change the lock, and are due the contact key. */
export const isLeading = (roles: readonly Role[]) => roles.includes('leader') || roles.includes('deputy')
export const mayHoldContact = (roles: readonly Role[]) => isLeading(roles)

/** With what came past the teams, the office's people do everything a team's do; a second of them approves. */
export function dutiesOf(roles: readonly Role[]): readonly Duty[] {
  if (roles.includes(OFFICE)) return duties
  return duties.filter((duty) => (duty === 'leader' ? isLeading(roles) : roles.includes(duty)))
}

/** Where somebody works, once they are certified. Who only needs a role's name brings no addresses along. */
export function deskAt(place: string): string {
  if (place === OFFICE) return paths.office
  return place === LEADING_GROUP ? paths.figures : paths.desk(place)
}

/** Where somebody lands after signing in: where there is work, else where it says what they wait for. */
export function homeOf(memberships: readonly Membership[]): string {
  const [only, ...more] = memberships
  if (!only || more.length > 0) return paths.staff
  if (only.certified) return deskAt(only.team)
  return isTeam(only.team) ? paths.keys(only.team) : paths.staff
}
