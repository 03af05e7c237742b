import { type Choice, isWay } from '../reports/leaving-choice.ts'

/** One name for each report's way, for its tick, and for what stood on the page: `way.ID`, `contact.ID`, `was.ID`. */
export const wayField = (id: string) => `way.${id}`
export const contactField = (id: string) => `contact.${id}`
export const wasField = (id: string) => `was.${id}`

/** What a leader chose, report by report. The contact goes only with a report that goes or has gone. */
export function choicesIn(typed: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(typed).flatMap(([name, value]): Choice[] => {
    const id = /^way\.(.+)$/.exec(name)?.[1]
    if (!id) return []
    const stood = typed[wasField(id)]
    const was = isWay(stood) ? stood : 'keep'
    const goesAlong = typed[contactField(id)] === 'yes'
    if (value === 'office') return [{ id, way: goesAlong ? 'contact' : 'office', was }]
    return [{ id, way: value === 'gone' && goesAlong ? 'contact' : 'keep', was }]
  })
}
