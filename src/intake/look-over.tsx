import { steps } from '../i18n/filing.ts'
import { type Lang, say } from '../i18n/speak.ts'

const rows = [
  ['matter', steps.rowMatter, 1],
  ['words', steps.rowWords, 2],
  ['subject', steps.rowSubject, 2],
  ['place', steps.rowPlace, 2],
  ['reply', steps.rowReply, 3],
] as const

/** What was filled in, once more before it goes; the script fills the rows. */
export function LookOver({ lang, unit }: { lang: Lang; unit: string | undefined }) {
  return (
    <div data-ready hidden>
      <h2>{say(lang, steps.lookOver)}</h2>
      <dl class="look-over">
        {rows.map(([row, name, step]) => (
          <div>
            <dt>{say(lang, name)}</dt>
            <dd data-row={row} data-before={row === 'place' ? unit : undefined} />
            <dd>
              <button
                type="button"
                class="link"
                data-change={step}
                aria-label={`${say(lang, steps.change)} ${say(lang, name)}`}
              >
                {say(lang, steps.change)}
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
