import type { Day } from '../clock/day.ts'
import { letters as letterWords } from '../i18n/letters.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { supervision as words } from '../i18n/supervision.ts'
import { paths } from '../paths.ts'
import { Field, type Filled } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { PaperFront } from '../ui/paper.tsx'
import { Print } from '../ui/print.tsx'
import { Unbroken } from '../ui/unbroken.tsx'
import type { Pressing } from './pressing.ts'
import { letterNumber } from './signing.ts'
import type { Referral } from './store.ts'
import { supervisedBy } from './supervised.ts'
import type { Asked } from './supervising.ts'
import type { Supervision } from './supervisions.ts'

interface Props {
  frame: OfficeFrame
  asked: Asked
  wording: Pressing
  /** Missing while it is a draft. */
  signed?: Supervision | undefined
  filled?: Filled
  isOriginal?: boolean
  today: Day
}

/**
 * 督办函: nothing of it is sealed, and it says nothing of the matter. A draft is signed here; what is signed is printed.
 */
export function SupervisionPage(props: Props) {
  const { frame, asked, wording, signed, filled = { typed: {} }, isOriginal = false, today } = props
  const { lang } = frame.reader
  const isPrinted = signed?.printedOn != null
  return (
    <OfficePage frame={frame} section="letters">
      <div class="noprint">
        <h1>{signed ? letterNumber(signed) : say(lang, words.name)}</h1>
        {!signed && (
          <OfficeForm
            lang={lang}
            action={paths.supervise(asked.id)}
            back={asked.page}
            filled={filled}
            labels={words}
            hidden={{}}
            submit={say(lang, letterWords.sign)}
          >
            <Field name="until" type="date" label={say(lang, words.until)} filled={filled} required />
          </OfficeForm>
        )}
        {signed && (
          <div class="buttons">
            <Print
              lang={lang}
              action={paths.supervision(asked.id, signed.id)}
              steps={asked.steps}
              isPrinted={isPrinted}
              isNow={isOriginal}
              mayAgain={signed.printedOn === today}
            />
            <a class="btn quiet" href={asked.page}>
              {say(lang, letterWords.back)}
            </a>
          </div>
        )}
      </div>
      <div class="paper" data-whole>
        <PaperFront {...wording} copy={isPrinted && !isOriginal ? wording.copy : undefined}>
          <p>{wording.late}</p>
          <p>{wording.demand}</p>
          <p>{wording.else}</p>
          <p class="letter-contact">
            <Unbroken text={wording.phone} />
          </p>
        </PaperFront>
      </div>
    </OfficePage>
  )
}

interface PartProps {
  lang: Lang
  letter: Pick<Referral, 'id'>
  signed: readonly Supervision[]
  isLate: boolean
  today: Day
}

/** On the page of the letter that is late, or beside the fix. */
export const SupervisionPart = ({ lang, letter, signed, isLate, today }: PartProps) => (
  <>
    {signed.map((one) => (
      <p>
        <a href={paths.supervision(letter.id, one.id)}>{supervisedBy(lang, one, today)}</a>
      </p>
    ))}
    {isLate && (
      <p class="box warn">
        {say(lang, words.drafted)} <a href={paths.supervise(letter.id)}>{say(lang, words.open)}</a>
      </p>
    )}
  </>
)
