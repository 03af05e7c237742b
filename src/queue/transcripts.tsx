import { attachments as words } from '../i18n/attachments.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import { Trouble } from './move-form.tsx'
import { OpenedSet } from './opened.tsx'
import type { Envelope, ReportView } from './report-view.ts'
import { textAt, whenWords } from './words.ts'

export const transcriptsOf = ({ sealed }: ReportView) => sealed.filter(({ part }) => part === 'transcript')

/** Each with who wrote it down, and when. */
export function TranscriptList({ view, written }: { view: ReportView; written: readonly Envelope[] }) {
  return (
    <>
      {written.map(({ partId, by, at }) => (
        <>
          <p class="soft">
            {say(view.desk.lang, words.transcript)} · {by && view.names.get(by)} · {at && whenWords(at)}
          </p>
          <OpenedSet view={view} part="transcript" id={partId} />
        </>
      ))}
    </>
  )
}

/** What was said in a recording, written down by the team beside it. A later one corrects an earlier one; both stay. */
export function Transcripts({ view, filled, file }: { view: ReportView; filled: Filled; file: string }) {
  const { desk, report, opens, escalation } = view
  const { lang, team } = desk
  const isOfFile = (partId: string | undefined) => partId?.startsWith(`${file}.`) ?? false
  const id = `transcript-${file}`
  // What was refused goes back to the recording it was written beside.
  const own = isOfFile(filled.typed.transcriptId) ? filled : { typed: {} }
  return (
    <div class="transcripts">
      <TranscriptList view={view} written={transcriptsOf(view).filter(({ partId }) => isOfFile(partId))} />
      {opens && !escalation?.receipt && (
        <details class="noprint" open={own.typed.transcript !== undefined}>
          <summary>{say(lang, words.transcript)}</summary>
          <form
            method="post"
            action={paths.transcript(team.id, report.id)}
            class="sheet-form"
            data-in-place
            data-seals
          >
            <Sealed name="transcript" seal="transcript" file={file} filled={own}>
              <Control
                field="language"
                id={`${id}-language`}
                label={say(lang, words.language)}
                max={40}
                required
              />
              <Control
                field="text"
                id={id}
                label={textAt(desk, words.transcript)}
                help={say(lang, words.onlyWords)}
                rows={4}
                max={4000}
                required
              />
            </Sealed>
            <Trouble lang={lang} />
            <button type="submit" class="btn">
              {say(lang, words.addTranscript)}
            </button>
          </form>
        </details>
      )}
    </div>
  )
}
