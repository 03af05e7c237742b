import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { approveRoutes } from './approve-routes.tsx'
import { designateRoutes } from './designate-routes.tsx'
import { handlingUnitRoutes } from './handling-unit-routes.tsx'
import { letterRoutes } from './letter-routes.tsx'
import { oneLetterRoutes } from './one-letter-routes.tsx'
import { supervisionRoutes } from './supervision-routes.tsx'
import { teamRoutes } from './team-routes.tsx'

/** Referral (转办): the team's approval and letters, the office's list, numbers and leave. Behind both guards. */
export function referralRoutes(house: House): Hono<DeskEnv> {
  return new Hono<DeskEnv>()
    .route('/', letterRoutes(house))
    .route('/', designateRoutes(house))
    .route('/', oneLetterRoutes(house))
    .route('/', supervisionRoutes(house))
    .route('/', handlingUnitRoutes(house))
    .route('/', approveRoutes(house))
    .route('/', teamRoutes(house))
}
