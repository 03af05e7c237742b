import type { Context } from 'hono'
import { shownNow } from '../categories/editions.ts'
import { type Day, dayOf } from '../clock/day.ts'
import { page } from '../http/answer.ts'
import { isForm } from '../http/form-type.ts'
import { mayRecord } from '../http/headers.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import type { Patience } from '../http/in-time.ts'
import { boundaryIn } from '../http/multipart.ts'
import { readerOf } from '../http/reader.ts'
import { frame } from '../i18n/frame.ts'
import { say } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { markTested } from '../posters/moving.ts'
import { type FoundCode, findCode } from '../posters/store.ts'
import type { Tally } from '../posters/tally.ts'
import { readCrockford } from '../sealing/base32.ts'
import { type Closed, callsInstead, saysInstead, whyClosed } from './closing.ts'
import { CodePage } from './code-page.tsx'
import { type Door, type DoorName, doorOf } from './door.ts'
import { drawerOf } from './drawer.ts'
import { residentFaults } from './faults.tsx'
import { filing } from './filing.ts'
import { type Gate, holding, networkOf } from './holding.ts'
import { lockBehind } from './lock.ts'
import { looking } from './looking.ts'
import { MEMORY, memory } from './memory.ts'
import { postPlain } from './post-plain.tsx'
import { postSealed } from './post-sealed.tsx'
import { MOST_READ, ROOM_FOR_WORDS } from './posted-plain.ts'
import { room } from './room.ts'
import { stampedNonce } from './stamped-nonce.ts'
import { StatePage } from './state-page.tsx'
import { Slowed, turns } from './turns.ts'
import { unknownCode } from './unknown-code.tsx'
import { setWork, TRIES } from './work.ts'

/** Room for what a browser seals. */
const ROOM = 64 * 1024
/** A line may stand still for a minute, and slow ones need long for 8 MB. */
const PATIENCE = { still: 60_000, whole: 14 * 60_000 }

export interface Intake {
  grouped: boolean
  gate?: Gate | undefined
  /** How long a form without scripts may be on its way. */
  patience?: Patience | undefined
  /** Where it is counted how often a code is opened and a report begun. */
  tally?: Tally | undefined
}

