import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reports } from '../src/reports/tables.ts'
import { type Server, startServer } from './browser/server.ts'
import type { Place } from './cast/at-desk.ts'
import { openVillageIn, type Peopled } from './cast/peopled.ts'
import { lookUp, sealAsBrowser } from './cast/residents.ts'
import { takeSeat } from './cast/seat.ts'
import { said } from './cast/words.ts'
import { placeAt } from './traces/at-server.ts'

describe('acknowledged means kept', () => {
  let server: Server
  let place: Place
  let village: Peopled
  let closeDatabase: () => void

  beforeAll(async () => {
    server = await startServer()
    const { place: at, close } = await placeAt(server)
    place = at
    closeDatabase = close
    village = await openVillageIn(place)
  }, 90_000)

  afterAll(async () => {
    closeDatabase()
    await server.leave()
  })

  it('no report with a receipt is lost when the server is killed while others are on their way', async () => {
    const waves = 3
    const acknowledged: { code: string; number: string }[] = []
    for (let wave = 0; wave < waves; wave++) {
      const seats = Array.from({ length: 12 }, () => takeSeat(place.door, place.origin))
      const drafts = await Promise.all(seats.map((seat) => sealAsBrowser(seat, village.token, said.road)))
      const sent = drafts.map(async ({ code, posted }, at) => {
        const receipt = await seats[at]!.ask(`/c/${village.token}`, posted).catch(() => undefined)
        const page = receipt?.status === 200 ? await receipt.text().catch(() => '') : ''
        const number = page.replace(/<[^>]*>/g, ' ').match(/受理号\s*(\d{3}\s?\d{3})/)?.[1]
        if (number) acknowledged.push({ code, number })
      })
      await Promise.race(sent)
      await server.stop('SIGKILL')
      await Promise.all(sent)
      await server.start()
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(waves)
    for (const { code, number } of acknowledged) {
      const { html } = await lookUp(place, code)
      expect(html).toContain('收到了')
      // And it is the report of this receipt, not another's.
      const [kept] = await place.house.db
        .select({ id: reports.id })
        .from(reports)
        .where(eq(reports.enquiryNumber, number.replace(/\s/g, '')))
      expect(html).toContain(`data-report="${kept?.id}"`)
    }
  }, 90_000)
})
