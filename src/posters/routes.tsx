import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { codeRoutes } from './code-routes.tsx'
import { seenDoubtRoutes } from './doubt-routes.tsx'
import { mintRoundRoutes } from './mint-round-routes.tsx'
import { mintRoutes } from './mint-routes.tsx'
import { printRoundRoutes } from './print-round-routes.tsx'
import { printRoutes } from './print-routes.tsx'
import { scanRoutes } from './scan-routes.tsx'
import { sheetRoutes } from './sheet-routes.tsx'

/** The office's codes: made, put in use, withdrawn, printed. */
export const posterRoutes = (house: House, { isLeast }: { isLeast: boolean }): Hono<DeskEnv> =>
  new Hono<DeskEnv>()
    .route('/', mintRoutes(house))
    .route('/', mintRoundRoutes(house))
    .route('/', codeRoutes(house))
    .route('/', printRoutes(house))
    .route('/', printRoundRoutes(house))
    .route('/', scanRoutes(house, { isLeast }))
    .route('/', sheetRoutes(house))
    .route('/', seenDoubtRoutes(house))
