import { NO_YEAR, sayDay } from '../clock/day.ts'
import { recovery, uses } from '../i18n/recovery.ts'
import { type Lang, say, wordOf } from '../i18n/speak.ts'
import type { FromSheets } from './recoverable.ts'
import type { SheetsMade } from './sheets-made.ts'

/** Who gave the team's keys to whom out of the recovery sheets: nobody need take it on trust that it was never done. */
export const FromSheetsLines = ({ lang, all }: { lang: Lang; all: readonly FromSheets[] }) =>
  all.map(({ on, ...names }) => (
    <p class="soft">{say(lang, recovery.fromSheets, { date: sayDay(on, lang, NO_YEAR), ...names })}</p>
  ))

/**
 * Who made the sheets in force: a key that is made now is sealed to them, and whoever made a set alone could have kept
 * all three.
 */
export function SheetsLine({ lang, made }: { lang: Lang; made: SheetsMade | undefined }) {
  if (!made) return null
  const { by, on, why } = made
  const values = { by, date: sayDay(on, lang, NO_YEAR), why: wordOf(lang, uses, why) }
  return <p class="soft">{say(lang, recovery.inForce, values)}</p>
}
