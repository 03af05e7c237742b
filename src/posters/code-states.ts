import type { Day } from '../clock/day.ts'
import { type Intake, intakeOf, type Window } from '../rounds/intake.ts'

/** What is stored. That a code is `retired` is no state of its own: it follows from its round, which has closed. */
export type CodeState = 'draft' | 'tested' | 'inUse' | 'revoked'
export type Standing = 'draft' | 'revoked' | Intake

/** What may happen to a code, and in which states. */
export const codeMoves = {
  test: { from: ['draft'], to: 'tested' },
  open: { from: ['tested'], to: 'inUse' },
  withdraw: { from: ['draft', 'tested', 'inUse'], to: 'revoked' },
} as const satisfies Record<string, { from: readonly CodeState[]; to: CodeState }>

export type CodeMove = keyof typeof codeMoves

export const canMove = (move: CodeMove, state: CodeState) =>
  (codeMoves[move].from as readonly CodeState[]).includes(state)

/** What somebody who scans the code is to be told on a day: its own state, then its round's. */
export function codeStanding(code: { state: CodeState }, round: Window, today: Day): Standing {
  switch (code.state) {
    case 'revoked':
      return 'revoked'
    case 'draft':
    case 'tested':
      return 'draft'
    case 'inUse':
      return intakeOf(round, today)
  }
}

/** Why a code is withdrawn; a list, because the log takes no text in clear. */
export const withdrawReasons = ['covered', 'damaged', 'misprint', 'changed', 'other'] as const
export type WithdrawReason = (typeof withdrawReasons)[number]
