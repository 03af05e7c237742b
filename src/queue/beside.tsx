import { moveWords } from '../i18n/moves.ts'
import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { readWhy } from '../log/why.ts'
import { OpenedSet } from './opened.tsx'
import type { ReportView } from './report-view.ts'
import { Said } from './talk.tsx'
import { TranscriptList, transcriptsOf } from './transcripts.tsx'

/** What was found out, and what the resident said and wrote besides: whoever writes a sentence has it before them. */
export function Beside({ view }: { view: ReportView }) {
  const { lang } = view.desk
  const transcripts = transcriptsOf(view)
  const found = view.steps.flatMap(({ why }) => readWhy(why).get('result') ?? []).at(-1)
  return (
    <>
      {found && (
        <section id="found">
          <h2>{say(lang, moveWords.result)}</h2>
          <OpenedSet view={view} part="result" id={found} />
        </section>
      )}
      {transcripts.length > 0 && (
        <section id="spoken">
          <TranscriptList view={view} written={transcripts} />
        </section>
      )}
      <Later view={view} />
    </>
  )
}

/** What the resident wrote since, all of it. */
export function Later({ view }: { view: ReportView }) {
  const written = view.messages.filter(({ direction }) => direction === 'toTeam')
  if (written.length === 0) return null
  return (
    <section id="later">
      <h2>{say(view.desk.lang, reportWords.later)}</h2>
      <ol class="talk">
        {written.map((message) => (
          <Said view={view} message={message} />
        ))}
      </ol>
    </section>
  )
}
