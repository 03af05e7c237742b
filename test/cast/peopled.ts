import type { AtDesk, Place } from './at-desk.ts'
import { join } from './joining.ts'
import { players } from './people.ts'
import { type Ids, makeRound, mint, testAndOpen } from './rounds.ts'
import { handOver, lockTeam, setUp } from './staffing.ts'

export interface Peopled {
  administrator: AtDesk
  /** The recovery sheets as printed. */
  sheets: readonly (readonly string[])[]
  ids: Ids
  leader: AtDesk
  liaison: AtDesk
  /** The code of a notice in use. */
  token: string
}

/** The shortest way to a notice in use: an office, one team of two, one village. */
export async function openVillageIn(place: Place): Promise<Peopled> {
  const { administrator, sheets } = await setUp(place, players.zhou)
  const ids = await makeRound(place, administrator)
  const leader = await join(place, administrator, players.li, ids.teams.first)
  const liaison = await join(place, administrator, players.chen, ids.teams.first)
  await lockTeam(place, leader, administrator, ids.teams.first)
  await handOver(place, leader, players.chen, ids.teams.first)
  const { token } = await mint(place, administrator, ids, 'qingtang')
  await testAndOpen(place, administrator, token)
  return { administrator, sheets, ids, leader, liaison, token }
}
