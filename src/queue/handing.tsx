import { handing as words } from '../i18n/handing.ts'
import { viewWords } from '../i18n/report.ts'
import { say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { isOpen } from '../reports/lifecycle.ts'
import { DeskButton } from '../staff/desk-button.tsx'
import { mayHoldContact } from '../staff/roles.ts'
import { Trouble } from './move-form.tsx'
import type { ReportView } from './report-view.ts'

/** Why somebody else should call; a reason of one's own is asked of who then looks. */
export const handReasons = ['callBack', 'identity', 'reply'] as const

/** The leader hands this one call to one officer: the browser seals the contact it has just opened to them. */
export function HandOver({ view }: { view: ReportView }) {
  const { desk, report, officers } = view
  const { lang, team, person } = desk
  if (!mayHoldContact(person.roles) || !isOpen(report.state)) return null
  if (officers.length === 0) return <p class="soft noprint">{say(lang, words.nobody)}</p>
  return (
    <form
      method="post"
      action={paths.handContact(team.id, report.id)}
      class="sheet-form noprint"
      data-in-place
      data-hand
      data-team={team.id}
    >
      <h3>{say(lang, words.title)}</h3>
      <input type="hidden" name="steps" value={String(report.steps)} />
      <p class="field">
        <label for="hand-member">{say(lang, words.member)}</label>
        <select id="hand-member" name="member" required>
          <option value="" />
          {officers.map(({ id, name, certificate }) => (
            <option value={id} data-certificate={certificate}>
              {name}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="hand-why">{say(lang, words.why)}</label>
        <select id="hand-why" name="handWhy" required>
          {handReasons.map((why) => (
            <option value={why}>{textOf(lang, viewWords[why])}</option>
          ))}
        </select>
      </p>
      <p class="soft">{say(lang, words.help)}</p>
      <Trouble lang={lang} />
      <p class="error" role="alert" data-why="untrusted" hidden>
        {say(lang, words.untrusted)}
      </p>
      <button type="submit" class="btn">
        {say(lang, words.hand)}
      </button>
    </form>
  )
}

/** Whom it has been handed to and whose hours are not over; the leader may take it back. */
export function HandedNow({ view }: { view: ReportView }) {
  const { desk, report, handed, officers } = view
  const { lang, team, person } = desk
  if (!mayHoldContact(person.roles)) return null
  return (
    <>
      {handed.map(({ personId }) => {
        const member = officers.find(({ id }) => id === personId)?.name ?? ''
        return (
          <div class="box noprint">
            <p>{say(lang, words.handed, { member })}</p>
            <DeskButton
              lang={lang}
              action={paths.takeBackContact(team.id, report.id)}
              label={say(lang, words.takeBack)}
              fields={{ member: personId }}
            />
          </div>
        )
      })}
    </>
  )
}
