import { setTimeout as sleep } from 'node:timers/promises'
import { inArray } from 'drizzle-orm'
import { paths } from '../src/paths.ts'
import { reports } from '../src/reports/tables.ts'
import { base64url, random } from '../src/sealing/bytes.ts'
import { enquiryIn, sealAsBrowser } from '../test/cast/residents.ts'
import { takeSeat } from '../test/cast/seat.ts'
import { said } from '../test/cast/words.ts'
import { doWork } from '../test/cast/work.ts'
import { pressOn, requestOf } from './clients.ts'
import { atMost, beside, type Figure } from './figure.ts'
import { type Office, theOffice } from './office.ts'
import { sealMany } from './residents.ts'
import { median, quantile, timed } from './spread.ts'

/** The sixteen that fill the server in the row `intake`, ten times over: none waits before it sends again. */
const BOTS = 160
const RESIDENTS = 20

/** Until the quota of the code is used up, and the line as long as it gets. */
const SWELLING = 3000

/**
 * What a flood adds to a resident's waiting, for the page and for the receipt, at the very code that is flooded. The
 * phone's work is done while somebody writes: nobody waits for it, so it is not counted; its report must not be held.
 */
export async function flood(): Promise<Figure[]> {
  const office = await theOffice()
  const quiet = await residents(office)
  const bots = await startBots(office)
  await sleep(SWELLING)
  const flooded = await residents(office)
  const { accepted, failed, seconds } = await bots.stop()
  if (failed > 0) throw new Error(`${failed} of the bots' reports were not answered with a receipt`)

  const before = median(quiet.waits)
  const added = (part: number) => Math.max(0, quantile(flooded.waits, part) - before) / 1000
  const held = await heldAmong(office, flooded.numbers)
  const delay = atMost(2, { name: 'flood', value: added(0.95), unit: 's more', limit: before / 1000 })
  const kept = atMost(0, { name: 'flood-held', value: held, unit: `of ${RESIDENTS}` })
  return [
    { ...delay, ok: delay.ok && kept.ok },
    beside({ name: 'flood-median', value: added(0.5), unit: 's more' }),
    kept,
    beside({ name: 'flood-bots', value: accepted / seconds, unit: '/s' }),
  ]
}

/** One after the other, as many as there are. */
async function residents(office: Office) {
  const waits: number[] = []
  const numbers: string[] = []
  for (let n = 0; n < RESIDENTS; n++) {
    const { wait, enquiryNumber } = await resident(office)
    waits.push(wait)
    numbers.push(enquiryNumber)
  }
  return { waits, numbers }
}

async function resident({ place, token }: Office) {
  const seat = takeSeat(place.door, place.origin)
  const address = paths.code(token)
  const landing = await timed(async () => (await seat.get(address)).text())
  const { posted } = await sealAsBrowser(seat, token, said.road)
  const work = await doWork(place, token).catch(() => undefined)
  let enquiryNumber = ''
  const sending = await timed(async () => {
    enquiryNumber = await enquiryIn(await seat.ask(address, { ...posted, work }))
  })
  return { wait: landing + sending, enquiryNumber }
}

/** Each sends one report after the other, of which no two are the same: sealed once, under new names each time. */
async function startBots(office: Office) {
  const [post] = await sealMany(office, 1)
  if (!post) throw new Error('nothing was sealed')
  const { id, lookup } = JSON.parse(post.body)
  const request = Buffer.from(requestOf(post, office.origin))
  const places = [
    { at: request.indexOf(id), length: 16 },
    { at: request.indexOf(lookup), length: 32 },
  ]
  let stopped = false
  function* requests() {
    while (!stopped) {
      const another = Buffer.from(request)
      for (const { at, length } of places) another.write(base64url(random(length)), at, 'latin1')
      yield another
    }
  }
  const pressing = pressOn(office.origin, requests(), BOTS)
  return {
    stop() {
      stopped = true
      return pressing
    },
  }
}

async function heldAmong({ place }: Office, numbers: readonly string[]): Promise<number> {
  const rows = await place.house.db
    .select({ held: reports.held })
    .from(reports)
    .where(inArray(reports.enquiryNumber, [...numbers]))
  return rows.filter(({ held }) => held).length
}
