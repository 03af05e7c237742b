/** One row: what was measured, the limit measured beside it in the same run, and the budget it must keep. */
export interface Figure {
  name: string
  value: number
  unit: string
  limit: number | null
  budget: number | null
  ok: boolean
  /** Which way the budget binds. */
  bound: '≤' | '≥' | ''
}

interface Measured extends Pick<Figure, 'name' | 'value' | 'unit'> {
  limit?: number
}

export const atMost = (budget: number, measured: Measured): Figure => ({
  ...beside(measured),
  budget,
  ok: measured.value <= budget,
  bound: '≤',
})

export const atLeast = (budget: number, measured: Measured): Figure => ({
  ...beside(measured),
  budget,
  ok: measured.value >= budget,
  bound: '≥',
})

/** Reported without a budget. */
export function beside({ limit, ...measured }: Measured): Figure {
  return { ...measured, limit: limit ?? null, budget: null, ok: true, bound: '' }
}

const digits = (value: number) =>
  value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 })

const columns = ['row', 'value', 'unit', 'limit measured', 'budget', 'ok'] as const
const widths = [18, 10, 9, 15, 9, 6]

const aligned = (cells: readonly string[]) =>
  cells
    .map((cell, at) =>
      at === 1 || at === 3 || at === 4 ? cell.padStart(widths[at] ?? 0) : ` ${cell}`.padEnd(widths[at] ?? 0),
    )
    .join(' ')

export const heading = () => aligned(columns)

export function lineOf({ name, value, unit, limit, budget, bound, ok }: Figure): string {
  const kept = budget === null ? '' : ok ? 'ok' : 'MISSED'
  return aligned([
    name,
    digits(value),
    unit,
    limit === null ? '–' : digits(limit),
    budget === null ? '–' : `${bound} ${digits(budget)}`,
    kept,
  ])
}

export function jsonOf({ name, value, unit, limit, budget, ok }: Figure): string {
  const short = (n: number | null) => n && Number(n.toPrecision(4))
  return JSON.stringify({ name, value: short(value), unit, limit: short(limit), budget, ok })
}
