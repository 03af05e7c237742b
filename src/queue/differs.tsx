import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import type { ReportView } from './report-view.ts'

const words = {
  kind: reportWords.differsKind,
  unit: reportWords.differsUnit,
  ticks: reportWords.differsTicks,
  files: reportWords.differsFiles,
} as const

interface Props {
  view: ReportView
  of: readonly (keyof typeof words)[]
}

/** Where the register does not say what was sealed: the script that compares them shows it. */
export function Differs({ view: { desk, about }, of }: Props) {
  const { lang } = desk
  return (
    <div role="alert">
      {of.map((name) => (
        <p class="box bad" data-differs={name} hidden>
          {say(lang, reportWords.differs, { what: say(lang, words[name]), office: about.office.shortName })}
        </p>
      ))}
    </div>
  )
}
