import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import { Trouble } from './move-form.tsx'
import { Opened } from './opened.tsx'
import type { ReportView } from './report-view.ts'
import { textAt, whenWords } from './words.ts'

/** What the team writes down for itself. */
export function Notes({ view, filled }: { view: ReportView; filled: Filled }) {
  const { desk, report, sealed, names, opens, escalation } = view
  const { lang, team } = desk
  const notes = sealed.filter(({ part }) => part === 'note')
  return (
    <section id="notes">
      <h2>{say(lang, reportWords.notes)}</h2>
      {notes.length === 0 && <p class="soft">{say(lang, reportWords.noNotes)}</p>}
      <ol class="talk">
        {notes.map(({ partId, envelope, by, at }) => (
          <li>
            <p class="soft">
              {by && names.get(by)} · {at && whenWords(at)}
            </p>
            <Opened view={view} as="note" id={partId} envelope={envelope} />
          </li>
        ))}
      </ol>
      {opens && !escalation?.receipt && (
        <form
          method="post"
          action={paths.note(team.id, report.id)}
          class="sheet-form noprint"
          data-in-place
          data-seals
        >
          <Sealed name="note" seal="note" filled={filled}>
            <Control
              field="text"
              id="note"
              label={textAt(desk, reportWords.writeNote)}
              rows={3}
              max={2000}
              required
            />
          </Sealed>
          <Trouble lang={lang} />
          <button type="submit" class="btn">
            {say(lang, reportWords.addNote)}
          </button>
        </form>
      )}
    </section>
  )
}
