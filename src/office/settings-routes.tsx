import * as z from 'zod/mini'
import { addDays, dayOf } from '../clock/day.ts'
import { settable, settables } from '../clock/limits.ts'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { roundProblems } from '../i18n/rounds.ts'
import { settings as words } from '../i18n/settings.ts'
import { setup } from '../i18n/setup.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { certificate } from '../staff/credentials.ts'
import type { DeskContext, DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { OFFICE } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import { type Filled, overtakenForm, refusedForm } from '../ui/field.tsx'
import { dialectNames } from './dialects.ts'
import { officeFrame } from './home-frame.ts'
import { latestLimits, limitsForm } from './limits-form.ts'
import { SettingsPage } from './settings-page.tsx'
import { publicOrigin } from './setup.ts'
import {
  dialectsVersion,
  requireSecondFactor,
  secondAddressVersion,
  secondOrigin,
  setDialects,
  setLimits,
  setSecondAddress,
  theOffice,
} from './store.ts'

const wantForm = z.object({ want: z.enum(['on', 'off']) })

/** Signed in the browser; nothing when there is to be no second address any more. */
const secondForm = z.object({
  version: seen,
  second: z.pipe(z.string().check(z.trim()), z.union([z.literal(''), publicOrigin])),
  certificate: z.optional(certificate),
})

const dialectsForm = z.object({ version: seen, dialects: dialectNames })

/** What the office may set. Behind the guard `inOffice`. */
export function settingsRoutes(house: House): Hono<DeskEnv> {
  const { db, clock, settings } = house
  const app = new Hono<DeskEnv>()

  /** What was typed into one of its forms; the others show what is stored. */
  interface Again {
    second?: Filled
    limits?: Filled
    dialects?: Filled
  }
  const show = async (c: DeskContext, again: Again = {}, status?: 409 | 422) => {
    const version = await dialectsVersion(db)
    const office = await theOffice(db)
    const { secondFactor, publicUrl } = office
    const second = await secondOrigin(office)
    const props = {
      frame: await officeFrame(c, house),
      wantsFactor: secondFactor,
      address: { origin: publicUrl, isGiven: settings.publicUrl === publicUrl },
      second,
      allowedHosts: settings.allowedHosts,
      secondForm: again.second ?? { typed: { second } },
      secondVersion: await secondAddressVersion(db),
      isStale: status === 409 && again.second !== undefined,
      limits: {
        today: dayOf(clock.now()),
        changes: office.limits,
        filled: again.limits ?? { typed: latestLimits(office.limits) },
        overtaken: status === 409 && again.limits !== undefined,
      },
      spokenHere: office.dialects,
      dialects: {
        version,
        filled: again.dialects ?? { typed: { dialects: office.dialects.join('、') } },
        overtaken: status === 409 && again.dialects !== undefined,
      },
      own: await listOwnKeys(db, c.get('staff').id, [OFFICE]),
    }
    return page(c, <SettingsPage {...props} />, status)
  }

  app.get(paths.settings, (c) => show(c))

  app.post(
    paths.settings,
    form(wantForm, (c) => c.notFound()),
    async (c) => {
      const { want } = c.req.valid('form')
      await requireSecondFactor(db, want === 'on', handOf(c, house))
      return done(c, paths.settings, want === 'on' ? 'wanted' : 'saved')
    },
  )

  app.post(
    paths.secondAddress,
    form(secondForm, (c, { typed }) => {
      const sentences = { other: setup.publicUrlWrong }
      const problems = { second: 'other' }
      return show(c, { second: refusedForm(deskReader(c).lang, sentences, { typed, problems }) }, 422)
    }),
    async (c) => {
      const { version, second, certificate: signed = '' } = c.req.valid('form')
      const { root } = await theOffice(db)
      // A page from before the office's lock was changed signs with the root that was.
      const isSigned = !second || (await secondOrigin({ root, secondAddress: signed })) === second
      const set = { origin: second, signed: second && signed }
      const saved = isSigned && (await setSecondAddress(db, version, set, handOf(c, house)))
      if (saved === 'done') return done(c, paths.settings, 'set')
      return show(c, { second: { typed: typedIn(await c.req.parseBody()) } }, 409)
    },
  )

  app.post(
    paths.limits,
    form(limitsForm, (c, { typed, problems }) => show(c, { limits: wrongLimits(c, typed, problems) }, 422)),
    async (c) => {
      const { version, ...days } = c.req.valid('form')
      const stored = async () => latestLimits((await theOffice(db)).limits)
      const before = await stored()
      const now = clock.now()
      const set = { from: addDays(dayOf(now), 1), days }
      const isNew = settables.some((name) => String(days[name]) !== before[name])
      const saved = isNew && (await setLimits(db, version, set, { who: c.get('staff').id, now }))
      if (saved !== 'overtaken') return done(c, paths.settings, 'set')
      const typed = typedIn(await c.req.parseBody())
      return show(c, { limits: overtakenForm(deskReader(c).lang, typed, await stored()) }, 409)
    },
  )

  app.post(
    paths.dialects,
    form(dialectsForm, (c, refused) =>
      show(c, { dialects: refusedForm(deskReader(c).lang, roundProblems, refused) }, 422),
    ),
    async (c) => {
      const { version, dialects } = c.req.valid('form')
      const typed = { dialects: dialects.join('、') }
      const stored = async () => ({ dialects: (await theOffice(db)).dialects.join('、') })
      const isNew = typed.dialects !== (await stored()).dialects
      const saved = isNew && (await setDialects(db, version, dialects, handOf(c, house)))
      if (saved !== 'overtaken') return done(c, paths.settings, 'set')
      return show(c, { dialects: overtakenForm(deskReader(c).lang, typed, await stored()) }, 409)
    },
  )

  return app
}

function wrongLimits(
  c: DeskContext,
  typed: Record<string, string>,
  problems: Record<string, string>,
): Filled {
  const { lang } = deskReader(c)
  const said = settables.flatMap((name) => {
    const [least, most] = settable[name]
    return problems[name] === undefined ? [] : [[name, say(lang, words.between, { least, most })]]
  })
  return { typed, problems: Object.fromEntries(said) }
}
