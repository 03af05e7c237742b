import { createExecutionContext, env } from 'cloudflare:test'
import { nanoid } from 'nanoid'
import { r2Blobs } from '../../src/blobs/r2.ts'
import type { Db } from '../../src/db/db.ts'
import { keepClock } from '../../src/holidays/keep-clock.ts'
import { utf8 } from '../../src/sealing/bytes.ts'
import { readSettings } from '../../src/settings.ts'
import worker from '../../src/worker.ts?uploaded'
import type { Place } from '../cast/at-desk.ts'

/** The Worker as it is uploaded, with this database behind it, and the house that its tests look into. */
export const placeOn = (db: Db, bindings: Parameters<typeof worker.fetch>[1]): Place => ({
  house: {
    db,
    blobs: r2Blobs(env.BLOBS),
    clock: keepClock(db, () => new Date()),
    newId: () => nanoid(),
    settings: readSettings({}),
    serverSecret: utf8(env.SERVER_SECRET),
    setupSecret: env.SETUP_SECRET,
    complain: () => {},
  },
  origin: 'https://mashang.example',
  door: (address, request) =>
    worker.fetch(
      new Request(address, request),
      { ASSETS: env.ASSETS, ...bindings },
      createExecutionContext(),
    ),
})
