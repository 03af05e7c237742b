import type { Context } from 'hono'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { withdrawReasonWords } from '../i18n/codes.ts'
import { sheetProblems, sheetWords } from '../i18n/sheets.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { printedOrigins } from '../office/store.ts'
import { isNoticeNumber } from '../sealing/notice-number.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { withdrawReasons } from './code-states.ts'
import { listToCheck } from './patrol.ts'
import { findPhoto, storePhoto } from './photos.ts'
import { leadsHere, readOff, type Scanned, scannedIn } from './scanned.ts'
import { type Door, officeDoor, teamDoor } from './sheet-door.ts'
import { asked, movedFrom } from './sheet-fields.ts'
import { findSheet, moveSheet } from './sheet-moving.ts'
import { type Seen, SheetPage } from './sheet-page.tsx'
import { sheetsRoutes } from './sheets-routes.tsx'
import { type FoundCode, findCode, findCodeByNumber, isLive, listCodes } from './store.ts'

/** The office's door to all notices, and each team's to those of its own units. */
export function sheetRoutes(house: House): Hono<DeskEnv> {
  const doors = [officeDoor(house), teamDoor(house)].flatMap((door) => [
    checkRoutes(house, door),
    sheetsRoutes(house, door),
  ])
  return doors.reduce((app, routes) => app.route('/', routes), new Hono<DeskEnv>())
}

