import { at, type Reader } from '../http/reader.ts'
import { doubtWords } from '../i18n/doubts.ts'
import { landing } from '../i18n/landing.ts'
import { notice } from '../i18n/paper.ts'
import { type Lang, type Phrase, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { FoundCode } from '../posters/store.ts'
import type { Kind } from '../reports/lifecycle.ts'
import { scopeOf } from '../rounds/scope.ts'
import type { CodeCertificate } from '../sealing/certificates.ts'
import { Dated } from '../ui/dated.tsx'
import { dialled } from '../ui/dial.ts'
import { aboutUnit } from './about-unit.ts'
import { type Filled, told, Wrong } from './filled.tsx'

interface Props {
  reader: Reader
  found: FoundCode
  signed: CodeCertificate
  /** The last day of intake, unless the round takes reports all year. */
  closes: string | undefined
  filled: Filled
}

/**
 * The first screen. Its three buttons are the question what kind of matter it is; without scripts they are radio
 * buttons.
 */
export function Landing({ reader, found, signed, closes, filled }: Props) {
  const { lang } = reader
  const { unit, team, round } = found
  const about = aboutUnit[unit.type]
  const scope = scopeOf(round)
  return (
    <section data-step="0" data-letterhead={signed.teamName}>
      <h1 tabindex={-1}>
        {signed.unitName}
        <br />
        {say(lang, landing.say)}
      </h1>
      <p class="lead">{say(lang, about.lead)}</p>
      <ul class="promises">
        {scope && (
          <li>
            {say(lang, landing.scope)}
            <span lang="zh-CN">{scope}</span>
          </li>
        )}
        <li>{say(lang, landing.promiseWho)}</li>
        <li data-plain>{say(lang, landing.promiseArrival)}</li>
        <li data-ready hidden>
          {say(lang, landing.promiseLocked)}
        </li>
        <li>{say(lang, about.promise)}</li>
      </ul>
      {/* What the unit's people usually bring may not be what a special round is for. */}
      <Kinds lang={lang} problems={scope ? undefined : about.problems} filled={filled} />
      <a class="btn quiet" href={`tel:${dialled(team.phone)}`}>
        {say(lang, landing.call)}
        <small>
          <span class="whole">{team.phone}</span>
          {say(lang, landing.callThen)}
          <span class="whole">{team.hours}</span>
        </small>
      </a>
      <a class="btn quiet" href={at(reader, paths.progress)}>
        {say(lang, landing.progress)}
      </a>
      <div class="box">
        <p>{say(lang, landing.sameNumber, { number: signed.noticeNumber })}</p>
        <p>{say(lang, landing.neverAsk)}</p>
      </div>
      <p class="soft">
        <Dated>
          {closes === undefined
            ? say(lang, landing.standing, { round: signed.roundTitle })
            : say(lang, landing.until, { round: signed.roundTitle, closes })}
        </Dated>
        {round.type === 'special' && round.theme && ` ${say(lang, landing.theme, { theme: round.theme })}`}
      </p>
      <details>
        <summary>{say(lang, landing.belongs)}</summary>
        <p lang={scope && 'zh-CN'}>
          {scope ? say('zh', notice.here, { what: scope }) : say(lang, about.belongs)}
        </p>
        <p>{say(lang, landing.belongsNot)}</p>
      </details>
      <p>
        <a href={at(reader, paths.aboutTeam(found.code.token))}>{say(lang, landing.aboutTeam)}</a>
      </p>
      <p class="soft">
        <a href={at(reader, `${paths.wrongNotice}?number=${signed.noticeNumber}`)}>
          {say(lang, doubtWords.title)}
        </a>
      </p>
      <p class="lead">{say(lang, landing.danger)}</p>
      <p class="soft">{say(lang, landing.secrets)}</p>
    </section>
  )
}

/** What kind of matter it is: buttons with scripts, radio buttons without. */
export function Kinds({
  lang,
  problems,
  filled,
}: {
  lang: Lang
  problems: Phrase | undefined
  filled: Filled
}) {
  const kinds: [Kind, string, Phrase, Phrase | undefined][] = [
    ['problem', 'btn go', landing.problem, problems],
    ['conduct', 'btn go', landing.conduct, landing.conductMore],
    ['suggestion', 'btn', landing.suggestion, undefined],
  ]
  return (
    <div
      class="kinds"
      id="kind"
      tabindex={-1}
      role="radiogroup"
      aria-labelledby="kinds"
      {...told('kind', filled)}
    >
      <div data-plain>
        <h2 id="kinds">{say(lang, landing.kind)}</h2>
        <p>{say(lang, landing.kindHelp)}</p>
      </div>
      <Wrong lang={lang} field="kind" filled={filled} />
      {kinds.map(([kind, look, name, more]) => (
        <>
          <input type="radio" name="kind" id={kind} value={kind} checked={filled.answers?.kind === kind} />
          <label class={look} for={kind}>
            {say(lang, name)}
            {more && <small>{say(lang, more)}</small>}
          </label>
        </>
      ))}
      <p data-plain>
        <a href="#matter">{say(lang, landing.onward)}</a>
      </p>
    </div>
  )
}
