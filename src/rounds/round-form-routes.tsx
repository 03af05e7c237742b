import type { Context } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { roundProblems, roundTypes } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { isOnPaper, listInUse } from '../posters/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, overtakenForm, refusedForm } from '../ui/field.tsx'
import { isOtherwise, laterDays } from './extending.ts'
import { freshId } from './fields.ts'
import { roundFields, roundMistakes, roundShape, roundTyped } from './round-form.ts'
import { RoundFormPage } from './round-form-page.tsx'
import { RoundsPage } from './rounds-page.tsx'
import {
  changeRound,
  createRound,
  findRound,
  listRounds,
  type Round,
  type RoundFields,
  versionOf,
} from './store.ts'
import { listTeams } from './teams.ts'
import { roundTitle } from './title.ts'

const newForm = z.object({ ...roundShape, id: freshId })
const editForm = z.object({ ...roundShape, version: seen })

/** The list of rounds, a new one, a change. */
export function roundFormRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  const show = async (c: Context<DeskEnv>, place: Place | undefined, filled?: Filled, again?: Again) => {
    const frame = await officeFrame(c, house)
    const { jurisdiction, level } = await theOffice(db)
    const round = place?.round
    const typed = filled ?? { typed: round ? roundTyped(round) : {} }
    const inUse = round !== undefined && (await isOnPaper(db, round.id))
    const change = place
      ? { id: place.round.id, version: place.version }
      : { newId: filled?.typed.id ?? house.newId() }
    const example = roundTitle(exampleOf(typed.typed), jurisdiction, level)
    return page(
      c,
      <RoundFormPage
        frame={frame}
        change={change}
        filled={typed}
        example={example}
        inUse={inUse}
        overtaken={again === 409}
      />,
      again,
    )
  }
  const refuse = async (c: Context<DeskEnv>, place: Place | undefined, { typed, problems }: Refused) => {
    const { lang } = deskReader(c)
    const all = { ...roundMistakes(typed), ...problems }
    return show(c, place, refusedForm(lang, roundProblems, { typed, problems: all }), 422)
  }
  const placeOf = async (c: Context): Promise<Place | undefined> => {
    const id = c.req.param('round') ?? ''
    const version = await versionOf(db, `round:${id}`)
    const round = await findRound(db, id)
    return round && { round, version }
  }

  /** A team that has been closed takes no reports again: intake that was over for it stays over. */
  const reopensForNobody = async ({ id, intakeClosesOn }: Round, closes: string) =>
    closes > intakeClosesOn && (await listTeams(db, id)).some(({ closedOn }) => closedOn !== null)

  /** The fields to keep, or the answer that says what is wrong with them. */
  const checked = async (
    c: Context<DeskEnv>,
    place: Place | undefined,
    typed: Parameters<typeof roundFields>[0],
    raw: Record<string, string>,
  ): Promise<RoundFields | Response> => {
    const problems = roundMistakes(typed)
    if (Object.keys(problems).length > 0) return refuse(c, place, { typed: raw, problems })
    if (place && (await reopensForNobody(place.round, typed.intakeClosesOn))) {
      return refuse(c, place, { typed: raw, problems: { intakeClosesOn: 'teamGone' } })
    }
    const later = place ? laterDays(place.round, typed, dayOf(clock.now())) : {}
    if (Object.keys(later).length > 0) return refuse(c, place, { typed: raw, problems: later })
    if (place && isOtherwise(place.round, typed, dayOf(clock.now())))
      return refuse(c, place, { typed: raw, problems: { type: 'opened' } })
    const fields = roundFields(typed, await theOffice(db), place?.round)
    const isTaken = (await listRounds(db)).some(
      ({ id, title }) => id !== place?.round.id && title === fields.title,
    )
    return isTaken ? refuse(c, place, { typed: raw, problems: { title: 'titleTaken' } }) : fields
  }

  app.get(paths.rounds, async (c) => {
    const frame = await officeFrame(c, house)
    const [rounds, inUse] = [await listRounds(db), await listInUse(db)]
    return page(c, <RoundsPage frame={frame} rounds={rounds} inUse={inUse} today={dayOf(clock.now())} />)
  })

  app.get(paths.newRound, (c) => show(c, undefined))

  app.post(
    paths.newRound,
    form(newForm, (c, refused) => refuse(c, undefined, refused)),
    async (c) => {
      const { id, ...typed } = c.req.valid('form')
      if (await findRound(db, id)) return done(c, paths.round(id))
      const fields = await checked(c, undefined, typed, typedIn(await c.req.parseBody()))
      if (fields instanceof Response) return fields
      await createRound(db, id, fields, handOf(c, house))
      return done(c, paths.round(id), 'saved')
    },
  )

  app.get(paths.editRound(':round'), async (c) => {
    const place = await placeOf(c)
    return place ? show(c, place) : c.notFound()
  })

  app.post(
    paths.editRound(':round'),
    form(editForm, async (c, refused) => {
      const place = await placeOf(c)
      return place ? refuse(c, place, refused) : c.notFound()
    }),
    async (c) => {
      const place = await placeOf(c)
      if (!place) return c.notFound()
      const { round } = place
      const { version, ...typed } = c.req.valid('form')
      const raw = typedIn(await c.req.parseBody())
      const fields = await checked(c, place, typed, raw)
      if (fields instanceof Response) return fields
      const saved = await changeRound(db, round.id, version, fields, handOf(c, house))
      if (saved === 'done') return done(c, paths.round(round.id), 'saved')
      if (saved === 'team gone')
        return refuse(c, place, { typed: raw, problems: { intakeClosesOn: 'teamGone' } })
      const { lang } = deskReader(c)
      const shown = { type: say(lang, roundTypes[round.type]) }
      return show(c, place, overtakenForm(lang, raw, roundTyped(round), shown), 409)
    },
  )
  return app
}

type Again = 409 | 422

/** A round and how many steps it had before it was read. */
interface Place {
  round: Round
  version: number
}

/** What the title would be for what is typed so far; the second round of the twelfth term where nothing is. */
function exampleOf(typed: Readonly<Record<string, string | undefined>>) {
  const number = (text: string | undefined, otherwise: number) => {
    const n = Number(text)
    return Number.isInteger(n) && n > 0 && n < 100 ? n : otherwise
  }
  const type = roundShape.type.safeParse(typed.type)
  return {
    term: number(typed.term, 12),
    seq: number(typed.seq, 2),
    type: type.success ? type.data : ('regular' as const),
  }
}
