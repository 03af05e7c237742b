import { type Day, sayDay } from '../clock/day.ts'
import { at, type Reader } from '../http/reader.ts'
import { stencil } from '../http/stencil.ts'
import { receipt } from '../i18n/answering.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { isOpen } from '../reports/lifecycle.ts'
import { Calling, Dated } from '../ui/dated.tsx'
import { dialled } from '../ui/dial.ts'
import { PublicPage } from '../ui/page.tsx'
import { Digits } from './digits.tsx'
import type { Kept } from './filing.ts'
import { Leave } from './leave.tsx'
import { PlainCame, type Told } from './plain-came.tsx'

type Filed = Pick<
  Kept,
  'enquiryNumber' | 'state' | 'promise' | 'acceptedOn' | 'callMe' | 'identityMode' | 'forOther'
>

interface Props {
  reader: Reader
  demo: boolean
  phone: string
  /** The host for the slip. With scripts the browser writes the one it is at. */
  domain?: string | undefined
  today: Day
  filed: Filed
  /** Where it went past the team, the office's name. */
  office?: string | undefined
  /** The query code and its picture, for those without scripts. With scripts neither ever comes here. */
  plain?: { code: string; picture: string | undefined; told: Told } | undefined
}

/** The receipt. Names neither unit nor kind nor what was written, and says what happens next and by when. */
export function ReceiptPage({
  reader,
  demo,
  phone,
  domain = '{domain}',
  today,
  filed,
  office,
  plain,
}: Props) {
  const { lang } = reader
  const number = filed.enquiryNumber
  const date = filed.promise && sayDay(filed.promise, lang, Number(today.slice(0, 4)))
  const told = whatIsPromised(filed)
  const { forOther } = filed
  return (
    <PublicPage reader={reader} letterhead={say(lang, receipt.head)} phone={phone} demo={demo}>
      <div data-answer="receipt">
        <div class="box ok noprint">
          <h1 tabindex={-1}>{say(lang, receipt.title)}</h1>
          <p>{office ? say(lang, receipt.storedOffice, { office }) : say(lang, receipt.stored)}</p>
          {told && date && (
            <p class="lead">
              <Dated>{say(lang, told, { date })}</Dated>
            </p>
          )}
          {!told && <p class="lead">{say(lang, receipt.news)}</p>}
          {filed.callMe && filed.state === 'received' && (
            <p>{say(lang, forOther ? receipt.willCallThem : receipt.willCall)}</p>
          )}
          {plain && <p>{say(lang, receipt.plain)}</p>}
          {forOther && (
            <>
              <p class="lead" data-for-another>
                {say(lang, receipt.helper)}
              </p>
              <p>{say(lang, receipt.noPrinter)}</p>
            </>
          )}
        </div>
        {plain && <PlainCame lang={lang} number={number} told={plain.told} />}
        <p class="onpaper lead">{say(lang, receipt.slipHead)}</p>
        <h2>{say(lang, receipt.code)}</h2>
        <p class="noprint">
          {say(lang, filed.identityMode === 'anonymous' && !forOther ? receipt.write : receipt.writeKnown)}
        </p>
        <Digits lang={lang} code={plain?.code} onPaper={!plain} />
        <div class="noprint" data-ready hidden>
          <label for="check">{say(lang, receipt.check)}</label>
          <p>
            <input id="check" inputmode="numeric" autocomplete="off" />
          </p>
          <div role="status">
            <p class="box ok" id="right" hidden>
              {say(lang, receipt.right)}
            </p>
            <p class="box warn" id="different" hidden>
              {say(lang, receipt.different)}
            </p>
          </div>
        </div>
        <div data-picture hidden={!plain?.picture}>
          <p class="noprint">{say(lang, forOther ? receipt.pictureOther : receipt.picture)}</p>
          <img
            class="picture"
            src={plain?.picture}
            alt={say(lang, receipt.pictureAlt)}
            data-leads={at(reader, paths.progress)}
          />
          <p class="noprint">{say(lang, plain ? receipt.pictureLaterPlain : receipt.pictureLater)}</p>
          <p class="soft noprint">{say(lang, receipt.pictureSmall)}</p>
        </div>
        <p class="onpaper">
          <span data-slip>{say(lang, receipt.slip, { number, domain, phone })}</span>
          <br />
          {say(lang, receipt.slipKeep)}
        </p>
        <div class="box warn noprint">
          <p class="lead">{say(lang, forOther ? receipt.keepForOther : receipt.keepSecret)}</p>
          <p>{say(lang, receipt.lost)}</p>
        </div>
        <div class="noprint">
          <h2>{say(lang, receipt.byPhone)}</h2>
          <p>{say(lang, receipt.enquiry, { number })}</p>
          <a class="btn quiet" href={`tel:${dialled(phone)}`}>
            <Calling>{say(lang, receipt.call, { phone })}</Calling>
          </a>
          <button type="button" class="btn quiet" data-print data-ready hidden>
            {say(lang, receipt.print)}
          </button>
          <p data-on-phone hidden>
            {say(lang, receipt.onPhone)}
          </p>
          <Leave
            lang={lang}
            to={at(reader, paths.gone)}
            look="go"
            words={[receipt.leave, receipt.sure, receipt.yes, receipt.notYet]}
          />
        </div>
      </div>
    </PublicPage>
  )
}

/** Where the browser writes the query code, it is the same page for all who are promised the same day. */
export const receiptOf = stencil(
  ({ told, ...frame }: Omit<Props, 'filed'> & { told: Omit<Filed, 'enquiryNumber'> }, enquiryNumber) => (
    <ReceiptPage {...frame} filed={{ ...told, enquiryNumber }} />
  ),
)

/**
 * What the promised day is for. Asked for again the report may have gone on, or wait for its writer, and then progress
 * tells and not the receipt; one that was merged reads like any other, because nobody learns that others spoke.
 */
function whatIsPromised({ state, acceptedOn }: Filed) {
  if (state === 'received') return receipt.toldBy
  const goesOn = (isOpen(state) && state !== 'needsInfo') || state === 'merged'
  return acceptedOn && goesOn ? receipt.acceptedBy : undefined
}
