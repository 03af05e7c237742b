import { type Day, isDay } from '../clock/day.ts'
import type { Step } from '../queue/report-view.ts'
import { readWhy } from '../queue/why.ts'

/** What was ordered to be mended: the sealed part that says it, until when, and on which day. */
export interface Ordered {
  part: string
  due: Day
  at: string
}

/** The latest order, as its step has it. */
export function lastOrder(steps: readonly Step[]): Ordered | undefined {
  const step = steps.findLast(({ move }) => move === 'fix')
  const why = readWhy(step?.why ?? null)
  const [part, due] = [why.get('order')?.[0], why.get('until')?.[0]]
  return step && part && due && isDay(due) ? { part, due, at: step.at } : undefined
}
