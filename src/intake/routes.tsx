import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { codeRoutes, type Intake } from './code-routes.tsx'
import { plainRoutes } from './plain-routes.tsx'
import { progressRoutes } from './progress-routes.tsx'

/** Everything a resident meets. No page here sets a cookie or keeps anything of who asked. */
export function intakeRoutes(house: House, intake: Intake) {
  const app = new Hono()
  app.route('/', plainRoutes(house))
  app.route('/', codeRoutes(house, intake))
  app.route('/', progressRoutes(house, intake.gate))
  return app
}
