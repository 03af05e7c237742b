import { entering as words } from '../i18n/entering.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Desk } from '../queue/desk.ts'
import { TeamPage } from '../queue/team-frame.tsx'
import { numberWords } from '../queue/words.ts'

interface Props {
  desk: Desk
  reportId: string
  enquiryNumber: string
  /** There is a query code, in the browser that entered the report and nowhere else. */
  hasCode: boolean
}

const five = [1, 2, 3, 4, 5]
const four = [1, 2, 3, 4]

/** The neutral slip. Names neither unit nor matter, and no office: a slip in a pocket must not betray. */
export function SlipPage({ desk, reportId, enquiryNumber, hasCode }: Props) {
  const { lang, team } = desk
  return (
    <TeamPage desk={desk}>
      <div class="noprint">
        <h1 tabindex={-1}>{say(lang, words.done)}</h1>
        <p class={hasCode ? 'box warn' : 'box'}>{say(lang, hasCode ? words.once : words.doneNoCode)}</p>
      </div>
      <section class="sheet plain slip" data-slip={reportId}>
        <h2>{say(lang, words.slip)}</h2>
        {hasCode && (
          <>
            <p>{say(lang, words.code)}</p>
            <ol class="code" data-digits="slip">
              {five.map((n) => (
                <li>
                  <small>{say(lang, words.group, { n })}</small>
                  {four.map(() => (
                    <b />
                  ))}
                </li>
              ))}
            </ol>
            <div class="qr" data-symbol={say(lang, words.picture)} />
          </>
        )}
        <p class="lead">{say(lang, words.enquiry, { number: numberWords(enquiryNumber) })}</p>
        <p>
          <span data-domain />
          <br />
          {team.phone}
        </p>
        {hasCode && <p>{say(lang, words.keep)}</p>}
      </section>
      <p class="buttons noprint">
        <button type="button" class="btn go" data-print>
          {say(lang, words.print)}
        </button>
        <a class="btn quiet" href={paths.report(team.id, reportId)}>
          {say(lang, words.open)}
        </a>
        <a class="btn quiet" href={paths.enter(team.id)}>
          {say(lang, words.another)}
        </a>
      </p>
    </TeamPage>
  )
}
