import { holidayWords } from '../i18n/holidays.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Field, type Filled } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { LONGEST_ANNOUNCEMENT } from './announcement.ts'

interface Props {
  frame: OfficeFrame
  year: number
  /** The last change of the holidays when what is shown was read. */
  version: number
  filled: Filled
  overtaken: boolean
}

/** One year: the announcement pasted whole, or its stretches line by line. */
export function YearPage({ frame, year, version, filled, overtaken }: Props) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="settings">
      <h1>
        {say(lang, holidayWords.title)} {year}
      </h1>
      <OfficeForm
        lang={lang}
        action={paths.holidaysOf(String(year))}
        back={paths.holidays}
        filled={filled}
        labels={holidayWords}
        hidden={{ version: String(version) }}
        overtaken={overtaken}
      >
        <Field
          name="off"
          label={say(lang, holidayWords.off)}
          help={say(lang, holidayWords.offHelp)}
          filled={filled}
          rows={10}
          required
          max={LONGEST_ANNOUNCEMENT}
        />
        <Field
          name="work"
          label={say(lang, holidayWords.work)}
          filled={filled}
          rows={6}
          max={LONGEST_ANNOUNCEMENT}
        />
      </OfficeForm>
    </OfficePage>
  )
}
