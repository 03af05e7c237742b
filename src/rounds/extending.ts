import { and, eq, isNull } from 'drizzle-orm'
import { addDays, type Day, dayOf } from '../clock/day.ts'
import { limits } from '../clock/limits.ts'
import type { Db } from '../db/db.ts'
import { type Hand, type Recorded, record } from '../log/record.ts'
import { day } from './fields.ts'
import { listMilestonesWithVersions, movedMilestones } from './milestones.ts'
import { closesLate } from './round-form.ts'
import { closesOn, orTeamGone } from './running-on.ts'
import type { Round } from './store.ts'
import { milestones, rounds } from './tables.ts'

export const extendShape = { intakeClosesOn: day, fieldEndsOn: day }

type Dates = Pick<Round, 'intakeClosesOn' | 'fieldEndsOn'>

/** Residents have been told the last day: from now on it moves only by an extension. */
const hasOpened = ({ intakeOpensOn }: Pick<Round, 'intakeOpensOn'>, today: Day) => intakeOpensOn <= today

/** Days that were moved back in a form that may not do so, by field. */
export function laterDays(before: Round, after: Dates, today: Day): Record<string, string> {
  if (!hasOpened(before, today)) return {}
  const moved = (['intakeClosesOn', 'fieldEndsOn'] as const).filter((name) => after[name] > before[name])
  return Object.fromEntries(moved.map((name) => [name, 'extend']))
}

/**
 * Until when reports are taken stands on paper, or that they always are: once intake has opened, neither becomes the
 * other.
 */
export const isOtherwise = (before: Round, { type }: Pick<Round, 'type'>, today: Day): boolean =>
  hasOpened(before, today) && (before.type === 'standing') !== (type === 'standing')

/** Once, while it is open: whoever was told that intake is over was told the truth. */
export const mayExtend = (
  round: Pick<Round, 'intakeOpensOn' | 'intakeClosesOn' | 'closedBefore' | 'stage'>,
  today: Day,
) =>
  round.stage !== 'archived' &&
  round.closedBefore === null &&
  hasOpened(round, today) &&
  today <= round.intakeClosesOn

/** The last day that an extension may name for each of the two. */
export const latest = ({ intakeClosesOn, fieldEndsOn }: Dates): Dates => ({
  intakeClosesOn: addDays(intakeClosesOn, limits.extension.days),
  fieldEndsOn: addDays(fieldEndsOn, limits.extension.days),
})

/** What is wrong with the new days beside those that hold, by the field that is to be mended. */
export function extendMistakes(before: Dates & Pick<Round, 'type'>, after: Dates): Record<string, string> {
  const { type } = before
  const mistakes: Record<string, string> = {}
  for (const field of ['intakeClosesOn', 'fieldEndsOn'] as const) {
    if (after[field] < before[field]) mistakes[field] = 'earlier'
    if (after[field] > latest(before)[field]) mistakes[field] = 'tooLong'
  }
  const isLate = closesLate({ type, ...after }) && !closesLate(before)
  if (isLate && Object.keys(mistakes).length === 0) mistakes.intakeClosesOn = 'closesLate'
  const isSame = after.intakeClosesOn === before.intakeClosesOn && after.fieldEndsOn === before.fieldEndsOn
  return isSame ? { intakeClosesOn: 'same' } : mistakes
}

/** The step says from which days to which. What is due by the rule from the old last day goes along. */
export async function extendRound(
  db: Db,
  before: Round,
  version: number,
  { intakeClosesOn, fieldEndsOn }: Dates,
  { who, now }: Hand,
): Promise<Recorded | 'team gone' | 'moved'> {
  const { id } = before
  const moved = movedMilestones(await listMilestonesWithVersions(db, id), before, { fieldEndsOn }, dayOf(now))
  const said = (dates: Dates) => `${dates.intakeClosesOn}/${dates.fieldEndsOn}`
  const at = now.toISOString()
  const step = { subject: `round:${id}`, position: version + 1, at, who, move: 'extend' }
  const change = { intakeClosesOn, fieldEndsOn, closedBefore: before.intakeClosesOn }
  const along = moved.map(({ milestone, due }) => ({
    subject: `milestone:${milestone.id}`,
    position: milestone.version + 1,
    at,
    who,
    move: 'extend',
    from: milestone.due,
    to: due,
  }))
  const extended = await orTeamGone(
    record(
      db,
      [{ ...step, from: said(before), to: said(change) }, ...along],
      [
        db
          .update(rounds)
          .set({ ...change, intakeClosesOn: closesOn(db, id, intakeClosesOn) })
          .where(and(eq(rounds.id, id), isNull(rounds.closedBefore))),
        ...moved.map(({ milestone, due }) =>
          db.update(milestones).set({ due }).where(eq(milestones.id, milestone.id)),
        ),
      ],
    ),
  )
  return extended === 'done' && moved.length > 0 ? 'moved' : extended
}
