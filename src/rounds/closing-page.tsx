import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { leaving } from '../i18n/leaving.ts'
import { office as words } from '../i18n/office.ts'
import { acceptedByRule, stateWords } from '../i18n/queue.ts'
import { closingWords } from '../i18n/round-closing.ts'
import { type Lang, say, textOf } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { numberWords } from '../queue/words.ts'
import { type Filled, Mistakes, Select } from '../ui/field.tsx'
import { OfficeForm } from '../ui/office-form.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { LISTED, type listOpen, mayClose } from './closing.ts'
import type { Round } from './store.ts'
import type { Team } from './teams.ts'

type Left = Awaited<ReturnType<typeof listOpen>>

interface Props {
  frame: OfficeFrame
  team: Team
  round: Round
  version: number
  office: string
  left: Left
  successors: readonly { id: string; name: string }[]
  /** Who has been named, by name. */
  named: string | undefined
  today: Day
  filled: Filled
  overtaken: boolean
}

export function ClosingPage(props: Props) {
  const { frame, team, round, office, left, today } = props
  const { lang } = frame.reader
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  return (
    <OfficePage frame={frame} section="rounds">
      <p>
        <a href={paths.round(round.id)}>{round.title}</a>
      </p>
      <h1>
        {say(lang, closingWords.title)}
        {say(lang, words.colon)}
        {team.name}
      </h1>
      {team.closedOn ? <Closed {...props} closedOn={team.closedOn} /> : <Closing {...props} />}
      {left.rows.length > 0 && <StillOpen lang={lang} office={office} left={left} day={day} />}
    </OfficePage>
  )
}

function Closing(props: Props) {
  const { frame, round, office, left, successors, today, filled } = props
  const { lang } = frame.reader
  const day = sayDay(round.intakeClosesOn, lang, yearOf(today))
  const inTheWay = [
    !mayClose(round, today) && say(lang, closingWords.early, { closes: day }),
    left.n > left.aside && say(lang, closingWords.open, { n: left.n - left.aside, office }),
    left.aside > 0 && say(lang, closingWords.aside, { n: left.aside }),
    successors.length === 0 && say(lang, closingWords.noSuccessor),
  ].filter((sentence) => sentence !== false)
  if (inTheWay.length > 0) {
    return (
      <>
        <Mistakes lang={lang} filled={filled} />
        {inTheWay.map((sentence) => (
          <p class="box warn">{sentence}</p>
        ))}
      </>
    )
  }
  return (
    <>
      <p>{say(lang, closingWords.none)}</p>
      <WhoAnswers {...props} submit={say(lang, closingWords.button)} />
    </>
  )
}

/** Whoever was named may have left since: another is named in their place. */
function Closed(props: Props & { closedOn: Day }) {
  const { frame, team, successors, today, named = '', closedOn } = props
  const { lang } = frame.reader
  const isThere = successors.some(({ id }) => id === team.successor)
  const others = successors.filter(({ id }) => id !== team.successor)
  const day = sayDay(closedOn, lang, yearOf(today))
  return (
    <>
      <p class="box">{say(lang, closingWords.closed, { day, name: named })}</p>
      {!isThere && (
        <p class="box warn">
          {successors.length > 0
            ? say(lang, closingWords.gone, { name: named })
            : say(lang, closingWords.nobody)}
        </p>
      )}
      {others.length > 0 && (
        <WhoAnswers {...props} successors={others} submit={say(lang, closingWords.another)} />
      )}
    </>
  )
}

function WhoAnswers({
  frame,
  team,
  round,
  version,
  successors,
  filled,
  overtaken,
  submit,
}: Props & { submit: string }) {
  const { lang } = frame.reader
  return (
    <OfficeForm
      lang={lang}
      action={paths.closeTeam(team.id)}
      back={paths.round(round.id)}
      filled={filled}
      labels={closingWords}
      hidden={{ version: String(version) }}
      overtaken={overtaken}
      submit={submit}
    >
      <Select
        name="successor"
        label={say(lang, closingWords.successor)}
        help={say(lang, closingWords.successorHelp)}
        filled={filled}
      >
        <option value="">{say(lang, closingWords.choose)}</option>
        {successors.map(({ id, name }) => (
          <option value={id} selected={filled.typed.successor === id}>
            {name}
          </option>
        ))}
      </Select>
    </OfficeForm>
  )
}

interface StillOpenProps {
  lang: Lang
  office: string
  left: Left
  day: (on: Day) => string
}

function StillOpen({ lang, office, left: { n, aside, rows }, day }: StillOpenProps) {
  return (
    <>
      <h2>{say(lang, closingWords.openList)}</h2>
      <table class="roll">
        <thead>
          <tr>
            <th>{say(lang, closingWords.number)}</th>
            <th>{say(lang, closingWords.state)}</th>
            <th>{say(lang, closingWords.due)}</th>
            <th>{say(lang, closingWords.owner)}</th>
            <th>{say(lang, closingWords.title)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ enquiryNumber, state, acceptedBy, due, owner, withContact }) => (
            <tr>
              <td class="n">{numberWords(enquiryNumber)}</td>
              <td>
                {textOf(
                  lang,
                  state === 'accepted' && acceptedBy === 'rule' ? acceptedByRule : stateWords[state],
                )}
              </td>
              <td data-head={say(lang, closingWords.due)}>{due && day(due)}</td>
              <td data-head={say(lang, closingWords.owner)}>{owner ?? say(lang, closingWords.noOwner)}</td>
              <td data-head={say(lang, closingWords.title)}>
                {withContact === null ? say(lang, leaving.keep) : say(lang, closingWords.going, { office })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {n - aside > LISTED && <p class="soft">{say(lang, closingWords.more, { n: LISTED })}</p>}
    </>
  )
}
