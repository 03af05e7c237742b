import { limits } from '../clock/limits.ts'
import { today as strip } from '../i18n/office.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { MANY } from './home-counts.ts'
import type { Today as TodayView } from './today-view.ts'

interface TodayProps extends TodayView {
  lang: Lang
  checkOn: string
}

/** The day's figures for an office that works. */
export function Today({ lang, teams, waiting, unposted, letters, checkOn }: TodayProps) {
  const number = (n: number) => (n > MANY ? say(lang, strip.many, { n: MANY }) : String(n))
  return (
    <section>
      <h1>{say(lang, strip.title)}</h1>
      <table class="roll">
        <thead>
          <tr>
            {[strip.team, strip.fresh, strip.waiting, strip.open, strip.late, strip.unread].map((word) => (
              <th>{say(lang, word)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {teams.map(({ team, left, round, counts }) => (
            <tr>
              <td>
                {left ? <a href={paths.closeTeam(left)}>{team}</a> : team}
                {round && <small class="soft"> {round}</small>}
              </td>
              <td class="n" data-head={say(lang, strip.fresh)}>
                {number(counts.fresh)}
              </td>
              <td class={counts.alarm > 0 ? 'late' : undefined} data-head={say(lang, strip.waiting)}>
                <span class="n">{number(counts.waiting)}</span>
                {counts.held > 0 && (
                  <div>
                    <small>{say(lang, strip.held, { n: number(counts.held) })}</small>
                  </div>
                )}
                {counts.alarm > 0 && (
                  <div>
                    <small>
                      {say(lang, strip.alarm, { n: number(counts.alarm), days: limits.acceptAlarm.days })}
                    </small>
                  </div>
                )}
              </td>
              <td class="n" data-head={say(lang, strip.open)}>
                {number(counts.open)}
              </td>
              <td class={counts.late > 0 ? 'n late' : 'n'} data-head={say(lang, strip.late)}>
                {number(counts.late)}
              </td>
              <td class="n" data-head={say(lang, strip.unread)}>
                {number(counts.unread)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href={paths.letters}>
          {say(lang, strip.toNumber, { n: letters.toNumber })} ·{' '}
          <span class={letters.due > 0 ? 'late' : undefined}>
            {say(lang, strip.lettersDue, { n: letters.due })}
          </span>
        </a>{' '}
        · {say(lang, strip.unposted, { n: unposted })}
      </p>
      <p class="soft">
        {waiting > 0 && `${say(lang, strip.notOpen, { n: waiting })} · `}
        {say(lang, strip.checkOn, { date: checkOn })} · {say(lang, strip.only)}
      </p>
    </section>
  )
}
