import { sayDay } from '../clock/day.ts'
import { recovery } from '../i18n/recovery.ts'
import { type Lang, say } from '../i18n/speak.ts'
import type { FromSheets } from './recoverable.ts'

/** In a team for years: the year is always said. */
const NO_YEAR = 0

/** Who gave the team's keys to whom out of the recovery sheets: nobody need take it on trust that it was never done. */
export const FromSheetsLines = ({ lang, all }: { lang: Lang; all: readonly FromSheets[] }) =>
  all.map(({ on, ...names }) => (
    <p class="soft">{say(lang, recovery.fromSheets, { date: sayDay(on, lang, NO_YEAR), ...names })}</p>
  ))
