import { locks } from '../i18n/locks.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { teamKey as words } from '../i18n/team-key.ts'
import { paths } from '../paths.ts'
import { DeskButton } from './desk-button.tsx'
import type { KeysView } from './team-keys-view.ts'

interface Props {
  lang: Lang
  view: KeysView
  next: number
}

/** The leader's press that makes the team's first keys. */
export function MakeKeys(props: Props) {
  const { lang } = props
  return (
    <>
      <p class="lead">{say(lang, words.keysNeedYou)}</p>
      <p>{say(lang, words.keysWhat)}</p>
      <MakeButton {...props} label={say(lang, words.generate)} working={say(lang, words.generating)} />
    </>
  )
}

/** The leader's press that changes the lock: each other who stays and held the old key is given the new one with it. */
export function ChangeLock({ by, ...props }: Props & { by: string }) {
  const { lang, view } = props
  const staying = view.colleagues.filter(
    ({ id, key, state, certificate }) => id !== by && key && state === 'active' && certificate !== null,
  )
  return (
    <MakeButton
      {...props}
      label={say(lang, locks.change)}
      working={say(lang, locks.changing)}
      colleagues={staying.map(({ id, certificate }) => ({
        personId: id,
        team: view.team.id,
        certificate,
      }))}
    />
  )
}

interface ButtonProps extends Props {
  label: string
  working: string
  colleagues?: readonly { personId: string; team: string; certificate: string | null }[]
}

function MakeButton({ lang, view, next, label, working, colleagues = [] }: ButtonProps) {
  const { team, officeCertificate } = view
  const marks = {
    'data-make-keys': '',
    'data-team': team.id,
    'data-round': team.roundId,
    'data-epoch': String(next),
    'data-office-certificate': officeCertificate,
    'data-colleagues': JSON.stringify(colleagues),
  }
  return (
    <DeskButton
      lang={lang}
      action={paths.makeKeys(team.id)}
      label={label}
      working={working}
      marks={marks}
      fields={{ epoch: String(next) }}
      whys={{ untrusted: say(lang, words.officeUntrusted) }}
      go
    />
  )
}
