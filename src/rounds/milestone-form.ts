import * as z from 'zod/mini'
import type { Day } from '../clock/day.ts'
import { line } from '../http/fields.ts'
import { day } from './fields.ts'
import type { Milestone, MilestoneFields } from './milestones.ts'
import { milestoneKinds } from './stages.ts'

export const milestoneShape = {
  kind: z.enum(milestoneKinds, 'choice'),
  name: z.pipe(
    line(40, 0),
    z.transform((text) => text || null),
  ),
  due: day,
  doneOn: z.pipe(
    z.union([z.literal(''), day], 'day'),
    z.transform((text) => text || null),
  ),
}

/** What two fields say against each other, and against today, by the field that is to be mended. */
export function milestoneMistakes(
  { kind, name, doneOn }: MilestoneFields,
  today: Day,
): Record<string, string> {
  const mistakes: Record<string, string> = {}
  if (kind === 'other' && name === null) mistakes.name = 'name'
  if (doneOn !== null && doneOn > today) mistakes.doneOn = 'future'
  return mistakes
}

export const milestoneTyped = ({ kind, name, due, doneOn }: Milestone): Record<string, string> => ({
  kind,
  name: name ?? '',
  due,
  doneOn: doneOn ?? '',
})
