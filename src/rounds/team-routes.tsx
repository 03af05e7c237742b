import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { roundProblems } from '../i18n/rounds.ts'
import { dialectsFor } from '../office/dialects.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { listCodes } from '../posters/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, overtakenForm, refusedForm } from '../ui/field.tsx'
import { freshId } from './fields.ts'
import { findRound, versionOf } from './store.ts'
import { newTeamTyped, teamShape, teamTyped } from './team-form.ts'
import { TeamPage } from './team-page.tsx'
import { changeTeam, createTeam, findTeam, isWhole, type Team } from './teams.ts'
import { letterheadOf } from './title.ts'

const newForm = z.object({ ...teamShape, id: freshId })
const editForm = z.object({ ...teamShape, version: seen })

/** Where a form is shown: in a round, for a team that is there or for a new one. The version is older than the team. */
interface Place {
  roundId: string
  team?: Team
  version?: number
}

export function teamRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()

  const show = async (
    c: Context<DeskEnv>,
    { roundId, team, version = 0 }: Place,
    filled?: Filled,
    again?: 409 | 422,
  ) => {
    const { jurisdiction, dialects } = await theOffice(db)
    const codes = team ? await listCodes(db, roundId) : []
    const change = team ? { id: team.id, version } : { newId: filled?.typed.id ?? house.newId() }
    return page(
      c,
      <TeamPage
        frame={await officeFrame(c, house)}
        roundId={roundId}
        change={change}
        filled={filled ?? { typed: team ? teamTyped(team) : newTeamTyped(dialects) }}
        dialects={dialectsFor(dialects, team?.dialects ?? [])}
        letterhead={letterheadOf(jurisdiction, team?.name ?? '第二巡察组')}
        inUse={codes.some((code) => code.teamId === team?.id && code.state === 'inUse')}
        isBare={team !== undefined && !isWhole(team)}
        overtaken={again === 409}
      />,
      again,
    )
  }
  const refuse = async (c: Context<DeskEnv>, place: Place, refused: Refused) => {
    const { lang } = deskReader(c)
    return show(c, place, refusedForm(lang, roundProblems, refused), 422)
  }
  /** What a team says it speaks is on the office's list, or was when the team said so. */
  const unlisted = async (chosen: readonly string[], team?: Team) => {
    const listed = dialectsFor((await theOffice(db)).dialects, team?.dialects ?? [])
    return chosen.some((name) => !listed.includes(name)) && { dialects: 'dialectGone' }
  }

  const newPlace = async (c: Context): Promise<Place | undefined> => {
    const round = await findRound(db, c.req.param('round') ?? '')
    return round && { roundId: round.id }
  }
  const placeOf = async (c: Context): Promise<Required<Place> | undefined> => {
    const id = c.req.param('team') ?? ''
    const version = await versionOf(db, `team:${id}`)
    const team = await findTeam(db, id)
    return team && { roundId: team.roundId, team, version }
  }

  app.get(paths.newTeam(':round'), async (c) => {
    const place = await newPlace(c)
    return place ? show(c, place) : c.notFound()
  })

  app.post(
    paths.newTeam(':round'),
    form(newForm, async (c, refused) => {
      const place = await newPlace(c)
      return place ? refuse(c, place, refused) : c.notFound()
    }),
    async (c) => {
      const place = await newPlace(c)
      if (!place) return c.notFound()
      const { id, ...fields } = c.req.valid('form')
      if (await findTeam(db, id)) return done(c, paths.round(place.roundId))
      const typed = typedIn(await c.req.parseBody({ all: true }))
      const problems = await unlisted(fields.dialects)
      if (problems) return refuse(c, place, { typed, problems })
      const created = await createTeam(db, { id, roundId: place.roundId }, fields, handOf(c, house))
      if (created === 'taken') return refuse(c, place, { typed, problems: { name: 'teamTaken' } })
      return done(c, paths.round(place.roundId), 'saved')
    },
  )

  app.get(paths.team(':team'), async (c) => {
    const place = await placeOf(c)
    return place ? show(c, place) : c.notFound()
  })

  app.post(
    paths.team(':team'),
    form(editForm, async (c, refused) => {
      const place = await placeOf(c)
      return place ? refuse(c, place, refused) : c.notFound()
    }),
    async (c) => {
      const place = await placeOf(c)
      if (!place) return c.notFound()
      const { version, ...fields } = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody({ all: true }))
      const problems = await unlisted(fields.dialects, place.team)
      if (problems) return refuse(c, place, { typed, problems })
      const saved = await changeTeam(db, place.team.id, version, fields, handOf(c, house))
      if (saved === 'taken') return refuse(c, place, { typed, problems: { name: 'teamTaken' } })
      if (saved === 'done') return done(c, paths.round(place.roundId), 'saved')
      const { lang } = deskReader(c)
      return show(c, place, overtakenForm(lang, typed, teamTyped(place.team)), 409)
    },
  )
  return app
}
