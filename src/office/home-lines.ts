import { paths } from '../paths.ts'
import { isWhole } from '../rounds/teams.ts'
import { isConfirmed, isHeld, isLocked, type Progress, type TeamProgress } from './home-view.ts'

export type LineName =
  | 'secondAdministrator'
  | 'round'
  | 'units'
  | 'teams'
  | 'sheets'
  | 'teamKey'
  | 'confirm'
  | 'handOver'
  | 'print'
  | 'test'
  | 'open'

export type Actor = 'byAdministrator' | 'byLeader' | 'byMembers' | 'byAnyone'

/** One line of the preparation list. Without an address it has to wait for the lines above it. */
export interface Line {
  name: LineName
  who: Actor
  /** How many are done of how many there are; nothing to do is not done. */
  done: number
  all: number
  address: string | undefined
  /** Teams whose lock asks for this line once more. */
  locks?: readonly TeamProgress[]
  /** Whoever has come already is verified, and nobody else asked. */
  verify?: string | undefined
}

export const isDone = ({ done, all }: Pick<Line, 'done' | 'all'>) => all > 0 && done >= all

/** What lacks before a notice may be put in use, team by team; a round without a team lacks everything. */
export type Lack = { why: 'teams' } | { why: 'details' | 'key' | 'holders' | 'test'; team: TeamProgress }

export function lacks({ teams }: Progress): Lack[] {
  if (teams.length === 0) return [{ why: 'teams' }]
  return teams.flatMap((team): Lack[] => {
    const missing: Lack[] = isWhole(team.team) ? [] : [{ why: 'details', team }]
    if (!isConfirmed(team)) missing.push({ why: 'key', team })
    else if (!isHeld(team)) missing.push({ why: 'holders', team })
    if (!team.isTested) missing.push({ why: 'test', team })
    return missing
  })
}

/** The way from an empty database to a notice in use, in eleven lines. */
export function preparationLines(progress: Progress): Line[] {
  const { administrators, newcomer, units, round, teams, assigned, minted, tested, inUse } = progress
  const verify = administrators < 2 ? newcomer : undefined
  const ofTeams = (is: (team: TeamProgress) => boolean) => ({
    done: teams.filter(is).length,
    all: teams.length,
  })
  const once = (is: boolean) => ({ done: is ? 1 : 0, all: 1 })
  const codes = round && assigned > 0 ? paths.codes(round.id) : undefined
  const keys = teams.length > 0 ? paths.people : undefined
  const made = teams.find((team) => team.lock.waits || (team.hasKey && !isConfirmed(team)))
  const due = teams.filter(({ lock }) => lock.isDue)
  const bare = teams.find(({ team }) => !isWhole(team))
  const withTeams = round && (bare ? paths.team(bare.team.id) : paths.assign(round.id))
  const teamsDone = round ? (teams.length > 0 ? withTeams : paths.newTeam(round.id)) : undefined
  return [
    {
      name: 'secondAdministrator',
      who: 'byAdministrator',
      done: Math.min(administrators, 2),
      all: 2,
      address: verify ? paths.people : paths.inviteSecond,
      verify,
    },
    {
      name: 'round',
      who: 'byAdministrator',
      ...once(round !== undefined),
      address: round ? paths.round(round.id) : paths.newRound,
    },
    {
      name: 'units',
      who: 'byAdministrator',
      ...once(units > 0),
      address: units > 0 ? paths.units : paths.importUnits,
    },
    {
      name: 'teams',
      who: 'byAdministrator',
      ...ofTeams(({ team, units }) => units > 0 && isWhole(team)),
      address: teamsDone,
    },
    {
      name: 'sheets',
      who: 'byAdministrator',
      ...ofTeams((team) => team.hasLeader && team.people >= 2),
      address: teams.length > 0 ? paths.invite : undefined,
    },
    {
      name: 'teamKey',
      who: 'byLeader',
      ...ofTeams((team) => team.hasKey && !due.includes(team)),
      address: due.length > 0 ? paths.officeKeys : keys,
      locks: due,
    },
    {
      name: 'confirm',
      who: 'byAdministrator',
      ...ofTeams(isLocked),
      address: made ? paths.certifyTeam(made.team.id) : keys,
      locks: teams.filter(({ lock }) => lock.waits),
    },
    { name: 'handOver', who: 'byMembers', ...ofTeams(isHeld), address: keys },
    { name: 'print', who: 'byAdministrator', done: minted, all: assigned, address: codes },
    {
      name: 'test',
      who: 'byAnyone',
      done: tested,
      all: assigned,
      address: minted > 0 ? codes : undefined,
    },
    {
      name: 'open',
      who: 'byAdministrator',
      done: inUse,
      all: assigned,
      address: lacks(progress).length === 0 ? codes : undefined,
    },
  ]
}
