import { type Limit, limits } from '../clock/deadlines.ts'
import { settings as words } from '../i18n/settings.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { DeskButton } from '../staff/desk-button.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'

interface Props {
  frame: OfficeFrame
  /** Whether everybody needs a second factor. */
  wantsFactor: boolean
  /** As it is printed, and whether the environment named it. */
  address: { origin: string; isGiven: boolean }
  /** Whether the environment brought the server's secret. */
  isSecretGiven: boolean
}

/** Every setting that acts: what it is now, what it is by itself, and who said so. */
export function SettingsPage({ frame, wantsFactor, address, isSecretGiven }: Props) {
  const { lang } = frame.reader
  const given = (name: string) => say(lang, words.bySetting, { name })
  const factor = (wants: boolean) => say(lang, wants ? staff.factorWanted : staff.factorFree)
  return (
    <OfficePage frame={frame} section="settings">
      <h1>{say(lang, words.what)}</h1>
      <Table
        lang={lang}
        heads={[words.what, words.now, words.usual, words.source]}
        rows={[
          [
            say(lang, words.factor),
            factor(wantsFactor),
            factor(false),
            say(lang, wantsFactor ? words.byOffice : words.byDefault),
          ],
          [
            say(lang, words.address),
            address.origin,
            say(lang, words.addressUsual),
            address.isGiven ? given('PUBLIC_URL') : say(lang, words.atSetup),
          ],
          [
            say(lang, words.secret),
            say(lang, words.secretNow),
            say(lang, words.secretUsual),
            isSecretGiven ? given('SERVER_SECRET') : say(lang, words.byDefault),
          ],
        ]}
      />
      <DeskButton
        lang={lang}
        action={paths.settings}
        label={`${say(lang, words.factor)}: ${say(lang, wantsFactor ? staff.wantLess : staff.wantFactor)}`}
        fields={{ want: wantsFactor ? 'off' : 'on' }}
      />
      <h2>{say(lang, words.limits)}</h2>
      <p>{say(lang, words.fixed)}</p>
      <Table
        lang={lang}
        heads={[words.what, words.now, words.source]}
        rows={fixed.map(([name, source]) => [
          say(lang, words[name]),
          daysWords(lang, limits[name]),
          say(lang, words[source]),
        ])}
      />
    </OfficePage>
  )
}

const fixed = [
  ['acceptHard', 'rule22'],
  ['answer', 'byDefault'],
  ['hard', 'rule34'],
  ['extension', 'rule34'],
  ['eraseContact', 'byDefault'],
  ['queryCode', 'byDefault'],
  ['voided', 'byDefault'],
] as const

const daysWords = (lang: Lang, { days, counted }: Limit) =>
  say(lang, counted === 'working' ? words.workingDays : words.days, { n: days })

interface TableProps {
  lang: Lang
  heads: readonly Parameters<typeof say>[1][]
  rows: readonly (readonly string[])[]
}

function Table({ lang, heads, rows }: TableProps) {
  const [, ...rest] = heads
  return (
    <table class="roll">
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col">{say(lang, head)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells]) => (
          <tr>
            <td>{first}</td>
            {cells.map((cell, at) => (
              <td data-head={rest[at] && say(lang, rest[at])}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
