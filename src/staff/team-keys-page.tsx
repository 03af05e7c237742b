import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { staff as words } from '../i18n/staff.ts'
import { teamKey } from '../i18n/team-key.ts'
import { paths } from '../paths.ts'
import type { Duty } from '../reports/lifecycle.ts'
import { DeskPage } from '../ui/desk.tsx'
import { OwnKeys } from '../ui/own-keys.tsx'
import { TeamSections } from '../ui/team-sections.tsx'
import { contactGiver } from './colleagues.ts'
import { FromSheetsLines, SheetsLine } from './from-sheets.tsx'
import type { Staff } from './guard.ts'
import { Weaknesses } from './held-keys.tsx'
import { awaitingContact, weaknesses } from './keys-held.ts'
import { holdersOf } from './keys-held-view.ts'
import { Lock, Unrecoverable } from './lock.tsx'
import { MakeKeys } from './make-keys.tsx'
import { Refresh } from './refresh.tsx'
import { isLeading } from './roles.ts'
import type { KeysView } from './team-keys-view.ts'
import { TeamRoll } from './team-roll.tsx'
import { roleWords } from './words.ts'

interface Props {
  staff: Staff
  roles: readonly Duty[]
  demo: boolean
  view: KeysView
  said?: string | undefined
  problem?: string | undefined
}

export function TeamKeysPage({ staff, roles, demo, view, said, problem }: Props) {
  const { lang } = staff
  const { team, colleagues } = view
  const me = colleagues.find(({ id }) => id === staff.id)
  // As the table below has it: the first leader holds what they have just made, before they are verified.
  const holding = colleagues.map((one) => ({ ...one, leads: isLeading(one.roles) }))
  const signedIn = {
    letterhead: team.name,
    name: staff.name,
    roles: roleWords(lang, me?.roles ?? []),
    home: paths.desk(team.id),
  }
  return (
    <DeskPage
      reader={{ lang, size: 'standard' }}
      signedIn={signedIn}
      title={say(lang, teamKey.teamKey)}
      demo={demo}
      script="desk"
      said={said}
    >
      {me?.certificate && <TeamSections lang={lang} team={team.id} section="keys" />}
      <h1>{say(lang, teamKey.teamKey)}</h1>
      {problem && (
        <p class="box bad" role="alert">
          {problem}
        </p>
      )}
      {me?.certificate === null && <p class="box">{say(lang, words.waitingVerify)}</p>}
      <Standing staff={staff} view={view} roles={roles} />
      {(me?.certificate === null || view.made?.certificate === null || view.lock.waits) && (
        <Refresh lang={lang} address={paths.keys(team.id)} />
      )}
      {me?.certificate && <Lock lang={lang} by={staff.id} roles={roles} view={view} />}
      {roles.includes('leader') && me?.key && (
        <Weaknesses
          lang={lang}
          all={weaknesses(holding).filter(({ of }) => of === 'contact')}
          waiting={awaitingContact(holdersOf(colleagues))}
        />
      )}
      <TeamRoll lang={lang} view={view} me={me} />
      <SheetsLine lang={lang} made={view.sheets} />
      <FromSheetsLines lang={lang} all={view.fromSheets} />
      <OwnKeys {...view.keys} />
    </DeskPage>
  )
}

/** One sentence on where the team's key stands, and the button when it is this person's turn. */
function Standing({ staff, view, roles }: { staff: Staff; view: KeysView; roles: readonly Duty[] }) {
  const { lang } = staff
  const { made, lock, colleagues } = view
  const me = colleagues.find(({ id }) => id === staff.id)
  const isConfirmed = made !== undefined && made.certificate !== null
  const holders = colleagues.filter(({ key }) => key)
  if (!isConfirmed && lock.next !== undefined && roles.includes('leader') && (lock.isDue || !me?.key)) {
    return (
      <>
        {lock.isDue && <p class="box warn">{say(lang, teamKey.madeAnew)}</p>}
        <Unrecoverable lang={lang} lock={lock} />
        <MakeKeys lang={lang} view={view} next={lock.next} />
      </>
    )
  }
  if (!made) return <p class="box">{say(lang, teamKey.noKeyYet)}</p>
  if (!me?.key) {
    // Who has both keys hands both over at once.
    const first = (me?.isDueContact && contactGiver(colleagues)) || holders[0]
    const ask = first
      ? say(lang, me?.certificate === null ? words.waitingBoth : words.waitingKey, { colleague: first.name })
      : say(lang, teamKey.nobodyHolds)
    return <p class="box warn">{ask}</p>
  }
  if (!isConfirmed) return <p class="box ok">{say(lang, teamKey.generated)}</p>
  const giver = me.isDueContact && !me.contact ? contactGiver(colleagues) : undefined
  return (
    <>
      <p class="box ok">{say(lang, teamKey.confirmed)}</p>
      {giver && <p class="box warn">{say(lang, reportWords.noContactKey, { colleague: giver.name })}</p>}
      {holders.length < 2 && <p class="box warn">{say(lang, teamKey.fewHolders, { n: holders.length })}</p>}
      {me.certificate !== null && (
        <p>
          <a class="btn" href={paths.desk(view.team.id)}>
            {say(lang, teamKey.toReports)}
          </a>
        </p>
      )}
    </>
  )
}
