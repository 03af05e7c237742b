import type { Context, MiddlewareHandler } from 'hono'
import type { House } from '../http/house.ts'
import type { Lang } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { sessionToken } from './cookies.ts'
import { askToSignIn } from './door.tsx'
import { deskReader } from './language.ts'
import { type Duty, dutiesOf, isTeam, LEADING_GROUP, OFFICE, type Role } from './roles.ts'
import { findSignedIn, type SignedIn } from './session.ts'
import { teamReadiness } from './store.ts'

export interface Staff extends SignedIn {
  lang: Lang
}

export type DeskEnv = {
  Variables: { staff: Staff; role: { team: string; roles: readonly Duty[]; called: readonly Role[] } }
}

/** A request whose sender the guards know. */
export type DeskContext = Context<DeskEnv>

type Guard = (house: House) => MiddlewareHandler<DeskEnv>

/** Only people with a session. Others are asked to sign in at the same address, which then shows what they wanted. */
export const signedIn: Guard = (house) => async (c, next) => {
  const staff = await identify(house, c)
  if (!staff) return askToSignIn(c, house)
  // Only pages: what was being written when the office began to want it is still kept.
  const isLed = staff.lacksFactor && c.req.method === 'GET' && c.req.path !== paths.account
  return isLed ? c.redirect(paths.account, 303) : next()
}

/** Only certified people of one place. To everybody else its pages are not there. */
const belonging =
  (place: string): Guard =>
  (house) =>
  async (c, next) => {
    const staff = await identify(house, c)
    if (!staff) return askToSignIn(c, house)
    const belongs = staff.memberships.some(({ team, certified }) => team === place && certified)
    return belongs ? next() : c.notFound()
  }

export const inOffice = belonging(OFFICE)
export const inLeadingGroup = belonging(LEADING_GROUP)

/**
 * Only people of the team in the address. Until an administrator has verified them they see its keys page alone; the
 * team's first lock they may make, and no other once it has one.
 */
export const inTeam: Guard = (house) => async (c, next) => {
  const staff = await identify(house, c)
  if (!staff) return askToSignIn(c, house)
  const team = c.req.param('team') ?? ''
  const membership = staff.memberships.find((membership) => membership.team === team)
  const isDesk = isTeam(team) || (team === OFFICE && membership?.certified)
  if (!membership || !isDesk) return c.notFound()
  c.set('role', { team, roles: dutiesOf(membership.roles), called: membership.roles })
  const keys = paths.keys(team)
  if (membership.certified || c.req.path === keys) return next()
  const makes = c.req.path === paths.makeKeys(team)
  if (makes && !(await teamReadiness(house.db, team)).confirmed) return next()
  return c.req.method === 'GET' ? c.redirect(keys, 303) : c.notFound()
}

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
