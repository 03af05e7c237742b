import type { PropsWithChildren } from 'hono/jsx'
import type { Day } from '../clock/day.ts'
import { recovery, type Use, uses } from '../i18n/recovery.ts'
import { setup } from '../i18n/setup.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { Keepers } from '../office/sheet-keepers.tsx'
import { CheckSheets, PrintSheets } from '../office/sheet-papers.tsx'
import { Select } from '../ui/field.tsx'
import type { OfferedTeam } from './offered.ts'

/** `of`: what may be the reason on this page. */
export const Why = ({ lang, of }: { lang: Lang; of: readonly Use[] }) => (
  <Select name="why" label={say(lang, recovery.why)} filled={{ typed: {} }}>
    {of.map((use) => (
      <option value={use}>{textOf(lang, uses[use])}</option>
    ))}
  </Select>
)

interface Props {
  lang: Lang
  today: Day
  /** With the recovery code of a new administrator. */
  own: boolean
  /** What the server may answer, each in its sentence. */
  answers: Readonly<Record<string, string>>
}

/** Whoever used two sheets leaves with a new set: printed, read back and handed to its keepers. */
export function NewSet({ lang, today, own, answers }: Props) {
  return (
    <>
      <section data-step="printing" hidden>
        <h1 class="noprint">{say(lang, recovery.renew)}</h1>
        <p class="box warn noprint">{say(lang, recovery.keepOld)}</p>
        <PrintSheets lang={lang} today={today} own={own} />
      </section>
      <section data-step="checking" hidden>
        <h1>{say(lang, setup.checking)}</h1>
        <CheckSheets lang={lang} own={own} />
      </section>
      <section data-step="sealing" hidden>
        <h1 class="noprint">{say(lang, setup.sealing)}</h1>
        <Keepers lang={lang} today={today} />
        {Object.entries(answers).map(([name, sentence]) => (
          <p class="box bad noprint" role="alert" data-answer={name} hidden>
            {sentence}
          </p>
        ))}
      </section>
    </>
  )
}

interface OpenedProps {
  lang: Lang
  teams: readonly OfferedTeam[]
  /** What is said of a team whose keys did not open. */
  lost?: typeof recovery.lost | typeof recovery.toBeLocked
}

/** What the sheets opened; the script hides the teams whose keys are damaged. */
export function Opened({ lang, teams, lost = recovery.lost, children }: PropsWithChildren<OpenedProps>) {
  return (
    <>
      {teams.map(({ name }) => (
        <p class="box bad" data-lost={name} hidden>
          {say(lang, lost, { team: name })}
        </p>
      ))}
      <ul>
        <li>{say(lang, recovery.usedVoid)}</li>
        <li>{say(lang, recovery.doneBackup)}</li>
        {children}
      </ul>
      <p>{say(lang, recovery.opened)}</p>
      <ul>
        <li>{say(lang, recovery.openedOffice)}</li>
        {teams.map(({ name }) => (
          <li data-opened={name}>{say(lang, recovery.openedTeam, { team: name })}</li>
        ))}
      </ul>
    </>
  )
}
