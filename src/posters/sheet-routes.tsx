import type { Context } from 'hono'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { withdrawReasonWords } from '../i18n/codes.ts'
import { officeSaid } from '../i18n/office.ts'
import { sheetProblems, sheetWords } from '../i18n/sheets.ts'
import { type Lang, say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import { deskOf } from '../queue/desk.ts'
import { isNoticeNumber } from '../sealing/notice-number.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { withdrawReasons } from './code-states.ts'
import { listToCheck } from './patrol.ts'
import { findPhoto, storePhoto } from './photos.ts'
import { leadsHere, scannedIn } from './scanned.ts'
import { officeSheets, type SheetDesk, teamSheets } from './sheet-desk.tsx'
import { asked, movedFrom } from './sheet-fields.ts'
import { findSheet, listNotices, listSheets, moveSheet } from './sheet-moving.ts'
import { type OwnNotice, type Seen, SheetPage } from './sheet-page.tsx'
import { type SheetMove, sheetMoves, teamMoves } from './sheets.ts'
import { SheetsPage } from './sheets-page.tsx'
import { type Code, type FoundCode, findCode, findCodeByNumber, isLive, listCodes } from './store.ts'

/** Through which door the sheets are looked at: its addresses, whose desk it is, and which notices are its own. */
interface Door {
  check: string
  list: string
  sheet: string
  photo: string
  moves: readonly SheetMove[]
  deskOf(c: Context<DeskEnv>): Promise<SheetDesk | undefined>
  isOwn(c: Context<DeskEnv>, code: Code): boolean
  listOwn?(c: Context<DeskEnv>): Promise<readonly OwnNotice[]>
}

/** The office's door to all notices, and each team's to those of its own units. */
export function sheetRoutes(house: House): Hono<DeskEnv> {
  const office: Door = {
    check: paths.checkSheets,
    list: paths.sheetsOf(':token'),
    sheet: paths.sheet(':token', ':sheet'),
    photo: paths.sheetPhoto(':token', ':sheet'),
    moves: Object.keys(sheetMoves) as SheetMove[],
    deskOf: async (c) => officeSheets(await officeFrame(c, house)),
    isOwn: () => true,
  }
  const team: Door = {
    check: paths.teamNotices(':team'),
    list: paths.teamSheetsOf(':team', ':token'),
    sheet: paths.teamSheet(':team', ':token', ':sheet'),
    photo: paths.teamSheetPhoto(':team', ':token', ':sheet'),
    moves: teamMoves,
    async deskOf(c) {
      const desk = await deskOf(c, house)
      const said = c.req.query('said') === 'sheet' ? officeSaid.sheet : undefined
      return desk?.team.roundId ? teamSheets(desk, said && say(desk.lang, said)) : undefined
    },
    isOwn: (c, { teamId }) => teamId === c.get('role').team,
    listOwn: (c) => listNotices(house.db, c.get('role').team),
  }
  return new Hono<DeskEnv>().route('/', sheetDoor(house, office)).route('/', sheetDoor(house, team))
}

/** Checking the sheets that hang: what is genuine, where each is, how it was found. */
function sheetDoor(house: House, door: Door): Hono<DeskEnv> {
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
  }
  const show = async (c: Context<DeskEnv>, shown: Shown, status?: 409 | 422) => {
    const desk = await door.deskOf(c)
    if (!desk) return c.notFound()
    const props = {
      desk,
      today: today(),
      own: await door.listOwn?.(c),
      toCheck: shown.seen ? [] : await listToCheck(db, today(), door.listOwn && c.get('role').team),
      ...shown,
      filled: shown.filled ?? { typed: { on: today() } },
    }
    return page(c, <SheetPage {...props} />, status)
  }

  app.get(door.check, async (c) => {
    const typed = c.req.query()
    if (typed.number === undefined && typed.sheet === undefined) return show(c, { asked: { typed } })
    const { lang } = deskReader(c)
    const unknown = { asked: { typed }, told: say(lang, sheetWords.unknown) }
    const scanned = scannedIn(typed.number ?? '')
    if (scanned) {
      const code = (await leadsHere(db, scanned)) && (await findCode(db, scanned.token))?.code
      if (!code) return show(c, unknown)
      typed.number = code.noticeNumber
    }
    const read = asked.safeParse(typed)
    // Six digits that cannot be one of ours stand on a forgery sooner than they are a slip of whoever reads them off.
    const number = asked.shape.number.safeParse(typed.number)
    if (number.success && !isNoticeNumber(number.data)) return show(c, unknown)
    if (!read.success) {
      const problems = Object.fromEntries(
        read.error.issues.map(({ path, message }) => [String(path[0]), message]),
      )
      return show(c, { asked: refusedForm(lang, sheetProblems, { typed, problems }) }, 422)
    }
    const found = await findCodeByNumber(db, read.data.number)
    if (!found) return show(c, unknown)
    if (!door.isOwn(c, found.code)) return show(c, { asked: { typed }, told: say(lang, sheetWords.notYours) })
    const sheet = Number(read.data.sheet)
    const seen = await seenOf(c, found, sheet)
    const none = { n: found.code.sheets, sheet }
    return show(c, { asked: { typed }, seen, told: seen ? undefined : say(lang, sheetWords.noSheet, none) })
  })

  app.get(door.list, async (c) => {
    const found = await findCode(db, c.req.param('token') ?? '')
    const desk = await door.deskOf(c)
    if (!found || !desk || !door.isOwn(c, found.code)) return c.notFound()
    const props = { desk, today: today(), code: found.code, unit: found.unit.name }
    return page(c, <SheetsPage {...props} sheets={await listSheets(db, found.code)} />)
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
