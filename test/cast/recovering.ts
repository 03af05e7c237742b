import { paths } from '../../src/paths.ts'
import type { Offered } from '../../src/recovery/offered.ts'
import { openOffice, recoverOffice } from '../../src/recovery/recovering.client.ts'
import { recoveryApp } from '../../src/recovery/recovery-routes.tsx'
import { readSheets } from '../../src/recovery/typed-sheets.ts'
import type { Account } from '../../src/staff/appoint.client.ts'
import type { TestHouse } from '../house.ts'
import { takeSeat } from './seat.ts'

const secret = 'the-secret-in-the-terminal'

/** The one page of `npm run recover`, over a house, and a browser in front of it. */
export async function openRecoveryDoor({ house }: Pick<TestHouse, 'house'>) {
  let recovered = 0
  const app = await recoveryApp(house, { secret, done: () => recovered++ })
  const seat = takeSeat((address, request) => app.request(address, request))
  const address = `${paths.recover}?secret=${secret}`
  return { seat, address, timesDone: () => recovered }
}

type Door = Awaited<ReturnType<typeof openRecoveryDoor>>

/** What the page carries to the browser. */
export async function offeredBy({ seat, address }: Door): Promise<Offered> {
  const html = await (await seat.get(address)).text()
  const data = /data-offered="([^"]*)"/.exec(html)?.[1] ?? ''
  return JSON.parse(data.replaceAll('&quot;', '"').replaceAll('&amp;', '&'))
}

/** Who has the new sheets. */
const keepers = ['许岚', '唐渠', '罗溪'].map((keeper, at) => ({
  ...{ sheet: at + 1, keeper, place: '保密柜', sealedOn: '2026-11-24' },
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
  const made = await recoverOffice(await openOffice(read, offered), offered, account, joins)
  const posted = { ...made.posted, why: 'machine', keepers }
  return { ...made, posted, offered, post: () => door.seat.ask(door.address, posted) }
}
