import { entering } from '../i18n/entering.ts'
import { giving as words } from '../i18n/giving.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Tick } from '../queue/choices.tsx'
import { Trouble } from '../queue/move-form.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { base64url } from '../sealing/bytes.ts'
import type { Filled } from '../ui/field.tsx'
import { askedIn, turnIn } from './second-person.ts'

/**
 * What came to the office and is not about the team goes to it, once whoever told it agrees: they were promised
 * otherwise.
 */
export function ToTeamPart({ view, filled }: { view: ReportView; filled: Filled }) {
  const { desk, report, toTeam, names, steps } = view
  if (!toTeam) return null
  const { lang } = desk
  const { canAgree, contactKey, certificate } = toTeam
  const team = toTeam.team.name
  const turn = turnIn(view, toTeam.team.id)
  const asked = askedIn(steps, toTeam.team.id)
  const by = (asked?.who && names.get(asked.who)) ?? ''
  if (turn === 'waits') return <p class="soft">{say(lang, words.waitsForSecond, { name: by, team })}</p>
  if (!canAgree) return <AskFirst lang={lang} team={team} talks={report.lookupHash !== null} />
  const isOpen = ['notAbout', 'agreed', 'withContact'].some((field) => filled.problems?.[field])
  return (
    <details class="noprint" open={isOpen || asked !== undefined}>
      <summary>{say(lang, words.toTeam, { team })}</summary>
      <form
        method="post"
        action={paths.giveToTeam(desk.team.id, report.id)}
        class="sheet-form"
        novalidate
        data-desk
        data-to-team={turn === 'gives' ? toTeam.team.id : undefined}
        data-certificate={certificate}
        data-contact={contactKey && base64url(contactKey)}
      >
        <input type="hidden" name="steps" value={String(report.steps)} />
        <input type="hidden" name="team" value={toTeam.team.id} />
        <input type="hidden" name="epoch" value={String(toTeam.epoch)} />
        {asked && turn === 'gives' && <p>{say(lang, words.askedBy, { name: by, team })}</p>}
        <p class="box warn">{say(lang, words.promised, { team })}</p>
        <p>{say(lang, words.ownWords)}</p>
        <Tick name="notAbout" label={say(lang, words.notAbout)} filled={filled} required />
        <Tick name="agreed" label={say(lang, words.agreed, { team })} filled={filled} required />
        {contactKey && (
          <Tick name="withContact" label={say(lang, words.contactToo)} filled={filled} required />
        )}
        <Trouble lang={lang} />
        <p class="error" role="alert" data-why="untrue" hidden>
          {say(lang, entering.untrue)}
        </p>
        <button type="submit" class="btn">
          {turn === 'asks' ? say(lang, words.askSecond) : say(lang, words.toTeam, { team })}
        </button>
      </form>
    </details>
  )
}

/** Nobody has been asked who could be: by a message, unless the query code is gone. */
function AskFirst({ lang, team, talks }: { lang: Lang; team: string; talks: boolean }) {
  return (
    <details class="noprint">
      <summary>{say(lang, words.toTeam, { team })}</summary>
      <p class="box warn">{say(lang, words.promised, { team })}</p>
      {talks && (
        <p>
          <a href="#message">{say(lang, words.askFirst)}</a>
        </p>
      )}
    </details>
  )
}
