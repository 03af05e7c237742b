import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { assignRoutes } from './assign-routes.tsx'
import { categoriesRoutes } from './categories-routes.tsx'
import { closingRoutes } from './closing-routes.tsx'
import { countedRoutes } from './counted-routes.tsx'
import { extendRoutes } from './extend-routes.tsx'
import { importRoutes } from './import-routes.tsx'
import { milestoneRoutes } from './milestone-routes.tsx'
import { roundFormRoutes } from './round-form-routes.tsx'
import { archiveRoutes, roundPageRoutes } from './round-page-routes.tsx'
import { teamRoutes } from './team-routes.tsx'
import { unitRoutes } from './unit-routes.tsx'

/** Rounds, teams, units and who inspects what. A new round's address comes before that of any round. */
export function roundRoutes(house: House): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .route('/', archiveRoutes(house))
    .route('/', roundFormRoutes(house))
    .route('/', roundPageRoutes(house))
    .route('/', countedRoutes(house))
    .route('/', extendRoutes(house))
    .route('/', categoriesRoutes(house))
    .route('/', milestoneRoutes(house))
    .route('/', teamRoutes(house))
    .route('/', importRoutes(house))
    .route('/', closingRoutes(house))
    .route('/', unitRoutes(house))
    .route('/', assignRoutes(house))
}
