import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { contactRoutes } from './contact-routes.tsx'
import { earlierRoutes } from './earlier-routes.tsx'
import { handingRoutes } from './handing-routes.tsx'
import { heldRoutes } from './held-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { moveRoutes } from './move-routes.tsx'
import { ownerRoutes } from './owner-routes.tsx'
import { proposalRoutes } from './proposal-routes.tsx'
import { reportRoutes } from './report-routes.tsx'
import { talkRoutes } from './talk-routes.tsx'
import { toldRoutes } from './told-routes.tsx'

/** A team's desk: what waits, one report, its next step. Behind the guard `inTeam`. */
export function queueRoutes(house: House): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .route('/', listRoutes(house))
    .route('/', reportRoutes(house))
    .route('/', heldRoutes(house))
    .route('/', ownerRoutes(house))
    .route('/', moveRoutes(house))
    .route('/', proposalRoutes(house))
    .route('/', talkRoutes(house))
    .route('/', toldRoutes(house))
    .route('/', contactRoutes(house))
    .route('/', handingRoutes(house))
    .route('/', earlierRoutes(house))
}
