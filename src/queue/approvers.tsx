import { office } from '../i18n/office.ts'
import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { team as words } from '../i18n/team.ts'
import { paths } from '../paths.ts'
import { mayApprove } from '../reports/offers.ts'
import { situationOf } from '../reports/situation.ts'
import { OFFICE } from '../staff/roles.ts'
import type { About } from './move.ts'

/** Who could approve what this person proposes: said before it is written, above all when nobody could. */
export function Approvers({ about }: { about: About }) {
  const { desk, report, members } = about
  const { lang, team, person } = desk
  const proposed = {
    ...situationOf(report, desk.today),
    pending: { move: 'conclude' as const, by: person.id },
  }
  const names = members.filter((member) => mayApprove(proposed, member) === true).map(({ name }) => name)
  if (names.length > 0)
    return <p class="soft">{say(lang, reportWords.approvers, { names: names.join(say(lang, words.and)) })}</p>
  return (
    <p class="box warn">
      {team.id === OFFICE ? (
        <>
          {say(lang, office.twoNeeded)} <a href={paths.inviteSecond}>{say(lang, office.inviteSecond)}</a>
        </>
      ) : (
        say(lang, person.soleLeader ? reportWords.onlyYouApprove : reportWords.nobodyApproves)
      )}
    </p>
  )
}
