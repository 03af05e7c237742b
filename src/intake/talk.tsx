import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { answer } from '../i18n/answering.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { Dated } from '../ui/dated.tsx'
import type { Said } from './said.ts'

/** A day on which the resident added something, and where it stands among the messages. */
export interface Added {
  on: Day
  position: number
}

interface Props {
  lang: Lang
  today: Day
  /** Where it went past the team, the office's name. */
  office: string | undefined
  said: readonly Said[]
  added: readonly Added[]
}

/**
 * What the team said, under its name, and apart from that, in between, that the resident added something, and when: a
 * question that was answered does not stand there as if it had not been. Never their words.
 */
export function Talk({ lang, today, office, said, added }: Props) {
  const talk = said.filter(({ shown }) => shown === 'talk')
  return (
    <>
      {inTurns(talk, added).map((turn) =>
        'on' in turn ? (
          <p class="soft" data-added>
            <Dated>{say(lang, answer.added, { date: sayDay(turn.on, lang, yearOf(today)) })}</Dated>
          </p>
        ) : (
          <section>
            <h2>{office ? say(lang, answer.talkOffice, { office }) : say(lang, answer.talk)}</h2>
            {turn.map(({ id, envelope, text }) => (
              <blockquote data-message={id} data-envelope={envelope}>
                {text}
              </blockquote>
            ))}
          </section>
        ),
      )}
    </>
  )
}

/** Messages that follow one another make one turn, and of several additions the last tells enough. */
function inTurns(talk: readonly Said[], added: readonly Added[]): (Said[] | Added)[] {
  const turns: (Said[] | Added)[] = []
  for (const one of [...talk, ...added].sort((a, b) => a.position - b.position)) {
    const last = turns.at(-1)
    if ('id' in one) {
      if (Array.isArray(last)) last.push(one)
      else turns.push([one])
    } else if (last && 'on' in last) turns.splice(-1, 1, one)
    else turns.push(one)
  }
  return turns
}
