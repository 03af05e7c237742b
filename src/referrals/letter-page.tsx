import type { Calendar } from '../clock/calendar.ts'
import type { Day } from '../clock/day.ts'
import { delivery } from '../i18n/delivery.ts'
import { letters as words } from '../i18n/letters.ts'
import { refer } from '../i18n/referrals.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { staff } from '../i18n/staff.ts'
import { paths } from '../paths.ts'
import { Trouble } from '../queue/move-form.tsx'
import { OFFICE, OFFICE_EPOCH } from '../staff/roles.ts'
import type { Filled } from '../ui/field.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { Print } from '../ui/print.tsx'
import { Control } from '../ui/sealed-field.tsx'
import { DeliveryPart } from './delivery-part.tsx'
import { KeptWords } from './kept-words.tsx'
import { Letter, type LetterProps } from './letter.tsx'
import { numberIn } from './letter-number.ts'
import { isBack } from './letter-states.ts'
import { Replies } from './replies.tsx'
import { SealedLetter } from './sealed-letter.tsx'
import { SignPart } from './sign-part.tsx'
import { SupervisionPart } from './supervision-page.tsx'

interface Props {
  frame: OfficeFrame
  letter: LetterProps
  own: Own
  /** Whoever looks holds the key that it is sealed to. */
  opens: boolean
  /** Who does, and did not draft it: one of them signs. */
  signers: readonly string[]
  /** The units that may get a copy of it, while it waits for its number. */
  copyUnits: readonly string[]
  /** Whoever looks has drafted it: another administrator signs. */
  isOwn: boolean
  today: Day
  calendar: Calendar
  /** What was typed of its delivery, and what is wrong with it. */
  filled: Filled
  /** Its original has just been asked for: this page is it. */
  isOriginal?: boolean | undefined
  /** What the unit has been pressed with, and whether it is late again. */
  pressed: Pick<Parameters<typeof SupervisionPart>[0], 'signed' | 'isLate'>
  /** Why it was not signed just now. */
  trouble?: string | undefined
}

type Spoken = Pick<Props, 'letter'> & { lang: Lang }

/** One letter: read, signed with its number, printed. The browser opens it with the office's key. */
export function LetterPage(props: Props) {
  const {
    frame,
    letter,
    own,
    opens,
    signers,
    copyUnits,
    isOwn,
    today,
    calendar,
    filled,
    isOriginal = false,
    pressed,
    trouble,
  } = props
  const { lang } = frame.reader
  const { id, state, printedOn, deliveredOn } = letter.letter
  const isPrinted = printedOn !== null || deliveredOn !== null
  return (
    <OfficePage frame={frame} section="letters">
      <div class="noprint">
        <h1>{numberIn(lang, letter.letter)}</h1>
        {trouble && (
          <p class="box warn" role="alert">
            {trouble}
          </p>
        )}
        {state === 'withdrawn' && (
          <p class="box warn">
            {say(lang, letter.letter.number === null ? delivery.sentBack : delivery.withdrawn)}
          </p>
        )}
        {isBack(letter.letter) && <Replies lang={lang} {...letter} />}
        {!opens && (
          <p class="box warn">
            {say(lang, words.cannotOpen)}
            {state === 'approved' && !isOwn && <> {signedBy(lang, signers)}</>}
          </p>
        )}
        {state === 'approved' && isOwn && <p class="box">{say(lang, words.ownDraft)}</p>}
        {state === 'approved' && !isOwn && opens && (
          <SignPart lang={lang} id={id} filled={filled} copyUnits={copyUnits} />
        )}
        {state === 'approved' && opens && <SendBack lang={lang} letter={letter} filled={filled} />}
        {state !== 'approved' && opens && filled.typed.reply && (
          <KeptWords lang={lang} move={say(lang, delivery.sendBack)}>
            <Reason lang={lang} letter={letter} filled={filled} />
          </KeptWords>
        )}
        <div class="buttons">
          {opens && letter.letter.number !== null && (
            <Print
              lang={lang}
              action={paths.printLetter(id)}
              steps={letter.letter.steps}
              isPrinted={isPrinted}
              isNow={isOriginal}
              mayAgain={state === 'issued'}
            />
          )}
          <a class="btn quiet" href={paths.letters}>
            {say(lang, words.back)}
          </a>
        </div>
        <DeliveryPart
          lang={lang}
          letter={letter.letter}
          today={today}
          calendar={calendar}
          filled={filled}
          mayPrint={opens}
        />
        <SupervisionPart lang={lang} letter={letter.letter} {...pressed} today={today} />
      </div>
      <Letter {...letter} isCopy={isPrinted && !isOriginal} />
      <OwnKeys {...own} />
    </OfficePage>
  )
}

const signedBy = (lang: Lang, signers: readonly string[]) =>
  signers.length > 0
    ? say(lang, words.signedBy, { names: signers.join(say(lang, staff.and)) })
    : say(lang, words.signedByNobody)

/** Not to be signed as it is: back to the team before it has a number, with a reason that the team opens. */
function SendBack({ lang, letter, filled }: Spoken & Pick<Props, 'filled'>) {
  const { id, steps } = letter.letter
  return (
    <details open={filled.problems !== undefined || Boolean(filled.typed.reply)}>
      <summary>{say(lang, delivery.sendBack)}</summary>
      <form method="post" action={paths.sendBackLetter(id)} class="sheet-form" data-desk data-seals>
        <input type="hidden" name="steps" value={String(steps)} />
        <Reason lang={lang} letter={letter} filled={filled} />
        <button type="submit" class="btn">
          {say(lang, delivery.sendBack)}
        </button>
        <Trouble lang={lang} />
      </form>
    </details>
  )
}

function Reason({ lang, letter: { letter, envelopes }, filled }: Spoken & Pick<Props, 'filled'>) {
  const key = envelopes.find(({ subject, part }) => subject === letter.id && part === 'officeKey')
  return (
    <SealedLetter
      part="reply"
      subject={letter.id}
      team={OFFICE}
      epoch={OFFICE_EPOCH}
      letterKey={key?.envelope}
      filled={filled}
    >
      <Control field="reason" id="reply" label={say(lang, refer.reason)} rows={3} max={1000} required />
    </SealedLetter>
  )
}
