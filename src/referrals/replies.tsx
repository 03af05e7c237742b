import { refer as words } from '../i18n/referrals.ts'
import { type Lang, say } from '../i18n/speak.ts'
import type { LetterProps } from './letter.tsx'
import { SaidInLetter } from './sealed-letter.tsx'

/** What came back to a letter: the unit's answer, or why it was returned and whose it is. */
export function Replies({
  lang,
  letter,
  envelopes,
  opener,
}: { lang: Lang } & Pick<LetterProps, 'letter' | 'envelopes' | 'opener'>) {
  return envelopes
    .filter(({ subject, part }) => subject === letter.id && part === 'reply')
    .map(({ partId }, before, all) => (
      <SaidInLetter part="reply" subject={letter.id} partId={partId} envelopes={envelopes} opener={opener}>
        {all.length > 1 && <h3>{say(lang, words.nth, { n: before + 1 })}</h3>}
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
