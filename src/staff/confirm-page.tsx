import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { say } from '../i18n/speak.ts'
import { teamKey as words } from '../i18n/team-key.ts'
import { paths } from '../paths.ts'
import { base64url } from '../sealing/bytes.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { SheetsLine } from './from-sheets.tsx'
import type { Role } from './roles.ts'
import type { SheetsMade } from './sheets-made.ts'
import type { KeyTeam, TeamKeysRow } from './team-keys.ts'
import { calledWords } from './words.ts'

/** Whoever made the key, as they are called now. */
interface Leader {
  id: string
  name: string
  roles: readonly Role[]
}

export interface ConfirmView {
  team: KeyTeam
  made: TeamKeysRow | undefined
  leader: (Leader & { certificate: string | null }) | undefined
  madeOn: Day
  today: Day
  days: { notBefore: Day; notAfter: Day }
  keys: Own
  sheets: SheetsMade | undefined
}

interface Props {
  frame: OfficeFrame
  view: ConfirmView
  problem?: string | undefined
}

/** The browser checks the leader's signature before it shows the button that puts the key in use. */
export function ConfirmPage({ frame, view, problem }: Props) {
  const { lang } = frame.reader
  const { team, made, leader, keys } = view
  return (
    <OfficePage frame={frame} section="rounds">
      <h1>{say(lang, words.confirmTitle, { team: team.name })}</h1>
      {problem && (
        <p class="box bad" role="alert">
          {problem}
        </p>
      )}
      {!made && <p class="box">{say(lang, words.nothingToConfirm, { team: team.name })}</p>}
      {made && made.certificate !== null && (
        <>
          <p class="box ok">{say(lang, words.confirmedNow, { team: team.name })}</p>
          <p>
            <a class="btn go" href={paths.office}>
              {say(lang, words.backToList)}
            </a>
          </p>
        </>
      )}
      {made && made.certificate === null && leader?.certificate === null && (
        <>
          <p class="box warn">{say(lang, words.leaderFirst, { leader: calledWords(lang, leader) })}</p>
          <p>
            <a class="btn" href={paths.people}>
              {say(lang, words.toPeople)}
            </a>
          </p>
        </>
      )}
      {made && made.certificate === null && leader && leader.certificate !== null && (
        <Check
          frame={frame}
          view={view}
          made={made}
          leader={{ ...leader, certificate: leader.certificate }}
        />
      )}
      <SheetsLine lang={lang} made={view.sheets} />
      <OwnKeys {...keys} />
    </OfficePage>
  )
}

interface CheckProps extends Props {
  made: TeamKeysRow
  leader: Leader & { certificate: string }
}

function Check({ frame, view: { team, madeOn, today, days }, made, leader }: CheckProps) {
  const { lang } = frame.reader
  const { name } = leader
  const marks = {
    'data-confirm-team': team.id,
    'data-round': team.roundId,
    'data-epoch': String(made.epoch),
    'data-key': base64url(made.key),
    'data-contact-key': base64url(made.contactKey),
    'data-signature': base64url(made.signature),
    'data-leader': leader.id,
    'data-leader-certificate': leader.certificate,
    'data-not-before': days.notBefore,
    'data-not-after': days.notAfter,
  }
  return (
    <form method="post" action={paths.certifyTeam(team.id)} data-desk {...marks}>
      <input type="hidden" name="epoch" value={made.epoch} />
      <p role="status" data-checking>
        {say(lang, words.checking)}
      </p>
      <div data-signed-well hidden>
        <p class="box ok">
          {say(lang, words.signedWell, {
            team: team.name,
            leader: calledWords(lang, leader),
            date: sayDay(madeOn, lang, yearOf(today)),
          })}
        </p>
        <p>{say(lang, words.validDays, { date: sayDay(days.notAfter, lang, yearOf(today)) })}</p>
        <button type="submit" class="btn go">
          {say(lang, words.confirm)}
        </button>
      </div>
      <p class="box bad" role="alert" data-why="untrusted" hidden>
        {say(lang, words.signedBadly, { name })}
      </p>
    </form>
  )
}
