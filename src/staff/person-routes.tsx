import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, type Refused } from '../http/form.ts'
import type { House } from '../http/house.ts'
import { recusal } from '../i18n/recusal.ts'
import { type Phrase, say } from '../i18n/speak.ts'
import { staff as words } from '../i18n/staff.ts'
import { teamProblems } from '../i18n/team.ts'
import { teamKey } from '../i18n/team-key.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { listUnitRecusals } from '../reports/recusing-units.ts'
import { listUnits } from '../rounds/units.ts'
import { refusedForm } from '../ui/field.tsx'
import { isCertificateOf } from './certified.ts'
import type { DeskContext, DeskEnv } from './guard.ts'
import { handOf } from './hand.ts'
import { inviteSentences, leaveForm, rolesForm, tickedIn } from './people-forms.ts'
import { saidOfPeople } from './people-said.tsx'
import { leaving, PersonPage } from './person-page.tsx'
import { changeRoles, leaveTeam, mistakeIn, mistakeInLeaving, standingOf } from './role-change.ts'
import { isLeading, OFFICE } from './roles.ts'
import { removeSecondFactor } from './second-factor.ts'
import { findPerson, listOwnKeys } from './store.ts'
import { addUnitRecusals, type Show } from './unit-recusal-routes.tsx'

const sentences = {
  ...inviteSentences,
  onlyLeader: words.needsKnowing,
  unit: recusal.needsUnit,
  recusalReason: teamProblems.recusalReason,
}
const versionForm = z.object({ version: seen })
const nothing: Refused = { typed: {}, problems: {} }

/** One person, for the office: their roles in every team. */
export function addPerson(app: Hono<DeskEnv>, house: House): void {
  const { db, clock } = house
  const standingIn = async (c: DeskContext) => {
    const person = await findPerson(db, c.req.param('person') ?? '')
    return person && standingOf(db, person, c.get('staff').id)
  }

  const show: Show = async (c, refused = nothing, problem, status, warned) => {
    const standing = await standingIn(c)
    if (!standing) return c.notFound()
    const [frame, keys, away, units] = await Promise.all([
      officeFrame(c, house),
      listOwnKeys(db, c.get('staff').id, [OFFICE]),
      listUnitRecusals(db, standing.person.id),
      listUnits(db),
    ])
    const { lang } = frame.reader
    const props = {
      frame: { ...frame, said: saidOfPeople(lang, c.req.query('said')) },
      standing,
      filled: refusedForm(lang, sentences, refused),
      keys,
      me: c.get('staff').id,
      recusal: {
        away,
        units,
        today: dayOf(clock.now()),
        stranded: warned?.stranded ?? [],
        mark: warned?.mark ?? '',
      },
      problem: problem && say(lang, problem),
    }
    return page(c, <PersonPage {...props} />, status)
  }

  app.get(paths.person(':person'), (c) => show(c))
  addUnitRecusals(app, house, standingIn, show)

  app.post(
    paths.removeFactor(':person'),
    form(versionForm, (c) => show(c, nothing, teamKey.refused, 422)),
    async (c) => {
      const standing = await standingIn(c)
      const hand = handOf(c, house)
      if (!standing?.hasFactor || standing.person.id === hand.who) return c.notFound()
      const { version } = c.req.valid('form')
      const seen = { id: standing.person.id, version }
      const removed = version === standing.version && (await removeSecondFactor(db, seen, hand))
      return removed === 'done'
        ? done(c, paths.person(seen.id), 'factorRemoved')
        : show(c, nothing, words.overtaken, 409)
    },
  )

  app.post(
    paths.changeRoles(':person'),
    form(rolesForm, (c, refused) => show(c, refused, teamKey.refused, 422)),
    async (c) => {
      const standing = await standingIn(c)
      if (!standing) return c.notFound()
      const { team, version, certificate, knows, ...ticks } = c.req.valid('form')
      const { person } = standing
      if (person.state !== 'active' || version !== standing.version)
        return show(c, nothing, words.overtaken, 409)
      const change = { team, roles: tickedIn(ticks), knows: knows === 'on' }
      const mistake = mistakeIn(standing, change)
      const again = (problems: Refused['problems'], problem?: Phrase) =>
        show(c, { typed: { team, ...(ticks as Refused['typed']) }, problems }, problem, 422)
      if (mistake) return again({ [mistake]: mistake }, sentences[mistake])
      const { root } = await theOffice(db)
      if (!certificate || !(await isCertificateOf(root, certificate, person, change)))
        return again({}, teamKey.refused)
      const changed = await changeRoles(
        db,
        standing,
        { ...change, certificate, signedBy: root },
        handOf(c, house),
      )
      if (changed !== 'done') return show(c, nothing, words.overtaken, 409)
      const led = standing.places.some((place) => place.team === team && isLeading(place.roles))
      return done(c, paths.person(person.id), led && !isLeading(change.roles) ? 'lockDue' : 'rolesChanged')
    },
  )

  app.post(
    paths.leaveTeam(':person'),
    form(leaveForm, (c) => show(c, nothing, teamKey.refused, 422)),
    async (c) => {
      const standing = await standingIn(c)
      if (!standing) return c.notFound()
      const { team, version, knows } = c.req.valid('form')
      const { person } = standing
      if (person.state !== 'active' || version !== standing.version)
        return show(c, nothing, words.overtaken, 409)
      const mistake = mistakeInLeaving(standing, { team, knows: knows === 'on' })
      const problems = mistake && { [leaving(team)]: mistake }
      if (problems) return show(c, { typed: {}, problems }, sentences[mistake], 422)
      const left = await leaveTeam(db, standing, team, handOf(c, house))
      return left === 'done'
        ? done(c, paths.person(person.id), 'left')
        : show(c, nothing, words.overtaken, 409)
    },
  )
}
