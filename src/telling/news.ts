import { readWhy } from '../log/why.ts'
import { isOpen, type State } from '../reports/lifecycle.ts'
import type { reports } from '../reports/tables.ts'

/** What somebody who gave their name is told on paper. */
export type PaperKind = 'accept' | 'decline' | 'extend' | 'conclude'

export interface News {
  paper: PaperKind
  /** The position of the step that it is about. */
  step: number
}

/** A step that was taken, as the log has it. */
export interface Taken {
  move: string
  position: number
  why: string | null
}

type Told = Pick<
  typeof reports.$inferSelect,
  | 'kind'
  | 'state'
  | 'identityMode'
  | 'contactHeld'
  | 'contactErasedOn'
  | 'contactEpoch'
  | 'acceptedOn'
  | 'promise'
>

const papers: Readonly<Record<string, PaperKind | undefined>> = {
  accept: 'accept',
  acceptByRule: 'accept',
  decline: 'decline',
  extend: 'extend',
  conclude: 'conclude',
  escalate: 'conclude',
}

/** A name was given and is still held here. */
export const isNameHeld = ({ identityMode, contactHeld, contactEpoch }: Told): boolean =>
  identityMode === 'named' && contactHeld && contactEpoch === null

/** The latest that there is a paper for; what began anew since has made it old. */
export function newsOf(report: Told, steps: readonly Taken[]): News | undefined {
  if (!isNameHeld(report)) return undefined
  const last = steps.findLast(isNews)
  const paper = last && papers[last.move]
  return paper && holds[paper](report, last) ? { paper, step: last.position } : undefined
}

/** More time that a unit alone was given is none: of conduct, or within what was promised. */
const isNews = (step: Taken) =>
  step.move === 'extend'
    ? promised(step) !== undefined
    : step.move === 'reopen' || papers[step.move] !== undefined

/** The day that more time promised the resident. */
const promised = ({ why }: Taken) => readWhy(why).get('promised')?.[0]

/** Of a report that was merged nothing is told that is not told of all others. */
const isUnderWay = (state: State) => isOpen(state) || state === 'merged'

/** It reads as if it had been concluded; nothing is left to print once it has been erased here for a receipt. */
const isEscalatedConduct = ({ kind, state, contactErasedOn }: Told) =>
  kind === 'conduct' && state === 'escalated' && contactErasedOn === null

const holds: Record<PaperKind, (report: Told, step: Taken) => boolean> = {
  accept: ({ state, acceptedOn }) => isUnderWay(state) && acceptedOn !== null,
  decline: ({ state }) => state === 'declined',
  extend: ({ state, promise }, step) => isUnderWay(state) && promise === promised(step),
  conclude: (report) =>
    report.acceptedOn !== null && (report.state === 'concluded' || isEscalatedConduct(report)),
}
