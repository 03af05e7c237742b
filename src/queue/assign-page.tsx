import { buttonWords, fieldWords, moveWords } from '../i18n/moves.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../ui/field.tsx'
import { Offline } from '../ui/form-says.tsx'
import { Somebody } from './choices.tsx'
import type { ReportView } from './report-view.ts'
import { TeamPage } from './team-frame.tsx'
import { kindAndCategory, numberWords } from './words.ts'

/** 分办: the leader gives a report to somebody. */
export function AssignPage({ view, filled }: { view: ReportView; filled: Filled }) {
  const { desk, report, unit, about } = view
  const { lang, team } = desk
  const back = paths.report(team.id, report.id)
  return (
    <TeamPage desk={desk}>
      <h1>{say(lang, moveWords.assign)}</h1>
      <p>
        <a href={back} class="n">
          {numberWords(report.enquiryNumber)}
        </a>{' '}
        · {unit?.name} · {kindAndCategory(lang, desk.names, report)}
      </p>
      <form method="post" action={paths.assignOwner(team.id, report.id)} class="sheet-form" data-desk>
        <input type="hidden" name="steps" value={String(report.steps)} />
        <Somebody
          lang={lang}
          name="owner"
          label={say(lang, fieldWords.owner)}
          filled={filled}
          members={about.members}
        />
        <Offline lang={lang} />
        <p class="buttons">
          <button type="submit" class="btn go">
            {say(lang, buttonWords.assign)}
          </button>
          <a class="btn quiet" href={back}>
            {say(lang, buttonWords.cancel)}
          </a>
        </p>
      </form>
    </TeamPage>
  )
}
