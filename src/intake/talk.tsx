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
 * What the team said, and between it that the resident added something, and when: a question that was answered does not
 * stand there as if it had not been. Never their words.
 */
export function Talk({ lang, today, office, said, added }: Props) {
  const talk = said.filter(({ shown }) => shown === 'talk')
  const turns = [...talk, ...added].sort((a, b) => a.position - b.position)
  return (
    <>
      {talk.length > 0 && (
        <h2>{office ? say(lang, answer.talkOffice, { office }) : say(lang, answer.talk)}</h2>
      )}
      {turns.map((turn, at) => {
        if ('id' in turn) {
          return (
            <blockquote data-message={turn.id} data-envelope={turn.envelope}>
              {turn.text}
            </blockquote>
          )
        }
        const next = turns[at + 1]
        // Of several in a row the last tells enough.
        if (next && !('id' in next)) return null
        const date = sayDay(turn.on, lang, yearOf(today))
        return (
          <p class="soft" data-added>
            <Dated>{say(lang, answer.added, { date })}</Dated>
          </p>
        )
      })}
    </>
  )
}
