import { withdrawReasonWords, withdrawWords } from '../i18n/codes.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { withdrawReasons } from './code-states.ts'
import type { Code } from './store.ts'

interface Props {
  frame: OfficeFrame
  code: Code
  /** How many there are on paper: those of before fewer were to be printed, too. */
  sheets: number
  unitName: string
  /** A code of the unit that waits, and what it still lacks if it cannot take this one's place. */
  instead: { code: Code; lacks: string } | undefined
  filled: Filled
}

export function WithdrawPage({ frame, code, sheets, unitName, instead, filled }: Props) {
  const { lang } = frame.reader
  const number = code.noticeNumber
  return (
    <OfficePage frame={frame} section="rounds">
      <h1>{say(lang, withdrawWords.title, { unit: unitName, number })}</h1>
      <p>
        {say(lang, withdrawWords.says, { n: sheets })} {say(lang, withdrawWords.keeps)}
      </p>
      <OfficeForm
        lang={lang}
        action={paths.withdrawCode(code.token)}
        back={paths.codes(code.roundId)}
        filled={filled}
        labels={withdrawWords}
        hidden={{}}
        submit={say(lang, withdrawWords.submit)}
      >
        <fieldset id="why" aria-describedby={filled.problems?.why ? 'why-wrong' : undefined}>
          <legend>{say(lang, withdrawWords.why)}</legend>
          {filled.problems?.why && (
            <span id="why-wrong" class="error">
              {filled.problems.why}
            </span>
          )}
          {withdrawReasons.map((reason) => (
            <label class="pick">
              <input type="radio" name="why" value={reason} checked={filled.typed.why === reason} />
              {say(lang, withdrawReasonWords[reason])}
            </label>
          ))}
        </fieldset>
        {!instead && code.state === 'inUse' && <p class="box warn">{say(lang, withdrawWords.alone)}</p>}
        {instead && <Instead frame={frame} instead={instead} filled={filled} />}
      </OfficeForm>
    </OfficePage>
  )
}

function Instead({
  frame,
  instead,
  filled,
}: Required<Pick<Props, 'frame' | 'filled'>> & { instead: NonNullable<Props['instead']> }) {
  const { lang } = frame.reader
  const { code, lacks } = instead
  const number = code.noticeNumber
  return (
    <fieldset id="instead">
      <legend>{say(lang, withdrawWords.instead)}</legend>
      {filled.problems?.instead && <span class="error">{filled.problems.instead}</span>}
      <label class="pick">
        <input
          type="radio"
          name="instead"
          value={code.token}
          disabled={lacks !== ''}
          checked={lacks === ''}
        />
        {lacks === ''
          ? say(lang, withdrawWords.use, { number })
          : say(lang, withdrawWords.notReady, { number, what: lacks })}
      </label>
      <label class="pick">
        <input type="radio" name="instead" value="" checked={lacks !== ''} />
        {say(lang, withdrawWords.nothing)}
      </label>
    </fieldset>
  )
}
