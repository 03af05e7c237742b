import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { officeFrame } from './home-frame.ts'
import { SettingsPage } from './settings-page.tsx'
import { requireSecondFactor, theOffice } from './store.ts'

const wantForm = z.object({ want: z.enum(['on', 'off']) })

/** What the office may set. Behind the guard `inOffice`. */
export function settingsRoutes(house: House): Hono<DeskEnv> {
  const { db, clock, settings } = house
  const app = new Hono<DeskEnv>()

  app.get(paths.settings, async (c) => {
    const { secondFactor, publicUrl } = await theOffice(db)
    const props = {
      frame: await officeFrame(c, house),
      wantsFactor: secondFactor,
      address: { origin: publicUrl, isGiven: settings.publicUrl === publicUrl },
    }
    return page(c, <SettingsPage {...props} />)
  })

  app.post(
    paths.settings,
    form(wantForm, (c) => c.notFound()),
    async (c) => {
      const { want } = c.req.valid('form')
      await requireSecondFactor(db, want === 'on', { who: c.get('staff').id, now: clock.now() })
      return done(c, paths.settings, 'set')
    },
  )

  return app
}
