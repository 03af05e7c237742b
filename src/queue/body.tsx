import { sayDay, yearOf } from '../clock/day.ts'
import { isTheirs } from '../files/kinds.ts'
import { attachments } from '../i18n/attachments.ts'
import { queue } from '../i18n/queue.ts'
import { reportWords } from '../i18n/report.ts'
import { type Phrase, say } from '../i18n/speak.ts'
import { isContactHere } from '../reports/contact-here.ts'
import { base64url } from '../sealing/bytes.ts'
import { Differs } from './differs.tsx'
import { kindsOf } from './file-kinds.ts'
import type { ReportView } from './report-view.ts'

const courtWords = { no: ['没有', 'No'], yes: ['有', 'Yes'], unsure: ['不清楚', 'Not sure'] } as const
const languages = { zh: '中文', en: 'English' }

/**
 * The resident's words, opened here. What the register says beside them travels along: the script compares, so that
 * nobody can file a report about one thing under another.
 */
export function Body({ view }: { view: ReportView }) {
  const { desk, report, sealed, opens } = view
  const { lang } = desk
  const files = view.files.filter((file) => isTheirs(file) && !file.messageId)
  const body = sealed.find(({ part }) => part === 'body')
  const register = {
    'data-kind': report.kind,
    'data-unit': report.unitId,
    'data-court': String(report.inCourt === 'yes'),
    'data-afraid': String(report.afraid),
    'data-call-me': String(report.callMe),
    'data-for-other': String(report.forOther),
    'data-files': kindsOf(files.map(({ kind }) => kind)),
  }
  return (
    <section id="words">
      <h2>{say(lang, reportWords.words)}</h2>
      {opens && body ? (
        <div data-body={base64url(body.envelope)} data-no-text={say(lang, noFirstText(view))} {...register}>
          <Differs view={view} of={['kind', 'unit', 'ticks', 'files']} />
          <p class="words opened" data-field="text">
            {say(lang, queue.opening)}
          </p>
          <dl class="facts">
            <dt data-of="place" hidden>
              {say(lang, reportWords.place)}
            </dt>
            <dd class="opened" data-field="place" hidden />
            <dt data-of="subject" hidden>
              {say(lang, reportWords.subject)}
            </dt>
            <dd data-of="subject" hidden>
              <button type="button" class="link noprint" data-click>
                {say(lang, queue.click)}
              </button>
              <span class="opened" data-field="subject" hidden />
            </dd>
            {report.inCourt !== 'unanswered' && (
              <>
                <dt>{say(lang, reportWords.court)}</dt>
                <dd>{say(lang, courtWords[report.inCourt])}</dd>
              </>
            )}
            <dt>{say(lang, reportWords.language)}</dt>
            <dd data-field="language" data-zh={languages.zh} data-en={languages.en} />
          </dl>
        </div>
      ) : (
        <p class="soft">
          {report.erasedOn
            ? say(lang, reportWords.wordsErased, { date: sayDay(report.erasedOn, lang, yearOf(desk.today)) })
            : say(lang, queue.nobody)}
        </p>
      )}
    </section>
  )
}

/** Nothing was written: it may have been said, or will have been when it is here. */
export function saidElsewhere(files: ReportView['files']): Phrase | undefined {
  const left = files.filter(({ state }) => state !== 'lost')
  if (left.length === 0) return undefined
  return left.some(({ state }) => state === 'whole') ? attachments.noWords : attachments.wordsOnTheWay
}

/** What stands in place of the first words: where they are, or whether anybody can still be asked. */
function noFirstText({ report, files, messages }: ReportView): Phrase {
  const first = saidElsewhere(files.filter((file) => isTheirs(file) && file.messageId === null))
  if (first) return first
  if (messages.some(({ direction }) => direction === 'toTeam')) return reportWords.textLater
  return isContactHere(report) ? reportWords.noText : queue.noTextNoPhone
}
