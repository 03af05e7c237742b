import type { Kind } from '../reports/lifecycle.ts'
import type { Contact, ReportBody } from '../sealing/report-fields.ts'
import { type Answers, isReachable, kindOf, lengthOf, tidy, UNSORTED } from './rules.ts'

/** What of the answers the server may know. */
export interface Plain {
  kind: Kind
  tile: string
  court: 'no' | 'yes' | 'unsure' | 'unanswered'
  afraid: boolean
  callMe: boolean
  forOther: boolean
  namesPerson: boolean
  hasText: boolean
  reply: 'anonymous' | 'contactOnly' | 'named'
}

/** What is sealed: the report, and apart from it how to reach whoever wrote it. */
export interface Writing {
  plain: Plain
  body: ReportBody
  contact: Contact | undefined
}

/** So much text is something to go on. */
const ENOUGH = 10

/** Makes of good answers what is filed; the same in the browser and, for somebody without scripts, on the server. */
export function writingOf(answers: Answers, unit: string, language: string, files = ''): Writing {
  const { afraid, callMe, reply } = answers
  // Without scripts the field stands there for everybody: who fills it in has ticked what it is for.
  const forOther = answers.forOther || answers.helper.trim() !== ''
  const kind = kindOf(answers)
  const court = courtOf(answers)
  const tile = answers.tile || UNSORTED
  const [text, place, subject] = [answers.text, answers.place, answers.subject].map(tidy) as [
    string,
    string,
    string,
  ]
  const ticks = { afraid, callMe, forOther }
  return {
    plain: {
      kind,
      tile,
      court,
      ...ticks,
      namesPerson: subject !== '',
      hasText: lengthOf(text) >= ENOUGH,
      reply: reply === 'contactOnly' || reply === 'named' ? reply : 'anonymous',
    },
    body: { kind, unit, tile, text, place, subject, court: court === 'yes', ...ticks, language, files },
    contact: isReachable(answers) ? contactOf(answers) : undefined,
  }
}

/**
 * Not to answer is something else than not to know. Of a suggestion it is not asked, nor meant when it stands there.
 */
function courtOf({ kind, court }: Answers): Plain['court'] {
  if (kind === 'suggestion') return 'unanswered'
  return court === 'yes' || court === 'no' || court === 'unsure' ? court : 'unanswered'
}

function contactOf({ reply, phone, name, bestTime, dialect, consent, helper }: Answers): Contact {
  const named = reply === 'named' ? tidy(name) : ''
  return { phone: tidy(phone), name: named, bestTime, dialect, consent, helper: tidy(helper) }
}
