import { sayDay, yearOf } from '../clock/day.ts'
import { entering } from '../i18n/entering.ts'
import { office } from '../i18n/office.ts'
import { queue } from '../i18n/queue.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { intakeOf } from '../rounds/intake.ts'
import { isGranted, teamHolder } from '../staff/roles.ts'
import { OwnKeys } from '../ui/own-keys.tsx'
import { Alarm } from './alarm.tsx'
import { countWords, type Desk, officeIn } from './desk.ts'
import { FindByNumber } from './find-by-number.tsx'
import { LockLine, NoKey } from './key-lines.tsx'
import { isEverything, lookingAddress } from './looking.ts'
import { Row } from './queue-row.tsx'
import type { QueueView } from './queue-view.ts'
import { Groups, Strip, Ways } from './strip.tsx'
import { TeamPage } from './team-frame.tsx'

interface Props {
  desk: Desk
  view: QueueView
  /** What went wrong with what was just asked for. */
  problem?: string | undefined
  /** What was looked for and is not there. */
  number?: string
  said?: string | undefined
}

const columns = [
  'number',
  'unit',
  'what',
  'line',
  'flags',
  'received',
  'due',
  'state',
  'owner',
  'action',
] as const

/** What waits, the most pressing first. */
export function QueuePage({ desk, view, problem, number, said }: Props) {
  const { lang, team, counts } = desk
  const { looking, rows, next, keys, groups } = view
  const here = paths.desk(team.id)
  return (
    <TeamPage desk={desk} said={said}>
      <h1>
        {officeIn(desk)
          ? say(lang, queue.titled, { label: say(lang, office.aboutTeams), n: countWords(lang, counts.all) })
          : say(lang, queue.title, { n: countWords(lang, counts.all) })}
      </h1>
      {problem && (
        <p class="box warn" role="alert">
          {problem}
        </p>
      )}
      <NoKey desk={desk} view={view} />
      <LockLine desk={desk} view={view} />
      <div class="actions above noprint">
        {!team.closedOn && (
          <a class="btn" href={paths.enter(team.id)}>
            {say(lang, entering.link)}
          </a>
        )}
        <FindByNumber lang={lang} action={here} number={number} />
      </div>
      {view.left > 0 && (
        <p class="box warn noprint">
          <a href={lookingAddress(here, { show: 'left' })}>
            {say(lang, queue.left, { n: countWords(lang, view.left) })}
          </a>
        </p>
      )}
      <Alarm desk={desk} rows={rows} />
      <Strip desk={desk} looking={looking} />
      {looking.show === 'held' && <Held desk={desk} any={rows.length > 0} />}
      <Ways desk={desk} looking={looking} />
      {groups && <Groups desk={desk} looking={looking} groups={groups} />}
      <p
        class="box"
        role="status"
        data-arrived={`${paths.arrived(team.id)}?since=${encodeURIComponent(view.stamp)}`}
        data-refresh={lookingAddress(here, looking)}
        hidden
      />
      {rows.length === 0 ? <Empty desk={desk} view={view} /> : <Rows desk={desk} view={view} />}
      {(next || looking.after) && (
        <p class="buttons noprint">
          {next && (
            <a class="btn" href={lookingAddress(here, { ...looking, after: next })}>
              {say(lang, queue.next)}
            </a>
          )}
          {looking.after && (
            <a class="btn quiet" href={lookingAddress(here, { ...looking, after: '' })}>
              {say(lang, queue.first)}
            </a>
          )}
        </p>
      )}
      <OwnKeys {...keys} />
    </TeamPage>
  )
}

/** Why these are not in the queue, and the way in for all of them. */
function Held({ desk: { lang, team, person }, any }: { desk: Desk; any: boolean }) {
  return (
    <div class="box noprint">
      <p>{say(lang, queue.heldLine)}</p>
      {any && person.roles.some((role) => role !== 'member') && (
        <form method="post" action={paths.releaseAll(team.id)} data-desk>
          <button type="submit" class="btn">
            {say(lang, queue.releaseAll)}
          </button>
        </form>
      )}
    </div>
  )
}

function Rows({ desk, view: { looking, rows, namesOf, keys } }: Pick<Props, 'desk' | 'view'>) {
  const { lang, team } = desk
  const held = new Set(keys.keys.flatMap(({ kind, epoch }) => (isGranted(kind, 'key') ? [epoch] : [])))
  const sentences = {
    'data-opening': say(lang, queue.opening),
    'data-no-text': say(lang, queue.noText),
    'data-why-format': say(lang, queue.unopened, { why: say(lang, queue.whyFormat) }),
    'data-why-key': say(lang, queue.unopened, { why: say(lang, queue.whyKey) }),
    'data-why-padding': say(lang, queue.unopened, { why: say(lang, queue.whyPadding) }),
    'data-why-held': say(lang, queue.unopened, { why: say(lang, queue.whyHeld) }),
  }
  return (
    <table class="queue" data-queue={teamHolder(team.id)} {...sentences}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col">{say(lang, queue[column])}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row
            desk={desk}
            names={namesOf(row.report)}
            looking={looking}
            row={row}
            opens={held.has(row.report.epoch)}
          />
        ))}
      </tbody>
    </table>
  )
}

function Empty({ desk, view: { looking, intake } }: Pick<Props, 'desk' | 'view'>) {
  const { lang, team, today } = desk
  if (isEverything(looking) && officeIn(desk)) return <p>{say(lang, queue.emptyOffice)}</p>
  if (!isEverything(looking) || !intake) {
    return (
      <p>
        {say(lang, queue.nothing)} <a href={paths.desk(team.id)}>{say(lang, queue.showAll)}</a>
      </p>
    )
  }
  const { round, sheets } = intake
  const day = (on: string) => sayDay(on, lang, yearOf(today))
  const closes = day(round.intakeClosesOn)
  switch (intakeOf(round, today)) {
    case 'closed':
      return <p>{say(lang, queue.emptyClosed, { closes })}</p>
    case 'notYet':
      return <p>{say(lang, queue.emptyNotYet, { opens: day(round.intakeOpensOn) })}</p>
    default:
      return <p>{say(lang, queue.empty, { n: sheets, closes })}</p>
  }
}
