import { desk } from '../i18n/desk.ts'
import { fieldWords } from '../i18n/moves.ts'
import { office } from '../i18n/office.ts'
import { say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { Field, type Filled, Mistakes, Select } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { Administrators } from './people-page.tsx'
import { RoleTicks } from './role-ticks.tsx'
import { LEADING_GROUP, OFFICE } from './roles.ts'

interface Props {
  frame: OfficeFrame
  filled: Filled
  /** Teams by id, named with their round. */
  places: readonly { team: string; name: string; round: string }[]
  administrators: readonly { id: string; name: string; certificate: string | null }[]
  keys: Own
  overtaken?: boolean
}

export function InvitePage({ frame, filled, places, administrators, keys, overtaken }: Props) {
  const { lang } = frame.reader
  const wanted = filled.typed.team ?? ''
  return (
    <OfficePage frame={frame} section="people">
      <h1>{say(lang, staff.inviteTitle)}</h1>
      {overtaken && (
        <p class="box warn" role="alert">
          {say(lang, desk.stale)}
        </p>
      )}
      <Mistakes lang={lang} filled={filled} labels={{ ...staff, team: staff.where }} />
      <form method="post" action={paths.invite} class="sheet-form" novalidate data-desk data-invite>
        <Field name="name" label={say(lang, staff.name)} filled={filled} max={40} required />
        <Field
          name="username"
          label={say(lang, staff.username)}
          help={say(lang, staff.usernameHelp)}
          filled={filled}
          max={32}
          required
        />
        <Select name="team" label={say(lang, staff.where)} help={say(lang, staff.whereHelp)} filled={filled}>
          <option value="">{say(lang, fieldWords.choose)}</option>
          {([OFFICE, LEADING_GROUP] as const).map((place) => (
            <option value={place} selected={wanted === place}>
              {say(lang, staff[place])}
            </option>
          ))}
          {places.map(({ team, name, round }) => (
            <option value={team} selected={wanted === team}>
              {name} · {round}
            </option>
          ))}
        </Select>
        {places.length === 0 ? (
          <p class="soft">{say(lang, staff.noTeams)}</p>
        ) : (
          <fieldset id="roles" aria-invalid={filled.problems?.roles ? 'true' : undefined}>
            <legend>{say(lang, staff.whichRoles)}</legend>
            {filled.problems?.roles && <p class="error">{filled.problems.roles}</p>}
            <RoleTicks lang={lang} ticked={(role) => filled.typed[role] === 'on'} />
          </fieldset>
        )}
        <p class="buttons">
          <button type="submit" class="btn go">
            {say(lang, staff.makeSheet)}
          </button>
          <a class="btn quiet" href={paths.people}>
            {say(lang, office.leave)}
          </a>
        </p>
        <p role="status" data-working hidden>
          {say(lang, staff.makingSheet)}
        </p>
        <p class="error" role="alert" data-why="untrusted" hidden>
          {say(lang, staff.untrusted)}
        </p>
      </form>
      <Administrators administrators={administrators} />
      <OwnKeys {...keys} />
    </OfficePage>
  )
}
