import { locks } from '../i18n/locks.ts'
import { say } from '../i18n/speak.ts'
import { team as words } from '../i18n/team.ts'
import { paths } from '../paths.ts'
import { OFFICE } from '../staff/roles.ts'
import type { Desk } from './desk.ts'
import type { QueueView } from './queue-view.ts'
import { lacksKey } from './words.ts'

interface Props {
  desk: Desk
  view: QueueView
}

/** Where it is said who opens what is in this queue. */
const keysOf = (team: string) => (team === OFFICE ? paths.officeKeys : paths.keys(team))

/** Whoever holds no key that is in force. */
export function NoKey({ desk: { lang, team }, view: { holders } }: Props) {
  if (!holders) return null
  return (
    <p class="box warn">
      {lacksKey(lang, holders)} <a href={keysOf(team.id)}>{say(lang, words.keys)}</a>
    </p>
  )
}

/** Calm, and only to who can see to it. */
export function LockLine({ desk: { lang, team }, view: { lock } }: Props) {
  if (!lock) return null
  return (
    <p class="box noprint">
      {say(lang, lock === 'due' ? locks.queueDue : locks.queueReseal)}{' '}
      <a href={keysOf(team.id)}>{say(lang, words.keys)}</a>
    </p>
  )
}
