import { addDays, dayOf } from '../../src/clock/day.ts'
import { runDaily } from '../../src/daily.ts'
import { type AtDesk, type Place, signIn } from './at-desk.ts'
import { type SetClock, setClock } from './clock.ts'
import { players, units } from './people.ts'
import { type Ids, makeRound, mint, testAndOpen } from './rounds.ts'
import { activate, handOver, invite, lockTeam, setUp, verify } from './staffing.ts'

export interface PlayedCode {
  token: string
  noticeNumber: string
  unit: string
  state: string
}

/** Everybody of the cast at work in one round, from set-up until today. Answers the codes that hang. */
export async function playRound(open: (clock: SetClock) => Place, today = new Date()): Promise<PlayedCode[]> {
  const clock = setClock(`${addDays(dayOf(today), -50)}T09:00:00+08:00`)
  const place = open(clock)
  const { administrator, ids } = await staffRound(place)
  const codes = await hangCodes(place, administrator, ids)
  clock.set(today)
  await runDaily(place.house)
  return codes
}

/** An office, a round, two teams with keys, everybody verified and able to open. */
export async function staffRound(place: Place): Promise<{ administrator: AtDesk; ids: Ids }> {
  const { administrator } = await setUp(place, players.zhou)
  const ids = await makeRound(place, administrator)
  for (const player of Object.values(players)) {
    if (player.username === players.zhou.username) continue
    const team = player.team === 'office' ? 'office' : ids.teams[player.team]
    await activate(place, player, await invite(place, administrator, player, team))
    await verify(place, administrator, player)
  }
  for (const [leader, team] of [
    [players.li, ids.teams.first],
    [players.liang, ids.teams.second],
  ] as const) {
    const person = await signIn(place, leader.username, leader.password)
    await lockTeam(place, person, administrator, team)
    const colleagues = Object.values(players).filter(
      (player) => player.team === leader.team && player !== leader,
    )
    for (const colleague of colleagues) await handOver(place, person, colleague, team)
  }
  return { administrator, ids }
}

/** Two codes in use and one still waiting for its test scan. */
async function hangCodes(place: Place, administrator: AtDesk, ids: Ids): Promise<PlayedCode[]> {
  const codes: PlayedCode[] = []
  for (const unit of ['qingtang', 'hecang', 'rongxu'] as const) {
    const { token, noticeNumber } = await mint(place, administrator, ids, unit)
    if (unit !== 'rongxu') await testAndOpen(place, administrator, token)
    codes.push({ token, noticeNumber, unit: units[unit].name, state: unit === 'rongxu' ? 'draft' : 'inUse' })
  }
  return codes
}
