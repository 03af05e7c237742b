import { sheet } from '../i18n/report.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { elsewhere, type Sentence, type Sight } from '../reports/resident-sees.ts'

interface Props {
  sight: Sight
  /** What sealed messages there are to complete the sentences, by purpose. */
  messages: readonly { purpose: string }[]
}

/** The resident's own screen in their words. What a sealed message fills in, the script opens. */
export function Sees({ sight, messages }: Props) {
  return (
    <blockquote class="sees">
      <p class="lead">{sight.heading}</p>
      <Sentences sentences={sight.sentences} messages={messages} />
    </blockquote>
  )
}

export function Sentences({ sentences, messages }: Pick<Sight, 'sentences'> & Pick<Props, 'messages'>) {
  return sentences.map((sentence) => (
    <p>
      {sentence.map((part) =>
        typeof part === 'string' ? (
          part
        ) : (
          <span data-slot={part.purpose} data-line={part.line}>
            {messages.some(({ purpose }) => purpose === part.purpose) && '……'}
          </span>
        ),
      )}
    </p>
  ))
}

/** What the resident would see after a move: it follows what is typed. */
export function WillSee({ lang, sight, messages }: Props & { lang: Lang }) {
  return (
    <section id="will-see">
      <p class="soft">{say(lang, sheet.willSee)}</p>
      <Sees sight={sight} messages={messages} />
    </section>
  )
}

/** The stage and its dates, for whoever asks by telephone with the enquiry number: nothing that was written. */
export function spoken(sight: Sight): string {
  const plain = (sentence: Sentence) => sentence.every((part) => typeof part === 'string')
  const stop = /[。.！!]$/.test(sight.heading) ? '' : /[\u4e00-\u9fff]/.test(sight.heading) ? '。' : '. '
  return `${sight.heading}${stop}${sight.sentences
    .filter(plain)
    .map((sentence) => elsewhere(sentence.join('')))
    .join(' ')}`.trim()
}
