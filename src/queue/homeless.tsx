import { attachments } from '../i18n/attachments.ts'
import { reportWords } from '../i18n/report.ts'
import { type Phrase, say, textOf } from '../i18n/speak.ts'
import { mayApprove, mayTalk } from '../reports/offers.ts'
import { situationOf } from '../reports/situation.ts'
import type { Filled } from '../ui/field.tsx'
import { Control, Sealed } from '../ui/sealed-field.tsx'
import type { ReportView } from './report-view.ts'
import { textAt } from './words.ts'

interface Place {
  name: 'refuseWhy' | 'message' | 'note' | 'transcript'
  seal: 'why' | 'message' | 'note' | 'transcript'
  move: Phrase
  label: Phrase
  max: number
  /** Its form stands on the page as it is now. */
  stands: boolean
}

function placesOn({ desk, report, proposal, opens, escalation }: ReportView): Place[] {
  const { person, today } = desk
  const situation = situationOf(report, today)
  const writes = opens && !escalation?.receipt
  return [
    {
      name: 'refuseWhy',
      seal: 'why',
      move: reportWords.refuse,
      label: reportWords.refuseWhy,
      max: 300,
      stands: proposal !== undefined && mayApprove(situation, person) === true,
    },
    {
      name: 'message',
      seal: 'message',
      move: reportWords.send,
      label: reportWords.write,
      max: 500,
      stands: writes && report.lookupHash !== null && mayTalk(situation, person),
    },
    {
      name: 'note',
      seal: 'note',
      move: reportWords.addNote,
      label: reportWords.writeNote,
      max: 2000,
      stands: writes,
    },
    {
      name: 'transcript',
      seal: 'transcript',
      label: attachments.transcript,
      max: 4000,
      move: attachments.addTranscript,
      stands: writes,
    },
  ]
}

/** Words whose form is gone since they were written: without a button, to be copied. */
export function Homeless({ view, filled }: { view: ReportView; filled: Filled }) {
  const { lang } = view.desk
  const lost = placesOn(view).filter(({ name, stands }) => !stands && filled.typed[name])
  return (
    <>
      {lost.map(({ name, seal, move, label, max }) => (
        <section class="kept">
          <p class="box warn">{say(lang, reportWords.noLonger, { move: textOf(lang, move) })}</p>
          <form class="sheet-form" data-seals>
            <Sealed name={name} seal={seal} filled={filled}>
              <Control field="text" id={name} label={textAt(view.desk, label)} rows={3} max={max} />
            </Sealed>
          </form>
        </section>
      ))}
    </>
  )
}
