/** What the strip counts, each a filter. */
export const counted = ['toAccept', 'dueToday', 'overdue', 'toApprove', 'waiting', 'fresh', 'held'] as const
export type Counted = (typeof counted)[number]

const shows = [...counted, 'all', 'mine', 'left', 'done'] as const

/** Which reports are looked at, and from where on. */
export interface Looking {
  show: (typeof shows)[number]
  /** Looks at them by unit or by category: `only` is the one chosen. */
  by?: 'unit' | 'tile'
  only?: string
  /** The place in the order after which this page begins. */
  after?: string
}

export function lookingIn(query: (name: string) => string | undefined): Looking {
  const by = query('by')
  const only = query('only')
  const after = query('after')
  return {
    show: shows.find((show) => show === query('show')) ?? 'all',
    ...((by === 'unit' || by === 'tile') && { by, ...(only && { only }) }),
    ...(after && { after }),
  }
}

/** What an address or a form carries of it. */
export function queryOf({ show, by, only, after }: Looking): Record<string, string> {
  return {
    ...(show !== 'all' && { show }),
    ...(by && { by }),
    ...(only && { only }),
    ...(after && { after }),
  }
}

export function lookingAddress(desk: string, looking: Looking): string {
  const query = new URLSearchParams(queryOf(looking)).toString()
  return query ? `${desk}?${query}` : desk
}

export const isEverything = ({ show, by, after }: Looking) => show === 'all' && !by && !after
