import type { Sight } from '../reports/resident-sees.ts'
import type { listToResident } from '../reports/store.ts'
import { type Bytes, base64url } from '../sealing/bytes.ts'
import { openMessage } from '../sealing/conversation.ts'

/** A message of the team's on the progress page: in the sentence it fills, or among the talk. */
export interface Said {
  id: string
  /** Where it stands among what was said both ways. */
  position: number
  shown: 'question' | 'answer' | 'channel' | 'talk'
  envelope: string
  /** Opened here, for a person without scripts; null when it could not be. Left out where the browser opens it. */
  text?: string | null
}

type Message = Awaited<ReturnType<typeof listToResident>>[number]
type Shown = Message & Pick<Said, 'shown'>

/**
 * Which messages are shown, and where. A sentence takes the latest that is meant for it. Earlier questions stay among
 * the talk; other answers do not, because for a report about a person they would tell one ending from another.
 */
export function saidIn(toResident: readonly Message[], { sentences }: Sight): Shown[] {
  const wanted = new Set(sentences.flat().flatMap((part) => (typeof part === 'string' ? [] : [part.purpose])))
  const inSentence = new Map(
    [...wanted].map((purpose) => [purpose, toResident.findLast((m) => m.purpose === purpose)]),
  )
  return toResident.flatMap((message): Shown[] => {
    const { purpose } = message
    if (purpose !== 'talk' && inSentence.get(purpose) === message) return [{ ...message, shown: purpose }]
    return purpose === 'talk' || purpose === 'question' ? [{ ...message, shown: 'talk' }] : []
  })
}

/** For the browser that opens them itself. */
export const stillSealed = (message: Shown): Said => ({
  id: message.id,
  position: message.position,
  shown: message.shown,
  envelope: base64url(message.envelope),
})

/** Opened in memory, while the code that opens them is in the request. Messages only: no code opens a report. */
export async function openedHere(message: Shown, conversation: Bytes): Promise<Said> {
  const { reportId, id, position, envelope, shown } = message
  const text = await openMessage(conversation, reportId, 'toResident', id, envelope).catch(() => null)
  return { id, position, shown, envelope: '', text }
}
