import type { Holidays } from '../clock/calendar.ts'
import { holidayWords } from '../i18n/holidays.ts'
import { office } from '../i18n/office.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { writeDays } from './notice.ts'

interface Props {
  frame: OfficeFrame
  years: readonly { year: number; days: Holidays | undefined }[]
}

export function HolidaysPage({ frame, years }: Props) {
  const { lang } = frame.reader
  const heads = (['title', 'off', 'work'] as const).map((head) => say(lang, holidayWords[head]))
  const listed = (days: Holidays, which: keyof Holidays) =>
    writeDays(days[which], lang).join(lang === 'zh' ? '、' : ', ')
  return (
    <OfficePage frame={frame} section="settings">
      <h1>{say(lang, holidayWords.title)}</h1>
      {years.map(({ year, days }) => !days && <p class="box warn">{say(lang, office.holidays, { year })}</p>)}
      <table class="roll">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, days }) => (
            <tr>
              <th scope="row">{year}</th>
              <td data-head={heads[1]}>{days ? listed(days, 'off') : '—'}</td>
              <td data-head={heads[2]}>{days ? listed(days, 'work') : '—'}</td>
              <td>
                <a href={paths.holidaysOf(String(year))}>{say(lang, holidayWords.change)}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </OfficePage>
  )
}
