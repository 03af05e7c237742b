import { notTaken, plainFiles } from '../i18n/plain-files.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { AGREED_ID, UNAGREED_ID } from './plain-attach.tsx'
import type { NotCome, PlainKind, WhyNot } from './plain-files.ts'

export interface Told {
  came: readonly PlainKind[]
  notCome: readonly NotCome[]
}

const saysCame = { photo: plainFiles.photoCame, voice: plainFiles.voiceCame }
const saysLost = { photo: plainFiles.photoLost, voice: plainFiles.voiceLost }

/** What came beside the words, and of each file that did not, why and what to do. */
export function PlainCame({
  lang,
  number,
  told: { came, notCome },
}: {
  lang: Lang
  /** None where the words are not here either. */
  number: string | undefined
  told: Told
}) {
  return (
    <>
      {came.map((kind) => (
        <p class="box ok noprint">{say(lang, saysCame[kind])}</p>
      ))}
      {notCome.length > 0 && (
        <section class="box warn noprint" aria-labelledby="not-come" tabindex={-1} autofocus={!number}>
          <h2 id="not-come">{notCome.map(({ kind }) => say(lang, saysLost[kind])).join(say(lang, and))}</h2>
          {notCome.map((one) => (
            <p id={one.why === 'unagreed' ? UNAGREED_ID : undefined}>
              {one.why === 'unagreed' && !number ? (
                <a href={`#${AGREED_ID}`}>{say(lang, whyOf(one))}</a>
              ) : (
                say(lang, whyOf(one))
              )}
            </p>
          ))}
          {number && <p class="lead">{say(lang, plainFiles.wordsSafe)}</p>}
          {number && <p>{say(lang, plainFiles.later, { number })}</p>}
        </section>
      )}
    </>
  )
}

const and = ['，', '. '] as const

function whyOf({ kind, why }: { kind: PlainKind; why: WhyNot }) {
  if (why === 'wrongKind') return kind === 'photo' ? notTaken.photoWrong : notTaken.voiceWrong
  return notTaken[why === 'truncated' || why === 'looping' ? 'broken' : why]
}
