import { importWords } from '../i18n/import.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { unitTypeWords } from '../i18n/units.ts'
import { type UnitType, unitTypes } from './tables.ts'

/** How many there are of each type, and in all: 3 个镇，38 个村，共 41 个. */
export function unitCounts(lang: Lang, units: readonly { type: UnitType }[]): string {
  const parts = unitTypes
    .map((type) => ({
      type: say(lang, unitTypeWords[type]),
      n: units.filter((unit) => unit.type === type).length,
    }))
    .filter(({ n }) => n > 0)
    .map((count) => say(lang, importWords.count, count))
    .join(lang === 'en' ? ', ' : '，')
  return say(lang, importWords.counts, { n: units.length, parts })
}
