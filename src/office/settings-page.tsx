import { type Limit, limits } from '../clock/deadlines.ts'
import { office } from '../i18n/office.ts'
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
  const usual = say(lang, words.usual)
  const factor = (wants: boolean) => say(lang, wants ? staff.factorWanted : staff.factorFree)
  return (
    <OfficePage frame={frame} section="settings">
      <h1>{say(lang, office.settings)}</h1>
      <Table
        lang={lang}
        heads={[office.settings, words.now, words.usual, words.source]}
        rows={[
          [
            say(lang, staff.code),
            factor(wantsFactor),
            factor(false),
            wantsFactor ? say(lang, words.byOffice) : usual,
          ],
          [
            say(lang, words.address),
            address.origin,
            say(lang, words.itself),
            address.isGiven ? 'PUBLIC_URL' : say(lang, words.atSetup),
          ],
          [
            say(lang, words.secret),
            say(lang, words.hidden),
            say(lang, words.itself),
            isSecretGiven ? 'SERVER_SECRET' : usual,
          ],
        ]}
      />
      <p class="lead">{say(lang, staff.code)}</p>
      <DeskButton
        lang={lang}
        action={paths.settings}
        label={say(lang, wantsFactor ? staff.wantLess : staff.wantFactor)}
        fields={{ want: wantsFactor ? 'off' : 'on' }}
      />
      <h2>{say(lang, words.limits)}</h2>
      <Table
        lang={lang}
        heads={[office.settings, words.now, words.source]}
        rows={fixed.map(([name, article]) => [
          say(lang, words[name]),
          daysWords(lang, limits[name]),
          article ? say(lang, words.rule, { n: article }) : usual,
        ])}
      />
    </OfficePage>
  )
}

/** With the article of 信访工作条例 that gives it; the rest the house set. */
const fixed = [
  ['acceptHard', 22],
  ['answer', 0],
  ['hard', 34],
  ['extension', 34],
  ['eraseContact', 0],
  ['queryCode', 0],
  ['voided', 0],
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
