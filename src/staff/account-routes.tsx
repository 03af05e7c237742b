import type { Context, Hono } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { binary } from '../http/binary.ts'
import { form, type Refused } from '../http/form.ts'
import type { House } from '../http/house.ts'
import { type Phrase, say } from '../i18n/speak.ts'
import { staff as words } from '../i18n/staff.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { AccountPage } from './account-page.tsx'
import { type DeskEnv, signedIn } from './guard.ts'
import { hasSecondFactor, setSecondFactor } from './second-factor.ts'
import { listTeamNames } from './store.ts'

const factorForm = z.object({ secret: binary(20), code: z.string().check(z.regex(/^[0-9]{6}$/)) })

/** A person's own page: who they are here, and their second factor. */
export function addAccount(app: Hono<DeskEnv>, house: House): void {
  const { db, clock, serverSecret: secret, settings } = house

  const show = async (
    c: Context<DeskEnv>,
    typed: Refused['typed'] = {},
    problem?: Phrase,
    status?: 409 | 422,
  ) => {
    const staff = c.get('staff')
    const [office, hasFactor, names] = await Promise.all([
      theOffice(db),
      hasSecondFactor(db, staff.id),
      listTeamNames(
        db,
        staff.memberships.map(({ team }) => team),
      ),
    ])
    const props = {
      staff,
      names,
      issuer: office.shortName,
      demo: settings.demo,
      hasFactor,
      secret: typed.secret ?? '',
      problem: problem && say(staff.lang, problem),
    }
    return page(c, <AccountPage {...props} />, status)
  }

  app.get(paths.account, signedIn(house), (c) => show(c))

  app.post(
    paths.account,
    signedIn(house),
    form(factorForm, (c, { typed }) => show(c, typed, words.codeWrong, 422)),
    async (c) => {
      const { secret: shared, code } = c.req.valid('form')
      const door = { db, secret, now: clock.now() }
      const set = await setSecondFactor(door, c.get('staff').id, { shared, code })
      if (set === 'done') return done(c, paths.account)
      if (set === 'overtaken') return show(c, {}, words.overtaken, 409)
      return show(c, { secret: String((await c.req.parseBody()).secret) }, words.codeWrong, 422)
    },
  )
}
