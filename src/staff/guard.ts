import type { Context, MiddlewareHandler } from 'hono'
import type { House } from '../http/house.ts'
import type { Lang } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Duty } from '../reports/lifecycle.ts'
import { deskFaults } from '../ui/desk-fault.tsx'
import { sessionToken } from './cookies.ts'
import { askToSignIn } from './door.tsx'
import { isKeeper } from './keepers.ts'
import { deskReader } from './language.ts'
import { dutiesOf, isTeam, LEADING_GROUP, OFFICE, type Role } from './roles.ts'
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

/**
 * Only people with a session. Others are asked to sign in at the same address, which then shows what they wanted. Who
 * lacks the second factor the office wants comes to nothing but the page where it is set up.
 */
export const signedIn: Guard = (house) => async (c, next) => {
  const staff = await identify(house, c)
  if (!staff) return askToSignIn(c, house)
  if (!staff.lacksFactor || c.req.path === paths.account) return next()
  return c.req.method === 'GET' ? c.redirect(paths.account, 303) : deskFaults(house).unproven(c)
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
 * team's first lock they may make, and no other once it has one. Until a colleague has handed them the key they change
 * nothing: otherwise an office could move, and make vanish, what it cannot read, through people of its own making.
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
  const path = c.req.path
  // Making and handing on ask for themselves; putting back asks who held the key before.
  const asksItself = [
    paths.makeKeys(team),
    paths.grant(team),
    paths.putBack(team, path.split('/')[5] ?? ''),
  ].includes(path)
  if (membership.certified) {
    const mayWork =
      c.req.method === 'GET' || asksItself || team === OFFICE || isKeeper(house.db, team, staff.id)
    return (await mayWork) ? next() : deskFaults(house).keyless(c)
  }
  if (c.req.path === keys) return next()
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
  await house.clock.heed(found.changes)
  const staff = { ...found, lang: deskReader(c).lang }
  c.set('staff', staff)
  return staff
}