/** Checking the sheets that hang: what is genuine, where each is, how it was found. */
function checkRoutes(house: House, door: Door): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()
  const today = () => dayOf(clock.now())

  const warningOf = async (lang: Lang, { code }: FoundCode) => {
    if (isLive(code)) return code.state === 'inUse' ? undefined : say(lang, sheetWords.notInUse)
    const others = await listCodes(db, code.roundId)
    const now = others.find(({ unitId, state }) => unitId === code.unitId && state === 'inUse')
    const reason = withdrawReasons.find((one) => one === code.withdrawnWhy)
    const why = reason ? `${say(lang, withdrawReasonWords[reason])}。` : ''
    const instead = now ? say(lang, sheetWords.insteadNow, { number: now.noticeNumber }) : ''
    return say(lang, sheetWords.withdrawn, { why: lang === 'en' ? instead : why + instead })
  }

  const seenOf = async (c: Context, found: FoundCode, number: number): Promise<Seen | undefined> => {
    const sheet = await findSheet(db, found.code, number)
    if (!sheet) return undefined
    const warning = await warningOf(deskReader(c).lang, found)
    const photographedOn = (await findPhoto(db, found.code, number))?.takenOn
    return { code: found.code, unit: found.unit.name, sheet, warning, photographedOn }
  }

  interface Shown {
    asked: Filled
    seen?: Seen | undefined
    filled?: Filled
    told?: string | undefined
    tone?: 'ok' | 'warn' | undefined
  }
  const show = async (c: Context<DeskEnv>, shown: Shown, status?: 409 | 422) => {
    const desk = await door.deskOf(c)
    if (!desk) return c.notFound()
    const props = {
      desk,
      today: today(),
      origins: await printedOrigins(db),
      own: await door.listOwn?.(c),
      toCheck: shown.seen ? [] : await listToCheck(db, today(), door.listOwn && c.get('role').team),
      ...shown,
      filled: shown.filled ?? { typed: { on: today() } },
    }
    return page(c, <SheetPage {...props} />, status)
  }

  /** What an address leads to that was read off a code or pasted: a notice of ours, or nothing. */
  const foundAt = async (scanned: Scanned | undefined) =>
    scanned && (await leadsHere(db, scanned)) ? findCode(db, scanned.token) : undefined

  app.get(door.check, async (c) => {
    const { code, ...typed } = c.req.query()
    if (code === undefined && typed.number === undefined && typed.sheet === undefined)
      return show(c, { asked: { typed } })
    const { lang } = deskReader(c)
    const tell = (told: string, tone?: 'ok' | 'warn') => show(c, { asked: { typed }, told, tone })
    const unknown = () => tell(say(lang, code === undefined ? sheetWords.unknown : sheetWords.foreign))
    const scanned = code === undefined ? scannedIn(typed.number ?? '') : readOff(code)
    if (scanned || code !== undefined || typed.number?.includes('://')) {
      const found = await foundAt(scanned)
      if (!found) return unknown()
      typed.number = found.code.noticeNumber
      // A code does not say on which sheet it stands: the notice is told of until somebody does.
      if (scanned?.origin && !typed.sheet) {
        if (!door.isOwn(c, found.code)) return tell(say(lang, sheetWords.notYours))
        const warning = (await warningOf(lang, found)) ?? ''
        return tell(
          say(lang, sheetWords.realCode, { unit: found.unit.name, warning }),
          warning ? 'warn' : 'ok',
        )
      }
    }
    const read = asked.safeParse(typed)
    // Six digits that cannot be one of ours stand on a forgery sooner than they are a slip of whoever reads them off.
    const number = asked.shape.number.safeParse(typed.number)
    if (number.success && !isNoticeNumber(number.data)) return unknown()
    if (!read.success) {
      const problems = Object.fromEntries(
        read.error.issues.map(({ path, message }) => [String(path[0]), message]),
      )
      return show(c, { asked: refusedForm(lang, sheetProblems, { typed, problems }) }, 422)
    }
    const found = await findCodeByNumber(db, read.data.number)
    if (!found) return unknown()
    if (!door.isOwn(c, found.code)) return tell(say(lang, sheetWords.notYours))
    const sheet = Number(read.data.sheet)
    const seen = await seenOf(c, found, sheet)
    const none = { n: found.code.sheets, sheet }
    return show(c, { asked: { typed }, seen, told: seen ? undefined : say(lang, sheetWords.noSheet, none) })
  })

  /** The sheet in the address, as it is now. */
  const findSeen = async (c: Context<DeskEnv>) => {
    const found = await findCode(db, c.req.param('token') ?? '')
    if (!found || !door.isOwn(c, found.code)) return undefined
    const seen = await seenOf(c, found, Number(c.req.param('sheet')))
    if (!seen) return undefined
    const { code, sheet } = seen
    return { seen, asked: { typed: { number: code.noticeNumber, sheet: String(sheet.number) } } }
  }

  app.get(door.photo, async (c) => {
    const found = await findSeen(c)
    const photo = found && (await findPhoto(db, found.seen.code, found.seen.sheet.number))
    const bytes = photo && (await house.blobs.get(photo.name))
    return bytes ? c.body(bytes, 200, { 'Content-Type': 'image/jpeg' }) : c.notFound()
  })

  app.post(
    door.sheet,
    form(movedFrom(door.moves), async (c, refused) => {
      const found = await findSeen(c)
      if (!found) return c.notFound()
      return show(c, { ...found, filled: refusedForm(deskReader(c).lang, sheetProblems, refused) }, 422)
    }),
    async (c) => {
      const found = await findSeen(c)
      if (!found) return c.notFound()
      const { lang } = deskReader(c)
      const { move, place, on, photo } = c.req.valid('form')
      const typed = typedIn(await c.req.parseBody())
      if (move === 'post' && on > today()) {
        const refused = { typed, problems: { on: 'on' } }
        return show(c, { ...found, filled: refusedForm(lang, sheetProblems, refused) }, 422)
      }
      const { code, sheet } = found.seen
      const hand = handOf(c, house)
      const more = photo && (await storePhoto(house, code, sheet.number, photo, today()))
      const outcome = await moveSheet(db, code, sheet.number, move, { place, on }, hand, more)
      if (outcome === 'done') {
        const here = door.check.replace(':team', c.req.param('team') ?? '')
        return done(c, `${here}?number=${code.noticeNumber}&sheet=${sheet.number}`, 'sheet')
      }
      const told = say(lang, outcome === 'too many' ? sheetWords.tooMany : sheetWords.overtaken)
      return show(c, { ...((await findSeen(c)) ?? found), filled: { typed }, told }, 409)
    },
  )
  return app
}
