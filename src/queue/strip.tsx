import { escalation } from '../i18n/escalation.ts'
import { leaving } from '../i18n/leaving.ts'
import { queue } from '../i18n/queue.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { countWords, type Desk, officeIn } from './desk.ts'
import { Due } from './due.tsx'
import { type Counted, counted, type Looking, lookingAddress } from './looking.ts'
import type { Group } from './queue-view.ts'
import { tileName } from './words.ts'

interface Props {
  desk: Desk
  looking: Looking
}

/** Counts, each a filter. */
export function Strip({ desk, looking }: Props) {
  const { lang, counts, team } = desk
  // Hardly ever is anything held, and the strip is full.
  const isThere = (show: Counted) => show !== 'held' || counts.held > 0 || looking.show === 'held'
  return (
    <nav class="strip" aria-label={say(lang, queue.strip)}>
      {counted.filter(isThere).map((show) => (
        <a
          href={lookingAddress(paths.desk(team.id), { show })}
          aria-current={looking.show === show && !looking.by ? 'page' : undefined}
          class={show === 'overdue' && counts.overdue > 0 ? 'late' : undefined}
        >
          {say(lang, queue[show])} <b>{countWords(lang, counts[show])}</b>
        </a>
      ))}
    </nav>
  )
}

const ways = [
  ['mine', { show: 'mine' }],
  ['all', { show: 'all' }],
  ['byUnit', { show: 'all', by: 'unit' }],
  ['byTile', { show: 'all', by: 'tile' }],
  ['done', { show: 'done' }],
] as const satisfies readonly (readonly [keyof typeof queue, Looking])[]

export function Ways({ desk, looking }: Props) {
  const { lang, team, goingUp, today, moment } = desk
  const day = { today, calendar: moment.calendar }
  const isNow = (way: Looking) => way.show === looking.show && way.by === looking.by
  return (
    <nav class="ways" aria-label={say(lang, queue.ways)}>
      {ways.map(([name, way]) => (
        <a href={lookingAddress(paths.desk(team.id), way)} aria-current={isNow(way) ? 'page' : undefined}>
          {say(lang, queue[name])}
        </a>
      ))}
      {desk.person.roles.some((role) => role !== 'member') && (
        <a href={paths.escalated(team.id)}>
          {say(lang, escalation.title)}
          {goingUp && (
            <>
              {' '}
              <b>{goingUp.n}</b> <Due lang={lang} report={{ due: goingUp.due, dueKind: null }} {...day} />
            </>
          )}
        </a>
      )}
      {desk.person.roles.includes('leader') && !officeIn(desk) && (
        <a href={paths.leaving(team.id)}>{say(lang, leaving.title)}</a>
      )}
    </nav>
  )
}

/** The units or categories with something waiting. */
export function Groups({ desk, looking, groups }: Props & { groups: readonly Group[] }) {
  const { lang, team } = desk
  const { by, only } = looking
  if (!by || groups.length === 0) return null
  return (
    <nav class="strip" aria-label={say(lang, by === 'unit' ? queue.byUnit : queue.byTile)}>
      {groups.map(({ code, name, n }) => (
        <a
          href={lookingAddress(paths.desk(team.id), { show: 'all', by, only: code })}
          aria-current={code === only ? 'page' : undefined}
        >
          {name ?? tileName(lang, desk.names, code)} <b>{countWords(lang, n)}</b>
        </a>
      ))}
    </nav>
  )
}
