import { type Day, dayOfStep, isDay } from '../clock/day.ts'
import type { Written } from '../i18n/speak.ts'
import { readWhy } from '../log/why.ts'
import type { Proposal, Step } from '../queue/report-view.ts'

/** What was ordered to be mended: the sealed part that says it, in which language, until when, and on which day. */
export interface Ordered {
  part: string
  lang: Written
  due: Day
  on: Day
}

/** The latest order, as its step has it. */
export function lastOrder(steps: readonly Step[]): Ordered | undefined {
  const step = steps.findLast(({ move }) => move === 'fix')
  const order = orderIn(step)
  if (!step || !order) return undefined
  return { ...order, on: dayOfStep(step.at) }
}

/** An order as it was drafted. */
export function orderIn(drafted: Pick<Proposal | Step, 'why'> | undefined): Omit<Ordered, 'on'> | undefined {
  const why = readWhy(drafted?.why ?? null)
  const [part, due] = [why.get('order')?.[0], why.get('until')?.[0]]
  const lang = why.get('lang')?.[0] === 'en' ? 'en' : 'zh'
  return part && due && isDay(due) ? { part, lang, due } : undefined
}
