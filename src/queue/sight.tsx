import { reportWords } from '../i18n/report.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import type { Sentence, Sight } from '../reports/resident-sees.ts'
import { Unbroken } from '../ui/unbroken.tsx'

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
      <Parts sentence={sentence} messages={messages} />
    </p>
  ))
}

const Parts = ({ sentence, messages }: Pick<Props, 'messages'> & { sentence: Sentence }) => (
  <>
    {sentence.map((part) =>
      typeof part === 'string' ? (
        <Unbroken text={part} />
      ) : (
        <span data-slot={part.purpose} data-line={part.line}>
          {messages.some(({ purpose }) => purpose === part.purpose) && '……'}
        </span>
      ),
    )}
  </>
)

/** What the resident would see after a move: it follows what is typed. */
export function WillSee({ lang, sight, messages }: Props & { lang: Lang }) {
  return (
    <section id="will-see">
      <p class="soft">{say(lang, sight.withoutQueryCode ? reportWords.willHear : reportWords.willSee)}</p>
      <Sees
        sight={sight.withoutQueryCode ? { ...sight, sentences: sight.elsewhere } : sight}
        messages={messages}
      />
    </section>
  )
}

/**
 * The stage, how it ended, its dates and whom to turn to, for whoever asks by telephone with the enquiry number:
 * nothing that was written.
 */
export function spoken({ heading, elsewhere }: Pick<Sight, 'heading' | 'elsewhere'>): Sentence {
  const isSaid = (sentence: Sentence) =>
    sentence.every((part) => typeof part === 'string' || part.purpose === 'channel')
  const stop = /[。.！!]$/.test(heading) ? '' : /[\u4e00-\u9fff]/.test(heading) ? '。' : '. '
  const said = elsewhere
    .map(withoutAnswer)
    .filter(isSaid)
    .map((sentence, at) => (at > 0 ? [' ', ...sentence] : sentence))
  return [`${heading}${stop}`, ...said.flat()]
}

/** Of a sentence that an answer completes what stands before it: 已经办好 is said, and the answer is not. */
function withoutAnswer(sentence: Sentence): Sentence {
  const [before, answer] = sentence
  const isAnswered = typeof before === 'string' && typeof answer === 'object' && answer.purpose === 'answer'
  return isAnswered ? [before.trim().replace(/：$/, '。').replace(/:$/, '.')] : sentence
}

/** What may be said on the telephone; the script fills in what is sealed. */
export function Spoken({ lang, sight, messages }: Props & { lang: Lang }) {
  const [before, after] = textOf(lang, reportWords.phoneSays).split('{sentence}')
  return (
    <p class="soft">
      {before}
      <Parts sentence={spoken(sight)} messages={messages} />
      {after}
    </p>
  )
}
