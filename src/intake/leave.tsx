import { type Lang, type Phrase, say } from '../i18n/speak.ts'

/** Leaves after being asked once. It works without scripts; with them it also clears what the phone keeps. */
export function Leave({
  lang,
  to,
  look,
  words: [name, sure, yes, no],
}: {
  lang: Lang
  to: string
  look: 'go' | 'quiet'
  words: readonly [name: Phrase, sure: Phrase, yes: Phrase, no: Phrase]
}) {
  return (
    <details class="ask">
      <summary class={`btn ${look}`}>{say(lang, name)}</summary>
      <p>{say(lang, sure)}</p>
      <a class="btn" href={to} data-leave>
        {say(lang, yes)}
      </a>
      <button type="button" class="btn quiet" data-stay data-ready hidden>
        {say(lang, no)}
      </button>
    </details>
  )
}
