import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { activation } from '../i18n/activation.ts'
import { say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'

interface Props {
  frame: OfficeFrame
  officeName: string
  person: { name: string; username: string }
  sheet: { id: string; expiresOn: Day /** The secret sealed to who asks. */; envelope: string | undefined }
  /** Where to activate, and the certificate that says at which address: only the browser puts them together. */
  path: string
  addressCertificate: string
  keys: Own
  today: Day
}

const FOUR = [0, 1, 2, 3]

/**
 * The sheet an invited person gets. Its secret is written in by the browser of an administrator; the server never had
 * it.
 */
export function ActivationSheetPage(props: Props) {
  const { frame, officeName, person, sheet, path, addressCertificate, keys, today } = props
  const { lang } = frame.reader
  const { id, expiresOn, envelope } = sheet
  return (
    <OfficePage frame={frame} section="people">
      <p class="noprint actions">
        <button type="button" class="btn go" data-print disabled={envelope === undefined}>
          {say(lang, activation.print)}
        </button>
        <a class="btn quiet" href={paths.people}>
          {say(lang, staff.people)}
        </a>
      </p>
      {envelope === undefined && <p class="box warn">{say(lang, staff.sheetUnopened)}</p>}
      <p class="box bad" role="alert" data-unopened hidden>
        {say(lang, staff.sheetUnopened)}
      </p>
      <section
        class="sheet plain"
        data-activation={id}
        data-envelope={envelope}
        data-address={addressCertificate}
        data-path={path}
        data-label={say(lang, activation.sheetQr)}
      >
        <p>{officeName}</p>
        <h1>{say(lang, activation.sheetTitle)}</h1>
        <dl class="facts">
          <dt>{say(lang, staff.name)}</dt>
          <dd>{person.name}</dd>
          <dt>{say(lang, staff.username)}</dt>
          <dd>{person.username}</dd>
          <dt>{say(lang, activation.sheetAddress)}</dt>
          <dd data-address-line />
        </dl>
        <div class="qr" data-qr />
        <p class="lead">{say(lang, activation.sheetCode)}</p>
        <p class="groups" data-groups>
          {FOUR.map(() => (
            <span>
              {FOUR.map(() => (
                <b />
              ))}
            </span>
          ))}
        </p>
        <p class="lead">
          {say(lang, activation.sheetUntil, { date: sayDay(expiresOn, lang, yearOf(today)) })}
        </p>
        <p>{say(lang, activation.sheetOnce)}</p>
      </section>
      <OwnKeys {...keys} />
    </OfficePage>
  )
}
