import { sending } from '../i18n/sending.ts'
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
      <p class="box warn" tabindex={-1} data-others hidden>
        <Others lang={lang} />
      </p>
      <a class="btn" href={to} data-leave>
        {say(lang, yes)}
      </a>
      <button type="button" class="btn quiet" data-stay data-ready hidden>
        {say(lang, no)}
      </button>
    </details>
  )
}

/** The same in a question of its own, where none is asked otherwise. */
export function OthersKept({ lang, to }: { lang: Lang; to: string }) {
  return (
    <section class="box warn" aria-labelledby="others" tabindex={-1} data-others hidden>
      <p id="others">
        <Others lang={lang} />
      </p>
      <a class="btn" href={to} data-leave>
        {say(lang, sending.clear)}
      </a>
      <button type="button" class="btn quiet" data-stay>
        {say(lang, sending.clearNot)}
      </button>
    </section>
  )
}

/** What would go along that is not on the screen, which only the script knows. */
const Others = ({ lang }: { lang: Lang }) => (
  <>
    <span data-along="code" hidden>
      {say(lang, sending.others)}
      {say(lang, sending.clearSure)}
    </span>
    <span data-along="words" hidden>
      {say(lang, sending.othersUnfinished)}
    </span>
  </>
)
