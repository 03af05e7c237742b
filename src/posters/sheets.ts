export const sheetStates = ['printed', 'posted', 'damaged', 'covered', 'missing', 'replaced'] as const
export type SheetState = (typeof sheetStates)[number]

/**
 * What may happen to one sheet of paper, and in which states. `good` is a look that found it hanging as it should; a
 * sheet that was lost or covered may so come back. One that was never hung may be spoilt or lost as well.
 */
export const sheetMoves = {
  post: { from: ['printed'], to: 'posted' },
  good: { from: ['posted', 'missing', 'covered'], to: 'posted' },
  damage: { from: ['printed', 'posted', 'covered'], to: 'damaged' },
  cover: { from: ['posted'], to: 'covered' },
  miss: { from: ['printed', 'posted', 'damaged', 'covered'], to: 'missing' },
  replace: { from: ['damaged', 'covered', 'missing'], to: 'replaced' },
} as const satisfies Record<string, { from: readonly SheetState[]; to: SheetState }>

export type SheetMove = keyof typeof sheetMoves

export const canMoveSheet = (move: SheetMove, state: SheetState) =>
  (sheetMoves[move].from as readonly SheetState[]).includes(state)

export const movesFrom = (state: SheetState) =>
  (Object.keys(sheetMoves) as SheetMove[]).filter((move) => canMoveSheet(move, state))

/** What a team may write down of its own units' sheets. */
export const teamMoves: readonly SheetMove[] = ['post', 'good', 'damage', 'cover', 'miss']

/** The largest number a sheet may have: two digits stand on the paper. */
export const MOST_SHEETS = 99
