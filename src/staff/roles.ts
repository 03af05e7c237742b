import { paths } from '../paths.ts'

export const teamRoles = ['leader', 'liaison', 'member'] as const
export type TeamRole = (typeof teamRoles)[number]
export type Role = 'office' | TeamRole

/** Whose keys a grant is about, or where somebody belongs. */
export const OFFICE = 'office'
/** Under what name the keys of a team are granted; the office keeps reports about teams in a queue of its own. */
export const teamHolder = (team: string) => (team === OFFICE ? OFFICE : `team:${team}`)

/** Whether a key that somebody was granted opens reports, or contact details: the office's box opens both. */
export const isGranted = (kind: string, what: 'key' | 'contact') => kind === what || kind === 'box'

/** The office's own keys have one epoch: a new root is a new office to every printed code. */
export const OFFICE_EPOCH = 1

export interface Membership {
  /** A team's id, or `office`. */
  team: string
  roles: readonly Role[]
  /** An administrator's browser has signed who this is. */
  certified: boolean
}

/** In the order in which certificates spell them; whatever else was written is none of ours. */
export function readRoles(written: string): Role[] {
  const found = written.split(',')
  return ([OFFICE, ...teamRoles] as const).filter((role) => found.includes(role))
}

export const writeRoles = (roles: readonly Role[]): string => readRoles(roles.join(',')).join(',')

/** A team's contact key is due to those who answer for it: leader and deputy, who both have the role `leader`. */
export const mayHoldContact = (roles: readonly Role[]) => roles.includes('leader')

/** Where somebody lands after signing in: where there is work, else where it says what they wait for. */
export function homeOf(memberships: readonly Membership[]): string {
  const [only, ...more] = memberships
  if (!only || more.length > 0) return paths.staff
  if (only.team === OFFICE) return only.certified ? paths.office : paths.staff
  return only.certified ? paths.desk(only.team) : paths.keys(only.team)
}
