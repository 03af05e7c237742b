import { escalation, groundWords, recipientWords } from '../i18n/escalation.ts'
import { type Lang, say, wordOf } from '../i18n/speak.ts'
import { readWhy } from '../log/why.ts'

/** What the leader is asked to agree to: by which rule, and who gets it. */
export function EscalationFacts({ lang, why }: { lang: Lang; why: string | null }) {
  const codes = readWhy(why)
  return (
    <dl class="facts">
      <dt>{say(lang, escalation.ground)}</dt>
      <dd>{(codes.get('ground') ?? []).map((code) => wordOf(lang, groundWords, code)).join()}</dd>
      <dt>{say(lang, escalation.recipient)}</dt>
      <dd>{(codes.get('recipient') ?? []).map((code) => wordOf(lang, recipientWords, code)).join()}</dd>
    </dl>
  )
}
