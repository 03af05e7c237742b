import { codeWords, mintWords, withdrawWords } from '../i18n/codes.ts'
import { roundPaper } from '../i18n/round-paper.ts'
import { handoutWords, sheetWords } from '../i18n/sheets.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { type Own, OwnKeys } from '../ui/own-keys.tsx'
import { type CodesView, type CodeView, type UnitCodes, waiting } from './codes-view.ts'
import { missingLine, standingWords } from './codes-words.ts'
import { RoundActions } from './round-actions.tsx'
import { RoundHead } from './round-head.tsx'
import { addressMarks, Vouched } from './vouched.tsx'

interface Props {
  frame: OfficeFrame
  view: CodesView
  own: Own
  /** Why something was not done. */
  notDone?: string | undefined
}

/** The codes of a round, a row each; a unit without one has a row that says what to do. */
export function CodesPage({ frame, view, own, notDone }: Props) {
  const { lang } = frame.reader
  const { round, units } = view
  return (
    <OfficePage frame={frame} section="rounds">
      <RoundHead lang={lang} title={say(lang, codeWords.title)} round={round} notDone={notDone} />
      {units.length === 0 ? (
        <p>
          {say(lang, codeWords.noUnits)}{' '}
          <a class="btn" href={paths.assign(round.id)}>
            {say(lang, codeWords.assign)}
          </a>
        </p>
      ) : (
        <>
          <p>{say(lang, codeWords.lead)}</p>
          <RoundActions lang={lang} view={view} />
          {(view.handedOut.card > 0 || view.handedOut.tent > 0) && (
            <p>{say(lang, handoutWords.sum, view.handedOut)}</p>
          )}
          <table class="roll" {...addressMarks(view.office)}>
            <thead>
              <tr>
                <th class="named">{say(lang, codeWords.unit)}</th>
                <th class="named">{say(lang, mintWords.team)}</th>
                <th>{say(lang, codeWords.number)}</th>
                <th>{say(lang, codeWords.state)}</th>
                <th>{say(lang, codeWords.sheets)}</th>
                <th>{say(lang, codeWords.actions)}</th>
              </tr>
            </thead>
            {units.map((unit) => (
              <tbody>
                {unit.codes.map((seen) => (
                  <CodeRow lang={lang} view={view} unit={unit} seen={seen} />
                ))}
                <NewRow lang={lang} view={view} unit={unit} />
              </tbody>
            ))}
          </table>
        </>
      )}
      <OwnKeys {...own} />
    </OfficePage>
  )
}

interface Row {
  lang: Lang
  view: CodesView
  unit: UnitCodes
}

function Names({ lang, unit: { unit, team, depth } }: Pick<Row, 'lang' | 'unit'>) {
  return (
    <>
      <td>
        {'　'.repeat(depth)}
        {unit.name}
      </td>
      <td data-head={say(lang, mintWords.team)}>{team?.name}</td>
    </>
  )
}

function CodeRow({ lang, view, unit, seen }: Row & { seen: CodeView }) {
  const { code, standing, missing, isOld, posted } = seen
  const isGone = standing === 'revoked'
  return (
    <tr>
      <Names lang={lang} unit={unit} />
      <td class="n" data-head={say(lang, codeWords.number)}>
        {code.noticeNumber}
      </td>
      <td>
        <div>{standingWords(lang, seen, view.round, view.today)}</div>
        {isGone && unit.inUse && <div>{say(lang, codeWords.insteadNow, { number: unit.inUse })}</div>}
        {isOld && code.state === 'inUse' && <div class="due">{say(lang, codeWords.ofOldRoot)}</div>}
        {missing.length > 0 && (
          <div class="due">{say(lang, codeWords.missing, { what: missingLine(lang, seen, unit) })}</div>
        )}
      </td>
      <td class="n" data-head={say(lang, codeWords.sheets)}>
        <a href={paths.sheetsOf(code.token)}>
          {say(lang, sheetWords.counted, { sheets: code.sheets, posted })}
        </a>
      </td>
      <td>
        {isOld && <a href={paths.withdrawCode(code.token)}>{say(lang, withdrawWords.submit)}</a>}
        {!isGone && !isOld && (
          <Actions lang={lang} seen={seen} replaces={code.state === 'inUse' && waiting(unit) !== undefined} />
        )}
        {code.state === 'inUse' && <Another lang={lang} view={view} unit={unit} />}
      </td>
    </tr>
  )
}

interface ActionsProps {
  lang: Lang
  seen: CodeView
  /** Another code of the unit waits to take its place. */
  replaces: boolean
}

function Actions({ lang, seen: { code, missing }, replaces }: ActionsProps) {
  const links = [
    [paths.printNotice(code.token), codeWords.notice],
    [paths.printCards(code.token), codeWords.cards],
    [paths.printTent(code.token), roundPaper.tent],
    [paths.codeSvg(code.token), codeWords.svg],
    [paths.codePng(code.token), codeWords.png],
    [paths.withdrawCode(code.token), replaces ? codeWords.withdraw : withdrawWords.submit],
  ] as const
  return (
    <Vouched lang={lang} code={code}>
      <div class="actions">
        {code.state !== 'inUse' && (
          <form method="post" action={paths.openCode(code.token)} data-desk>
            <button type="submit" class="btn go" disabled={missing.length > 0}>
              {say(lang, codeWords.open)}
            </button>
          </form>
        )}
        {links.map(([address, word]) => (
          <a href={address}>{say(lang, word)}</a>
        ))}
      </div>
    </Vouched>
  )
}

/** While one is in use, another is made only to replace it: a small link in its row. */
function Another({ lang, view, unit }: Row) {
  if (!unit.team || waiting(unit) || !unit.readiness.confirmed) return null
  return (
    <small>
      <a href={mintAddress(view, unit)}>{say(lang, codeWords.mintAnother)}</a>
    </small>
  )
}

/** The row of a unit that has no code to use, nor one in use. */
function NewRow({ lang, view, unit }: Row) {
  if (!unit.team || waiting(unit) || unit.inUse !== undefined) return null
  const isWithdrawn = unit.codes.length > 0 && unit.codes.every(({ standing }) => standing === 'revoked')
  return (
    <tr>
      <Names lang={lang} unit={unit} />
      <td colspan={3}>{say(lang, isWithdrawn ? codeWords.withdrawn : codeWords.none)}</td>
      <td>
        {unit.readiness.confirmed && (
          <a class="btn" href={mintAddress(view, unit)}>
            {say(lang, codeWords.mint)}
          </a>
        )}
      </td>
    </tr>
  )
}

const mintAddress = ({ round }: CodesView, { unit }: UnitCodes) =>
  `${paths.mint(round.id)}?unit=${encodeURIComponent(unit.id)}`
