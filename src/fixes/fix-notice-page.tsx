import { type Day, dayOf, yearOf } from '../clock/day.ts'
import { fixes as words } from '../i18n/fixes.ts'
import { letter, letters } from '../i18n/letters.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { SealedReport } from '../queue/opened.tsx'
import type { ReportView } from '../queue/report-view.ts'
import { TeamPage } from '../queue/team-frame.tsx'
import { Watermark } from '../queue/watermark.tsx'
import { partsOf } from '../referrals/letter.tsx'
import { base64url } from '../sealing/bytes.ts'
import { OwnKeys } from '../ui/own-keys.tsx'
import type { Ordered } from './order.ts'

interface Props {
  view: ReportView
  order: Ordered
  /** Who orders it, in full. */
  issuer: string
}

/** 立行立改通知书, opened in the browser that prints it. It says nothing of residents, nor that anybody spoke. */
export function FixNoticePage({ view, order, issuer }: Props) {
  const { desk, report, keys } = view
  const { lang, team } = desk
  return (
    <TeamPage desk={desk}>
      <Watermark desk={desk} />
      <p class="buttons noprint">
        <button type="button" class="btn go" data-print>
          {say(lang, letters.print)}
        </button>
        <a class="btn quiet" href={paths.report(team.id, report.id)}>
          {say(lang, letters.backToReport)}
        </a>
      </p>
      <Notice view={view} order={order} issuer={issuer} />
      <ReportForm lang={lang} unit={view.about.unitName} />
      <SealedReport view={view} />
      <OwnKeys {...keys} />
    </TeamPage>
  )
}

function Notice({ view, order, issuer }: Props) {
  const { desk, sealed, about } = view
  const { lang } = desk
  const found = sealed.find(({ part, partId }) => part === 'order' && partId === order.part)
  const ordered: Day = order.at.length === 10 ? order.at : dayOf(new Date(order.at))
  const said = (field: string) => <span class="opened" data-field={field} />
  return (
    <section class="sheet letter" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <p class="letter-head">{issuer}</p>
      <p class="letter-number">{say(lang, words.number, { year: yearOf(ordered) })}</p>
      <h1 class="letter-title">{say(lang, words.title)}</h1>
      <p class="letter-to">{say(lang, words.to, { unit: about.unitName })}</p>
      <div
        data-open="order"
        data-part-id={order.part}
        data-envelope={found && view.opens ? base64url(found.envelope) : ''}
      >
        <p>{say(lang, words.lead)}</p>
        <h2>{say(lang, words.matter)}</h2>
        <p class="letter-said opened" data-field="matter" />
        <h2>{say(lang, words.demands)}</h2>
        <p>
          {textOf(lang, words.by)}
          {said('responsible')}
          {say(lang, words.due, partsOf(order.due))}
        </p>
        <h2>{say(lang, words.discipline)}</h2>
        <p>{say(lang, letter.quiet)}</p>
        <p>
          {textOf(lang, words.signer)}
          {said('signer')}
          {textOf(lang, words.signedAt)}
        </p>
      </div>
      <p class="letter-attached">{say(lang, words.attachment)}</p>
      <p class="letter-signed">
        <span>{issuer}</span>
        <span>{say(lang, letter.seal)}</span>
        <span>{say(lang, letter.date, partsOf(ordered))}</span>
      </p>
    </section>
  )
}

/** What comes back, with a photo before and after. */
function ReportForm({ lang, unit }: { lang: Lang; unit: string }) {
  const rows = [
    [words.unit, unit, false],
    [words.done, '', true],
    [words.before, '', true],
    [words.after, '', true],
    [letter.responsible, '', false],
    [letter.filledOn, say(lang, letter.undated), false],
  ] as const
  return (
    <section class="sheet letter" lang={lang === 'zh' ? 'zh-CN' : 'en'}>
      <h1 class="letter-title">{say(lang, words.form)}</h1>
      <table class="letter-form">
        <tbody>
          {rows.map(([name, value, tall]) => (
            <tr class={tall ? 'tall' : undefined}>
              <th scope="row">{textOf(lang, name)}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
