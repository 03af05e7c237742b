import type { ProblemKey } from '../i18n/import.ts'
import { dialectsOfNew, dialectsWrong, type SpeakingTeam } from './import-dialects.ts'
import { type ImportRow, typeNamed } from './import-rows.ts'
import { isFormula } from './import-text.ts'
import type { UnitType } from './tables.ts'
import { DEEPEST, levelsOf } from './tree.ts'
import { headcountTyped, mayHaveBelow, mayLieBelow } from './unit-form.ts'
import type { Unit } from './units.ts'

/** What a round has now. A unit with a live notice stays with the team its code was signed for. */
export interface RoundNow {
  teams: readonly SpeakingTeam[]
  /** What the office says is spoken here. */
  spokenHere: readonly string[]
  assigned: ReadonlyMap<string, { teamId: string; sheets: number | null }>
  notices: ReadonlySet<string>
}

export interface Problem {
  row: number
  key: ProblemKey
  /** What the sentence quotes. */
  x: string
  /** The other line it speaks of. */
  m?: number
}

export interface Placing {
  unitId: string
  from: string | null
  teamId: string
  sheets: number | null
}

/** What an import would write. Empty when everything is there already. */
export interface Plan {
  /** Every unit of the table, those there already too. */
  units: Unit[]
  created: Unit[]
  /** Units there already, of which nobody knew how many people they have. */
  counted: Unit[]
  /** Teams that the round has not got yet. */
  teams: SpeakingTeam[]
  placings: Placing[]
  /** Lines whose name a spreadsheet would run; they are kept as text. */
  formulas: number[]
}

/** As the team's own form has it. */
const LONGEST_TEAM = 20

interface Line extends ImportRow {
  unit: Unit
  stored: Unit | undefined
  /** Undefined where what it says is no number of people. */
  people: number | null | undefined
}

/** Compares a table with what is stored: the plan, or everything that is wrong with it. */
export function planImport(
  rows: readonly ImportRow[],
  stored: readonly Unit[],
  round: RoundNow | undefined,
  newId: () => string,
): { plan: Plan; problems: Problem[] } {
  const problems: Problem[] = []
  const known = new Map(stored.map((unit) => [unit.name, unit]))
  const lines = new Map<string, Line>()
  for (const row of rows) {
    const type = typeNamed(row.type)
    const first = lines.get(row.name)
    const wrong = (key: ProblemKey, x = '', m?: number) =>
      problems.push({ row: row.row, key, x, ...(m ? { m } : {}) })
    if (row.name === '') wrong('missing')
    else if (row.name.length > 40) wrong('long', row.name.slice(0, 20))
    else if (first) wrong('twice', row.name, first.row)
    if (!type) wrong('type', row.type)
    if (row.name === '' || first) continue
    const here = known.get(row.name)
    const { data: people } = headcountTyped.safeParse(row.headcount)
    const unit = {
      id: here?.id ?? newId(),
      name: row.name,
      shortName: '',
      type: type ?? 'organ',
      system: row.system || (here?.system ?? null),
      headcount: people ?? here?.headcount ?? null,
      parentId: null,
    }
    lines.set(row.name, { ...row, unit, stored: here, people })
  }
  const hasTowns = [...known.values(), ...[...lines.values()].map(({ unit }) => unit)].some(isTown)
  const placings: Placing[] = []
  const teams = new Map(round?.teams.map((team) => [team.name, team]))
  const fresh = new Map<SpeakingTeam, string[]>()
  /** A team that a line names and nobody has created. */
  const teamNamed = (name: string) => {
    const there = teams.get(name)
    if (there || name.length > LONGEST_TEAM) return there
    const team = { id: newId(), name, dialects: [] }
    teams.set(name, team)
    fresh.set(team, [])
    return team
  }
  for (const line of lines.values()) {
    const wrong = (key: ProblemKey, x: string) => problems.push({ row: line.row, key, x })
    const above = lines.get(line.parent)
    const parent = above?.unit ?? known.get(line.parent)
    line.unit.parentId = parent?.id ?? null
    // What lies below a line whose type nobody can read is not blamed for it.
    const isUnread = above !== undefined && !typeNamed(above.type)
    const key = isUnread ? undefined : parentWrong(typeNamed(line.type), line.parent, parent, hasTowns)
    if (key) wrong(key, line.parent)
    line.unit.shortName = shortNameOf(line)
    if (line.unit.shortName.length > 12) wrong('shortName', line.unit.shortName)
    if (line.system.length > 12) wrong('system', line.system)
    if (line.people === undefined) wrong('headcount', line.headcount)
    if (line.stored && !isSame(line.unit, line.stored)) wrong('differs', line.name)
    const placed = placingOf(line, round, teamNamed)
    if (typeof placed === 'string') wrong(placed, placed === 'sheets' ? line.sheets : line.team)
    else if (placed) placings.push(placed)
    if (!round) continue
    const team = teams.get(line.team) ?? round.teams.find(({ id }) => id === placedNow(line, round))
    const said = team && fresh.get(team)
    const asked = { spokenHere: round.spokenHere, isNew: said !== undefined }
    for (const { key, x } of dialectsWrong(line.dialects, team, asked)) wrong(key, x)
    said?.push(line.dialects)
  }
  const all = [...lines.values()]
  const { levels, circles } = levelsOf([...stored, ...all.map(({ unit }) => unit)])
  for (const { row, name: x, unit, stored } of all) {
    if (circles.has(unit.id)) problems.push({ row, key: 'loop', x })
    else if (!stored && (levels.get(unit.id) ?? 0) > DEEPEST) problems.push({ row, key: 'deep', x })
  }
  const plan = {
    units: all.map(({ unit }) => unit),
    created: all.filter((line) => !line.stored).map(({ unit }) => unit),
    counted: all
      .filter(({ unit, stored }) => stored && unit.headcount !== stored.headcount)
      .map(({ unit }) => unit),
    teams: [...fresh].map(([team, said]) => ({
      ...team,
      dialects: dialectsOfNew(round?.spokenHere ?? [], said),
    })),
    placings,
    formulas: all.filter(({ name }) => isFormula(name)).map(({ row }) => row),
  }
  return { plan, problems: problems.sort((a, b) => a.row - b.row) }
}

