import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { doubtKindWords, doubtWords } from '../i18n/doubts.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Doubt } from '../posters/doubts.ts'

/** Notices that somebody should go and look at. */
export function Doubts({ lang, today, doubts }: { lang: Lang; today: Day; doubts: readonly Doubt[] }) {
  return (
    <section>
      <h2>{say(lang, doubtWords.tasks)}</h2>
      <ul class="tasks">
        {doubts.map(({ noticeNumber, what, since, unit }) => (
          <li>
            <form method="post" action={paths.seenDoubt} data-desk>
              <input type="hidden" name="number" value={noticeNumber} />
              <input type="hidden" name="what" value={what} />
              <strong>{say(lang, doubtKindWords[what])}</strong> ·{' '}
              {noticeNumber ? `${unit ?? ''} ${noticeNumber}` : say(lang, doubtWords.unknown)} ·{' '}
              {say(lang, doubtWords.since, { date: sayDay(since as Day, lang, yearOf(today)) })}{' '}
              <button type="submit" class="btn">
                {say(lang, doubtWords.seen)}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
