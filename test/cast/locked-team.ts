import { openFounded } from './founded.ts'
import { join } from './joining.ts'
import { type Player, players } from './people.ts'
import { makeRound, mint, testAndOpen } from './rounds.ts'
import { handOver, lockTeam } from './staffing.ts'

/** A team of whom everybody has its keys, under 黎工 who made them, and a notice in use. */
export async function openLockedTeam<Name extends string>(members: Readonly<Record<Name, Player>>) {
  const opened = await openFounded()
  const { place, administrator } = opened
  const ids = await makeRound(place, administrator)
  const team = ids.teams.first
  const enter = (player: Player) => join(place, administrator, player, team)
  const li = await enter(players.li)
  const entered: [string, typeof li][] = []
  for (const [name, player] of Object.entries<Player>(members)) entered.push([name, await enter(player)])
  const desks = { li, ...(Object.fromEntries(entered) as Record<Name, typeof li>) }
  await lockTeam(place, li, administrator, team)
  for (const player of Object.values<Player>(members)) await handOver(place, li, player, team)
  const { token } = await mint(place, administrator, ids, 'qingtang')
  await testAndOpen(place, administrator, token)
  return { ...opened, ids, team, token, desks }
}
