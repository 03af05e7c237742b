import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { letters as words } from '../i18n/letters.ts'
import { refer, referralWords } from '../i18n/referrals.ts'
import { say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { numberIn } from './letter-number.ts'
import { isBack, isOut } from './letter-states.ts'
import { permitWords } from './permit-words.ts'
import type { PressedFix } from './pressed-fixes.ts'
import type { Permit, Referral } from './store.ts'
import { SupervisionPart } from './supervision-page.tsx'

export interface LetterRow {
  letter: Referral
  team: string
  /** What is due next, by when: to leave the house, to be signed for, or answered. */
  due: Day | undefined
  /** Answered, and the matter has been concluded. */
  isClosed: boolean
}

interface Props {
  frame: OfficeFrame
  today: Day
  rows: readonly LetterRow[]
  permits: readonly { permit: Permit; team: string; unit: string | undefined }[]
  /** Reports that units gave back twice. */
  toDesignate: readonly { id: string; team: string; about: string; number: string }[]
  /** On-the-spot fixes that are late, or were pressed for. */
  fixes: readonly PressedFix[]
}

/** The letters the office deals with, those it must sign first. It sees letters, never residents' words. */
export function LettersPage({ frame, today, rows, permits, toDesignate, fixes }: Props) {
  const { lang } = frame.reader
  const groups = [
    ['toNumber', rows.filter(({ letter }) => letter.state === 'approved')],
    ['out', rows.filter(({ letter }) => isOut(letter))],
    ['done', rows.filter(({ letter }) => letter.state === 'answered' || isBack(letter))],
  ] as const
  return (
    <OfficePage frame={frame} section="letters">
      <h1>{say(lang, words.title)}</h1>
      <p class="soft">{say(lang, words.only)}</p>
      {toDesignate.length > 0 && (
        <>
          <h2>{say(lang, words.designate, { n: toDesignate.length })}</h2>
          <ul>
            {toDesignate.map(({ id, ...one }) => (
              <li>
                <a href={paths.designate(id)}>{say(lang, words.designateOne, one)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {permits.length > 0 && (
        <>
          <h2>{say(lang, words.permits)}</h2>
          <ul>
            {permits.map(({ permit, team, unit }) => (
              <li>
                <a href={paths.permit(permit.id)}>{permitWords(lang, team, unit)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {fixes.length > 0 && (
        <>
          <h2>{say(lang, words.fixes)}</h2>
          {fixes.map(({ notice, signed, late }) => (
            <div class="box">
              <p class="lead">
                {notice.wording?.number} · {notice.wording?.addressee}
              </p>
              <SupervisionPart
                lang={lang}
                letter={{ id: notice.order }}
                signed={signed}
                isLate={late !== undefined}
                today={today}
              />
            </div>
          ))}
        </>
      )}
      {rows.length + permits.length + toDesignate.length + fixes.length === 0 && (
        <p>{say(lang, words.none)}</p>
      )}
      {groups
        .filter(([, group]) => group.length > 0)
        .map(([name, group]) => (
          <>
            <h2>{say(lang, words[name])}</h2>
            <Rows frame={frame} today={today} rows={group} />
          </>
        ))}
      <p>
        <a class="btn" href={paths.handlingUnits}>
          {say(lang, words.units)}
        </a>
      </p>
    </OfficePage>
  )
}

function Rows({ frame, today, rows }: Pick<Props, 'frame' | 'today' | 'rows'>) {
  const { lang } = frame.reader
  return (
    <table class="roll">
      <thead>
        <tr>
          {[words.numberCol, words.unit, words.team, words.due, words.state].map((head) => (
            <th>{textOf(lang, head)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ letter, team, due, isClosed }) => (
          <tr>
            <td data-head={say(lang, words.numberCol)}>
              <a href={paths.letter(letter.id)}>{numberIn(lang, letter)}</a>
            </td>
            <td data-head={say(lang, words.unit)}>{letter.addressee}</td>
            <td data-head={say(lang, words.team)}>{team}</td>
            <td data-head={say(lang, words.due)}>
              {due && say(lang, whatIsDue(letter), { day: sayDay(due, lang, yearOf(today)) })}
              {due && due < today && <b class="late"> {say(lang, refer.overdue)}</b>}
            </td>
            <td data-head={say(lang, words.state)}>
              {textOf(lang, isClosed ? words.closed : referralWords[letter.state])}
              {letter.rejections > 0 && ` · ${say(lang, refer.rejections, { n: letter.rejections })}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What is owed by its day: by the office before it is numbered, by the unit after that. */
function whatIsDue({ state }: Referral) {
  if (state === 'approved') return words.leaveBy
  return state === 'delivered' ? words.receiptBy : words.replyBy
}
