import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { teamKey } from '../i18n/team-key.ts'
import { paths } from '../paths.ts'
import { type Recused, UnitsPart } from '../recusal/units-part.tsx'
import { type Filled, Select } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { DeskButton } from './desk-button.tsx'
import type { Standing } from './role-change.ts'
import { RoleTicks } from './role-ticks.tsx'
import { isTeam } from './roles.ts'
import { placeName, roleWords } from './words.ts'

interface Props {
  frame: OfficeFrame
  standing: Standing
  /** What was typed in the form of `filled.typed.team`, and what is wrong with it. */
  filled: Filled
  keys: Own
  me: string
  recusal: Recused
  problem?: string | undefined
}

/** One of the staff: in which teams, and as what. */
export function PersonPage({ frame, standing, filled, keys, me, recusal, problem }: Props) {
  const { lang } = frame.reader
  const { person, places, joinable, isFree } = standing
  const isActive = person.state === 'active'
  return (
    <OfficePage frame={frame} section="people">
      <h1>{person.name}</h1>
      {problem && (
        <p class="box bad" role="alert">
          {problem}
        </p>
      )}
      <dl class="facts">
        <dt>{say(lang, staff.username)}</dt>
        <dd>{person.username}</dd>
        <dt>{say(lang, staff.state)}</dt>
        <dd>{say(lang, staff[person.state])}</dd>
      </dl>
      {!isFree && <p>{say(lang, staff.officeAlone)}</p>}
      {places.map((place) => (
        <section id={`at-${place.team}`}>
          <h2>
            {placeName(lang, place.team, place.name)} {place.round}
          </h2>
          <p>
            {isTeam(place.team) && roleWords(lang, place.roles)}
            {place.certificate === null && <small class="flag">{say(lang, teamKey.notVerifiedYet)}</small>}
          </p>
          {isActive && isFree && (
            <>
              <RolesForm lang={lang} standing={standing} filled={filled} place={place} />
              <LeaveForm lang={lang} standing={standing} filled={filled} place={place} />
            </>
          )}
        </section>
      ))}
      {isActive && standing.known && joinable.length > 0 && (
        <section>
          <h2>{say(lang, staff.joinTeam)}</h2>
          <RolesForm lang={lang} standing={standing} filled={filled} />
        </section>
      )}
      <UnitsPart
        {...recusal}
        lang={lang}
        person={person}
        filled={filled}
        version={standing.version}
        mayEnd={person.id !== me}
      />
      {standing.hasFactor && person.id !== me && (
        <details>
          <summary>{say(lang, staff.factorRemove)}</summary>
          <p>{say(lang, staff.factorRemoveWarns)}</p>
          <DeskButton
            lang={lang}
            action={paths.removeFactor(person.id)}
            label={say(lang, staff.factorRemove)}
            fields={{ version: String(standing.version) }}
          />
        </details>
      )}
      <OwnKeys {...keys} />
    </OfficePage>
  )
}

interface FormProps {
  lang: Lang
  standing: Standing
  filled: Filled
  place?: Standing['places'][number]
}

/** The browser signs the person anew, over the keys the root has signed before. */
function RolesForm({ lang, standing, filled, place }: FormProps) {
  const { person, version, known, joinable } = standing
  const isMine = place
    ? filled.typed.team === place.team
    : joinable.some(({ team }) => team === filled.typed.team)
  const wrong = isMine ? filled.problems : undefined
  const marks = { 'data-roles-of': person.id, 'data-known': known }
  return (
    <form method="post" action={paths.changeRoles(person.id)} class="sheet-form" data-desk {...marks}>
      <input type="hidden" name="version" value={version} />
      {place ? (
        <input type="hidden" name="team" value={place.team} />
      ) : (
        <Select name="team" label={say(lang, staff.where)} filled={isMine ? filled : { typed: {} }}>
          {joinable.map(({ team, name, round }) => (
            <option value={team} selected={filled.typed.team === team}>
              {name} · {round}
            </option>
          ))}
        </Select>
      )}
      <fieldset aria-invalid={wrong?.roles ? 'true' : undefined}>
        <legend>{say(lang, staff.whichRoles)}</legend>
        {wrong?.roles && <p class="error">{wrong.roles}</p>}
        <RoleTicks
          lang={lang}
          ticked={(role) => (isMine ? filled.typed[role] === 'on' : place?.roles.includes(role) === true)}
        />
      </fieldset>
      {place?.isOnlyLeader && <OnlyLeader lang={lang} name={person.name} wrong={wrong?.onlyLeader} />}
      <p class="buttons">
        <button type="submit" class="btn">
          {say(lang, !place ? staff.join : place.certificate === null ? staff.verify : staff.changeRoles)}
        </button>
      </p>
      <p class="error" role="alert" data-why="untrusted" hidden>
        {say(lang, staff.rolesUntrusted, { name: person.name })}
      </p>
    </form>
  )
}

/** Under what name it is said why somebody is not taken out of this team. */
export const leaving = (team: string) => `leaving ${team}`

function LeaveForm({ lang, standing, filled, place: { team, owned, isOnlyLeader } }: Required<FormProps>) {
  const { person, version } = standing
  const wrong = filled.problems?.[leaving(team)]
  return (
    <details open={wrong !== undefined}>
      <summary>{say(lang, staff.leaveTeam)}</summary>
      <form method="post" action={paths.leaveTeam(person.id)} class="sheet-form" data-desk>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="team" value={team} />
        <p>{say(lang, staff.leaveWarns)}</p>
        {owned > 0 && <p>{say(lang, staff.owned, { n: owned })}</p>}
        {isOnlyLeader && <OnlyLeader lang={lang} name={person.name} wrong={wrong} />}
        <p class="buttons">
          <button type="submit" class="btn">
            {say(lang, staff.leaveTeam)}
          </button>
        </p>
      </form>
    </details>
  )
}

/** What follows when nobody leads a team any more, to be ticked. */
function OnlyLeader({ lang, name, wrong }: { lang: Lang; name: string; wrong: string | undefined }) {
  return (
    <fieldset class="box warn" aria-invalid={wrong ? 'true' : undefined}>
      <p>{say(lang, staff.onlyLeader, { name })}</p>
      {wrong && <p class="error">{wrong}</p>}
      <label class="pick">
        <input type="checkbox" name="knows" value="on" />
        <span>{say(lang, staff.knows)}</span>
      </label>
    </fieldset>
  )
}
