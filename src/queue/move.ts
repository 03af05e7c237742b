import type { JSX } from 'hono/jsx/jsx-runtime'
import type * as z from 'zod/mini'
import type { Checklist } from '../categories/checklist.ts'
import type { Day } from '../clock/day.ts'
import { fill, type Lang, textOf } from '../i18n/speak.ts'
import { teamProblems } from '../i18n/team.ts'
import type { Office } from '../office/store.ts'
import type { Referring } from '../referrals/referring.ts'
import type { MoveForm } from '../reports/moving.ts'
import type { Decided, Report } from '../reports/tables.ts'
import type { UnitType } from '../rounds/tables.ts'
import type { Filled } from '../ui/field.tsx'
import type { Desk } from './desk.ts'
import type { Member } from './people.ts'
import type { Said } from './said.ts'

/** What a move's form must know of the report and the team. */
export interface About {
  desk: Desk
  report: Report
  unitType: UnitType
  /** The tree for units of this type, in the version the report was filed under. */
  categories: Checklist
  unitName: string
  /** The team's last day in the field; none where the office carries on what a team has left. */
  fieldEndsOn: Day | null
  members: readonly Member[]
  office: Office
  /** The resident has been asked and has not answered in time. */
  wasSilent: boolean
  referring: Referring
  /** The letter that is out has had its one extension. */
  wasExtended: boolean
  /** The day on which the reply to it had come that was last sent back. */
  sentBackReplyCameOn: Day | undefined
  /** Somebody of the team has seen that what was ordered is done. */
  isFixed: boolean
  /** The day on which something was last ordered to be mended. */
  orderedOn: Day | undefined
}

export interface FieldsProps {
  about: About
  filled: Filled
}

export type Typed = Readonly<Record<string, string | undefined>>

/** One move's short form: what it asks, what is wrong with an answer, and what it writes. */
export interface AskedFor<Schema extends z.ZodMiniObject = z.ZodMiniObject> {
  /** Its fields stand in the order of the form. */
  schema: Schema
  /** What stands in the fields of a new form. */
  defaults(about: About): Record<string, string>
  /** What only the report can tell is wrong, as sentences, by field. What does not fit by itself is left out. */
  problems(values: Fitting<Schema>, about: About): Record<string, string>
  written(values: z.output<Schema>, about: About): MoveForm
  /** What of the fields decides what the resident will see, as far as it has been filled in. */
  shows(typed: Typed): Decided
  Fields(props: FieldsProps): JSX.Element | null
  /** Its fields are not there yet, and what stands in their place says why: there is nothing to send. */
  isBarred?(about: About): boolean
  /** Where not every answer to the form is followed by the move's usual sentence. */
  saidAfter?(values: z.output<Schema>, about: About): Said | undefined
}

/** What of a form fits its schema, field by field. */
export type Fitting<Schema extends z.ZodMiniType> = {
  [Name in keyof z.output<Schema>]?: z.output<Schema>[Name] | undefined
}

export const asksFor = <Schema extends z.ZodMiniObject>(form: AskedFor<Schema>): AskedFor<Schema> => form

type Problem = keyof typeof teamProblems
const isProblem = (key: string): key is Problem => key in teamProblems

export const wrong = (lang: Lang, problem: Problem, values: Record<string, string> = {}): string =>
  fill(textOf(lang, teamProblems[problem]), values)

/** A schema's messages as sentences. Without one of its own, a field's name is its message; ids have none. */
export function sentences(lang: Lang, problems: Readonly<Record<string, string>>): Record<string, string> {
  const said = Object.entries(problems)
    .filter(([field]) => !field.endsWith('Id'))
    .map(([field, key]) => [field, wrong(lang, problemOf(field, key))])
  return Object.fromEntries(said)
}

/** Their own sentences speak of the fields beside them as well. */
const isOfMany = (field: string) => field === 'letter' || field === 'reply'

/** What was left empty is called by its own sentence before the general one. */
const problemOf = (field: string, key: string): Problem =>
  (key === 'blank' && !isOfMany(field) ? [field, key] : [key, field]).find(isProblem) ?? 'other'

/** Drops what is `undefined`, so that the columns it names stay as they are. */
export function decided(columns: { [Name in keyof Decided]?: Decided[Name] | undefined }): Decided {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as Decided
}
