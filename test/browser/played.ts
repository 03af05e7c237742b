import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '../../src/app.tsx'
import type { House } from '../../src/http/house.ts'
import { openHouse } from '../../src/node/open-house.ts'
import { serveHouse } from '../../src/node/serving.ts'
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

/** A data folder in which the fifty days have passed. Its notices name the port. */
interface Prepared {
  dataDir: string
  port: number
  codes: PlayedCode[]
}

let prepared: Promise<Prepared> | undefined
let latest: Promise<Played> | undefined

/**
 * Plays once for all files that a worker runs one after the other; each gets a copy of the folder, on the same port.
 */
export function startPlayed(): Promise<Played> {
  const before = latest
  prepared ??= prepare()
  latest = serveCopy(prepared, before)
  return latest
}

async function serveCopy(source: Promise<Prepared>, before: Promise<Played> | undefined): Promise<Played> {
  const { dataDir: folder, port, codes } = await source
  // A file that failed at its beginning has not left.
  await before?.then(
    (played) => played.leave(),
    () => {},
  )
  const dataDir = newFolder()
  cpSync(folder, dataDir, { recursive: true })
  const { settings, origin } = at(dataDir, port)
  const { house, settle, close } = await openHouse(settings)
  const serving = await serveHouse({ house, settle })
  const end = async () => {
    await serving.close()
    close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  let ended: Promise<void> | undefined
  return {
    origin,
    house,
    codes,
    place: { house, origin, door: door(house) },
    leave() {
      ended ??= end()
      return ended
    },
  }
}

async function prepare(): Promise<Prepared> {
  const dataDir = newFolder()
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  // The runner ends its workers by a signal, which alone would end them at once.
  process.once('SIGTERM', () => process.exit())
  const port = await freePort()
  const { settings, origin } = at(dataDir, port)
  const { house, settle, close } = await openHouse(settings)
  const codes = await playRound(house.db, (clock) => {
    const played = { ...house, clock }
    return { house: played, origin, door: door(played) }
  })
  await settle()
  close()
  return { dataDir, port, codes }
}

const newFolder = () => mkdtempSync(join(tmpdir(), 'mashang-played-'))

function at(dataDir: string, port: number) {
  const origin = `http://127.0.0.1:${port}`
  const settings = { PORT: String(port), PUBLIC_URL: origin, DATA_DIR: dataDir, MASHANG_DEMO: '1' }
  return { origin, settings: readSettings(settings) }
}

function door(house: House): Place['door'] {
  const app = createApp(house, { grouped: true })
  return (address, request) => app.request(address, request)
}

/** The address stands on paper before anything listens on it. */
export function freePort(): Promise<number> {
  return new Promise((found) => {
    const trial = createServer()
    trial.listen(0, '127.0.0.1', () => {
      const { port } = trial.address() as AddressInfo
      trial.close(() => found(port))
    })
  })
}
