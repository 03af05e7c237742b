import { paths } from '../../src/paths.ts'
import type { Offered, OfferedAccount } from '../../src/recovery/offered.ts'
import { makeNewSheets, makeRecovery } from '../../src/recovery/recovering.client.ts'
import { recoveryApp } from '../../src/recovery/recovery-routes.tsx'
import { openFromOwn, openOffice } from '../../src/recovery/renewing.client.ts'
import { readSheets } from '../../src/recovery/typed-sheets.ts'
import { base64url, random } from '../../src/sealing/bytes.ts'
import type { Account } from '../../src/staff/appoint.client.ts'
import type { TestHouse } from '../house.ts'
import { type AtDesk, officeBoxes, officeKey, type Place, rootOf } from './at-desk.ts'
import { takeSeat } from './seat.ts'

/** The one page of `npm run recover`, over a house, and a browser in front of it. */
export async function openRecoveryDoor({ house }: Pick<TestHouse, 'house'>) {
  const secret = base64url(random(16))
  let recovered = 0
  const app = recoveryApp(house, { secret, done: () => recovered++ })
  const seat = takeSeat((address, request) => app.request(address, request))
  const address = `${paths.recover}?secret=${secret}`
  return { seat, address, timesDone: () => recovered }
}

type Door = Pick<Awaited<ReturnType<typeof openRecoveryDoor>>, 'seat' | 'address'>

/** The same page on the product's own server, whose settings have a secret for it. */
export const recoveryDoorOf = ({ door, origin }: Place, secret: string): Door => ({
  seat: takeSeat(door, origin),
  address: `${paths.recover}?secret=${secret}`,
})

/** What the page carries to the browser. */
export async function offeredBy({ seat, address }: Door): Promise<OfferedAccount> {
  const html = await (await seat.get(address)).text()
  const data = /data-offered="([^"]*)"/.exec(html)?.[1] ?? ''
  return JSON.parse(data.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}

/** Who has the new sheets. */
const keepers = ['许岚', '唐渠', '罗溪'].map((keeper, at) => ({
  sheet: at + 1,
  keeper,
  place: '保密柜',
  sealedOn: '2026-11-24',
}))

interface Recovering {
  sheets: readonly (readonly string[])[]
  account: Account
  /** Ids of teams that are to be joined. */
  joins?: readonly string[]
}

/** From two typed sheets to what is posted. */
export async function recover(door: Door, { sheets, account, joins = [] }: Recovering) {
  const offered = await offeredBy(door)
  const read = readSheets(sheets, offered.set)
  if (!Array.isArray(read)) throw new Error(`the sheets are wrong: ${read.wrong}`)
  const made = await makeRecovery(await openOffice(read, offered), offered, account, joins)
  const posted = { ...made.posted, why: 'machine', keepers }
  return { ...made, posted, offered, post: () => door.seat.ask(door.address, posted) }
}

/** Two typed sheets on the page of an administrator who is signed in. */
export async function openTyped({ seat }: AtDesk, sheets: readonly (readonly string[])[]) {
  const offered: Offered = await offeredBy({ seat, address: paths.newSheets })
  const read = readSheets(sheets, offered.set)
  if (!Array.isArray(read)) throw new Error(`the sheets are wrong: ${read.wrong}`)
  return { offered, office: await openOffice(read, offered) }
}

/** Two sheets are lost: from an administrator's own keys to what that page posts. */
export async function renewAlone(place: Place, by: AtDesk) {
  const offered = await offeredBy({ seat: by.seat, address: paths.newSheets })
  const keyOf = async (kind: 'root' | 'box') => (await officeKey(place, by, kind)).privateKey
  const keys = { root: await keyOf('root'), box: await keyOf('box'), boxes: await officeBoxes(place, by) }
  const made = await makeNewSheets(await openFromOwn(await rootOf(place, by), keys, offered), offered, [])
  const posted = { ...made.posted, why: 'twoLost', keepers }
  return { ...made, posted, post: () => by.seat.ask(paths.newSheets, posted) }
}

/** From two typed sheets to what that page posts. `chosen`: whom a team's keys are given to, as `TEAM PERSON`. */
export async function renew(
  by: AtDesk,
  sheets: readonly (readonly string[])[],
  chosen: readonly string[] = [],
) {
  const { offered, office } = await openTyped(by, sheets)
  const made = await makeNewSheets(office, offered, chosen)
  const posted = { ...made.posted, why: 'sheetLost', keepers }
  return { ...made, office, posted, post: () => by.seat.ask(paths.newSheets, posted) }
}
