import * as z from 'zod/mini'
import { isDay } from '../clock/day.ts'
import { line, lineWithin } from '../http/fields.ts'
import { day, number } from './fields.ts'
import type { Round, RoundFields } from './store.ts'
import { roundTitle } from './title.ts'

/** The fields of a round as they are typed. */
export const roundShape = {
  term: number,
  seq: number,
  title: line(60, 0),
  type: z.enum(['regular', 'special', 'lookBack', 'standing', 'other'], 'choice'),
  theme: lineWithin(40, 0),
  scope: line(60, 0),
  parent: z.optional(line(60, 0)),
  enteredOn: day,
  fieldEndsOn: day,
  intakeOpensOn: day,
  intakeClosesOn: day,
}

type Typed = z.infer<z.ZodMiniObject<typeof roundShape>>

/** What two fields say against each other, by the field that is to be mended. Days that are none say nothing. */
export function roundMistakes(typed: Readonly<Record<string, unknown>>): Record<string, string> {
  const said = (name: keyof Typed) => String(typed[name] ?? '').trim()
  const isBefore = (one: keyof Typed, other: keyof Typed) =>
    isDay(said(one)) && isDay(said(other)) && said(one) < said(other)
  const mistakes: Record<string, string> = {}
  if (said('type') === 'special') {
    if (!said('theme')) mistakes.theme = 'theme'
    if (!said('scope')) mistakes.scope = 'scope'
  }
  if (isBefore('fieldEndsOn', 'enteredOn')) mistakes.fieldEndsOn = 'leavesBefore'
  if (isBefore('intakeClosesOn', 'intakeOpensOn')) mistakes.intakeClosesOn = 'closesBefore'
  return mistakes
}

/**
 * What is kept. An empty title is written by itself; so is one that was written by itself before and not touched since,
 * when term, number or type have changed.
 */
export function roundFields(
  typed: Typed,
  { jurisdiction, level }: { jurisdiction: string; level: 'city' | 'county' },
  before?: Pick<Round, 'term' | 'seq' | 'type' | 'title'>,
): RoundFields {
  const untouched = before?.title === typed.title && before.title === roundTitle(before, jurisdiction, level)
  const title = typed.title && !untouched ? typed.title : roundTitle(typed, jurisdiction, level)
  return {
    ...typed,
    title,
    theme: typed.theme || null,
    scope: typed.scope || null,
    parent: typed.parent || null,
  }
}

export const roundTyped = (round: Round): Record<string, string> => ({
  term: String(round.term),
  seq: String(round.seq),
  title: round.title,
  type: round.type,
  theme: round.theme ?? '',
  scope: round.scope ?? '',
  parent: round.parent ?? '',
  enteredOn: round.enteredOn,
  fieldEndsOn: round.fieldEndsOn,
  intakeOpensOn: round.intakeOpensOn,
  intakeClosesOn: round.intakeClosesOn,
})

/** Intake that outlasts the team: the last days' reports would find nobody. What stands ends with its term. */
export const closesLate = ({
  type,
  intakeClosesOn,
  fieldEndsOn,
}: {
  type: Round['type']
  intakeClosesOn: string
  fieldEndsOn: string
}) => intakeClosesOn > fieldEndsOn || (type !== 'standing' && intakeClosesOn === fieldEndsOn)

export const pauseShape = {
  reason: lineWithin(40),
  resumesOn: z.pipe(
    z.union([z.literal(''), day]),
    z.transform((text) => text || null),
  ),
}
