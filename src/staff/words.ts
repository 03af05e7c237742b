import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { OFFICE, type Role } from './roles.ts'

/** 组长、联络员 */
export const roleWords = (lang: Lang, roles: readonly Role[]): string =>
  roles
    .map((role) => say(lang, role === OFFICE ? staff.administrator : staff[role]))
    .join(say(lang, staff.and))

/** 第二巡察组 · 组长、联络员; for the office its name alone. */
export function placeWords(
  lang: Lang,
  { team, roles }: { team: string; roles: readonly Role[] },
  names: ReadonlyMap<string, string>,
): string {
  if (team === OFFICE) return say(lang, staff.office)
  return `${names.get(team) ?? ''} · ${roleWords(lang, roles)}`
}
