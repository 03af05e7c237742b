import { dayOf, sayDay, yearOf } from '../clock/day.ts'
import { channelWords, kindWords } from '../i18n/queue.ts'
import { countWords } from '../i18n/round-closing.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { kinds } from '../reports/lifecycle.ts'
import { type Counts, channels } from './counts.ts'

/** The figure that is read out, with what it counts and as of when. */
export function CountsTable({ lang, counts, now }: { lang: Lang; counts: Counts; now: Date }) {
  const said = lang === 'zh' ? 0 : 1
  return (
    <>
      <h2 id="counts">{say(lang, countWords.title)}</h2>
      <table class="roll counts">
        <thead>
          <tr>
            <th>{say(lang, countWords.channel)}</th>
            {kinds.map((kind) => (
              <th>{kindWords[kind][said]}</th>
            ))}
            <th>{say(lang, countWords.total)}</th>
          </tr>
        </thead>
        <tbody>
          {channels.map((channel) => (
            <tr>
              <th scope="row">{channelWords[channel][said]}</th>
              {kinds.map((kind) => (
                <td class="n" data-head={kindWords[kind][said]}>
                  {counts.of(channel, kind)}
                </td>
              ))}
              <td class="n" data-head={say(lang, countWords.total)}>
                <strong>{counts.byChannel(channel)}</strong>
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{say(lang, countWords.total)}</th>
            {kinds.map((kind) => (
              <td class="n" data-head={kindWords[kind][said]}>
                {counts.byKind(kind)}
              </td>
            ))}
            <td class="n" data-head={say(lang, countWords.total)}>
              <strong>{counts.all}</strong>
            </td>
          </tr>
        </tbody>
      </table>
      <p class="soft">{say(lang, countWords.definition, asOf(lang, now))}</p>
    </>
  )
}

function asOf(lang: Lang, now: Date) {
  const today = dayOf(now)
  const shanghai = new Date(now.getTime() + 8 * 60 * 60_000).toISOString()
  return { date: sayDay(today, lang, yearOf(today)), time: shanghai.slice(11, 16) }
}
