import type { Context } from 'hono'
import { type Edition, filedUnder } from '../categories/editions.ts'
import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { page } from '../http/answer.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { enterProblems } from '../i18n/entering.ts'
import { say } from '../i18n/speak.ts'
import { arrivalOf } from '../intake/arrival.ts'
import { filing } from '../intake/filing.ts'
import { hashOf } from '../intake/lookup.ts'
import { paths } from '../paths.ts'
import { type Desk, deskOf } from '../queue/desk.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { OFFICE } from '../staff/roles.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { EnterPage } from './enter-page.tsx'
import { type EnterView, listTypeFor, type Place, viewEnter } from './enter-view.ts'
import { type EnteredForm, enteredForm, mayHaveNoCode } from './entered-form.ts'
import { SlipPage } from './slip-page.tsx'

/** What somebody told by letter, call or visit goes into the same queue. Behind the guard `inTeam`. */
export function enteringRoutes(house: House): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  const address = paths.enter(':team')
  const file = filing(house, { grouped: false })

  async function viewIn(c: Context<DeskEnv>) {
    const desk = await deskOf(c, house)
    return desk && viewEnter(house.db, desk)
  }

  app.get(address, async (c) => {
    const view = await viewIn(c)
    return view ? page(c, <EnterPage view={view} filled={{ typed: {} }} />) : c.notFound()
  })

  app.post(
    address,
    form(enteredForm, async (c: Context<DeskEnv>, refused: Refused) => {
      const view = await viewIn(c)
      return view
        ? again(c, view, refusedForm(view.desk.lang, enterProblems, withoutSeals(refused)))
        : c.notFound()
    }),
    async (c) => {
      const view = await viewIn(c)
      if (!view) return c.notFound()
      const { lang } = view.desk
      const values = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody())
      const unit = view.units.find(({ id }) => id === values.unit)
      const isPast = view.desk.team.id === OFFICE
      const type = unit && listTypeFor(unit.type, view.desk)
      const filed = type && (await filedUnder(house.db, unit.round, type, values.tile, isPast))
      const problems = problemsOf(values, view, unit, filed !== undefined)
      if (!filed || Object.keys(problems).length > 0) return again(c, view, { typed, problems })
      const { lock, hasLeft } = view
      if (!lock || hasLeft) return again(c, view, { typed }, 409)
      if (values.epoch !== lock.epoch)
        return again(c, view, { typed, problems: { text: say(lang, enterProblems.epoch) } }, 409)
      const report = entered({ ...values, tile: filed.tile }, filed.edition, view.desk, unit)
      const kept = await file(report)
      const now = kept === 'refused' ? await viewIn(c) : undefined
      if (now?.hasLeft) return again(c, now, { typed }, 409)
      if (kept === 'refused' || kept.lookupHash !== report.lookupHash)
        return again(c, view, { typed, problems: { text: say(lang, enterProblems.taken) } }, 409)
      const { enquiryNumber, lookupHash } = kept
      const slip = { reportId: values.id, enquiryNumber, hasCode: lookupHash !== null }
      return page(c, <SlipPage desk={view.desk} {...slip} />)
    },
  )

  return app
}

const again = (c: Context, view: EnterView, filled: Filled, status: 422 | 409 = 422) =>
  page(c, <EnterPage view={view} filled={filled} />, status)

const shown = ['channel', 'unit', 'kind', 'tile', 'receivedOn', 'text', 'contact'] as const

/** Of what is sealed the page can only say that it is missing: whatever the envelope, its place is the text's. */
function withoutSeals({ typed, problems }: Refused): Refused {
  const named = Object.entries(problems).map(([name, key]) =>
    shown.some((one) => one === name) ? [name, key === 'blank' ? name : key] : ['text', 'text'],
  )
  return { typed, problems: Object.fromEntries(named) }
}

function problemsOf(
  values: EnteredForm,
  { desk }: EnterView,
  unit: Place | undefined,
  hasTile: boolean,
): Record<string, string> {
  const { lang, today } = desk
  const { receivedOn, reply, contact, noCode, lookup } = values
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  // A letter that comes after the last day is entered as long as the team is there.
  const opensOn = unit?.round.intakeOpensOn
  return {
    ...(!unit && { unit: say(lang, enterProblems.unit) }),
    ...(unit && !hasTile && { tile: say(lang, enterProblems.tile) }),
    ...(opensOn &&
      receivedOn < opensOn && { receivedOn: say(lang, enterProblems.window, { opens: day(opensOn) }) }),
    ...(receivedOn > today && { receivedOn: say(lang, enterProblems.dayAhead) }),
    ...((reply === 'anonymous') !== (contact === undefined) && {
      contact: say(lang, enterProblems.contact),
    }),
    ...(noCode && !mayHaveNoCode(values) && { noCode: say(lang, enterProblems.noCode) }),
    ...(noCode !== (lookup === undefined) && { text: say(lang, enterProblems.other) }),
  }
}

/** As a resident's report is filed, but for how it came, on which day and through whose hands. */
function entered(values: EnteredForm, edition: Edition, desk: Desk, { id: unitId, round }: Place) {
  const { id, channel, receivedOn, epoch, lookup, dek, line, body, access, contact } = values
  const { kind, tile, afraid, namesPerson, hasText, reply } = values
  const rest = { court: 'unanswered', callMe: false, forOther: false } as const
  const plain = { kind, tile, edition, afraid, namesPerson, hasText, reply, ...rest }
  const sealed = { dek, line, body, access, contact }
  const code = { roundId: round.id, unitId }
  const lookupHash = lookup ? hashOf(lookup) : null
  const arrival = arrivalOf(id, lookupHash, plain, sealed, { code }, { keeper: desk.team.id, epoch })
  return {
    ...arrival,
    // What only the code would open is not kept where there is none.
    sealed: arrival.sealed.filter(({ part }) => lookup || part !== 'access'),
    channel,
    entered: { by: desk.person.id, on: receivedOn },
  }
}
