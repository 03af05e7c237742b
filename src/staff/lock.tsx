import { sayDay } from '../clock/day.ts'
import { locks } from '../i18n/locks.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { team as words } from '../i18n/team.ts'
import { teamKey } from '../i18n/team-key.ts'
import type { Duty } from '../reports/lifecycle.ts'
import type { LockStanding } from './lock-change.ts'
import { ChangeLock } from './make-keys.tsx'
import { ResealingPart } from './resealing-part.tsx'
import { isLeading } from './roles.ts'
import type { KeysView } from './team-keys-view.ts'
import { calledWords } from './words.ts'

interface Props {
  lang: Lang
  /** Who looks. */
  by: string
  roles: readonly Duty[]
  view: KeysView
}

/**
 * After somebody left or lost a right: the lock to be changed, the new one that waits, and the reports still under the
 * old one.
 */
export function Lock({ lang, by, roles, view }: Props) {
  const { made, lock, behind, team, colleagues } = view
  if (!made?.certificate) return null
  const holds = colleagues.some(({ id, key }) => id === by && key)
  return (
    <>
      {lock.isDue && <Due lang={lang} by={by} roles={roles} view={view} />}
      {lock.waits && <p class="box">{say(lang, locks.waiting)}</p>}
      {view.mayMakeNext && holds && <ResealingPart lang={lang} team={team.id} behind={behind} />}
    </>
  )
}

/** Nobody changes a lock because of sheets that nobody asked about. */
export function Unrecoverable({ lang, lock: { unrecoverable } }: { lang: Lang; lock: LockStanding }) {
  if (!unrecoverable) return null
  const { by, on } = unrecoverable
  return <p>{say(lang, locks.unrecoverable, { by, date: sayDay(on, lang) })}</p>
}

function Due({ lang, by, roles, view }: Props) {
  const { lock, colleagues } = view
  const named = (some: readonly { name: string }[]) => some.map(({ name }) => name).join(say(lang, words.and))
  const leader = colleagues.find(
    ({ state, roles, certificate }) => state === 'active' && certificate !== null && isLeading(roles),
  )
  return (
    <section class="box warn">
      <h2>{say(lang, locks.title)}</h2>
      {lock.leavers.length > 0 && <p>{say(lang, locks.due, { names: named(lock.leavers) })}</p>}
      {lock.demoted.length > 0 && <p>{say(lang, locks.demoted, { names: named(lock.demoted) })}</p>}
      <Unrecoverable lang={lang} lock={lock} />
      {roles.includes('leader') && lock.next !== undefined ? (
        view.mayMakeNext ? (
          <ChangeLock lang={lang} by={by} view={view} next={lock.next} />
        ) : (
          <p>{say(lang, teamKey.handedFirst)}</p>
        )
      ) : (
        <p>
          {leader
            ? say(lang, locks.askLeader, { leader: calledWords(lang, leader) })
            : say(lang, locks.nobody)}
        </p>
      )}
    </section>
  )
}
