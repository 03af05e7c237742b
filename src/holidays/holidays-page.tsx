import type { Holidays } from '../clock/calendar.ts'
import type { Day } from '../clock/day.ts'
import { holidayWords } from '../i18n/holidays.ts'
import { office } from '../i18n/office.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { writeDays } from './announcement.ts'

interface Props {
  frame: OfficeFrame
  years: readonly { year: number; days: Holidays | undefined }[]
}

export function HolidaysPage({ frame, years }: Props) {
  const { lang } = frame.reader
  const heads = (['off', 'work'] as const).map((which) => [which, say(lang, holidayWords[which])] as const)
  return (
    <OfficePage frame={frame} section="settings">
      <h1>{say(lang, holidayWords.title)}</h1>
      {years.map(({ year, days }) => !days && <p class="box warn">{say(lang, office.holidays, { year })}</p>)}
      <table class="roll">
        <thead>
          <tr>
            <td />
            {heads.map(([, head]) => (
              <th scope="col">{head}</th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {years.map(({ year, days }) => (
            <tr>
              <td class="n">{year}</td>
              {heads.map(([which, head]) => (
                <td data-head={head}>{days ? <Stretches lang={lang} days={days[which]} /> : '—'}</td>
              ))}
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

function Stretches({ lang, days }: { lang: Lang; days: readonly Day[] }) {
  return (
    <>
      {writeDays(days, lang).map((stretch, at) => (
        <>
          {at > 0 && say(lang, staff.and)}
          <span class="whole">{stretch}</span>
        </>
      ))}
    </>
  )
}
