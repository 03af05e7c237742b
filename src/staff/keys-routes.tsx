import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { line, seen, whole } from '../http/fields.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { keys as words } from '../i18n/keys.ts'
import { setup } from '../i18n/setup.ts'
import { teamKey } from '../i18n/team-key.ts'
import { officeFrame } from '../office/home-frame.ts'
import { changeKeeper, checkSheets, viewSheets } from '../office/sheets-kept.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { refusedForm } from '../ui/field.tsx'
import { countBehindOffice } from './behind.ts'
import type { DeskContext, DeskEnv } from './guard.ts'
import { handOf } from './hand.ts'
import { listHeldTeams, listMasters } from './keys-held-view.ts'
import { KeysPage } from './keys-page.tsx'
import { listEarlierLeavers } from './lock-change.ts'
import { changeOfficeLock, officeLeavers, viewOfficeLock } from './office-lock.ts'
import { officeLockForm } from './office-lock-form.ts'
import { OFFICE } from './roles.ts'
import { sheetsInForce } from './sheets-made.ts'
import { findPerson, listOwnKeys } from './store.ts'

const checkForm = z.object({ seen, looked: z.literal('yes', 'look') })
const keeperForm = z.object({
  seen,
  sheet: whole(1, 3),
  keeper: line(40),
  place: line(60),
})
const sentences = {
  keeper: words.needsKeeper,
  place: words.needsPlace,
  looked: words.needsLook,
  twice: setup.twice,
  other: teamKey.refused,
} as const
const NOTHING: Refused = { typed: {}, problems: {} }

/** Keys, for the office: who can open what, and the recovery sheets. */
export function keysRoutes(house: House) {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  const show = async (c: DeskContext, { typed, problems } = NOTHING, status?: 409 | 422) => {
    const now = clock.now()
    const me = c.get('staff').id
    const behind = await countBehindOffice(db, me)
    const [frame, teams, masters, standing, { keepers }, leavers, lock, own] = await Promise.all([
      officeFrame(c, house),
      listHeldTeams(db),
      listMasters(db, behind > 0),
      viewSheets(db, now),
      theOffice(db),
      officeLeavers(db),
      viewOfficeLock(db, dayOf(now)),
      listOwnKeys(db, me, [OFFICE]),
    ])
    const checkedBy = standing.checked && (await findPerson(db, standing.checked.by))
    const wrong = Object.entries(problems).map(([field, message]) => [
      field,
      message === 'twice' ? message : field,
    ])
    const filled = refusedForm(frame.reader.lang, sentences, { typed, problems: Object.fromEntries(wrong) })
    const usedBy = (await sheetsInForce(db))?.by ?? ''
    const sheets = { standing, keepers, checkedBy: checkedBy?.name ?? '', usedBy }
    const earlierLeavers = behind > 0 ? await listEarlierLeavers(db, lock.number) : []
    const box = { leavers, lock, behind, earlierLeavers, own }
    const props = { frame, teams, masters, box, sheets, today: dayOf(now), filled, overtaken: status === 409 }
    return page(c, <KeysPage {...props} />, status)
  }

  app.get(paths.officeKeys, (c) => show(c))

  app.post(
    paths.officeLock,
    form(officeLockForm, (c) => show(c, NOTHING, 422)),
    async (c) => {
      const { made } = c.req.valid('form')
      const changed = await changeOfficeLock(db, made, handOf(c, house))
      if (changed === 'refused') return show(c, NOTHING, 422)
      return changed === 'done' ? done(c, paths.officeKeys, 'officeLock') : show(c, NOTHING, 409)
    },
  )

  app.post(
    paths.checkSheetsKept,
    form(checkForm, (c, refused) => show(c, refused, 422)),
    async (c) => {
      const checked = await checkSheets(db, { ...handOf(c, house), ...c.req.valid('form') })
      return checked === 'done' ? done(c, paths.officeKeys, 'sheet') : show(c, NOTHING, 409)
    },
  )

  app.post(
    paths.changeKeeper,
    form(keeperForm, (c, refused) => show(c, refused, 422)),
    async (c) => {
      const { seen, ...keeper } = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody())
      const sealedOn = dayOf(clock.now())
      const changed = await changeKeeper(db, { ...keeper, sealedOn }, { ...handOf(c, house), seen })
      if (changed === 'twice') return show(c, { typed, problems: { keeper: 'twice' } }, 422)
      return changed === 'done' ? done(c, paths.officeKeys, 'sheet') : show(c, { typed, problems: {} }, 409)
    },
  )

  return app
}
