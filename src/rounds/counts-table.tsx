import { type Day, dayOf, sayDay, timeOf, yearOf } from '../clock/day.ts'
import { channelWords, kindWords } from '../i18n/queue.ts'
import { countWords } from '../i18n/round-closing.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { type Channel, channels } from '../reports/channels.ts'
import { type Kind, kinds } from '../reports/lifecycle.ts'
import { type Cell, countedAddress } from './counted.ts'

type Props = {
  lang: Lang
  /** What is not to be shown is undefined, or not there. */
  counts: {
    of(channel: Channel, kind: Kind): number | undefined
    byChannel?(channel: Channel): number
    byKind?(kind: Kind): number
    all: number | undefined
  }
  /** The round whose numbers lead to what they count. */
  round?: string
} & ({ now: Date } | Published)

/** What is published leads nowhere, and counts whole days alone, up to this one. */
interface Published {
  upTo: Day
}

const HIDDEN = '–'

/** The figure that is read out, with what it counts and as of when. */
export function CountsTable({ lang, counts, round, ...on }: Props) {
  const { byChannel, byKind } = counts
  const number = (n: number | undefined, cell: Cell = {}) =>
    round && n ? <a href={countedAddress(round, cell)}>{n}</a> : (n ?? HIDDEN)
  return (
    <>
      <table class="counts">
        <thead>
          <tr>
            <th>{say(lang, countWords.channel)}</th>
            {kinds.map((kind) => (
              <th>{textOf(lang, kindWords[kind])}</th>
            ))}
            {byChannel && <th>{say(lang, countWords.total)}</th>}
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            <tr>
              <th scope="row">{textOf(lang, channelWords[channel])}</th>
              {kinds.map((kind) => (
                <td class="n">{number(counts.of(channel, kind), { channel, kind })}</td>
              ))}
              {byChannel && (
                <td class="n">
                  <strong>{number(byChannel(channel), { channel })}</strong>
                </td>
              )}
            </tr>
          ))}
          <tr>
            <th scope="row">{say(lang, countWords.total)}</th>
            {byKind && kinds.map((kind) => <td class="n">{number(byKind(kind), { kind })}</td>)}
            <td class="n" colspan={byKind ? 1 : kinds.length}>
              <strong>{number(counts.all)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
      <p class="soft">
        {'upTo' in on ? wholeDays(lang, on.upTo) : say(lang, countWords.definition, asOf(lang, on.now))}
        {round && counts.all !== 0 && (
          <>
            {' '}
            · <a href={countedAddress(round, {})}>{say(lang, countWords.list)}</a>
          </>
        )}
      </p>
    </>
  )
}

const wholeDays = (lang: Lang, upTo: Day) =>
  say(lang, countWords.wholeDays, { date: sayDay(upTo, lang, yearOf(upTo)) })

function asOf(lang: Lang, now: Date) {
  const today = dayOf(now)
  return { date: sayDay(today, lang, yearOf(today)), time: timeOf(now) }
}
