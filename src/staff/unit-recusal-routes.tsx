import type { Hono } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { done } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import type { House } from '../http/house.ts'
import { endReasons, unitReasons } from '../i18n/recusal.ts'
import type { Phrase } from '../i18n/speak.ts'
import { staff as words } from '../i18n/staff.ts'
import { writeWhy } from '../log/why.ts'
import { paths } from '../paths.ts'
import { listAllUnitRecusals, listStranded, markOfStranded, type Stranded } from '../recusal/stranded.ts'
import { endUnitRecusal, listUnitRecusals, recuseFromUnit } from '../reports/recusing-units.ts'
import { withBelow } from '../rounds/tree.ts'
import { listUnits } from '../rounds/units.ts'
import type { DeskContext, DeskEnv } from './guard.ts'
import { handOf } from './hand.ts'
import type { Standing } from './role-change.ts'

const unit = (message: string) => z.string(message).check(z.minLength(1, message), z.maxLength(64))
const recuseForm = z.object({
  version: seen,
  unit: unit('unit'),
  recusalReason: z.enum(unitReasons, 'recusalReason'),
  knows: z.optional(z.string().check(z.maxLength(4000))),
})
const endForm = z.object({
  version: seen,
  whose: unit('unit'),
  endReason: z.enum(endReasons, 'recusalReason'),
})

/** Where nobody could approve any more. */
interface Warned {
  stranded: readonly Stranded[]
  mark: string
}

export type Show = (
  c: DeskContext,
  refused?: Refused,
  problem?: Phrase,
  status?: 409 | 422,
  warned?: Warned,
) => Promise<Response> | Response

/** From which units somebody stays away. On the person's page. */
export function addUnitRecusals(
  app: Hono<DeskEnv>,
  house: House,
  standingIn: (c: DeskContext) => Promise<Standing | undefined>,
  show: Show,
): void {
  const { db } = house
  const again = (c: DeskContext, refused: Refused) => show(c, refused, undefined, 422)
  const overtaken = (c: DeskContext) => show(c, undefined, words.overtaken, 409)

  app.post(paths.unitRecusals(':person'), form(recuseForm, again), async (c) => {
    const standing = await standingIn(c)
    if (!standing) return c.notFound()
    const { version, unit, recusalReason, knows } = c.req.valid('form')
    const { person, changes } = standing
    if (version !== standing.version) return overtaken(c)
    const typed = typedIn({ unit, recusalReason })
    const away = await listUnitRecusals(db, person.id)
    const stranded = await listStrandedBy(person.id, unit)
    if (!stranded || away.some(({ unitId }) => unitId === unit))
      return again(c, { typed, problems: { unit: 'unit' } })
    const mark = markOfStranded(unit, stranded)
    if (stranded.length > 0 && knows !== mark) {
      const warned = { stranded, mark }
      return show(c, { typed, problems: { knows: 'onlyLeader' } }, words.needsKnowing, 422, warned)
    }
    const hand = handOf(c, house)
    const why = writeWhy({ people: person.id, recusal: recusalReason })
    const from = {
      person: person.id,
      version,
      changes,
      unit,
      why,
      reason: recusalReason,
      on: dayOf(hand.now),
    }
    const recused = await recuseFromUnit(db, from, hand)
    return recused === 'done' ? done(c, paths.person(person.id), 'recused') : overtaken(c)
  })

  // Nobody ends their own: a colleague does.
  app.post(paths.endUnitRecusal(':person'), form(endForm, again), async (c) => {
    const standing = await standingIn(c)
    if (!standing || standing.person.id === c.get('staff').id) return c.notFound()
    const { version, whose: unit, endReason } = c.req.valid('form')
    const { changes } = standing
    const { id: person } = standing.person
    const away = await listUnitRecusals(db, person)
    if (version !== standing.version || away.every(({ unitId }) => unitId !== unit)) return overtaken(c)
    const why = writeWhy({ people: person, recusal: endReason })
    const ended = await endUnitRecusal(db, { person, version, changes, unit, why }, handOf(c, house))
    return ended === 'done' ? done(c, paths.person(person), 'unrecused') : overtaken(c)
  })

  /** What they would leave without anybody to approve. `undefined`: there is no such unit. */
  async function listStrandedBy(personId: string, unitId: string) {
    const [tree, recusals] = await Promise.all([listUnits(db), listAllUnitRecusals(db)])
    if (tree.every(({ id }) => id !== unitId)) return undefined
    const before = { tree, recusals }
    const after = { tree, recusals: [...recusals, { unitId, personId }] }
    return listStranded(db, withBelow(tree, unitId), { before, after })
  }
}
