import { isOpen, type State } from '../reports/lifecycle.ts'
import type { reports } from '../reports/tables.ts'

/** What somebody who gave their name is told on paper. */
export type PaperKind = 'accept' | 'decline' | 'extend' | 'conclude'

export interface News {
  paper: PaperKind
  /** The position of the step that it is about. */
  step: number
}

interface Step {
  move: string
  position: number
}

type Told = Pick<
  typeof reports.$inferSelect,
  'kind' | 'state' | 'identityMode' | 'contactHeld' | 'contactEpoch' | 'acceptedOn' | 'promiseMoved'
>

const papers: Readonly<Record<string, PaperKind | undefined>> = {
  accept: 'accept',
  acceptByRule: 'accept',
  decline: 'decline',
  extend: 'extend',
  conclude: 'conclude',
}

/** A name was given and is still held here. */
export const isNameHeld = ({ identityMode, contactHeld, contactEpoch }: Told): boolean =>
  identityMode === 'named' && contactHeld && contactEpoch === null

/** The latest that there is a paper for; what began anew since has made it old. */
export function newsOf(report: Told, steps: readonly Step[]): News | undefined {
  if (!isNameHeld(report)) return undefined
  const last = steps.findLast(({ move }) => move === 'reopen' || papers[move] !== undefined)
  const paper = last && papers[last.move]
  return paper && holds[paper](report) ? { paper, step: last.position } : undefined
}

/** Of a report that was merged nothing is told that is not told of all others. */
const isUnderWay = (state: State) => isOpen(state) || state === 'merged'

const holds: Record<PaperKind, (report: Told) => boolean> = {
  accept: ({ state, acceptedOn }) => isUnderWay(state) && acceptedOn !== null,
  decline: ({ state }) => state === 'declined',
  // Of conduct that was passed on nothing is told, and then what was promised has not moved.
  extend: ({ kind, state, promiseMoved }) =>
    kind !== 'conduct' && isUnderWay(state) && (promiseMoved === 'extended' || promiseMoved === 'late'),
  conclude: ({ state, acceptedOn }) => state === 'concluded' && acceptedOn !== null,
}
