import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { form } from '../http/form.ts'
import type { House } from '../http/house.ts'
import { type Phrase, say } from '../i18n/speak.ts'
import { staff as words } from '../i18n/staff.ts'
import { teamKey } from '../i18n/team-key.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { isTeamCertificate } from './certified.ts'
import { listColleagues } from './colleagues.ts'
import { ConfirmPage } from './confirm-page.tsx'
import { certificate, epoch } from './credentials.ts'
import type { DeskContext, DeskEnv } from './guard.ts'
import { handOf } from './hand.ts'
import { lockStanding } from './lock-change.ts'
import { OFFICE } from './roles.ts'
import { sheetsInForce } from './sheets-made.ts'
import { findPerson, listOwnKeys } from './store.ts'
import { confirmTeamKeys, findKeyTeam, type KeyTeam, listTeamKeys, validity } from './team-keys.ts'

const confirmForm = z.object({ epoch, certificate })

/** The office's side: what a leader made and signed is checked and put in use. */
export function addConfirming(app: Hono<DeskEnv>, house: House): void {
  const { db, clock } = house
  const teamIn = (c: DeskContext) => findKeyTeam(db, c.req.param('team') ?? '')

  const showConfirm = async (c: DeskContext, team: KeyTeam, problem?: Phrase, status?: 409 | 422) => {
    const [made] = await listTeamKeys(db, team.id)
    const leader = made && (await findPerson(db, made.madeBy))
    const membership =
      leader && (await listColleagues(db, team.id, made.epoch)).find(({ id }) => id === leader.id)
    const today = dayOf(clock.now())
    const frame = await officeFrame(c, house)
    const view = {
      team,
      made,
      leader: leader && {
        id: leader.id,
        name: leader.name,
        roles: membership?.roles ?? [],
        certificate: membership?.certificate ?? null,
      },
      madeOn: made ? dayOf(new Date(made.madeAt)) : today,
      today,
      days: validity(team, today),
      keys: await listOwnKeys(db, c.get('staff').id, [OFFICE]),
      sheets: await sheetsInForce(db),
    }
    const { lang } = frame.reader
    return page(c, <ConfirmPage frame={frame} view={view} problem={problem && say(lang, problem)} />, status)
  }

  app.get(paths.certifyTeam(':team'), async (c) => {
    const team = await teamIn(c)
    return team ? showConfirm(c, team) : c.notFound()
  })

  const confirmAgain = async (c: DeskContext) => {
    const team = await teamIn(c)
    return team ? showConfirm(c, team, teamKey.refused, 422) : c.notFound()
  }
  app.post(paths.certifyTeam(':team'), form(confirmForm, confirmAgain), async (c) => {
    const team = await teamIn(c)
    if (!team) return c.notFound()
    const { epoch, certificate } = c.req.valid('form')
    const [made] = await listTeamKeys(db, team.id)
    if (made?.epoch !== epoch || made.certificate !== null) return showConfirm(c, team, words.overtaken, 409)
    const { isDue } = await lockStanding(db, team.id, [made])
    if (isDue) return showConfirm(c, team, words.overtaken, 409)
    const { root } = await theOffice(db)
    const expected = { team, made, days: validity(team, dayOf(clock.now())) }
    if (!(await isTeamCertificate(root, certificate, expected)))
      return showConfirm(c, team, teamKey.refused, 422)
    const confirmed = await confirmTeamKeys(db, made, { certificate, signedBy: root }, handOf(c, house))
    return confirmed === 'done'
      ? done(c, paths.certifyTeam(team.id))
      : showConfirm(c, team, words.overtaken, 409)
  })
}
