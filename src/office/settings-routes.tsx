import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { setup } from '../i18n/setup.ts'
import { paths } from '../paths.ts'
import { certificate } from '../staff/credentials.ts'
import type { DeskContext, DeskEnv } from '../staff/guard.ts'
import { deskReader } from '../staff/language.ts'
import { OFFICE } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { officeFrame } from './home-frame.ts'
import { SettingsPage } from './settings-page.tsx'
import { publicOrigin } from './setup.ts'
import { requireSecondFactor, secondOrigin, setSecondAddress, theOffice } from './store.ts'

const wantForm = z.object({ want: z.enum(['on', 'off']) })

/** Signed in the browser; nothing when there is to be no second address any more. */
const secondForm = z.object({
  second: z.pipe(z.string().check(z.trim()), z.union([z.literal(''), publicOrigin])),
  certificate: z.optional(certificate),
})

/** What the office may set. Behind the guard `inOffice`. */
export function settingsRoutes(house: House): Hono<DeskEnv> {
  const { db, clock, settings } = house
  const app = new Hono<DeskEnv>()

  const show = async (c: DeskContext, filled?: Filled, again?: 409 | 422) => {
    const office = await theOffice(db)
    const { secondFactor, publicUrl } = office
    const second = await secondOrigin(office)
    const props = {
      frame: await officeFrame(c, house),
      wantsFactor: secondFactor,
      address: { origin: publicUrl, isGiven: settings.publicUrl === publicUrl },
      second,
      secondForm: filled ?? { typed: { second } },
      isStale: again === 409,
      own: await listOwnKeys(db, c.get('staff').id, [OFFICE]),
    }
    return page(c, <SettingsPage {...props} />, again)
  }

  app.get(paths.settings, (c) => show(c))

  app.post(
    paths.settings,
    form(wantForm, (c) => c.notFound()),
    async (c) => {
      const { want } = c.req.valid('form')
      await requireSecondFactor(db, want === 'on', { who: c.get('staff').id, now: clock.now() })
      return done(c, paths.settings, 'set')
    },
  )

  app.post(
    paths.secondAddress,
    form(secondForm, (c, { typed }) => {
      const words = { other: setup.publicUrlWrong }
      return show(c, refusedForm(deskReader(c).lang, words, { typed, problems: { second: 'other' } }), 422)
    }),
    async (c) => {
      const { second, certificate: signed = '' } = c.req.valid('form')
      const { root } = await theOffice(db)
      // A page from before the office's lock was changed signs with the root that was.
      if (second && (await secondOrigin({ root, secondAddress: signed })) !== second)
        return show(c, { typed: typedIn(await c.req.parseBody()) }, 409)
      const set = { origin: second, signed: second && signed }
      await setSecondAddress(db, set, { who: c.get('staff').id, now: clock.now() })
      return done(c, paths.settings, 'set')
    },
  )

  return app
}
