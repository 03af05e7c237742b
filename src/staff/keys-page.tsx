import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { desk } from '../i18n/desk.ts'
import { keys as words } from '../i18n/keys.ts'
import { locks } from '../i18n/locks.ts'
import { office } from '../i18n/office.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { teamKey } from '../i18n/team-key.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { HeldKeys } from './held-keys.tsx'
import { KeptSheets, type SheetsView } from './kept-sheets.tsx'
import type { HeldTeam, Master } from './keys-held-view.ts'
import type { LockStanding } from './lock-change.ts'
import type { OfficeLock } from './office-lock.ts'

interface Props {
  frame: OfficeFrame
  teams: readonly HeldTeam[]
  masters: readonly Master[]
  /** Who left with the office's keys, and what a browser needs to change the lock. */
  due: { leavers: readonly { name: string }[]; lock: OfficeLock; own: Own }
  sheets: SheetsView
  today: Day
  filled: Filled
  overtaken?: boolean
}

/** Who can open what today, and what happens when somebody leaves. */
export function KeysPage({ frame, teams, masters, due, sheets, today, filled, overtaken = false }: Props) {
  const { lang } = frame.reader
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  return (
    <OfficePage frame={frame} section="keys">
      <h1>{say(lang, office.keys)}</h1>
      {overtaken && (
        <p class="box warn" role="alert">
          {say(lang, staff.overtaken)}
        </p>
      )}
      <p>{say(lang, words.lead)}</p>
      {teams.map((team) => (
        <section>
          <h2>{team.name}</h2>
          <LockLine lang={lang} team={team} />
          {team.hasKey ? <HeldKeys lang={lang} team={team} /> : <p>{say(lang, teamKey.noKeyYet)}</p>}
        </section>
      ))}
      <section>
        <h2>{say(lang, words.masterKey)}</h2>
        <OfficeLockDue lang={lang} due={due} />
        <Masters lang={lang} masters={masters} />
      </section>
      <KeptSheets lang={lang} view={sheets} day={day} filled={filled} />
    </OfficePage>
  )
}

/** Where a changed lock stands, for the office. */
function LockLine({ lang, team: { id, lock } }: { lang: Lang; team: HeldTeam }) {
  if (lock.waits) {
    return (
      <p class="box warn">
        {say(lang, locks.waitsForYou)} <a href={paths.certifyTeam(id)}>{say(lang, teamKey.confirm)}</a>
      </p>
    )
  }
  if (!lock.isDue) return null
  const named = (all: LockStanding['leavers']) => all.map(({ name }) => name).join(say(lang, staff.and))
  return (
    <div class="box warn">
      {lock.leavers.length > 0 && <p>{say(lang, locks.due, { names: named(lock.leavers) })}</p>}
      {lock.demoted.length > 0 && <p>{say(lang, locks.demoted, { names: named(lock.demoted) })}</p>}
    </div>
  )
}

/** The office's own lock, with the press that changes it: any administrator who stays can, alone too. */
function OfficeLockDue({ lang, due: { leavers, lock, own } }: { lang: Lang } & Pick<Props, 'due'>) {
  if (leavers.length === 0) return null
  const names = leavers.map(({ name }) => name).join(say(lang, staff.and))
  return (
    <form
      class="box warn"
      method="post"
      action={paths.officeLock}
      data-desk
      data-office-lock={JSON.stringify(lock)}
    >
      <p>{say(lang, locks.officeDue, { names: names })}</p>
      <p data-needs-scripts>{say(lang, desk.needsScripts)}</p>
      <button class="btn go" type="submit" disabled>
        {say(lang, locks.officeChange)}
      </button>
      <OwnKeys {...own} />
    </form>
  )
}

function Masters({ lang, masters }: { lang: Lang; masters: readonly Master[] }) {
  return (
    <table class="roll">
      <thead>
        <tr>
          {[staff.name, words.masterKey, words.ifGone].map((head) => (
            <th scope="col">{say(lang, head)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {masters.map(({ id, name, holds }) => (
          <tr>
            <td>{name}</td>
            <td data-head={say(lang, words.masterKey)}>
              {say(lang, holds ? teamKey.held : teamKey.notHeld)}
            </td>
            <td data-head={say(lang, words.ifGone)}>
              {masterLoss(
                lang,
                masters.filter((other) => other.id !== id && other.holds),
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function masterLoss(lang: Lang, [one, ...more]: readonly Master[]): string {
  if (!one) return say(lang, words.lastAdministrator)
  return more.length > 0 ? say(lang, words.nothing) : say(lang, words.oneAdministrator, { name: one.name })
}
