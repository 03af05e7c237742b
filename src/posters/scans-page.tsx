import { type Day, sayDay, yearOf } from '../clock/day.ts'
import { scanWords } from '../i18n/scans.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { DeskButton } from '../staff/desk-button.tsx'
import { Offline } from '../ui/form-says.tsx'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { RoundHead } from './round-head.tsx'
import { FEW } from './scans.ts'
import type { ScansView, UnitScans } from './scans-view.ts'

interface Props {
  frame: OfficeFrame
  view: ScansView
  /** Others count beside this server. */
  isLeast: boolean
  notDone?: string | undefined
}

/** How often the notices of a round are scanned, as far as that tells of nobody. */
export function ScansPage({ frame, view, isLeast, notDone }: Props) {
  const { lang } = frame.reader
  const { round, units } = view
  const day = (on: Day) => sayDay(on, lang, yearOf(view.today))
  return (
    <OfficePage frame={frame} section="rounds">
      <RoundHead lang={lang} title={say(lang, scanWords.title)} round={round} notDone={notDone} />
      <p>{say(lang, scanWords.lead, { day: day(view.upTo) })}</p>
      {isLeast && <p class="box warn">{say(lang, scanWords.least)}</p>}
      <details>
        <summary>{say(lang, scanWords.about)}</summary>
        {(['steps', 'small', 'own', 'kept'] as const).map((name) => (
          <p>{say(lang, scanWords[name], { few: FEW })}</p>
        ))}
      </details>
      <h2>{say(lang, scanWords.silent)}</h2>
      <p class="soft">{say(lang, scanWords.silentLead)}</p>
      {view.silent.length === 0 ? (
        <p>{say(lang, scanWords.noneSilent)}</p>
      ) : (
        <ul class="tasks">
          {view.silent.map(({ unit, days, checkedOn }) => (
            <li>
              <strong>{unit}</strong> · {say(lang, scanWords.silentLine, { days, day: day(checkedOn) })}
            </li>
          ))}
        </ul>
      )}
      <h2>{say(lang, scanWords.scans)}</h2>
      {units.length === 0 ? (
        <p>{say(lang, scanWords.noUnits)}</p>
      ) : (
        <Table lang={lang} view={view} day={day} />
      )}
      <Offline lang={lang} />
    </OfficePage>
  )
}

interface TableProps {
  lang: Lang
  view: ScansView
  day(on: Day): string
}

function Table({ lang, view, day }: TableProps) {
  const sum = (of: 'scans' | 'starts') => view.units.reduce((all, row) => all + row[of].shown, 0)
  const rest = (of: 'scans' | 'starts') => {
    const n = view.rest[of]
    if (n !== undefined) return say(lang, scanWords.about5, { n })
    return say(lang, view.isOver ? scanWords.restHidden : scanWords.restLater)
  }
  return (
    <table class="roll">
      <thead>
        <tr>
          <th>{say(lang, scanWords.unit)}</th>
          <th>{say(lang, scanWords.scans)}</th>
          <th>{say(lang, scanWords.starts)}</th>
          <th>{say(lang, scanWords.switch)}</th>
        </tr>
      </thead>
      <tbody>
        {view.units.map((row) => (
          <tr>
            <td>
              {'　'.repeat(row.depth)}
              {row.unit.name}
            </td>
            {(['scans', 'starts'] as const).map((of) => (
              <td class="n" data-head={say(lang, scanWords[of])}>
                <Figure lang={lang} row={row} of={of} day={day} />
              </td>
            ))}
            <td>
              <Switch lang={lang} view={view} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{say(lang, scanWords.sum)}</td>
          {(['scans', 'starts'] as const).map((of) => (
            <td class="n" data-head={say(lang, scanWords[of])}>
              {sum(of)}
            </td>
          ))}
          <td />
        </tr>
        <tr>
          <td>{say(lang, scanWords.rest)}</td>
          {(['scans', 'starts'] as const).map((of) => (
            <td class="n" data-head={say(lang, scanWords[of])}>
              {rest(of)}
            </td>
          ))}
          <td />
        </tr>
      </tfoot>
    </table>
  )
}

type FigureProps = { lang: Lang; row: UnitScans; of: 'scans' | 'starts'; day(on: Day): string }

function Figure({ lang, row, of, day }: FigureProps) {
  const { shown, on } = row[of]
  if (!row.isCounted) return <span class="soft">{say(lang, scanWords.off)}</span>
  if (!on) return <span class="soft">{say(lang, scanWords.few)}</span>
  return (
    <>
      {say(lang, scanWords.about5, { n: shown })}{' '}
      <small class="soft">{say(lang, scanWords.until, { day: day(on) })}</small>
    </>
  )
}

function Switch({ lang, view, row: { unit, isCounted } }: { lang: Lang; view: ScansView; row: UnitScans }) {
  if (view.isOver) return null
  const action = paths.scans(view.round.id)
  const named = { unit: unit.name }
  if (!isCounted) {
    return (
      <form method="post" action={action} data-desk>
        <input type="hidden" name="unit" value={unit.id} />
        <button
          type="submit"
          class="btn"
          name="is"
          value="on"
          aria-label={say(lang, scanWords.turnOnOf, named)}
        >
          {say(lang, scanWords.turnOn)}
        </button>
      </form>
    )
  }
  return (
    <details>
      <summary aria-label={say(lang, scanWords.stopOf, named)}>{say(lang, scanWords.stop)}</summary>
      <p>{say(lang, scanWords.stopWarns, named)}</p>
      <DeskButton
        lang={lang}
        action={action}
        label={say(lang, scanWords.turnOff)}
        fields={{ unit: unit.id, is: 'off' }}
      />
    </details>
  )
}
