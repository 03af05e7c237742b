import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { seen } from '../http/fields.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { roundProblems } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { unitTypeWords } from '../i18n/units.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import { hasNotice } from '../posters/store.ts'
import { markOfStranded, type Stranded } from '../recusal/stranded.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { LEADING } from '../staff/store.ts'
import { type Filled, overtakenForm, refusedForm } from '../ui/field.tsx'
import { changeUnit, listStrandedByMove } from './changing-units.ts'
import { freshId } from './fields.ts'
import { findRound, versionOf } from './store.ts'
import { withBelow } from './tree.ts'
import { mayHaveBelow, unitMistakes, unitShape, unitTyped } from './unit-form.ts'
import { UnitPage } from './unit-page.tsx'
import { createUnit, findUnit, isUnused, listUnits, type Unit, voidUnit } from './units.ts'
import { UnitsPage } from './units-page.tsx'

const newForm = z.object({ ...unitShape, id: freshId })
const editForm = z.object({
  ...unitShape,
  version: seen,
  knows: z.optional(z.string().check(z.maxLength(4000))),
})
const voidForm = z.object({ version: seen })

/** A unit and how many steps it had before it was read. */
interface Place {
  unit: Unit
  version: number
}

export function unitRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()

  const show = async (
    c: Context<DeskEnv>,
    place: Place | undefined,
    filled?: Filled,
    again?: 409 | 422,
    stranded: readonly Stranded[] = [],
  ) => {
    const units = await listUnits(db)
    const below = place ? withBelow(units, place.unit.id) : new Set<string>()
    return page(
      c,
      <UnitPage
        frame={await officeFrame(c, house)}
        change={
          place ? { id: place.unit.id, version: place.version } : { newId: filled?.typed.id ?? house.newId() }
        }
        filled={filled ?? { typed: place ? unitTyped(place.unit) : {} }}
        parents={units.filter((unit) => !below.has(unit.id) && mayHaveBelow(unit))}
        mayVoid={place !== undefined && (await isUnused(db, place.unit.id))}
        inUse={place !== undefined && (await hasNotice(db, place.unit.id))}
        overtaken={again === 409}
        stranded={stranded}
      />,
      again,
    )
  }
  const refuse = (
    c: Context<DeskEnv>,
    place: Place | undefined,
    refused: Refused,
    stranded?: readonly Stranded[],
  ) => show(c, place, refusedForm(deskReader(c).lang, roundProblems, refused), 422, stranded)
  const placeOf = async (c: Context): Promise<Place | undefined> => {
    const id = c.req.param('unit') ?? ''
    const version = await versionOf(db, `unit:${id}`)
    const unit = await findUnit(db, id)
    return unit && { unit, version }
  }

  app.get(paths.units, async (c) => {
    const [frame, units, round] = await Promise.all([
      officeFrame(c, house),
      listUnits(db),
      findRound(db, c.req.query('round') ?? ''),
    ])
    return page(c, <UnitsPage frame={frame} units={units} round={round} />)
  })

  app.get(paths.newUnit, (c) => show(c, undefined))

  app.post(
    paths.newUnit,
    form(newForm, (c, refused) => refuse(c, undefined, refused)),
    async (c) => {
      const { id, ...fields } = c.req.valid('form')
      if (await findUnit(db, id)) return done(c, paths.units)
      const problems = unitMistakes(await listUnits(db), fields)
      const typed = typedIn(await c.req.parseBody())
      if (Object.keys(problems).length > 0) return refuse(c, undefined, { typed, problems })
      await createUnit(db, id, fields, handOf(c, house))
      return done(c, paths.units, 'saved')
    },
  )

  app.get(paths.unit(':unit'), async (c) => {
    const place = await placeOf(c)
    return place ? show(c, place) : c.notFound()
  })

  app.post(
    paths.unit(':unit'),
    form(editForm, async (c, refused) => {
      const place = await placeOf(c)
      return place ? refuse(c, place, refused) : c.notFound()
    }),
    async (c) => {
      const place = await placeOf(c)
      if (!place) return c.notFound()
      const { unit } = place
      const { version, knows, ...fields } = c.req.valid('form')
      const changes = await versionOf(db, LEADING)
      const tree = await listUnits(db)
      const typed = typedIn(await c.req.parseBody())
      const problems = unitMistakes(tree, fields, unit.id)
      if (Object.keys(problems).length > 0) return refuse(c, place, { typed, problems })
      const stranded = await listStrandedByMove(db, tree, { ...unit, ...fields }, handOf(c, house).who)
      if (stranded.length > 0 && knows !== markOfStranded(fields.parentId ?? '', stranded))
        return refuse(c, place, { typed, problems: { knows: 'knows' } }, stranded)
      const saved = await changeUnit(db, unit.id, { version, changes, tree }, fields, handOf(c, house))
      if (saved === 'done') return done(c, paths.units, 'saved')
      const { lang } = deskReader(c)
      const parentId = tree.find(({ id }) => id === unit.parentId)?.name ?? ''
      const shown = { type: say(lang, unitTypeWords[unit.type]), parentId }
      return show(c, place, overtakenForm(lang, typed, unitTyped(unit), shown), 409)
    },
  )

  app.post(
    paths.voidUnit(':unit'),
    form(voidForm, (c) => c.notFound()),
    async (c) => {
      const place = await placeOf(c)
      if (!place) return c.notFound()
      const { unit } = place
      const isSame = c.req.valid('form').version === place.version
      const voided =
        isSame &&
        (await isUnused(db, unit.id)) &&
        (await voidUnit(db, unit.id, place.version, handOf(c, house)))
      if (voided === 'done') return done(c, paths.units, 'voided')
      return show(c, place, { typed: unitTyped(unit) }, 409)
    },
  )
  return app
}
