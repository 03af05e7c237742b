import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { entering } from '../i18n/entering.ts'
import { acceptedByRule, channelWords, kindWords, stateWords, queue as words } from '../i18n/queue.ts'
import { closingWords, countWords } from '../i18n/round-closing.ts'
import { say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { numberWords } from '../queue/words.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Cell, type CountedRow, countedAddress, shownState } from './counted.ts'
import type { Round } from './store.ts'

interface Props {
  frame: OfficeFrame
  round: Pick<Round, 'id' | 'title'>
  cell: Cell
  rows: readonly CountedRow[]
  /** The number after which the next page begins. */
  next: string | undefined
  today: Day
}

/** What a number of the round's counts is made of: numbers and dates, nothing of what anybody wrote. */
export function CountedPage({ frame, round, cell, rows, next, today }: Props) {
  const { lang } = frame.reader
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  const which = [cell.channel && channelWords[cell.channel], cell.kind && kindWords[cell.kind]]
  const title = [countWords.title, ...which].flatMap((word) => (word ? [textOf(lang, word)] : []))
  return (
    <OfficePage frame={frame} section="rounds">
      <p>
        <a href={`${paths.round(round.id)}#counts`}>{round.title}</a>
      </p>
      <h1>{title.join(' · ')}</h1>
      {rows.length === 0 && <p>{say(lang, words.nothing)}</p>}
      {rows.length > 0 && (
        <table class="roll">
          <thead>
            <tr>
              {[words.number, words.unit, entering.kind, words.received, words.state, closingWords.due].map(
                (head) => (
                  <th>{textOf(lang, head)}</th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr>
                <td class="n">{numberWords(row.enquiryNumber)}</td>
                <td>{row.unit}</td>
                <td>{textOf(lang, kindWords[row.kind])}</td>
                <td data-head={say(lang, words.received)}>{day(row.receivedOn as Day)}</td>
                <td>{textOf(lang, stateOf(row))}</td>
                <td data-head={say(lang, closingWords.due)}>{row.due && day(row.due as Day)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {next && (
        <p>
          <a class="btn" href={countedAddress(round.id, cell, next)}>
            {say(lang, words.next)}
          </a>
        </p>
      )}
    </OfficePage>
  )
}

const stateOf = (row: CountedRow) =>
  row.state === 'accepted' && row.acceptedBy === 'rule' ? acceptedByRule : stateWords[shownState(row)]
