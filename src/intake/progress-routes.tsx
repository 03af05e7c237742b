import type { Context } from 'hono'
import { dayOf } from '../clock/day.ts'
import { page, type Status } from '../http/answer.ts'
import { isForm } from '../http/form-type.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { readerOf } from '../http/reader.ts'
import { answer } from '../i18n/answering.ts'
import { fault } from '../i18n/fault.ts'
import { fill, say, textOf } from '../i18n/speak.ts'
import { findOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { isOver } from '../reports/resident-stages.ts'
import { findByLookup } from '../reports/store.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { answering, type Found } from './answering.tsx'
import { AskPage } from './ask-page.tsx'
import { type Answerable, askedFor } from './asking.ts'
import { addMessage, conversationOf, forgetContact, sealedMessage, sealHere } from './conversing.ts'
import { residentFaults } from './faults.tsx'
import { type Gate, networkOf } from './holding.ts'
import { readNonce } from './posted-form.ts'
import { room } from './room.ts'
import { lengthOf, longest, tidy } from './rules.ts'
import { SlowedPage } from './slowed-page.tsx'
import { turns } from './turns.ts'

const ROOM = 128 * 1024
const statusOf = { length: 422, digit: 422, nothing: 404, slowed: 429 } as const

const textIn = ({ text }: Record<string, unknown>) => (typeof text === 'string' ? text : '')

/** Whether somebody is adding something: the browser that seals it says only that. */
const isAdding = (body: Record<string, unknown>) => textIn(body).trim() !== '' || body.adding === 'yes'

/**
 * The query code, and what it leads to. Answers to posts are pages: a redirect would need a cookie, or the code in an
 * address.
 */
export function progressRoutes(house: House, gate?: Gate) {
  const app = new Hono()
  const faults = residentFaults(house)
  const { db, clock, settings } = house
  const answerPage = answering(house)
  const lookups = turns({ atOnce: 2, waiting: 30 })
  const fits = room(ROOM, (c) => faults.refuse(c, 413))

  app.get(paths.progress, (c) => askPage(c))

  // Asked for in another size or language, the page keeps what was being added.
  app.post(paths.progress, fits, (c) =>
    withReport(c, (found, body) => {
      const text = textIn(body)
      if (isAdding(body) && isOver(found.report, dayOf(clock.now())))
        return answerPage(c, found, { status: 409, tooLate: text })
      return answerPage(c, found, { unsent: { text, mistake: '' } })
    }),
  )

  app.post(paths.progressMessage, fits, (c) =>
    withReport(c, async (found, body) => {
      const { lang } = readerOf(c)
      const text = tidy(textIn(body))
      const again = (status: Status, mistake: string) =>
        answerPage(c, found, { status, unsent: { text, mistake } })
      const message = found.opener ? await readPlain(found, text, body) : sealedMessage.safeParse(body).data
      const isSealed = typeof message === 'object'
      if (!isSealed && isOver(found.report, dayOf(clock.now())))
        return answerPage(c, found, { status: 409, tooLate: text })
      if (message === 'empty') return again(422, say(lang, answer.addEmpty))
      if (typeof message === 'number') {
        return again(422, fill(textOf(lang, answer.addLong), { n: message }))
      }
      // The page they get has the words in it, and a nonce of its own.
      if (!message) return again(400, say(lang, fault.stale))
      const added = await addMessage(house, found.report, message)
      if (added === 'over') return answerPage(c, await anew(found), { status: 409, tooLate: text })
      if (added === 'overtaken') return again(409, say(lang, answer.overtaken))
      if (added === 'too many') return again(409, say(lang, answer.tooMany))
      if (added === 'too many files') return again(409, say(lang, answer.tooMuch))
      const notice = say(lang, 'promised' in message && message.promised ? answer.sentWith : answer.sent)
      return answerPage(c, await anew(found), { notice })
    }),
  )

  app.post(paths.progressErase, fits, (c) =>
    withReport(c, async (found) => {
      const { lang } = readerOf(c)
      const erased = await forgetContact(house, found.report)
      const [status, notice] =
        erased === 'erased' ? ([200, answer.erased] as const) : ([409, answer.overtaken] as const)
      return answerPage(c, await anew(found), { status, notice: say(lang, notice) })
    }),
  )

  for (const path of [paths.progress, paths.progressMessage, paths.progressErase]) {
    app.all(path, (c) => {
      c.header('Allow', path === paths.progress ? 'GET, HEAD, POST' : 'POST')
      return faults.refuse(c, 405)
    })
  }

  async function withReport(
    c: Context,
    act: (found: Found, body: Record<string, unknown>) => Response | Promise<Response>,
  ): Promise<Response> {
    if (!isForm(c)) return faults.refuse(c, 415)
    const body: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
    const asked = await askedFor(house, (job) => lookups(job, networkOf(gate, c)), body)
    if (asked.ok) return act(asked, body)
    const { unasked, typed } = asked
    if (unasked.why !== 'slowed') {
      const isLost = unasked.why === 'nothing' && (c.req.path === paths.progressMessage || isAdding(body))
      return askPage(c, asked, isLost ? textIn(body) : undefined)
    }
    c.header('Retry-After', String(unasked.n))
    const asksOnly = c.req.path === paths.progress && !textIn(body).trim()
    return asksOnly ? askPage(c, asked) : slowedPage(c, unasked.n, typed, body)
  }

  /** Whoever was adding something has typed more than a code. */
  async function slowedPage(c: Context, seconds: number, code: string, body: Record<string, unknown>) {
    const nonce = base64url(readNonce(body) ?? random(16))
    const office = await findOffice(db)
    return page(
      c,
      <SlowedPage
        reader={readerOf(c)}
        phone={office?.phone}
        demo={settings.demo}
        seconds={seconds}
        asker={{ code, nonce }}
        text={c.req.path === paths.progressErase ? undefined : textIn(body)}
      />,
      429,
    )
  }

  async function askPage(c: Context, not?: Extract<Answerable, { ok: false }>, tooLate?: string) {
    const reader = readerOf(c)
    const office = await findOffice(db)
    return page(
      c,
      <AskPage
        reader={reader}
        phone={office?.phone}
        demo={settings.demo}
        salt={office ? base64url(office.codeSalt) : ''}
        {...(not && { typed: not.typed, unasked: not.unasked, tooLate })}
      />,
      not ? statusOf[not.unasked.why] : 200,
    )
  }

  /** The report as it is after what was just done. */
  async function anew(found: Found): Promise<Found> {
    const report = found.report.lookupHash && (await findByLookup(db, found.report.lookupHash))
    return report ? { ...found, report } : found
  }

  /** Seals what came as text; `empty`, or how many characters too many, or nothing when it cannot be sealed. */
  async function readPlain({ report, opener }: Found, text: string, body: Record<string, unknown>) {
    const over = lengthOf(text) - longest.text
    if (!text) return 'empty'
    if (over > 0) return over
    const nonce = readNonce(body)
    const conversation = opener && (await conversationOf(house, report, opener.key))
    if (!opener || !nonce || !conversation) return undefined
    return sealHere(house, report, conversation, { text, nonce, code: opener.code })
  }

  return app
}
