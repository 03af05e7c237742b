import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { LEADING_GROUP, OFFICE, type Role } from './roles.ts'

/** 组长、联络员 */
export const roleWords = (lang: Lang, roles: readonly Role[]): string =>
  roles
    .map((role) => say(lang, role === OFFICE ? staff.administrator : staff[role]))
    .join(say(lang, staff.and))

/** 副组长蒙溪; a name alone for whoever has no role any more. */
export function calledWords(lang: Lang, { name, roles }: { name: string; roles: readonly Role[] }): string {
  const called = roleWords(lang, roles)
  if (called === '') return name
  return lang === 'en' ? `${name} (${called})` : `${called}${name}`
}

/** 巡察办、领导小组, or a team by its name. */
export const placeName = (lang: Lang, team: string, name: string): string =>
  team === OFFICE || team === LEADING_GROUP ? say(lang, staff[team]) : name

/** 第二巡察组 · 组长、联络员; 巡察办 · 管理员; for the leading group its name alone. */
export function placeWords(
  lang: Lang,
  { team, roles }: { team: string; roles: readonly Role[] },
  names: ReadonlyMap<string, string>,
): string {
  const place = placeName(lang, team, names.get(team) ?? '')
  return team === LEADING_GROUP ? place : `${place} · ${roleWords(lang, roles)}`
}
