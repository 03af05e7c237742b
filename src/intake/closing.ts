import { type Day, sayDay } from '../clock/day.ts'
import { meanwhile, standings } from '../i18n/closed.ts'
import { notice } from '../i18n/paper.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { codeStanding, type Standing } from '../posters/code-states.ts'
import type { FoundCode } from '../posters/store.ts'
import type { Door } from './door.ts'
import type { Checked } from './lock.ts'

/** Why a code's page has no form: its own state or its round's, or keys that cannot be used. */
export type Closed = Exclude<Standing, 'open'> | 'wrongChain' | 'notReady' | 'oldRoot'

/** What the page says in place of the form. */
export function saysInstead(
  why: Closed,
  { code, unit, round, office }: FoundCode,
  { to, phone }: Door,
  lang: Lang,
  today: Day,
): string[] {
  const day = (on: Day) => sayDay(on, lang, Number(today.slice(0, 4)))
  switch (why) {
    case 'draft':
      // Who prepares a notice scans the team's code: this door is no test.
      if (to === 'office') return [say(lang, standings.notReady, { phone })]
      return [
        say(lang, standings.draft),
        say(lang, notice.frame, { unit: unit.name, number: code.noticeNumber }),
      ]
    case 'notYet':
      return [say(lang, standings.notYet, { opens: day(round.intakeOpensOn), phone })]
    case 'paused':
      return [say(lang, standings.paused, { reason: round.pausedReason ?? '', phone })]
    case 'closed':
      return [
        say(lang, standings.closed, { closes: day(round.intakeClosesOn) }),
        say(lang, standings.closedKept),
        say(lang, standings.closedNews, { officePhone: office.phone }),
      ]
    case 'revoked':
      return [say(lang, standings.revoked, { phone })]
    case 'wrongChain':
      return [say(lang, standings.wrongChain), say(lang, standings.wrongChainCall)]
    case 'oldRoot':
      return [say(lang, standings.oldRoot, { phone })]
    case 'notReady':
      return [say(lang, standings.notReady, { phone })]
  }
}

/**
 * Whom these sentences say to call. For what may be forged that is the number on paper, which only a person can read.
 */
export function callsInstead(why: Closed, { office }: FoundCode, { to, phone }: Door): string | undefined {
  if ((why === 'draft' && to === 'team') || why === 'wrongChain') return undefined
  return why === 'closed' ? office.phone : phone
}

/** The same, when it happened between opening and sending. */
export function saysMeanwhile(why: Closed, phone: string, lang: Lang): string {
  switch (why) {
    case 'closed':
    case 'paused':
    case 'revoked':
      return say(lang, meanwhile[why], { phone })
    case 'wrongChain':
      return say(lang, meanwhile.wrongChain)
    default:
      return say(lang, meanwhile.other, { phone })
  }
}

/**
 * What stands in the way of taking a report: nothing, when the code is in use, its round open and its chain whole.
 *
 * A code of an earlier root takes nothing from the moment the office's lock is changed. Whoever left with a copy of
 * that root, and can write to the database, could put a key of their own behind every sheet that still hangs; the
 * resident's browser could not tell. So the page asks for the new notice and gives the telephone number.
 */
export function whyClosed(found: FoundCode, { epoch }: Door, lock: Checked, today: Day): Closed | undefined {
  const standing = codeStanding(found.code, found.round, today)
  if (standing === 'revoked' || standing === 'closed') return standing
  if (found.rootUntil !== null) return 'oldRoot'
  if (!epoch || lock === 'dates') return 'notReady'
  if (typeof lock === 'string') return 'wrongChain'
  return standing === 'open' ? undefined : standing
}
