import { refer as words } from '../i18n/referrals.ts'
import { type Lang, say } from '../i18n/speak.ts'
import type { LetterProps } from './letter.tsx'
import { SaidInLetter } from './sealed-letter.tsx'

interface Props extends Pick<LetterProps, 'letter' | 'envelopes' | 'opener'> {
  lang: Lang
  /** When the paper of this part came, and what the team thought of it. */
  about?: (partId: string) => string | undefined
}

/** What came back to a letter: the unit's answer, or why it was returned and whose it is. */
export function Replies({ lang, letter, envelopes, opener, about }: Props) {
  return envelopes
    .filter(({ subject, part }) => subject === letter.id && part === 'reply')
    .map(({ partId }, before, all) => (
      <SaidInLetter part="reply" subject={letter.id} partId={partId} envelopes={envelopes} opener={opener}>
        {all.length > 1 && <h3>{say(lang, words.nth, { n: before + 1 })}</h3>}
        {about && <p class="soft">{about(partId)}</p>}
        <dl class="facts">
          {(['found', 'action', 'responsible', 'rule', 'evidence', 'reason', 'competent'] as const).map(
            (field) => (
              <>
                <dt hidden>{say(lang, words[field])}</dt>
                <dd class="opened" data-field={field} hidden />
              </>
            ),
          )}
        </dl>
      </SaidInLetter>
    ))
}
