import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { activation } from '../i18n/activation.ts'
import { type Phrase, say } from '../i18n/speak.ts'
import { staff as words } from '../i18n/staff.ts'
import { teamKey } from '../i18n/team-key.ts'
import { listSteps } from '../log/record.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { refusedForm } from '../ui/field.tsx'
import { ActivationSheetPage } from './activation-sheet-page.tsx'
import { isCertificateOf } from './certified.ts'
import { username } from './credentials.ts'
import type { DeskContext, DeskEnv } from './guard.ts'
import { handOf } from './hand.ts'
import { answerOf, findInvitation, invite, inviteAgain, isOpen } from './invitations.ts'
import { InvitePage } from './invite-page.tsx'
import { certify, disablePerson, enablePerson } from './people.ts'
import {
  certifyForm,
  inviteForm,
  inviteSentences,
  named,
  rolesMistake,
  sheetForm,
  sheetOf,
} from './people-forms.ts'
import { listPeople, listPlaces } from './people-list.ts'
import { PeoplePage } from './people-page.tsx'
import { saidOfPeople } from './people-said.tsx'
import { addPerson } from './person-routes.tsx'
import { isTeam, OFFICE } from './roles.ts'
import { findByUsername, findPerson, listAdministrators, listMemberships, listOwnKeys } from './store.ts'

