import type { Context, MiddlewareHandler } from 'hono'
import type { House } from '../http/house.ts'
import type { Lang } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { sessionToken } from './cookies.ts'
import { askToSignIn } from './door.tsx'
import { deskReader } from './language.ts'
import { OFFICE, type Role, type TeamRole, teamRoles } from './roles.ts'
import { findSignedIn, type SignedIn } from './session.ts'
import { teamReadiness } from './store.ts'

export interface Staff extends SignedIn {
  lang: Lang
}

export type DeskEnv = {
  Variables: { staff: Staff; role: { team: string; roles: readonly TeamRole[] } }
}

type Guard = (house: House) => MiddlewareHandler<DeskEnv>

/** Only people with a session. Others are asked to sign in at the same address, which then shows what they wanted. */
export const signedIn: Guard = (house) => async (c, next) => {
  const staff = await identify(house, c)
  return staff ? next() : askToSignIn(c, house)
}

/** Only certified people of the office. To everybody else its pages are not there. */
export const inOffice: Guard = (house) => async (c, next) => {
  const staff = await identify(house, c)
  if (!staff) return askToSignIn(c, house)
  const belongs = staff.memberships.some(({ team, certified }) => team === OFFICE && certified)
  return belongs ? next() : c.notFound()
}

/**
 * Only people of the team in the address. Until an administrator has verified them they see its keys page alone; the
 * team's first lock they may make, and no other once it has one.
 */
export const inTeam: Guard = (house) => async (c, next) => {
  const staff = await identify(house, c)
  if (!staff) return askToSignIn(c, house)
  const team = c.req.param('team') ?? ''
  const membership = staff.memberships.find((membership) => membership.team === team)
  if (!membership || (team === OFFICE && !membership.certified)) return c.notFound()
  c.set('role', { team, roles: actsAs(membership.roles) })
  const keys = paths.keys(team)
  if (membership.certified || c.req.path === keys) return next()
  const makes = c.req.path === paths.makeKeys(team)
  if (makes && !(await teamReadiness(house.db, team)).confirmed) return next()
  return c.req.method === 'GET' ? c.redirect(keys, 303) : c.notFound()
}

/** With what came past the teams, the office's people do everything a team's do; a second of them approves. */
const actsAs = (roles: readonly Role[]): readonly TeamRole[] =>
  roles.includes(OFFICE) ? teamRoles : roles.filter((role) => role !== OFFICE)

async function identify(house: House, c: Context<DeskEnv>): Promise<Staff | undefined> {
  const known: Staff | undefined = c.get('staff')
  if (known) return known
  const token = sessionToken(c)
  const found = token ? await findSignedIn(house.db, token, house.clock.now()) : undefined
  if (!found) return undefined
  const staff = { ...found, lang: deskReader(c).lang }
  c.set('staff', staff)
  return staff
}
