import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { line, seen } from '../http/fields.ts'
import { form, type Refused, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { letterProblems } from '../i18n/letters.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import { freshId, phone } from '../rounds/fields.ts'
import { versionOf } from '../rounds/store.ts'
import { listUnits, type Unit } from '../rounds/units.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, overtakenForm, refusedForm } from '../ui/field.tsx'
import { HandlingUnitPage, NONE } from './handling-unit-page.tsx'
import {
  changeHandlingUnit,
  createHandlingUnit,
  findHandlingUnit,
  type HandlingUnit,
  type HandlingUnitFields,
  listHandlingUnits,
} from './handling-units.ts'
import { HandlingUnitsPage } from './handling-units-page.tsx'
import { listToDesignate } from './store.ts'

const ticked = z.pipe(
  z.optional(z.literal('yes')),
  z.transform((yes) => yes === 'yes'),
)
const shape = {
  name: line(60),
  contact: line(40),
  phone,
  belongsTo: z.pipe(
    z.string('belongs').check(z.minLength(1, 'belongs'), z.maxLength(64, 'belongs')),
    z.transform((id) => (id === NONE ? null : id)),
  ),
  retired: ticked,
  /** It has an inspected unit's name and belongs to none all the same. */
  outside: ticked,
}
/** The report for which the office is about to name a unit, and goes on to. */
const naming = z.pipe(
  z.optional(z.string()),
  z.transform((id) => (id && /^[\w-]{1,64}$/.test(id) ? id : undefined)),
)
const newForm = z.object({ ...shape, id: freshId, naming })
const editForm = z.object({ ...shape, version: seen })

interface Place {
  unit: HandlingUnit
  version: number
}

/** The office's list of handling units. Behind the guard `inOffice`. */
export function handlingUnitRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()

  const show = async (c: Context<DeskEnv>, place: Place | undefined, filled?: Filled, again?: 409 | 422) =>
    page(
      c,
      <HandlingUnitPage
        frame={await officeFrame(c, house)}
        change={
          place
            ? { id: place.unit.id, version: place.version }
            : {
                newId: filled?.typed.id ?? house.newId(),
                naming: naming.parse(filled?.typed.naming ?? c.req.query('naming')),
              }
        }
        inspected={await listUnits(db)}
        filled={filled ?? { typed: place ? typedOf(place.unit) : {} }}
        overtaken={again === 409}
      />,
      again,
    )
  const refuse = (c: Context<DeskEnv>, place: Place | undefined, refused: Refused) =>
    show(c, place, refusedForm(deskReader(c).lang, letterProblems, refused), 422)

  const placeOf = async (c: Context): Promise<Place | undefined> => {
    const id = c.req.param('unit') ?? ''
    const version = await versionOf(db, `handlingUnit:${id}`)
    const unit = await findHandlingUnit(db, id)
    return unit && { unit, version }
  }

  type Asked = HandlingUnitFields & { outside: boolean }
  const mistakes = async (fields: Asked, id?: string): Promise<Record<string, string>> => {
    const [handling, inspected] = await Promise.all([listHandlingUnits(db), listUnits(db)])
    const isTaken = handling.some((unit) => unit.id !== id && unit.name === fields.name)
    const isGone = fields.belongsTo !== null && !inspected.some((unit) => unit.id === fields.belongsTo)
    const isDoubtful = fields.belongsTo === null && !fields.outside && isNamedLike(fields.name, inspected)
    return {
      ...(isTaken && { name: 'taken' }),
      ...(isGone && { belongsTo: 'unitGone' }),
      ...(isDoubtful && { outside: 'outside' }),
    }
  }

  /** Back to the report it was wanted for, while that still waits for a unit. */
  const afterAdding = async (c: Context<DeskEnv>, naming: string | undefined) => {
    const waiting = naming ? await listToDesignate(db, c.get('staff').id) : []
    const report = waiting.find(({ report }) => report.id === naming)?.report
    return report ? paths.designate(report.id) : paths.handlingUnits
  }

  app.get(paths.handlingUnits, async (c) => {
    const [frame, units, inspected] = await Promise.all([
      officeFrame(c, house),
      listHandlingUnits(db),
      listUnits(db),
    ])
    return page(c, <HandlingUnitsPage frame={frame} units={units} inspected={inspected} />)
  })

  app.get(paths.newHandlingUnit, (c) => show(c, undefined))

  app.post(
    paths.newHandlingUnit,
    form(newForm, (c, refused) => refuse(c, undefined, refused)),
    async (c) => {
      const { id, outside, naming, ...fields } = c.req.valid('form')
      const next = await afterAdding(c, naming)
      if (await findHandlingUnit(db, id)) return done(c, next)
      const problems = await mistakes({ ...fields, outside })
      const typed = typedIn(await c.req.parseBody())
      if (Object.keys(problems).length > 0) return refuse(c, undefined, { typed, problems })
      await createHandlingUnit(db, id, fields, handOf(c, house))
      return done(c, next, 'saved')
    },
  )

  app.get(paths.handlingUnit(':unit'), async (c) => {
    const place = await placeOf(c)
    return place ? show(c, place) : c.notFound()
  })

  app.post(
    paths.handlingUnit(':unit'),
    form(editForm, async (c, refused) => {
      const place = await placeOf(c)
      return place ? refuse(c, place, refused) : c.notFound()
    }),
    async (c) => {
      const place = await placeOf(c)
      if (!place) return c.notFound()
      const { version, outside, ...fields } = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody())
      const problems = await mistakes({ ...fields, outside }, place.unit.id)
      if (Object.keys(problems).length > 0) return refuse(c, place, { typed, problems })
      const saved = await changeHandlingUnit(db, place.unit.id, version, fields, handOf(c, house))
      if (saved === 'done') return done(c, paths.handlingUnits, 'saved')
      const { lang } = deskReader(c)
      return show(c, place, overtakenForm(lang, typed, typedOf(place.unit), {}), 409)
    },
  )
  return app
}

/** Whether its name is, or contains, an inspected unit's: then it probably belongs to it. */
const isNamedLike = (name: string, inspected: readonly Unit[]) =>
  inspected.some((unit) => [unit.name, unit.shortName].some((part) => part !== '' && name.includes(part)))

const typedOf = ({ name, contact, phone, belongsTo, retired }: HandlingUnit): Record<string, string> => ({
  name,
  contact,
  phone,
  belongsTo: belongsTo ?? NONE,
  ...(retired && { retired: 'yes' }),
})
