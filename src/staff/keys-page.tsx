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
import { FromSheetsLines } from './from-sheets.tsx'
import { HeldKeys } from './held-keys.tsx'
import { KeptSheets, type SheetsView } from './kept-sheets.tsx'
import type { HeldTeam, Master } from './keys-held-view.ts'
import { Unrecoverable } from './lock.tsx'
import { ResealingPart } from './resealing-part.tsx'
import { OFFICE } from './roles.ts'
import type { OfficeLock } from './whole-lock.ts'

interface OfficeBox {
  /** Who left with the office's keys in force, and what a browser needs to change the lock. */
  leavers: readonly { name: string }[]
  lock: OfficeLock
  own: Own
  /** What still lies under an earlier box, and who left with one. */
  behind: number
  earlierLeavers: readonly { name: string }[]
}

interface Props {
  frame: OfficeFrame
  teams: readonly HeldTeam[]
  masters: readonly Master[]
  box: OfficeBox
  sheets: SheetsView
  today: Day
  filled: Filled
  overtaken?: boolean
}

/** Who can open what today, and what happens when somebody leaves. */
export function KeysPage({ frame, teams, masters, box, sheets, today, filled, overtaken = false }: Props) {
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
          <FromSheetsLines lang={lang} all={team.fromSheets} />
        </section>
      ))}
      <section>
        <h2>{say(lang, words.masterKey)}</h2>
        <OfficeLockDue lang={lang} box={box} />
        <ResealingPart
          lang={lang}
          team={OFFICE}
          behind={box.behind}
          earlierLeavers={named(lang, box.earlierLeavers)}
        />
        <Masters lang={lang} masters={masters} />
        <OwnKeys {...box.own} />
      </section>
      <KeptSheets lang={lang} view={sheets} day={day} filled={filled} />
    </OfficePage>
  )
}

const named = (lang: Lang, all: readonly { name: string }[]) =>
  all.map(({ name }) => name).join(say(lang, staff.and))

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
  return (
    <div class="box warn">
      {lock.leavers.length > 0 && <p>{say(lang, locks.due, { names: named(lang, lock.leavers) })}</p>}
      {lock.demoted.length > 0 && <p>{say(lang, locks.demoted, { names: named(lang, lock.demoted) })}</p>}
      <Unrecoverable lang={lang} lock={lock} />
    </div>
  )
}

/** The office's own lock, with the press that changes it: any administrator who stays can, alone too. */
function OfficeLockDue({ lang, box: { leavers, lock } }: { lang: Lang } & Pick<Props, 'box'>) {
  if (leavers.length === 0) return null
  return (
    <form
      class="box warn"
      method="post"
      action={paths.officeLock}
      data-desk
      data-office-lock={JSON.stringify(lock)}
    >
      <p>{say(lang, locks.officeDue, { names: named(lang, leavers) })}</p>
      <p data-needs-scripts>{say(lang, desk.needsScripts)}</p>
      <button class="btn go" type="submit" disabled>
        {say(lang, locks.officeChange)}
      </button>
    </form>
  )
}

function Masters({ lang, masters }: { lang: Lang; masters: readonly Master[] }) {
  return (
    <table class="roll">
      <thead>
        <tr>
          {[staff.name, words.masterKey, office.aboutTeams, words.ifGone].map((head) => (
            <th scope="col">{say(lang, head)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {masters.map(({ id, name, holds, opens }) => (
          <tr>
            <td>{name}</td>
            <td data-head={say(lang, words.masterKey)}>
              {say(lang, holds ? teamKey.held : teamKey.notHeld)}
            </td>
            <td data-head={say(lang, office.aboutTeams)}>
              {say(lang, opens ? words.opens : words.opensNot)}
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
