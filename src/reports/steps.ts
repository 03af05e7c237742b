import { dayOf } from '../clock/day.ts'
import type { Step } from '../log/record.ts'
import type { Report } from './consequences.ts'

const HOUR = 3_600_000

/** The next step of a report. It stays where it is unless `to` says otherwise. */
export function nextStep(
  report: Report,
  step: Pick<Step, 'move' | 'at' | 'who' | 'to' | 'why'>,
): Step & { position: number } {
  const { id, steps, state } = report
  return { subject: `report:${id}`, position: steps + 1, from: state, to: state, ...step }
}

/**
 * When staff did something. Within the hour of filing a step has a day only: together with how long acceptance took,
 * its instant would say when the resident wrote.
 */
export function staffTime({ receivedAt }: Pick<Report, 'receivedAt'>, now: Date): string {
  const isFresh = receivedAt !== null && now.getTime() - Date.parse(receivedAt) <= HOUR
  return isFresh ? dayOf(now) : now.toISOString()
}
