import type { Choice } from '../reports/leaving.ts'

/** One name for each report's way and one for its tick: `way.ID`, `contact.ID`. */
export const wayField = (id: string) => `way.${id}`
export const contactField = (id: string) => `contact.${id}`

/** What a leader chose, report by report. The contact goes only with a report that goes or has gone. */
export function choicesIn(typed: Readonly<Record<string, string>>): Choice[] {
  return Object.entries(typed).flatMap(([name, value]): Choice[] => {
    const id = /^way\.(.+)$/.exec(name)?.[1]
    if (!id) return []
    const goesAlong = typed[contactField(id)] === 'yes'
    if (value === 'office') return [{ id, way: goesAlong ? 'contact' : 'office' }]
    return [{ id, way: value === 'gone' && goesAlong ? 'contact' : 'keep' }]
  })
}
