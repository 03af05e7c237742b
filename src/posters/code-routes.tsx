import type { Context } from 'hono'
import * as z from 'zod/mini'
import { done, page } from '../http/answer.ts'
import { form } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { codeProblems, codeWords } from '../i18n/codes.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { OFFICE } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { canMove, withdrawReasons } from './code-states.ts'
import { CodesPage } from './codes-page.tsx'
import { type CodesView, givingWay, openable, viewCodes, waiting } from './codes-view.ts'
import { missingLine } from './codes-words.ts'
import { openCodes, withdrawCode } from './moving.ts'
import { listSheets } from './sheet-moving.ts'
import { findCode } from './store.ts'
import { WithdrawPage } from './withdraw-page.tsx'

const openForm = z.object({ tokens: z.string() })
const withdrawForm = z.object({ why: z.enum(withdrawReasons, 'why'), instead: z.optional(z.string()) })

/** The codes of a round: put in use, withdrawn. */
export function codeRoutes(house: House): Hono<DeskEnv> {
  const { db } = house
  const app = new Hono<DeskEnv>()

  const show = async (c: Context<DeskEnv>, roundId: string, notDone?: string) => {
    const view = await viewCodes(house, roundId)
    if (!view) return c.notFound()
    const frame = await officeFrame(c, house)
    const own = await listOwnKeys(db, c.get('staff').id, [OFFICE])
    return page(c, <CodesPage frame={frame} view={view} own={own} notDone={notDone} />, notDone ? 409 : 200)
  }

  const overtaken = (c: Context<DeskEnv>, roundId: string) =>
    show(c, roundId, say(deskReader(c).lang, codeWords.overtaken))

  /** A code as its row shows it, with the row's unit and the code of it that waits. */
  const findSeen = async (c: Context) => {
    const found = await findCode(db, c.req.param('token') ?? '')
    const view = found && (await viewCodes(house, found.round.id))
    const unit = view?.units.find((row) => row.codes.some(({ code }) => code.token === found?.code.token))
    const seen = unit?.codes.find(({ code }) => code.token === found?.code.token)
    return view && unit && seen ? { view, unit, ...seen } : undefined
  }
  type Seen = NonNullable<Awaited<ReturnType<typeof findSeen>>>

  /** What would take the code's place. Its own absence is not what it lacks. */
  const insteadOf = (c: Context, { unit, code }: Seen) => {
    const next = waiting(unit)
    if (!next || next.token === code.token) return undefined
    const seen = unit.codes.find((row) => row.code.token === next.token)
    const missing = (seen?.missing ?? []).filter(
      (name) => name !== 'other' || unit.inUse !== code.noticeNumber,
    )
    return { code: next, lacks: missingLine(deskReader(c).lang, { missing }, unit) }
  }

  app.get(paths.codes(':round'), (c) => show(c, c.req.param('round') ?? ''))

  /** What they take the place of goes in the same batch. */
  const putInUse = async (c: Context<DeskEnv>, view: CodesView, tokens: readonly string[]) => {
    const old = givingWay(view, tokens)
    return (await openCodes(db, tokens, handOf(c, house), old)) === 'done'
      ? done(c, paths.codes(view.round.id), old.length > 0 ? 'replaced' : 'opened')
      : overtaken(c, view.round.id)
  }

  /**
   * All that the page showed as ready and an administrator's browser has checked, or none: never one it did not show.
   */
  app.post(
    paths.codes(':round'),
    form(openForm, (c) => overtaken(c, c.req.param('round') ?? '')),
    async (c) => {
      const view = await viewCodes(house, c.req.param('round') ?? '')
      if (!view) return c.notFound()
      const shown = view.units.flatMap(({ codes }) => codes.map(({ code }) => code))
      const isOpen = (token: string) => shown.some((code) => code.token === token && code.state === 'inUse')
      const asked = c.req
        .valid('form')
        .tokens.split(' ')
        .filter((token) => !isOpen(token))
      const isReady = (token: string) => openable(view).some((code) => code.token === token)
      return asked.every(isReady) ? putInUse(c, view, asked) : overtaken(c, view.round.id)
    },
  )

  app.post(paths.openCode(':token'), async (c) => {
    const seen = await findSeen(c)
    if (!seen) return c.notFound()
    const { code, missing, unit, view } = seen
    const { lang } = deskReader(c)
    const roundId = code.roundId
    if (code.state === 'inUse') return done(c, paths.codes(roundId), 'opened')
    if (missing.length > 0) {
      const what = say(lang, codeWords.missing, { what: missingLine(lang, { missing }, unit) })
      return show(c, roundId, `${say(lang, codeWords.notReady)}${what}`)
    }
    return putInUse(c, view, [code.token])
  })

  const ask = async (c: Context<DeskEnv>, seen: Seen, filled: Filled = { typed: {} }, again?: 422) => {
    const frame = await officeFrame(c, house)
    const props = {
      frame,
      code: seen.code,
      sheets: (await listSheets(house.db, seen.code)).length,
      unitName: seen.unit.unit.name,
      instead: insteadOf(c, seen),
      filled,
    }
    return page(c, <WithdrawPage {...props} />, again)
  }

  app.get(paths.withdrawCode(':token'), async (c) => {
    const seen = await findSeen(c)
    if (!seen) return c.notFound()
    if (!canMove('withdraw', seen.code.state)) return c.redirect(paths.codes(seen.code.roundId), 303)
    return ask(c, seen)
  })

  app.post(
    paths.withdrawCode(':token'),
    form(withdrawForm, async (c, refused) => {
      const seen = await findSeen(c)
      return seen ? ask(c, seen, refusedForm(deskReader(c).lang, codeProblems, refused), 422) : c.notFound()
    }),
    async (c) => {
      const seen = await findSeen(c)
      if (!seen) return c.notFound()
      const { why, instead } = c.req.valid('form')
      const { lang } = deskReader(c)
      const next = insteadOf(c, seen)
      if (instead && (instead !== next?.code.token || next.lacks !== '')) {
        const refused = { typed: { why }, problems: { instead: 'instead' } }
        return ask(c, seen, refusedForm(lang, codeProblems, refused), 422)
      }
      const moved = await withdrawCode(db, seen.code.token, why, instead || undefined, handOf(c, house))
      const { roundId } = seen.code
      if (moved !== 'done') return overtaken(c, roundId)
      return done(c, paths.codes(roundId), instead ? 'replaced' : 'withdrawn')
    },
  )
  return app
}
