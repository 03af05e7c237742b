import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { binary } from '../http/binary.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { readJson } from '../http/json-text.ts'
import { type Phrase, saidBy, say } from '../i18n/speak.ts'
import { peopleSaid, staff as words } from '../i18n/staff.ts'
import { teamKey } from '../i18n/team-key.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { countStillBehind } from './behind.ts'
import { isTeamStatement } from './certified.ts'
import { listColleagues } from './colleagues.ts'
import { addConfirming } from './confirm-routes.tsx'
import { certificate, epoch, point, sealedPrivateKey } from './credentials.ts'
import type { DeskContext, DeskEnv } from './guard.ts'
import { handOf } from './hand.ts'
import { isKeeper } from './keepers.ts'
import { lockStanding } from './lock-change.ts'
import { listFromSheets } from './recoverable.ts'
import { addResealing } from './reseal-routes.tsx'
import { teamHolder } from './roles.ts'
import { sheetsInForce } from './sheets-made.ts'
import { findPerson, listOwnKeys } from './store.ts'
import { findKeyTeam, handOverKeys, type KeyTeam, keepTeamKeys, listTeamKeys, lockOf } from './team-keys.ts'
import { TeamKeysPage } from './team-keys-page.tsx'

const makeForm = z.object({
  epoch,
  office: certificate,
  key: point,
  contactKey: point,
  signature: binary(64),
  grantKey: sealedPrivateKey,
  grantContact: sealedPrivateKey,
  recoveryKey: sealedPrivateKey,
  recoveryContactKey: sealedPrivateKey,
  others: z.optional(
    z.pipe(
      z.pipe(z.string().check(z.maxLength(100_000)), z.transform(readJson)),
      z.array(
        z.object({
          personId: z.string().check(z.maxLength(64)),
          key: sealedPrivateKey,
          contact: z.optional(sealedPrivateKey),
        }),
      ),
    ),
  ),
})
const grantForm = z.object({
  epoch,
  personId: z.string().check(z.maxLength(64)),
  key: z.optional(sealedPrivateKey),
  contact: z.optional(sealedPrivateKey),
})

/** A team's key: made by its leader, confirmed by the office, handed on among colleagues. */
export function teamKeyRoutes(house: House) {
  const { db, settings } = house
  const app = new Hono<DeskEnv>()
  const teamIn = (c: DeskContext) => findKeyTeam(db, c.req.param('team') ?? '')
  const saidIn = (c: DeskContext) => saidBy(peopleSaid, c.req.query('said'))

  const show = async (c: DeskContext, team: KeyTeam, problem?: Phrase, status?: 409 | 422) => {
    const staff = c.get('staff')
    const { lang } = staff
    const keys = await listTeamKeys(db, team.id)
    const { roles } = c.get('role')
    const by = { id: staff.id, roles }
    const made = lockOf(keys)
    const said = saidIn(c)
    const view = {
      team,
      made,
      lock: await lockStanding(db, team.id, keys),
      mayMakeNext: await isKeeper(db, team.id, staff.id),
      behind: made?.certificate ? await countStillBehind(db, { teamId: team.id, epoch: made.epoch, by }) : 0,
      colleagues: await listColleagues(db, team.id, made?.epoch ?? 0),
      fromSheets: await listFromSheets(db, team.id),
      sheets: await sheetsInForce(db),
      officeCertificate: (await theOffice(db)).certificate,
      keys: await listOwnKeys(db, staff.id, [teamHolder(team.id)]),
    }
    const props = {
      staff,
      roles,
      demo: settings.demo,
      view,
      said: said && say(lang, said),
      problem: problem && say(lang, problem),
    }
    return page(c, <TeamKeysPage {...props} />, status)
  }
  const showAgain = (problem: Phrase, status: 409 | 422) => async (c: DeskContext) => {
    const team = await teamIn(c)
    return team ? show(c, team, problem, status) : c.notFound()
  }

  app.get(paths.keys(':team'), async (c) => {
    const team = await teamIn(c)
    return team ? show(c, team) : c.notFound()
  })

  app.post(paths.makeKeys(':team'), form(makeForm, showAgain(teamKey.refused, 422)), async (c) => {
    const team = await teamIn(c)
    if (!team || !c.get('role').roles.includes('leader')) return c.notFound()
    const made = c.req.valid('form')
    const person = await findPerson(db, c.get('staff').id)
    const lock = await lockStanding(db, team.id, await listTeamKeys(db, team.id))
    if (!(await isKeeper(db, team.id, c.get('staff').id))) return show(c, team, teamKey.handedFirst, 409)
    if (made.epoch !== lock.next) return show(c, team, words.overtaken, 409)
    if (!(await isTeamStatement(person?.signingKey, team, made))) return show(c, team, teamKey.refused, 422)
    const kept = await keepTeamKeys(db, team.id, made, handOf(c, house))
    if (kept === 'refused') return show(c, team, teamKey.grantRefused, 422)
    return kept === 'done' ? done(c, paths.keys(team.id)) : show(c, team, words.overtaken, 409)
  })

  app.post(paths.grant(':team'), form(grantForm, showAgain(teamKey.refused, 422)), async (c) => {
    const team = await teamIn(c)
    if (!team) return c.notFound()
    const handed = await handOverKeys(db, { teamId: team.id, ...c.req.valid('form') }, handOf(c, house))
    if (handed === 'refused') return show(c, team, teamKey.grantRefused, 422)
    return handed === 'done'
      ? done(c, paths.keys(team.id), 'handedOver')
      : show(c, team, words.overtaken, 409)
  })

  addConfirming(app, house)
  addResealing(app, house)
  return app
}
