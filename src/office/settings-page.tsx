import { holidayWords } from '../i18n/holidays.ts'
import { office } from '../i18n/office.ts'
import { settings as words } from '../i18n/settings.ts'
import { say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { DeskButton } from '../staff/desk-button.tsx'
import type { Filled } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { Dialects } from './dialects-part.tsx'
import { Limits } from './limits.tsx'
import { SecondAddress } from './second-address.tsx'
import { usualDialects } from './tables.ts'

interface Props {
  frame: OfficeFrame
  /** Whether everybody needs a second factor. */
  wantsFactor: boolean
  /** As it is printed, and whether the environment named it. */
  address: { origin: string; isGiven: boolean }
  /** The second one, as it is signed. */
  second: string | undefined
  /** What the environment allows beside the addresses on paper; undefined: every host. */
  allowedHosts: readonly string[] | undefined
  secondForm: Filled
  secondVersion: number
  /** The root of the page is not the one in force any more: nothing was saved. */
  isStale: boolean
  limits: Omit<Parameters<typeof Limits>[0], 'lang'>
  /** What the office says is spoken here. */
  spokenHere: readonly string[]
  dialects: Omit<Parameters<typeof Dialects>[0], 'lang'>
  own: Own
}

/** Every setting that acts: what it is now, what it is by itself, and who said so. */
export function SettingsPage(props: Props) {
  const {
    frame,
    wantsFactor,
    address,
    second,
    allowedHosts,
    secondForm,
    secondVersion,
    isStale,
    limits,
    own,
  } = props
  const { spokenHere, dialects } = props
  const { lang } = frame.reader
  const want = say(lang, wantsFactor ? staff.wantLess : staff.wantFactor)
  const factor = (wants: boolean) => say(lang, wants ? staff.factorWanted : staff.factorFree)
  const rows = [
    [
      say(lang, staff.code),
      factor(wantsFactor),
      factor(false),
      say(lang, wantsFactor ? words.byOffice : words.usual),
    ],
    [
      say(lang, words.address),
      address.origin,
      '—',
      address.isGiven ? 'PUBLIC_URL' : say(lang, words.atSetup),
    ],
    [say(lang, words.second), second ?? '—', '—', say(lang, second ? words.byOffice : words.usual)],
    [
      say(lang, words.hosts),
      allowedHosts
        ? hostsAnswered(allowedHosts, [address.origin, second]).join(' ')
        : say(lang, words.everyHost),
      say(lang, words.everyHost),
      allowedHosts ? 'ALLOWED_HOSTS' : say(lang, words.usual),
    ],
    [
      say(lang, words.dialects),
      spokenHere.join('、'),
      usualDialects.join('、'),
      say(lang, `${spokenHere}` === `${usualDialects}` ? words.usual : words.byOffice),
    ],
  ]
  const heads = [office.settings, words.now, words.usual, words.source].map((head) => say(lang, head))
  return (
    <OfficePage frame={frame} section="settings">
      <h1>{heads[0]}</h1>
      <p>
        <a href={paths.holidays}>{say(lang, holidayWords.title)}</a>
      </p>
      <details>
        <summary>
          {say(lang, staff.code)}
          {say(lang, office.colon)}
          {want}
        </summary>
        <p>{say(lang, wantsFactor ? staff.wantLessThen : staff.wantThen)}</p>
        <DeskButton
          lang={lang}
          action={paths.settings}
          label={want}
          fields={{ want: wantsFactor ? 'off' : 'on' }}
        />
      </details>
      <table class="roll">
        <thead>
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, at) => (
                <td data-head={at > 0 ? heads[at] : undefined}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Limits lang={lang} {...limits} />
      <h2>{say(lang, words.dialects)}</h2>
      <Dialects lang={lang} {...dialects} />
      <SecondAddress lang={lang} version={secondVersion} filled={secondForm} isStale={isStale} />
      <OwnKeys {...own} />
    </OfficePage>
  )
}

const hostsAnswered = (allowed: readonly string[], onPaper: readonly (string | undefined)[]) => [
  ...new Set([...allowed, ...onPaper.flatMap((origin) => (origin ? [new URL(origin).host] : []))]),
]