/** People, for the office: who there is, activation sheets, and verifying who came with them. */
export function peopleRoutes(house: House) {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()
  const today = () => dayOf(clock.now())
  const hand = (c: DeskContext) => ({ ...handOf(c, house), today: today() })
  const personIn = (c: DeskContext) => findPerson(db, c.req.param('person') ?? '')
  const ownKeys = (c: DeskContext) => listOwnKeys(db, c.get('staff').id, [OFFICE])

  const showPeople = async (c: DeskContext, problem?: Phrase, status?: 409 | 422) => {
    const [frame, people, administrators, keys] = await Promise.all([
      officeFrame(c, house),
      listPeople(db, today(), c.get('staff').id),
      listAdministrators(db),
      ownKeys(c),
    ])
    const { lang } = frame.reader
    return page(
      c,
      <PeoplePage
        frame={{ ...frame, said: saidOfPeople(lang, c.req.query('said')) }}
        people={people}
        administrators={administrators}
        keys={keys}
        me={c.get('staff').id}
        wantsFactor={(await theOffice(db)).secondFactor}
        today={today()}
        problem={problem && say(lang, problem)}
      />,
      status,
    )
  }

  const showInvite = async (
    c: DeskContext,
    refused: Refused = { typed: {}, problems: {} },
    status?: 409 | 422,
  ) => {
    const [frame, places, administrators, keys] = await Promise.all([
      officeFrame(c, house),
      listPlaces(db),
      listAdministrators(db),
      ownKeys(c),
    ])
    const { typed, problems } = refused
    const filled = refusedForm(frame.reader.lang, inviteSentences, { typed, problems: named(problems) })
    const props = { frame, filled, places, administrators, keys, overtaken: status === 409 }
    return page(c, <InvitePage {...props} />, status)
  }

  /** The schema stops at the first that is no field's own; the rest is looked at too, to be mended in one go. */
  const everyMistake = async ({ typed, problems }: Refused): Promise<Refused> => {
    const name = username.safeParse(typed.username)
    const isTaken = name.success && (await findByUsername(db, name.data)) !== undefined
    const roles = rolesMistake(typed)
    return {
      typed,
      problems: { ...(isTaken && { username: 'usernameTaken' }), ...(roles && { roles }), ...problems },
    }
  }

  app.get(paths.people, (c) => showPeople(c))
  app.get(paths.invite, (c) => showInvite(c, { typed: typedIn(c.req.query()), problems: {} }))

  app.post(
    paths.invite,
    form(inviteForm, async (c, refused) => showInvite(c, await everyMistake(refused), 422)),
    async (c) => {
      const { name, username, team, roles, ...sheet } = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody())
      const isPlace = !isTeam(team) || (await listPlaces(db)).some((place) => place.team === team)
      if (!isPlace) return showInvite(c, { typed, problems: { team: 'team' } }, 422)
      const invitee = { id: house.newId(), name, username, team, roles }
      const invited = await invite(db, invitee, sheetOf(sheet), hand(c))
      if (invited === 'usernameTaken')
        return showInvite(c, { typed, problems: { username: 'usernameTaken' } }, 422)
      if (invited === 'overtaken') return showInvite(c, { typed, problems: {} }, 409)
      return done(c, paths.activationSheet(sheet.id))
    },
  )

  app.post(
    paths.inviteAgain(':person'),
    form(sheetForm, (c) => showPeople(c, teamKey.refused, 422)),
    async (c) => {
      const person = await personIn(c)
      const places = person ? await listMemberships(db, person.id) : []
      if (!person || person.state === 'disabled' || places.length === 0) return c.notFound()
      const sheet = sheetOf(c.req.valid('form'))
      const invited = await inviteAgain(db, person.id, sheet, hand(c))
      return invited === 'done'
        ? done(c, paths.activationSheet(sheet.id))
        : showPeople(c, words.overtaken, 409)
    },
  )

  app.get(paths.activationSheet(':invitation'), async (c) => {
    const invitation = await findInvitation(db, c.req.param('invitation') ?? '')
    const person = invitation && (await findPerson(db, invitation.personId))
    if (!invitation || !person) return c.notFound()
    if (!isOpen(invitation, today())) return showPeople(c, activation.sheetGone)
    const { id, expiresOn, sealedSecrets } = invitation
    const envelope = sealedSecrets.find(({ personId }) => personId === c.get('staff').id)?.envelope
    const { fullName, addressCertificate } = await theOffice(db)
    return page(
      c,
      <ActivationSheetPage
        frame={await officeFrame(c, house)}
        officeName={fullName}
        person={person}
        sheet={{ id, expiresOn, envelope }}
        path={paths.activate}
        addressCertificate={addressCertificate}
        keys={await ownKeys(c)}
        today={today()}
      />,
    )
  })

  app.post(
    paths.certifyPerson(':person'),
    form(certifyForm, (c) => showPeople(c, teamKey.refused, 422)),
    async (c) => {
      const seen = (await listSteps(db, `person:${c.req.param('person')}`)).length
      const person = await personIn(c)
      const answer = person && (await answerOf(db, person.id))
      const [membership] = person ? await listMemberships(db, person.id) : []
      if (!person || !answer || !membership) return c.notFound()
      if (person.state !== 'answered') return showPeople(c, words.overtaken, 409)
      const made = c.req.valid('form')
      const { root } = await theOffice(db)
      const isWhole = membership.team !== OFFICE || (made.root && made.box)
      if (!isWhole || !(await isCertificateOf(root, made.certificate, person, membership))) {
        return showPeople(c, teamKey.refused, 422)
      }
      const signed = { ...made, signedBy: root }
      const certified = await certify(db, { ...person, seen }, membership.team, answer, signed, hand(c))
      return certified === 'done' ? done(c, paths.people, 'verified') : showPeople(c, words.overtaken, 409)
    },
  )

  app.post(paths.disablePerson(':person'), async (c) => {
    const person = await personIn(c)
    if (!person) return c.notFound()
    const disabled = person.state === 'disabled' ? 'done' : await disablePerson(db, person, hand(c))
    return disabled === 'done' ? done(c, paths.people, 'disabled') : showPeople(c, words[disabled], 409)
  })

  app.post(paths.enablePerson(':person'), async (c) => {
    const person = await personIn(c)
    if (!person) return c.notFound()
    if (person.state === 'disabled') await enablePerson(db, person, hand(c))
    return done(c, paths.people, 'enabled')
  })

  addPerson(app, house)
  return app
}
