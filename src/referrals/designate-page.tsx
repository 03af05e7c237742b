import { letters as words } from '../i18n/letters.ts'
import { moveWords } from '../i18n/moves.ts'
import { referralWords } from '../i18n/referrals.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Nothing, Option } from '../queue/choices.tsx'
import { numberWords } from '../queue/words.ts'
import { type Filled, Select } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import type { HandlingUnit } from './handling-units.ts'
import { numberIn } from './letter-number.ts'
import { Replies } from './replies.tsx'
import type { LetterEnvelope, Referral } from './store.ts'

/** Somebody of the office was faster: whom they named, and the way back. */
export function NamedPage({ frame, unit }: { frame: OfficeFrame; unit: string }) {
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="letters">
      <h1>{say(lang, moveWords.designate)}</h1>
      <p class="box warn" role="alert">
        {say(lang, words.named, { unit })}
      </p>
      <p>
        <a class="btn quiet" href={paths.letters}>
          {say(lang, words.back)}
        </a>
      </p>
    </OfficePage>
  )
}

interface Props {
  frame: OfficeFrame
  report: { id: string; steps: number }
  team: string
  about: string
  number: string
  /** The letters that came back, the oldest first. */
  returned: readonly Referral[]
  envelopes: readonly LetterEnvelope[]
  own: Own
  units: readonly HandlingUnit[]
  filled: Filled
  trouble?: string | undefined
}

/** Given back twice: the office names who has it, from what it may read: letters, and why they came back. */
export function DesignatePage(props: Props) {
  const { frame, report, team, about, number, returned, envelopes, own, units, filled, trouble } = props
  const { lang } = frame.reader
  return (
    <OfficePage frame={frame} section="letters">
      <h1>{say(lang, moveWords.designate)}</h1>
      {trouble && (
        <p class="box warn" role="alert">
          {trouble}
        </p>
      )}
      <p class="lead">{say(lang, words.designateOne, { team, about, number: numberWords(number) })}</p>
      <p>{say(lang, words.permitReturned)}</p>
      {!own.keys.some(({ kind }) => kind === 'box') && <p class="box warn">{say(lang, words.cannotOpen)}</p>}
      {returned.map((letter) => (
        <div class="box">
          <p class="lead">
            <a href={paths.letter(letter.id)}>{numberIn(lang, letter)}</a> · {letter.addressee} ·{' '}
            {say(lang, referralWords.returned)}
          </p>
          <Replies lang={lang} letter={letter} envelopes={envelopes} opener="office" />
        </div>
      ))}
      <form method="post" action={paths.designate(report.id)} class="sheet-form" data-desk>
        <input type="hidden" name="steps" value={String(report.steps)} />
        <Select name="handlingUnit" label={say(lang, words.unit)} filled={filled}>
          <Nothing lang={lang} name="handlingUnit" filled={filled} />
          {units.map(({ id, name }) => (
            <Option value={id} chosen={filled.typed.handlingUnit}>
              {returned.some(({ handlingUnitId }) => handlingUnitId === id)
                ? say(lang, words.returnedBy, { unit: name })
                : name}
            </Option>
          ))}
        </Select>
        <p>
          <a href={paths.unitToName(report.id)}>{say(lang, words.notListed)}</a>
        </p>
        <button type="submit" class="btn go">
          {say(lang, moveWords.designate)}
        </button>
      </form>
      <p>
        <a class="btn quiet" href={paths.letters}>
          {say(lang, words.back)}
        </a>
      </p>
      <OwnKeys {...own} />
    </OfficePage>
  )
}
