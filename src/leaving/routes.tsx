import type { Context } from 'hono'
import * as z from 'zod/mini'
import type { Day } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { sealedKey } from '../http/binary.ts'
import { form, json } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { theOffice } from '../office/store.ts'
import { findOfficeBox } from '../office/successions.ts'
import { paths } from '../paths.ts'
import { deskOf } from '../queue/desk.ts'
import { saidWords } from '../queue/said.ts'
import { lettersFollow } from '../referrals/resealing.ts'
import { listEscalated } from '../reports/escalating.ts'
import { countHanded, countLeaving, findLeaving, handOver, listLeaving } from '../reports/leaving.ts'
import { type Choice, chooseLeaving } from '../reports/leaving-choice.ts'
import { findRound, type Round } from '../rounds/store.ts'
import { base64url } from '../sealing/bytes.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { OFFICE, teamHolder } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import { choicesIn } from './choices.ts'
import { LeavingPage } from './leaving-page.tsx'
import { listChoices } from './store.ts'

const chooseForm = z.catchall(z.object({}), z.string().check(z.maxLength(16)))
const nextForm = z.object({ after: z.string().check(z.maxLength(64)) })
const leaveForm = z.object({
  steps: z.int().check(z.gte(1)),
  /** Which of the office's boxes it is sealed to. */
  box: z.int().check(z.gte(1)),
  dek: z.optional(sealedKey),
  contactKey: z.optional(sealedKey),
})

/** Intake is over, or it is the team's last day. */
const mayLeave = ({ intakeClosesOn, fieldEndsOn }: Round, today: Day) =>
  today > intakeClosesOn || today >= fieldEndsOn

/** 撤点交接: a leader chooses what goes to the office, and their browser seals it anew. Behind the guard `inTeam`. */
export function leavingRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()

  const placeOf = async (c: Context<DeskEnv>) => {
    const { team, roles } = c.get('role')
    if (team === OFFICE || !roles.includes('leader')) return undefined
    const desk = await deskOf(c, house)
    const round = desk?.team.roundId ? await findRound(db, desk.team.roundId) : undefined
    return desk && round && { desk, round, isTime: mayLeave(round, desk.today) }
  }
  const show = async (c: Context<DeskEnv>, again?: 409 | 422, overtaken?: readonly Choice[]) => {
    const place = await placeOf(c)
    if (!place) return c.notFound()
    const { desk, round, isTime } = place
    const [rows, waiting, wentUp, handed, office, keys] = await Promise.all([
      listChoices(db, desk.team.id, desk.person),
      countLeaving(db, desk.team.id, desk.person),
      listEscalated(db, desk.team.id, desk.person),
      countHanded(db, desk.team.id, desk.person),
      theOffice(db),
      listOwnKeys(db, desk.person.id, [teamHolder(desk.team.id)]),
    ])
    const said = saidWords(desk.lang, c.req.query('said'), { kept: String(handed.kept) })
    const up = wentUp.filter(({ escalation }) => escalation.receipt === null).length
    const shown = { waiting, up, handed, office: office.shortName, keys, isTime, said, overtaken }
    const props = { desk, round, rows, ...shown }
    return page(c, <LeavingPage {...props} />, again)
  }
  /** For the browser: who asks, when it is time to go. */
  const leader = async (c: Context<DeskEnv>) => {
    const place = await placeOf(c)
    return place?.isTime ? place.desk : undefined
  }

  app.get(paths.leaving(':team'), (c) => show(c))

  app.post(
    paths.leaving(':team'),
    form(chooseForm, (c) => show(c, 422)),
    async (c) => {
      const desk = await leader(c)
      if (!desk) return show(c, 409)
      const choices = choicesIn(c.req.valid('form'))
      const saved = await chooseLeaving(db, desk.team.id, choices, desk.person, clock.now())
      if (saved !== 'done') return show(c, 409, choices)
      const isAllKept = choices.every(({ way }) => way === 'keep')
      return done(c, paths.leaving(desk.team.id), isAllKept ? 'allKept' : undefined)
    },
  )

  app.post(
    paths.leavingNext(':team'),
    json(nextForm, (c) => c.json({ problem: 'malformed' }, 422)),
    async (c) => {
      const desk = await leader(c)
      if (!desk) return c.notFound()
      const [rows, left, { certificate }] = await Promise.all([
        listLeaving(db, desk.team.id, c.req.valid('json').after, desk.person),
        countLeaving(db, desk.team.id, desk.person),
        theOffice(db),
      ])
      const sent = rows.map(({ id, steps, epoch, teamId, contactEpoch, dek, contactKey }) => ({
        id,
        steps,
        epoch,
        contactEpoch: contactEpoch ?? epoch,
        dek: teamId === desk.team.id ? base64url(dek) : null,
        contactKey: contactKey && base64url(contactKey),
      }))
      return c.json({ certificate, leaving: sent, left })
    },
  )

  app.post(
    paths.leave(':team', ':report'),
    json(leaveForm, (c) => c.json({ problem: 'malformed' }, 422)),
    async (c) => {
      const desk = await leader(c)
      const found = desk && (await findLeaving(db, desk.team.id, c.req.param('report') ?? '', desk.person))
      if (!desk || !found) return c.notFound()
      const { steps, box, ...sealed } = c.req.valid('json')
      if (steps !== found.report.steps || box !== (await findOfficeBox(db)))
        return c.json({ problem: 'overtaken' }, 409)
      const keeper = { team: OFFICE, epoch: box }
      const moved = await handOver(db, found, sealed, keeper, desk.person, clock.now(), lettersFollow)
      if (moved === 'moved') return c.body(null, 204)
      return c.json({ problem: moved }, moved === 'refused' ? 422 : 409)
    },
  )

  return app
}
