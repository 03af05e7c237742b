import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { roundProblems } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { assignWords } from '../i18n/units.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import { isLive, listCodes } from '../posters/store.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, overtakenForm, refusedForm } from '../ui/field.tsx'
import { AssignPage } from './assign-page.tsx'
import { assignUnits, type Change, listAssigned } from './assignments.ts'
import { findRound, versionOf } from './store.ts'
import { listTeams } from './teams.ts'
import { listUnits, unitVersions } from './units.ts'

const assignForm = z.catchall(z.object({ version: seen }), z.string('choice'))

/** Which team inspects which unit of a round: one form for all units. */
export function assignRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()

  const findPlace = async (c: Context) => {
    const id = c.req.param('round') ?? ''
    const version = await versionOf(db, `round:${id}`)
    const versions = await unitVersions(db)
    const round = await findRound(db, id)
    if (!round) return undefined
    const units = await listUnits(db)
    const codes = (await listCodes(db, id)).filter(isLive)
    const notices = new Map(codes.map(({ unitId, noticeNumber }) => [unitId, noticeNumber]))
    const assigned = new Map((await listAssigned(db, id)).map(({ unit, team }) => [unit.id, team.id]))
    return { round, version, units, versions, teams: await listTeams(db, id), notices, assigned }
  }
  type Place = NonNullable<Awaited<ReturnType<typeof findPlace>>>

  const storedIn = ({ units, assigned }: Place) =>
    Object.fromEntries(units.map(({ id }) => [`team.${id}`, assigned.get(id) ?? '']))
  const show = async (c: Context<DeskEnv>, place: Place, filled?: Filled, again?: 409 | 422) => {
    const frame = await officeFrame(c, house)
    const { round, version, teams, units, notices } = place
    const shared = { frame, round, version, teams, units, notices, overtaken: again === 409 }
    return page(c, <AssignPage {...shared} filled={filled ?? { typed: storedIn(place) }} />, again)
  }

  app.get(paths.assign(':round'), async (c) => {
    const place = await findPlace(c)
    return place ? show(c, place) : c.notFound()
  })

  app.post(
    paths.assign(':round'),
    form(assignForm, async (c, { typed, problems }) => {
      const place = await findPlace(c)
      if (!place) return c.notFound()
      const stored = storedIn(place)
      const refused = { typed: { ...stored, ...typed }, problems }
      return show(c, place, refusedForm(deskReader(c).lang, roundProblems, refused), 422)
    }),
    async (c) => {
      const place = await findPlace(c)
      if (!place) return c.notFound()
      const { version, ...chosen } = c.req.valid('form')
      const { lang } = deskReader(c)
      const stored = storedIn(place)
      const typed: Record<string, string> = { ...stored, ...chosen }
      const { changes, problems } = readChanges(place, typed)
      if (Object.keys(problems).length > 0) {
        return show(c, place, refusedForm(lang, roundProblems, { typed, problems }), 422)
      }
      const saved =
        changes.length === 0 || (await assignUnits(db, place.round.id, version, changes, handOf(c, house)))
      if (saved !== 'overtaken') return done(c, paths.round(place.round.id), 'assigned')
      const nameOf = (id: string | undefined) => place.teams.find((team) => team.id === id)?.name
      const words = Object.entries(stored).map(([name, id]) => [
        name,
        nameOf(id) ?? say(lang, assignWords.nobody),
      ])
      return show(c, place, overtakenForm(lang, typed, stored, Object.fromEntries(words)), 409)
    },
  )
  return app
}

interface Known {
  units: readonly { id: string }[]
  teams: readonly { id: string }[]
  versions: ReadonlyMap<string, number>
  notices: ReadonlyMap<string, string>
  assigned: ReadonlyMap<string, string>
}

/** Only what differs from what is stored. A unit with a notice stays with the team its code was signed for. */
export function readChanges(
  { units, teams, versions, notices, assigned }: Known,
  typed: Readonly<Record<string, string>>,
) {
  const changes: Change[] = []
  const problems: Record<string, string> = {}
  for (const { id } of units) {
    const name = `team.${id}`
    const from = assigned.get(id) ?? null
    const to = typed[name] || null
    if (to === from) continue
    if (to !== null && !teams.some((team) => team.id === to)) problems[name] = 'team'
    else if (notices.has(id)) problems[name] = 'fixed'
    else changes.push({ unitId: id, version: versions.get(id) ?? 0, from, to })
  }
  return { changes, problems }
}
