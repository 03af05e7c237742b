import { importProblems, importWords } from '../i18n/import.ts'
import { fill, type Lang, say, textOf } from '../i18n/speak.ts'
import { unitTypeWords } from '../i18n/units.ts'
import { paths } from '../paths.ts'
import { type OfficeFrame, OfficePage } from '../ui/office-page.tsx'
import { Buttons, TableForm } from './import-form.tsx'
import type { Placing, Plan, Problem, RoundNow } from './import-plan.ts'
import type { Team } from './teams.ts'
import { treeOf } from './tree.ts'
import { unitCounts } from './unit-counts.ts'

export interface ImportView {
  text: string
  round: string
  /** What is wrong with the whole of it. */
  fault?: string | undefined
  /** The table names teams, and no round was chosen: said once, at the field. */
  unchosen?: string | undefined
  problems?: readonly Problem[]
  plan?: Plan | undefined
  /** Columns that nothing was taken from, as the table calls them. */
  unused?: readonly string[]
  /** Of the round that was chosen. */
  now?: RoundNow | undefined
  version?: string
  overtaken?: boolean
}

/** What of the office a new team has printed as its own. */
type Printed = Pick<Team, 'phone' | 'hours'>

interface Props extends ImportView {
  frame: OfficeFrame
  office: Printed
  rounds: readonly { id: string; title: string }[]
}

/** More than anybody mends at a time. */
const SHOWN = 200

export function ImportPage({ frame, office, rounds, ...view }: Props) {
  const { lang } = frame.reader
  const { plan, fault, problems = [], overtaken } = view
  return (
    <OfficePage frame={frame} section="units">
      <h1>{say(lang, importWords.title)}</h1>
      {overtaken && (
        <p class="box warn" role="alert">
          {say(lang, importWords.overtaken)}
        </p>
      )}
      {fault && (
        <p class="box bad" role="alert">
          {fault}
        </p>
      )}
      {problems.length > 0 && <Problems lang={lang} problems={problems} />}
      {plan && <Preview lang={lang} plan={plan} view={view} office={office} />}
      {plan ? (
        <details>
          <summary>{say(lang, importWords.change)}</summary>
          <TableForm lang={lang} rounds={rounds} view={view} />
        </details>
      ) : (
        <TableForm lang={lang} rounds={rounds} view={view} />
      )}
    </OfficePage>
  )
}

function Problems({ lang, problems }: { lang: Lang; problems: readonly Problem[] }) {
  const n = new Set(problems.map(({ row }) => row)).size
  const sentence = ({ row, key, x, m = 0 }: Problem) => fill(textOf(lang, importProblems[key]), { row, x, m })
  return (
    <div class="box bad" role="alert">
      <p class="lead">{say(lang, importWords.head, { n })}</p>
      <ul>
        {problems.slice(0, SHOWN).map((problem) => (
          <li>{sentence(problem)}</li>
        ))}
      </ul>
      {problems.length > SHOWN && <p>{say(lang, importWords.more, { n: problems.length - SHOWN })}</p>}
    </div>
  )
}

interface PreviewProps {
  lang: Lang
  plan: Plan
  view: ImportView
  office: Printed
}

function Preview({ lang, plan, view, office: { phone, hours } }: PreviewProps) {
  const { units, created, counted, teams: named, placings, formulas } = plan
  const { unused = [] } = view
  const fresh = new Set(created)
  // What the table changes, over what already stands.
  const changed = placings.map((placing) => [placing.unitId, placing] as const)
  const placed = new Map<string, Pick<Placing, 'teamId' | 'sheets'>>([
    ...(view.now?.assigned ?? []),
    ...changed,
  ])
  const teams = new Map([...(view.now?.teams ?? []), ...named].map(({ id, name }) => [id, name]))
  const others = new Set([...counted.map(({ id }) => id), ...placings.map(({ unitId }) => unitId)])
  const moved = { n: created.length, m: others.size }
  const changes = created.length + others.size > 0
  return (
    <>
      <p class="lead">{unitCounts(lang, units)}</p>
      <p>{changes ? say(lang, importWords.fresh, moved) : say(lang, importWords.nothing)}</p>
      {named.length > 0 && (
        <p class="due">
          {say(lang, importWords.newTeams, {
            n: named.length,
            names: named.map((team) => newTeamWords(lang, team)).join('、'),
          })}{' '}
          {say(lang, importWords.officePhone, { phone, hours })}
        </p>
      )}
      {unused.length > 0 && <p class="due">{say(lang, importWords.unused, { names: unused.join('、') })}</p>}
      {formulas.slice(0, SHOWN).map((row) => (
        <p class="due">{say(lang, importWords.formula, { row })}</p>
      ))}
      {changes && (
        <form method="post" action={paths.importUnits} enctype="multipart/form-data" data-desk>
          <input type="hidden" name="version" value={view.version} />
          <input type="hidden" name="round" value={view.round} />
          <textarea name="text" hidden>{`\n${view.text}`}</textarea>
          <Buttons lang={lang} go="store" />
        </form>
      )}
      <table class="roll">
        <thead>
          <tr>
            {(['name', 'type', 'team', 'sheets', 'headcount'] as const).map((column) => (
              <th>{say(lang, importWords.columns[column])}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {treeOf(units).map(({ unit, depth }) => (
            <tr>
              <td>
                {'　'.repeat(depth)}
                {unit.name}
                {fresh.has(unit) && <span class="soft"> · {say(lang, importWords.isNew)}</span>}
              </td>
              <td>{say(lang, unitTypeWords[unit.type])}</td>
              <td>{teams.get(placed.get(unit.id)?.teamId ?? '')}</td>
              <td>{placed.get(unit.id)?.sheets}</td>
              <td>{unit.headcount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const newTeamWords = (lang: Lang, { name, dialects }: Plan['teams'][number]) =>
  dialects.length === 0 ? name : say(lang, importWords.speaks, { name, dialects: dialects.join('、') })
