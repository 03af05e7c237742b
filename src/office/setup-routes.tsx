import type { Context } from 'hono'
import { dayOf } from '../clock/day.ts'
import { page } from '../http/answer.ts'
import { json } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import type { Lang } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { sameBytes, utf8 } from '../sealing/bytes.ts'
import { deskReader } from '../staff/language.ts'
import { foundOffice, isConsistent, setupShape } from './setup.ts'
import { SetupPage } from './setup-page.tsx'
import { findOffice } from './store.ts'

/** Once the office exists, and for everybody without the secret, this is not there. */
export function setupRoutes({ db, clock, settings, setupSecret }: House) {
  const app = new Hono()

  app.use(paths.setup, async (c, next) => {
    const secret = c.req.query('secret') ?? ''
    const open = sameBytes(utf8(secret), utf8(setupSecret)) && !(await findOffice(db))
    return open ? next() : c.notFound()
  })

  app.get(paths.setup, (c) => {
    const reader = deskReader(c)
    const publicUrl = settings.publicUrl ?? new URL(c.req.url).origin
    const props = {
      reader,
      demo: settings.demo,
      inLang: (lang: Lang) => `${paths.setup}?${new URLSearchParams({ secret: setupSecret, lang })}`,
      publicUrl,
      today: dayOf(clock.now()),
    }
    return page(c, <SetupPage {...props} />)
  })

  const refuse = (c: Context) => c.json({ problem: 'refused' }, 422)
  app.post(paths.setup, json(setupShape, refuse), async (c) => {
    const set = c.req.valid('json')
    if (!(await isConsistent(set))) return refuse(c)
    const founded = await foundOffice(db, set, clock.now())
    return founded === 'done' ? c.body(null, 204) : c.notFound()
  })

  return app
}
