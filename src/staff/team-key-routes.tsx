import { type Context, Hono } from 'hono'
import * as z from 'zod'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { binary } from '../http/binary.ts'
import { form } from '../http/form.ts'
import type { House } from '../http/house.ts'
import { type Phrase, say } from '../i18n/speak.ts'
import { peopleSaid, staff as words } from '../i18n/staff.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { isTeamCertificate, isTeamStatement } from './certified.ts'
import { ConfirmPage } from './confirm-page.tsx'
import { certificate, point, sealedKey } from './credentials.ts'
import type { DeskEnv } from './guard.ts'
import { OFFICE, teamHolder } from './roles.ts'
import { findPerson, listOwnKeys } from './store.ts'
import {
  confirmTeamKeys,
  findKeyTeam,
  handOverKeys,
  type KeyTeam,
  listColleagues,
  listTeamKeys,
  makeTeamKeys,
  nextEpoch,
  validity,
} from './team-keys.ts'
import { TeamKeysPage } from './team-keys-page.tsx'

type Desk = Context<DeskEnv>

const epoch = z.coerce.number().int().min(1).max(10_000)
const makeForm = z.object({
  epoch,
  key: point,
  contactKey: point,
  signature: binary(64),
  grantKey: sealedKey,
  grantContact: sealedKey,
  recoveryKey: sealedKey,
  recoveryContactKey: sealedKey,
})
const grantForm = z.object({
  epoch,
  personId: z.string().max(64),
  key: sealedKey.optional(),
  contact: sealedKey.optional(),
})
const confirmForm = z.object({ epoch, certificate })

/** A team's key: made by its leader, confirmed by the office, handed on among colleagues. */
export function teamKeyRoutes(house: House) {
  const { db, clock, settings } = house
  const app = new Hono<DeskEnv>()
  const hand = (c: Desk) => ({ who: c.get('staff').id, now: clock.now() })
  const teamIn = (c: Desk) => findKeyTeam(db, c.req.param('team') ?? '')
  const saidIn = (c: Desk) => Object.entries(peopleSaid).find(([name]) => name === c.req.query('said'))?.[1]

  const show = async (c: Desk, team: KeyTeam, problem?: Phrase, status?: 409 | 422) => {
    const staff = c.get('staff')
    const { lang } = staff
    const keys = await listTeamKeys(db, team.id)
    const made = keys.find(({ certificate }) => certificate !== null) ?? keys[0]
    const said = saidIn(c)
    const view = {
      team,
      made,
      next: nextEpoch(keys),
      colleagues: await listColleagues(db, team.id, made?.epoch ?? 0),
      officeCertificate: (await theOffice(db)).certificate,
      keys: await listOwnKeys(db, staff.id, [teamHolder(team.id)]),
    }
    const { roles } = c.get('role')
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
  const showAgain = (problem: Phrase, status: 409 | 422) => async (c: Desk) => {
    const team = await teamIn(c)
    return team ? show(c, team, problem, status) : c.notFound()
  }

  app.get(paths.keys(':team'), async (c) => {
    const team = await teamIn(c)
    return team ? show(c, team) : c.notFound()
  })

  app.post(paths.makeKeys(':team'), form(makeForm, showAgain(words.refused, 422)), async (c) => {
    const team = await teamIn(c)
    if (!team || !c.get('role').roles.includes('leader')) return c.notFound()
    const made = c.req.valid('form')
    const person = await findPerson(db, c.get('staff').id)
    if (made.epoch !== nextEpoch(await listTeamKeys(db, team.id))) return show(c, team, words.overtaken, 409)
    if (!(await isTeamStatement(person?.signingKey, team, made))) return show(c, team, words.refused, 422)
    const kept = await makeTeamKeys(db, team.id, made, hand(c))
    return kept === 'done' ? done(c, paths.keys(team.id)) : show(c, team, words.overtaken, 409)
  })

  app.post(paths.grant(':team'), form(grantForm, showAgain(words.refused, 422)), async (c) => {
    const team = await teamIn(c)
    if (!team) return c.notFound()
    const handed = await handOverKeys(db, { teamId: team.id, ...c.req.valid('form') }, hand(c))
    if (handed === 'refused') return show(c, team, words.grantRefused, 422)
    return handed === 'done'
      ? done(c, paths.keys(team.id), 'handedOver')
      : show(c, team, words.overtaken, 409)
  })

  const showConfirm = async (c: Desk, team: KeyTeam, problem?: Phrase, status?: 409 | 422) => {
    const [made] = await listTeamKeys(db, team.id)
    const leader = made && (await findPerson(db, made.madeBy))
    const membership =
      leader && (await listColleagues(db, team.id, made.epoch)).find(({ id }) => id === leader.id)
    const today = dayOf(clock.now())
    const frame = await officeFrame(c, house)
    const said = saidIn(c)
    const view = {
      team,
      made,
      leader: leader && { id: leader.id, name: leader.name, certificate: membership?.certificate ?? null },
      madeOn: made ? dayOf(new Date(made.madeAt)) : today,
      today,
      days: validity(team, today),
      keys: await listOwnKeys(db, c.get('staff').id, [OFFICE]),
    }
    const { lang } = frame.reader
    return page(
      c,
      <ConfirmPage
        frame={{ ...frame, said: said && say(lang, said) }}
        view={view}
        problem={problem && say(lang, problem)}
      />,
      status,
    )
  }

  app.get(paths.certifyTeam(':team'), async (c) => {
    const team = await teamIn(c)
    return team ? showConfirm(c, team) : c.notFound()
  })

  const confirmAgain = async (c: Desk) => {
    const team = await teamIn(c)
    return team ? showConfirm(c, team, words.refused, 422) : c.notFound()
  }
  app.post(paths.certifyTeam(':team'), form(confirmForm, confirmAgain), async (c) => {
    const team = await teamIn(c)
    if (!team) return c.notFound()
    const { epoch, certificate } = c.req.valid('form')
    const [made] = await listTeamKeys(db, team.id)
    if (made?.epoch !== epoch || made.certificate !== null) return showConfirm(c, team, words.overtaken, 409)
    const { root } = await theOffice(db)
    const expected = { team, made, days: validity(team, dayOf(clock.now())) }
    if (!(await isTeamCertificate(root, certificate, expected)))
      return showConfirm(c, team, words.refused, 422)
    const confirmed = await confirmTeamKeys(db, made, certificate, hand(c))
    return confirmed === 'done'
      ? done(c, paths.certifyTeam(team.id))
      : showConfirm(c, team, words.overtaken, 409)
  })

  return app
}
