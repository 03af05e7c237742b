import { refer as words } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import type { About } from '../queue/move.ts'
import { SaidInLetter } from './sealed-letter.tsx'

/** What a referral that waits would send, and to whom: its drafter reads here what they have sent in. */
export function DraftPart({ about: { desk, referring } }: { about: About }) {
  const { lang } = desk
  const { draft, envelopes } = referring
  if (!draft) return null
  const opener = { team: draft.teamId, epoch: draft.epoch }
  return (
    <>
      <dl class="facts">
        <dt>{say(lang, words.unit)}</dt>
        <dd>{draft.addressee}</dd>
      </dl>
      <SaidInLetter part="letter" subject={draft.id} envelopes={envelopes} opener={opener}>
        <dl class="facts">
          <dt>{say(lang, words.matterShort)}</dt>
          <dd class="opened" data-field="summary" />
          <dt>{say(lang, words.demands)}</dt>
          <dd class="opened" data-field="demands" />
        </dl>
      </SaidInLetter>
    </>
  )
}
