import { sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { except } from 'hono/combine'
import { attachingRoutes } from './attaching/routes.tsx'
import { categoryRoutes } from './categories/routes.tsx'
import { enteringRoutes } from './entering/routes.tsx'
import { escalationRoutes } from './escalation/routes.tsx'
import { sendingRoutes } from './files/routes.tsx'
import { fileRoutes } from './files/team-routes.tsx'
import { fixPhotoRoutes } from './fixes/photo-routes.tsx'
import { fixRoutes } from './fixes/routes.tsx'
import { givingRoutes } from './giving/routes.tsx'
import { holidayRoutes } from './holidays/routes.tsx'
import { faultHandler } from './http/faults.ts'
import { strictHeaders } from './http/headers.ts'
import { Hono } from './http/hono.ts'
import type { House } from './http/house.ts'
import type { Patience } from './http/in-time.ts'
import { sameSite } from './http/same-site.ts'
import { residentFaults } from './intake/faults.tsx'
import type { Gate } from './intake/holding.ts'
import { intakeRoutes } from './intake/routes.tsx'
import { leavingRoutes } from './leaving/routes.tsx'
import { onlyAllowedHosts } from './office/allowed-hosts.ts'
import { homeRoutes } from './office/home-routes.tsx'
import { settingsRoutes } from './office/settings-routes.tsx'
import { setupRoutes } from './office/setup-routes.tsx'
import { isDesk, paths } from './paths.ts'
import { doubtRoutes } from './posters/doubt-routes.tsx'
import { genuineRoutes } from './posters/genuine-routes.tsx'
import { posterRoutes } from './posters/routes.tsx'
import type { Tally } from './posters/tally.ts'
import { queueRoutes } from './queue/routes.tsx'
import { newSheetsRoutes } from './recovery/new-sheets-routes.tsx'
import { recoveryRoutes } from './recovery/recovery-routes.tsx'
import { recusalRoutes } from './recusal/routes.tsx'
import { referralRoutes } from './referrals/routes.tsx'
import { figureRoutes } from './rounds/figures-routes.tsx'
import { roundRoutes } from './rounds/routes.tsx'
import { inLeadingGroup, inOffice, inTeam, signedIn } from './staff/guard.ts'
import { keysRoutes } from './staff/keys-routes.tsx'
import { peopleRoutes } from './staff/people-routes.tsx'
import { staffRoutes } from './staff/routes.tsx'
import { teamKeyRoutes } from './staff/team-key-routes.tsx'
import { tellingRoutes } from './telling/routes.tsx'
import { deskFaults } from './ui/desk-fault.tsx'

interface Runtime {
  /** Reports that wait share one durable batch. Only where requests may wait for each other: not on Workers. */
  grouped: boolean
  /** What it knows of whence a request comes, and how much is let in at once; what more comes is held. */
  gate?: Gate
  /** Where it is counted how often notices are scanned; whoever gives it writes it down. */
  tally?: Tally
  /** How long a form without scripts may be on its way. */
  patience?: Patience
  /** What the runtime puts in front of the product's doors: files, and how a page is packed. */
  front?: (app: Hono) => void
}

/** Room for the longest form of staff, envelopes and all; residents' doors have limits of their own. */
const DESK_ROOM = 128 * 1024
/**
 * Forms with a field for every unit, of which there are ten thousand, one that holds a whole tree of categories, one
 * that certifies everybody anew, one that seals every team's keys anew, one with a photo.
 */
const longForms = [
  paths.assign(':round'),
  paths.mintRound(':round'),
  paths.editTree(':tree'),
  paths.officeLock,
  paths.newSheets,
  paths.sheet(':token', ':sheet'),
  paths.teamSheet(':team', ':token', ':sheet'),
  paths.fixPhoto(':team', ':report'),
]
const LONG_ROOM = 1024 * 1024

/** The server, in the order a request meets it. Every door of the product and its guard are on this page. */
export function createApp(house: House, { grouped, gate, tally, front, patience }: Runtime) {
  const forResidents = residentFaults(house)
  const forStaff = deskFaults(house)
  const faultsFor = (c: Context) => (isDesk(c.req.path) ? forStaff : forResidents)

  const app = new Hono()
  app.use(strictHeaders(house.settings.publicUrl))
  app.use(onlyAllowedHosts(house))
  front?.(app)
  app.get(paths.health, async (c) => {
    await house.db.run(sql`select 1 from offices`)
    return c.text('ok')
  })
  app.use(sameSite((c) => Promise.resolve(faultsFor(c).refuse(c, 403))))

  const room = (maxSize: number) => bodyLimit({ maxSize, onError: async (c) => forStaff.refuse(c, 413) })
  app.use(paths.setup, room(DESK_ROOM))
  app.use(`${paths.staff}/*`, except([paths.importUnits, ...longForms], room(DESK_ROOM)))
  for (const address of longForms) app.use(address, room(LONG_ROOM))

  // Residents: no cookie, nothing kept of who asked.
  app.route('/', intakeRoutes(house, { grouped, gate, tally, patience }))
  app.route('/', attachingRoutes())
  app.route('/', sendingRoutes(house, { grouped }))
  app.route('/', genuineRoutes(house))
  app.route('/', doubtRoutes(house))

  // Set-up, until the office exists; then it is not there.
  app.route('/', setupRoutes(house))
  // Two sheets, and a secret of the settings; without one, and once it has been used, it is not there.
  app.route('/', recoveryRoutes(house, { secret: house.settings.recoverSecret }))

  // Sign-in and activation; behind it the office, the leading group's figures, and each team for its own people.
  app.route('/', staffRoutes(house))
  app.use(`${paths.staff}/*`, signedIn(house))
  app.use(`${paths.office}/*`, inOffice(house))
  app.use(`${paths.staff}/teams/:team/*`, inTeam(house))
  app.use(paths.figures, inLeadingGroup(house))
  app.route('/', homeRoutes(house))
  app.route('/', settingsRoutes(house))
  app.route('/', holidayRoutes(house))
  app.route('/', peopleRoutes(house))
  app.route('/', keysRoutes(house))
  app.route('/', newSheetsRoutes(house))
  app.route('/', categoryRoutes(house))
  app.route('/', roundRoutes(house))
  app.route('/', figureRoutes(house))
  app.route('/', posterRoutes(house, { isLeast: tally?.isOneOfMany ?? false }))
  app.route('/', teamKeyRoutes(house))
  app.route('/', queueRoutes(house))
  app.route('/', fileRoutes(house))
  app.route('/', enteringRoutes(house))
  app.route('/', referralRoutes(house))
  app.route('/', escalationRoutes(house))
  app.route('/', recusalRoutes(house))
  app.route('/', leavingRoutes(house))
  app.route('/', givingRoutes(house))
  app.route('/', fixRoutes(house))
  app.route('/', fixPhotoRoutes(house))
  app.route('/', tellingRoutes(house))

  app.notFound(async (c) => faultsFor(c).notFound(c))
  app.onError(faultHandler(house, faultsFor))
  return app
}
