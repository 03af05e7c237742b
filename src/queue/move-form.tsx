import { buttonWords, helpWords, moveWords } from '../i18n/moves.ts'
import { office } from '../i18n/office.ts'
import { queue } from '../i18n/queue.ts'
import { reportWords } from '../i18n/report.ts'
import { say, textOf } from '../i18n/speak.ts'
import { writing } from '../i18n/writing.ts'
import { paths } from '../paths.ts'
import { isApproved } from '../reports/lifecycle.ts'
import type { Sight } from '../reports/resident-sees.ts'
import { OFFICE } from '../staff/roles.ts'
import { type Filled, Mistakes } from '../ui/field.tsx'
import { Offline } from '../ui/form-says.tsx'
import { Approvers } from './approvers.tsx'
import type { About } from './move.ts'
import { type FormMove, forms } from './moves.ts'
import { WillSee } from './sight.tsx'
import { textAt } from './words.ts'

interface Props {
  about: About
  move: FormMove
  filled: Filled
  sight: Sight
  /** Somebody was faster, and this move is no longer possible: what was typed can only be copied. */
  over?: boolean
}

/** A move's short form: what it asks, what the resident will see, one filled button and a way back. */
export function MoveForm({ about, move, filled, sight, over = false }: Props) {
  const { desk, report } = about
  const { lang, team } = desk
  const { Fields, isBarred } = forms[move]
  const isSent = !over && !isBarred?.(about)
  return (
    <>
      <Mistakes lang={lang} filled={filled} />
      {isSent && needsTwo(about, move) && <Approvers about={about} />}
      {over && (
        <p class="box warn">{say(lang, reportWords.noLonger, { move: say(lang, moveWords[move]) })}</p>
      )}
      <form
        method="post"
        action={paths.move(team.id, report.id, move)}
        class="sheet-form"
        data-desk
        data-seals
        novalidate
        data-move={move}
        data-preview={isSent ? paths.previewMove(team.id, report.id, move) : undefined}
      >
        <input type="hidden" name="steps" value={String(report.steps)} />
        <Fields about={about} filled={filled} />
        {isSent && <WillSee lang={lang} sight={sight} messages={[]} />}
        <Trouble lang={lang} />
        {!over && (
          <p class="buttons">
            {isSent && (
              <button type="submit" class="btn go">
                {textAt(desk, buttonWords[move])}
              </button>
            )}
            <a class="btn quiet" href={paths.report(team.id, report.id)}>
              {say(lang, buttonWords.cancel)}
            </a>
          </p>
        )}
      </form>
    </>
  )
}

/** In an office of one nobody is left to approve what they own: said as soon as they accept it. */
const needsTwo = ({ desk: { team, person } }: About, move: FormMove) =>
  isApproved(move) || (move === 'accept' && team.id === OFFICE && person.soleLeader === true)

/** What the script shows when a form could not be sealed or sent, or something in it cannot be right. */
export function Trouble({ lang }: { lang: About['desk']['lang'] }) {
  const sentences = {
    'data-left': textOf(lang, writing.left),
    'data-over': textOf(lang, writing.over),
    'data-number': say(lang, writing.number),
    'data-blank': say(lang, writing.blank),
    'data-colon': say(lang, office.colon),
    'data-confirmed': say(lang, writing.confirmed),
  }
  return (
    <div role="alert" data-writing {...sentences}>
      <p class="error" data-why="held" hidden>
        {say(lang, queue.whyHeld)}
      </p>
      <Offline lang={lang} />
      <noscript>
        <p class="error">{say(lang, helpWords.scripts)}</p>
      </noscript>
    </div>
  )
}
