import { keys as words } from '../i18n/keys.ts'
import { locks } from '../i18n/locks.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { teamKey } from '../i18n/team-key.ts'
import { awaitingContact, type Holder, ifGone, type Weakness, weaknesses } from './keys-held.ts'
import type { HeldTeam } from './keys-held-view.ts'
import { roleWords } from './words.ts'

interface Props {
  lang: Lang
  team: Pick<HeldTeam, 'people'>
}

/** Who of a team can open what today, and what it would mean if one of them left. */
export function HeldKeys({ lang, team: { people } }: Props) {
  if (people.length === 0) return <p>{say(lang, words.noPeople)}</p>
  const heads = [staff.name, staff.role, teamKey.teamKey, teamKey.contactHeld, words.ifGone]
  return (
    <>
      <Weaknesses lang={lang} all={weaknesses(people)} waiting={awaitingContact(people)} />
      <table class="roll">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{say(lang, head)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, roles, key, contact, leads }) => (
            <tr>
              <td>{name}</td>
              <td>{roleWords(lang, roles)}</td>
              <td data-head={say(lang, teamKey.teamKey)}>
                {say(lang, key ? teamKey.held : teamKey.notHeld)}
              </td>
              <td data-head={say(lang, teamKey.contactHeld)}>
                {say(lang, contact ? teamKey.held : leads ? teamKey.notHeld : teamKey.notDue)}
              </td>
              <td data-head={say(lang, words.ifGone)}>{lossWords(lang, people, id)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

interface WeaknessesProps {
  lang: Lang
  all: readonly Weakness[]
  /** Who lacks nothing but the contact key: then nobody else is asked for. */
  waiting: readonly Holder[]
}

/** What is weak today, a line each. */
export function Weaknesses({ lang, all, waiting }: WeaknessesProps) {
  return (
    <>
      {all.map((weakness) => (
        <p class="box warn">{weaknessToday(lang, weakness, waiting)}</p>
      ))}
    </>
  )
}

function weaknessToday(lang: Lang, weakness: Weakness, waiting: readonly Holder[]): string {
  const only = weakness.left
  if (weakness.of !== 'contact' || !only || waiting.length === 0) return weaknessWords(lang, weakness, today)
  // Who leads no more hands nothing on: the lock is to be changed.
  if (!only.leads) return weaknessWords(lang, weakness, left)
  const others = waiting.map(({ name }) => name).join(say(lang, staff.and))
  return say(lang, words.contactHands, { name: only.name, others })
}

export function lossWords(lang: Lang, people: HeldTeam['people'], id: string): string {
  const { changesLock, changer, worse } = ifGone(people, id)
  if (!changesLock) return say(lang, words.nothing)
  if (worse.some(({ of, left }) => of === 'key' && !left)) return say(lang, words.keyNobody)
  const lock = changer
    ? say(lang, changer.key ? words.lockBy : words.lockAfter, { name: changer.name })
    : say(lang, locks.nobody)
  return [lock, ...worse.map((weakness) => weaknessWords(lang, weakness, left))].join(
    lang === 'en' ? ' ' : '',
  )
}

const today = { key: words.keyOne, contact: words.contactOne }
const left = { key: words.keyLeft, contact: words.contactLeft }

function weaknessWords(lang: Lang, { of, left: only }: Weakness, one: typeof today | typeof left): string {
  if (!only) return say(lang, of === 'key' ? words.keyNobody : words.contactNobody)
  return say(lang, one[of], { name: only.name })
}
