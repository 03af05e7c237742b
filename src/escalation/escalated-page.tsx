import { sayDay, yearOf } from '../clock/day.ts'
import { dueBy } from '../clock/deadlines.ts'
import { escalation as words } from '../i18n/escalation.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Desk } from '../queue/desk.ts'
import { Due } from '../queue/due.tsx'
import { TeamPage } from '../queue/team-frame.tsx'
import { numberWords, textAt } from '../queue/words.ts'
import { isExported, type listEscalated } from '../reports/escalating.ts'

type Row = Awaited<ReturnType<typeof listEscalated>>[number]

/** What this person may still see of what was escalated: it is in no queue. */
export function EscalatedPage({ desk, rows }: { desk: Desk; rows: readonly Row[] }) {
  const { lang, team, today, moment } = desk
  const day = { today, calendar: moment.calendar }
  const dueOf = ({ since }: Row) => dueBy('passUp', since, moment.calendar)
  return (
    <TeamPage desk={desk}>
      <h1>{say(lang, words.title)}</h1>
      <p class="soft">{textAt(desk, words.only)}</p>
      {rows.length === 0 && <p>{say(lang, words.none)}</p>}
      <ul>
        {rows.map((row) => (
          <li>
            <a href={paths.report(team.id, row.report.id)} class="n">
              {numberWords(row.report.enquiryNumber)}
            </a>{' '}
            · {row.report.concludedOn && sayDay(row.report.concludedOn, lang, yearOf(today))} ·{' '}
            {whereItStands(desk, row)}
            {row.escalation.receipt === null && (
              <>
                {' '}
                · <Due lang={lang} report={{ due: dueOf(row), dueKind: null }} {...day} />
              </>
            )}
            {row.report.unread && <b class="late"> {say(lang, words.fresh)}</b>}
          </li>
        ))}
      </ul>
    </TeamPage>
  )
}

function whereItStands({ lang }: Desk, { escalation, whole }: Row): string {
  const { receipt, receiptOn } = escalation
  if (receipt !== null) return say(lang, words.stub, { day: sayDay(receiptOn ?? '', lang, 0), no: receipt })
  return say(lang, isExported(escalation, whole) ? words.out : words.waiting)
}
