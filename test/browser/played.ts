import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app.tsx'
import type { House } from '../../src/http/house.ts'
import { openHouse, serveHouse } from '../../src/node.ts'
import { readSettings } from '../../src/settings.ts'
import type { Place } from '../cast/at-desk.ts'
import { type PlayedCode, playRound } from '../cast/play.ts'

/** An office that has been at work for fifty days, served on loopback, and whose rows a test may look at. */
export interface Played {
  origin: string
  house: House
  /** For the cast, who goes on working beside the browsers. */
  place: Place
  codes: PlayedCode[]
  leave(): Promise<void>
}

export async function startPlayed(): Promise<Played> {
  const dataDir = mkdtempSync(join(tmpdir(), 'mashang-played-'))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const settings = readSettings({
    PORT: String(port),
    PUBLIC_URL: origin,
    DATA_DIR: dataDir,
    MASHANG_DEMO: '1',
  })
  const { house, settle, close } = await openHouse(settings)
  const door = (played: House) => {
    const app = createApp(played, { grouped: true })
    return (address: string, request: RequestInit) => app.request(address, request)
  }
  const codes = await playRound(house.db, (clock) => {
    const played = { ...house, clock }
    return { house: played, origin, door: door(played) }
  })
  const serving = await serveHouse({ house, settle })
  return {
    origin,
    house,
    place: { house, origin, door: door(house) },
    codes,
    async leave() {
      await serving.close()
      close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** The address stands on paper before anything listens on it. */
function freePort(): Promise<number> {
  return new Promise((found) => {
    const trial = createServer()
    trial.listen(0, '127.0.0.1', () => {
      const { port } = trial.address() as AddressInfo
      trial.close(() => found(port))
    })
  })
}
