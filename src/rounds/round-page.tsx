import { ownTree, trees } from '../categories/checklist.ts'
import { versionsNow } from '../categories/editions.ts'
import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { categoryWords, treeWords } from '../i18n/categories.ts'
import { holidayWords } from '../i18n/holidays.ts'
import { office } from '../i18n/office.ts'
import { countWords } from '../i18n/round-closing.ts'
import { extendWords, roundTypes, roundWords } from '../i18n/rounds.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import type { Filled } from '../ui/field.tsx'
import { Overtaken } from '../ui/form-says.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { CountsTable } from './counts-table.tsx'
import { mayExtend } from './extending.ts'
import { intakeLine } from './intake-line.ts'
import { MilestoneList } from './milestone-list.tsx'
import { Pause } from './pause-form.tsx'
import { closesLate } from './round-form.ts'
import { Teams, Units } from './round-tables.tsx'
import type { RoundView } from './round-view.ts'
import { scopeOf } from './scope.ts'
import { StageSection } from './stage-section.tsx'

interface Props {
  frame: OfficeFrame
  view: RoundView
  /** What was typed into its two forms. */
  pause?: Filled | undefined
  stage?: Filled | undefined
  overtaken?: boolean
  /** Why nothing was done. */
  notDone?: string | undefined
}

const nothing: Filled = { typed: {} }

export function RoundPage({ frame, view, pause = nothing, stage = nothing, overtaken, notDone }: Props) {
  const { lang } = frame.reader
  const { round, today, unknownYears } = view
  const isOver = round.stage === 'archived'
  const isInUse = view.units.some(({ codes }) => codes.some(({ state }) => state === 'inUse'))
  const day = (on: Day) => sayDay(on, lang, yearOf(today))
  return (
    <OfficePage frame={frame} section="rounds">
      <h1>{round.title}</h1>
      {overtaken && <Overtaken lang={lang} />}
      {notDone && (
        <p class="box bad" role="alert">
          {notDone}
        </p>
      )}
      {closesLate(round) && <p class="box warn">{say(lang, roundWords.closesLate)}</p>}
      {unknownYears.map((year) => (
        <p class="box warn">
          {say(lang, office.holidays, { year })}{' '}
          <a href={paths.holidaysOf(String(year))}>{say(lang, holidayWords.change)}</a>
        </p>
      ))}
      <dl class="facts">
        <dt>{say(lang, roundWords.type)}</dt>
        <dd>
          {say(lang, roundTypes[round.type])}
          {round.theme && say(lang, office.colon) + round.theme}
        </dd>
        {scopeOf(round) && (
          <>
            <dt>{say(lang, roundWords.publicScope)}</dt>
            <dd>{scopeOf(round)}</dd>
          </>
        )}
        {round.parent && (
          <>
            <dt>{say(lang, roundWords.parent)}</dt>
            <dd>{round.parent}</dd>
          </>
        )}
        <dt>{say(lang, roundWords.dates)}</dt>
        <dd>{say(lang, roundWords.field, { from: day(round.enteredOn), to: day(round.fieldEndsOn) })}</dd>
        <dt>{say(lang, roundWords.intake)}</dt>
        <dd>
          {say(lang, roundWords.window, { from: day(round.intakeOpensOn), to: day(round.intakeClosesOn) })}
          <br />
          <strong>{intakeLine(lang, round, today, isInUse)}</strong>
          {round.closedBefore && (
            <div class="soft">{say(lang, extendWords.before, { day: day(round.closedBefore) })}</div>
          )}
        </dd>
        <dt>{say(lang, categoryWords.title)}</dt>
        <dd>
          {([...trees, 'own'] as const).map((name) => {
            const version = versionsNow(round)[name]
            const tree = name === 'own' ? ownTree(round.id) : name
            return (
              version > 0 && (
                <div>
                  <a href={paths.treeVersion(tree, String(version))}>
                    {say(lang, treeWords[name])} {say(lang, categoryWords.version, { n: version })}
                  </a>
                </div>
              )
            )
          })}
          {!isOver && <a href={paths.roundCategories(round.id)}>{say(lang, categoryWords.choose)}</a>}
        </dd>
      </dl>
      <p class="buttons">
        {!isOver && (
          <a class="btn" href={paths.editRound(round.id)}>
            {say(lang, roundWords.edit)}
          </a>
        )}
        {mayExtend(round, today) && (
          <a class="btn" href={paths.extendRound(round.id)}>
            {say(lang, extendWords.title)}
          </a>
        )}
        <a class="btn" href={paths.codes(round.id)}>
          {say(lang, roundWords.codes)}
        </a>
      </p>
      {!isOver && <Pause lang={lang} view={view} filled={pause} />}
      <h2 id="counts">{say(lang, countWords.title)}</h2>
      <CountsTable lang={lang} counts={view.counts} now={view.now} round={round.id} />
      <StageSection lang={lang} view={view} filled={stage} />
      <MilestoneList lang={lang} view={view} />
      <Teams frame={frame} view={view} />
      <Units frame={frame} view={view} />
    </OfficePage>
  )
}
