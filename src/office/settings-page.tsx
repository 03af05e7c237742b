import { type Limit, limits } from '../clock/limits.ts'
import { holidayWords } from '../i18n/holidays.ts'
import { office } from '../i18n/office.ts'
import { settings as words } from '../i18n/settings.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { DeskButton } from '../staff/desk-button.tsx'
import type { Filled } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { SecondAddress } from './second-address.tsx'

interface Props {
  frame: OfficeFrame
  /** Whether everybody needs a second factor. */
  wantsFactor: boolean
  /** As it is printed, and whether the environment named it. */
  address: { origin: string; isGiven: boolean }
  /** The second one, as it is signed. */
  second: string | undefined
  secondForm: Filled
  /** The root of the page is not the one in force any more: nothing was saved. */
  isStale: boolean
  own: Own
}

/** With the article of 信访工作条例 that gives it; the rest the house has set. */
const fixed = [
  ['acceptHard', 22],
  ['answer', 0],
  ['hard', 34],
  ['extension', 34],
  ['eraseContact', 0],
  ['queryCode', 0],
  ['voided', 0],
] as const

/** Every setting that acts: what it is now, what it is by itself, and who said so. */
export function SettingsPage(props: Props) {
  const { frame, wantsFactor, address, second, secondForm, isStale, own } = props
  const { lang } = frame.reader
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
    ...fixed.map(([name, article]) => {
      const days = daysWords(lang, limits[name])
      return [
        say(lang, words[name]),
        days,
        days,
        say(lang, article ? words.rule : words.fixed, { n: article }),
      ]
    }),
  ]
  const heads = [office.settings, words.now, words.usual, words.source].map((head) => say(lang, head))
  return (
    <OfficePage frame={frame} section="settings">
      <h1>{heads[0]}</h1>
      <p>
        <a href={paths.holidays}>{say(lang, holidayWords.title)}</a>
      </p>
      <DeskButton
        lang={lang}
        action={paths.settings}
        label={`${say(lang, staff.code)}${say(lang, office.colon)}${say(lang, wantsFactor ? staff.wantLess : staff.wantFactor)}`}
        fields={{ want: wantsFactor ? 'off' : 'on' }}
      />
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
      <SecondAddress lang={lang} filled={secondForm} isStale={isStale} />
      <OwnKeys {...own} />
    </OfficePage>
  )
}

const daysWords = (lang: Lang, { days, counted }: Limit) =>
  say(lang, counted === 'working' ? words.workingDays : words.days, { n: days })
