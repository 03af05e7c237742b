import { type Day, daysBetween, sayDay, yearOf } from '../clock/day.ts'
import { milestoneKindWords, milestoneWords } from '../i18n/round-stages.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Milestone } from './milestones.ts'
import type { RoundView } from './round-view.ts'

/** What the round owes by a day, the earliest first, and what of it is late. */
export function MilestoneList({ lang, view }: { lang: Lang; view: RoundView }) {
  const { round, milestones, today, usual } = view
  const isOver = round.stage === 'archived'
  if (isOver && milestones.length === 0) return null
  return (
    <>
      <h2 id="milestones">{say(lang, milestoneWords.title)}</h2>
      {milestones.length === 0 ? (
        <p>{say(lang, milestoneWords.none)}</p>
      ) : (
        <table class="roll">
          <thead>
            <tr>
              <th>{say(lang, milestoneWords.kind)}</th>
              <th>{say(lang, milestoneWords.due)}</th>
              <th>{say(lang, milestoneWords.state)}</th>
            </tr>
          </thead>
          <tbody>
            {milestones.map((milestone) => (
              <tr>
                <td>
                  {isOver ? (
                    nameOf(lang, milestone)
                  ) : (
                    <a href={paths.milestone(round.id, milestone.id)}>{nameOf(lang, milestone)}</a>
                  )}
                </td>
                <td data-head={say(lang, milestoneWords.due)}>
                  {sayDay(milestone.due, lang, yearOf(today))}
                </td>
                <td>
                  <State lang={lang} milestone={milestone} today={today} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!isOver && (
        <div class="buttons">
          <a class="btn" href={paths.newMilestone(round.id)}>
            {say(lang, milestoneWords.add)}
          </a>
          {usual && (
            <form method="post" action={paths.usualMilestones(round.id)} data-desk>
              <input type="hidden" name="id" value={usual} />
              <button type="submit" class="btn quiet">
                {say(lang, milestoneWords.usual)}
              </button>
            </form>
          )}
        </div>
      )}
    </>
  )
}

/** Its kind, or what was written where the kind says nothing. */
function nameOf(lang: Lang, { kind, name }: Milestone): string {
  if (kind === 'other' && name) return name
  const word = say(lang, milestoneKindWords[kind])
  return name ? `${word}（${name}）` : word
}

function State({ lang, milestone, today }: { lang: Lang; milestone: Milestone; today: Day }) {
  const { due, doneOn } = milestone
  if (doneOn !== null) {
    return <>{say(lang, milestoneWords.done, { day: sayDay(doneOn, lang, yearOf(today)) })}</>
  }
  const left = daysBetween(today, due)
  if (left < 0) return <strong class="late">{say(lang, milestoneWords.late, { n: -left })}</strong>
  return <>{left === 0 ? say(lang, milestoneWords.today) : say(lang, milestoneWords.left, { n: left })}</>
}
