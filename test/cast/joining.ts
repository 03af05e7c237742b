import { type AtDesk, type Place, signIn } from './at-desk.ts'
import type { Player } from './people.ts'
import { activate, invite, verify } from './staffing.ts'

/** Somebody new, from the sheet to their desk; `team` is a team's id or `office`. */
export async function join(place: Place, by: AtDesk, player: Player, team: string): Promise<AtDesk> {
  await activate(place, player, await invite(place, by, player, team))
  await verify(place, by, player)
  return signIn(place, player.username, player.password)
}