/** The team a unit is with whose line names none. */
const placedNow = ({ team, unit }: Line, round: RoundNow) =>
  team === '' ? round.assigned.get(unit.id)?.teamId : undefined

const isTown = ({ type }: Unit) => type === 'town'

function parentWrong(
  type: UnitType | undefined,
  named: string,
  parent: Unit | undefined,
  hasTowns: boolean,
): ProblemKey | undefined {
  if (named !== '' && !parent) return 'parent'
  if (parent && !mayHaveBelow(parent)) return 'childless'
  if (!type) return undefined
  if (parent && !mayLieBelow(type, parent.type)) return 'parentType'
  return !mayHaveBelow({ type }) && hasTowns && parent?.type !== 'town' ? 'town' : undefined
}

/** 榕墟镇青塘村 below 榕墟镇 is 青塘村 for short. */
function shortNameOf({ shortName, name, parent, stored }: Line): string {
  if (shortName) return shortName
  if (stored) return stored.shortName
  return parent !== '' && name.startsWith(parent) && name !== parent ? name.slice(parent.length) : name
}

const isSame = (a: Unit, b: Unit) =>
  (['type', 'parentId', 'shortName', 'system'] as const).every((name) => a[name] === b[name]) &&
  (b.headcount === null || a.headcount === b.headcount)

function placingOf(
  { team, sheets, unit }: Line,
  round: RoundNow | undefined,
  teamNamed: (name: string) => SpeakingTeam | undefined,
): Placing | ProblemKey | undefined {
  if (!round || (team === '' && sheets === '')) return undefined
  const count = sheets.normalize('NFKC')
  if (count !== '' && !/^[1-9]\d?$/.test(count)) return 'sheets'
  const now = round.assigned.get(unit.id)
  const teamId = team === '' ? now?.teamId : teamNamed(team)?.id
  if (!teamId) return team === '' ? 'sheetsAlone' : 'team'
  const wanted = count === '' ? (now?.sheets ?? null) : Number(count)
  if (now?.teamId === teamId && now.sheets === wanted) return undefined
  if (now && now.teamId !== teamId && round.notices.has(unit.id)) return 'fixed'
  return { unitId: unit.id, from: now?.teamId ?? null, teamId, sheets: wanted }
}
