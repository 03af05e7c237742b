import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { type TeamRole, teamRoles } from './roles.ts'

/** The roles of a team, several at once. */
export function RoleTicks({ lang, ticked }: { lang: Lang; ticked: (role: TeamRole) => boolean }) {
  return (
    <>
      {teamRoles.map((role) => (
        <label class="pick">
          <input type="checkbox" name={role} value="on" checked={ticked(role)} />
          <span>{say(lang, staff[role])}</span>
        </label>
      ))}
    </>
  )
}