/** `/c/TOKEN`, and the door past the team: GET shows, POST files. */
export function codeRoutes(house: House, { grouped, gate, tally, patience = PATIENCE }: Intake) {
  const app = new Hono<{ Variables: { phone: string } }>()
  const faults = residentFaults(house)
  const { db, clock, settings } = house
  const file = filing(house, { grouped })
  const { hold, mayBeByPerson, levelAt } = holding(gate, house)
  const look = looking(house, { grouped })
  // What a script fills in waits in a line of its own, and there for long.
  const sealing = {
    persons: turns({ atOnce: 2, waiting: 200 }),
    others: turns({ atOnce: 1, waiting: 20 }),
  }
  const spaceFor = memory(MEMORY)
  // A full line is gone through within a second or two.
  const setting = turns({ atOnce: 1, waiting: 400 })

  async function show(c: Context, to: DoorName) {
    const found = await findCode(db, c.req.param('token') ?? '')
    if (!found) return unknownCode(c, house)
    const { token } = found.code
    // What a phone keeps of a door, it keeps and clears by the door's address: there is one, however it was typed.
    const address = to === 'team' ? paths.code(token) : paths.aboutTeam(token)
    if (c.req.path !== address) return c.redirect(address + new URL(c.req.url).search, 303)
    const door = doorOf(found, to)
    c.set('phone', door.phone)
    const today = dayOf(clock.now())
    const lock = await lockBehind(found, door, today)
    const why = whyClosed(found, door, lock, today)
    if (typeof lock === 'string' || why)
      return closedPage(c, { found, door, why: why ?? 'wrongChain', today })
    mayRecord(c)
    if (to === 'team' && isFromPaper(c)) tally?.count(token, 'scans', today)
    return page(
      c,
      <CodePage
        reader={readerOf(c)}
        found={found}
        door={door}
        signed={lock.signed}
        today={today}
        categories={await shownNow(db, found.round, door.tiles, to === 'office')}
        nonce={await stampedNonce(house.serverSecret, token, clock.now())}
        demo={settings.demo}
      />,
    )
  }

  const tooLarge = (c: Context) => faults.refuse(c, 413)
  const roomForSealed = room(ROOM, tooLarge)
  const roomForPlain = room(ROOM_FOR_WORDS, tooLarge)

  for (const [to, address] of [
    ['team', paths.code(':token')],
    ['office', paths.aboutTeam(':token')],
  ] as const) {
    app.get(address, (c) => show(c, to))
    app.post(
      address,
      async (c, next) => {
        if (isJson(c)) return roomForSealed(c, next)
        // With files it is counted as it comes in, and answered when all of it has come.
        if (boundaryIn(c.req.header('Content-Type'))) return isFarTooLarge(c) ? tooLarge(c) : next()
        return isForm(c) ? roomForPlain(c, next) : faults.refuse(c, 415)
      },
      (c) =>
        isJson(c)
          ? postSealed(c, house, { look, file, hold, to })
          : postPlain(c, house, {
              file,
              hold,
              mayBeByPerson,
              patience,
              tally,
              to,
              space: spaceFor(networkOf(gate, c)),
              sealing: (job, isByPerson) =>
                sealing[isByPerson ? 'persons' : 'others'](job, networkOf(gate, c)),
            }),
    )
    app.all(address, (c) => {
      c.header('Allow', 'GET, HEAD, POST')
      return faults.refuse(c, 405)
    })
  }

  // Who would have to wait for work writes on without it. An unknown code is told what a known one is.
  app.get(paths.work(':token'), async (c) => {
    const token = readCrockford(c.req.param('token') ?? '') ?? ''
    if (c.req.query('first') !== undefined) tally?.count(token, 'starts', dayOf(clock.now()))
    const most = TRIES[levelAt(c, token)]
    const set = () => setWork(house.serverSecret, token, most, clock.now())
    const work = most > 0 && (await setting(set, networkOf(gate, c)))
    return work && !(work instanceof Slowed) ? c.json(work) : c.body(null, 204)
  })

  interface Shut {
    found: FoundCode
    door: Door
    why: Closed
    today: Day
  }

  async function closedPage(c: Context, { found, door, why, today }: Shut) {
    const reader = readerOf(c)
    // Whoever prepares a notice scans it: that this page could be shown is the test. Only the team's own door has
    // checked the team's chain.
    if (why === 'draft' && door.to === 'team' && found.code.state === 'draft')
      await markTested(db, found.code.token, clock.now())
    // Who could change the keys could change the team's name and its telephone too.
    const isForged = why === 'wrongChain'
    const call = callsInstead(why, found, door)
    return page(
      c,
      <StatePage
        reader={reader}
        letterhead={isForged ? say(reader.lang, frame.title) : door.keeperName}
        here={door.address}
        phone={isForged ? undefined : (call ?? door.phone)}
        demo={settings.demo}
        sentences={saysInstead(why, found, door, reader.lang, today)}
        call={call}
        drawer={isForged ? undefined : drawerOf(found.code.token, door.keeper)}
      />,
      why === 'revoked' ? 410 : 200,
    )
  }

  return app
}

/** Without the query of a language or a size, and asked for to be looked at now: not by a script, not beforehand. */
const isFromPaper = (c: Context) =>
  c.req.method === 'GET' &&
  !c.req.url.includes('?') &&
  /^(document)?$/.test(c.req.header('Sec-Fetch-Dest') ?? '') &&
  !c.req.header('Sec-Purpose')

const isJson = (c: Context) => /^application\/json\b/i.test(c.req.header('Content-Type') ?? '')
const isFarTooLarge = (c: Context) => Number(c.req.header('Content-Length') ?? 0) > MOST_READ
