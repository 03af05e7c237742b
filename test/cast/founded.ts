import { makeOffice } from '../../src/office/found.client.ts'
import { paths } from '../../src/paths.ts'
import { openTestHouse } from '../house.ts'
import { signIn } from './at-desk.ts'
import { office, players } from './people.ts'
import { takeSeat } from './seat.ts'

/** What the first administrator's browser makes: once for a whole test file, because stretching passwords is slow. */
export const founded = makeOffice({ ...players.zhou, origin: 'http://localhost' })

export const keepers = ['巡察办主任', '领导小组副组长', '机要（档案）室'].map((keeper, at) => ({
  sheet: at + 1,
  keeper,
  place: '保密柜',
  sealedOn: '2026-11-24',
}))

/** A fresh house with its office, and the first administrator signed in. */
export async function openFounded(start?: string) {
  const opened = await openTestHouse(start)
  const origin = 'http://localhost'
  const place = { door: opened.app.request, house: opened.house, origin }
  const { posted, recoveryCode } = await founded
  const address = `${paths.setup}?secret=${opened.house.setupSecret}`
  const set = { ...posted, office: { ...office, publicUrl: origin }, keepers }
  const answer = await takeSeat(place.door).ask(address, set)
  if (answer.status !== 204) throw new Error(`set-up answered ${answer.status}`)
  const { username, password } = players.zhou
  return { ...opened, place, administrator: await signIn(place, username, password), recoveryCode }
}
