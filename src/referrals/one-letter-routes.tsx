import type { Context } from 'hono'
import * as z from 'zod/mini'
import { dayOf } from '../clock/day.ts'
import { done, page } from '../http/answer.ts'
import { sealedId, sealedLong } from '../http/binary.ts'
import { line, maybe, seen } from '../http/fields.ts'
import { form, typedIn } from '../http/form.ts'
import { Hono } from '../http/hono.ts'
import type { House } from '../http/house.ts'
import { letterProblems, letters as words } from '../i18n/letters.ts'
import { say } from '../i18n/speak.ts'
import { officeFrame } from '../office/home-frame.ts'
import { theOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import type { DeskEnv } from '../staff/guard.ts'
import { handOf } from '../staff/hand.ts'
import { deskReader } from '../staff/language.ts'
import { OFFICE } from '../staff/roles.ts'
import { listOwnKeys } from '../staff/store.ts'
import { type Filled, refusedForm } from '../ui/field.tsx'
import { deliverLetter, printLetter, receiptLetter } from './delivery.ts'
import { LetterPage } from './letter-page.tsx'
import { viewLetter } from './letter-view.ts'
import { urgencies } from './marks.ts'
import { paperDay, receiptForm } from './receipt-form.tsx'
import { sendBack } from './sending-back.ts'
import { listReaders, signersOf } from './signers.ts'
import { letterNumber, listCopyUnits, type Signed, signLetter } from './signing.ts'
import { findReferral, type Referral, wasTakenAway } from './store.ts'
import { lateSince } from './supervising.ts'
import { listSupervisions } from './supervisions.ts'
import { TakenAwayPage } from './taken-away-page.tsx'

const deliverForm = z.object({ steps: seen, how: z.enum(['hand', 'paper', 'inner'], 'other'), on: paperDay })
const signForm = z.object({
  urgency: maybe(z.enum(urgencies, 'other')),
  secrecy: z.optional(z.literal('', 'secret')),
  copies: z.optional(
    z.pipe(
      z.union([line(60), z.array(line(60))]),
      z.transform((names) => [names].flat()),
    ),
  ),
})
const sendBackForm = z.object({ steps: seen, reply: maybe(sealedLong), replyId: maybe(sealedId) })

const nameOf = ({ name }: { name: string }) => name

/** One letter: read, signed with its number, printed; delivered, and signed for. Behind the guard `inOffice`. */
export function oneLetterRoutes(house: House): Hono<DeskEnv> {
  const { db, clock } = house
  const app = new Hono<DeskEnv>()
  const idIn = (c: Context) => c.req.param('letter') ?? ''
  const today = () => dayOf(clock.now())
  const opens = async (c: Context<DeskEnv>, letter: Referral) =>
    (await listReaders(db, letter)).some(({ id }) => id === c.get('staff').id)

  interface Shown {
    trouble?: string
    isOriginal?: boolean
    filled?: Filled
  }
  const show = async (
    c: Context<DeskEnv>,
    { trouble, isOriginal, filled = { typed: {} } }: Shown = {},
    again?: 409 | 422,
  ) => {
    const { id: me } = c.get('staff')
    const letter = await findReferral(db, idIn(c), me)
    const frame = await officeFrame(c, house)
    const view = letter && (await viewLetter(db, letter, 'office'))
    if (!letter || !view) {
      // Opened before, and pressed too late: the page that is not there any more says so once.
      if (!again || !(await wasTakenAway(db, idIn(c), me))) return c.notFound()
      return page(c, <TakenAwayPage frame={frame} />, 409)
    }
    const own = await listOwnKeys(db, me, [OFFICE])
    const isOwn = letter.draftedBy === me
    const readers = await listReaders(db, letter)
    const [signed, late] = await Promise.all([
      listSupervisions(db, [letter.id]),
      lateSince(db, letter, today()),
    ])
    const pressed = { signed, isLate: late !== undefined }
    const signers = signersOf(readers, letter).map(nameOf)
    const copyUnits = letter.state === 'approved' ? await listCopyUnits(db, letter) : []
    const reading = { pressed, opens: readers.some(({ id }) => id === me), signers, copyUnits }
    const props = { frame, letter: view, own, isOwn, filled, today: today(), calendar: clock.calendar }
    return page(c, <LetterPage {...props} {...reading} isOriginal={isOriginal} trouble={trouble} />, again)
  }
  const refuse = (c: Context<DeskEnv>, refused: Parameters<typeof refusedForm>[2]) =>
    show(c, { filled: refusedForm(deskReader(c).lang, letterProblems, refused) }, 422)
  const overtaken = async (c: Context<DeskEnv>) => {
    const filled = { typed: typedIn(await c.req.parseBody()) }
    return show(c, { trouble: say(deskReader(c).lang, words.movedOn), filled }, 409)
  }

  app.get(paths.letter(':letter'), (c) => show(c))

  app.post(paths.signLetter(':letter'), form(signForm, refuse), async (c) => {
    const { letterCode } = await theOffice(db)
    const { urgency, copies = [] } = c.req.valid('form')
    const hand = handOf(c, house)
    const { outcome, letter } = await signLetter(db, letterCode, idIn(c), hand, { urgency, copies })
    if (outcome === 'unknown') return show(c, {}, 409)
    if (outcome === 'signed') return done(c, paths.letter(idIn(c)), 'signed')
    const typed = typedIn(await c.req.parseBody({ all: true }))
    if (outcome === 'no copy') return refuse(c, { typed, problems: { copies: 'copies' } })
    const { lang } = deskReader(c)
    const number = (letter && letterNumber(letter)) ?? ''
    const why: Record<Exclude<Signed, 'signed' | 'unknown' | 'no copy'>, string> = {
      'signed already': say(lang, words.signedAlready, { number }),
      'given back': say(lang, words.givenBack),
      'too late': say(lang, words.tooLate),
      'own draft': say(lang, words.ownDraft),
      'cannot open': say(lang, words.notSigned),
    }
    return show(c, { trouble: why[outcome] }, 409)
  })

  /** As the page has it, in the state that the form is for; and from that day until today. */
  async function findAt(c: Context<DeskEnv>, steps: number, state: Referral['state']) {
    const letter = await findReferral(db, idIn(c), c.get('staff').id)
    return letter?.steps === steps && letter.state === state ? letter : undefined
  }

  app.post(paths.sendBackLetter(':letter'), form(sendBackForm, refuse), async (c) => {
    const { steps, reply, replyId } = c.req.valid('form')
    const letter = await findAt(c, steps, 'approved')
    if (!letter) return overtaken(c)
    if (!reply || !replyId)
      return refuse(c, { typed: typedIn(await c.req.parseBody()), problems: { reply: 'reason' } })
    const moment = { now: clock.now(), calendar: clock.calendar }
    const moved = await sendBack(db, letter, { id: replyId, envelope: reply }, c.get('staff').id, moment)
    return moved === 'moved' ? done(c, paths.letter(letter.id), 'sentBack') : overtaken(c)
  })

  app.post(paths.printLetter(':letter'), form(z.object({ steps: seen }), overtaken), async (c) => {
    const letter = await findAt(c, c.req.valid('form').steps, 'issued')
    if (!letter) return overtaken(c)
    // To whoever does not hold the key it would be an empty sheet.
    if (!(await opens(c, letter))) return show(c, {}, 409)
    const moved = await printLetter(db, letter, handOf(c, house))
    return moved === 'done' ? show(c, { isOriginal: true }) : overtaken(c)
  })

  app.post(paths.deliverLetter(':letter'), form(deliverForm, refuse), async (c) => {
    const { steps, ...delivery } = c.req.valid('form')
    const letter = await findAt(c, steps, 'issued')
    if (!letter) return overtaken(c)
    if (delivery.on < (letter.signedOn ?? '') || delivery.on > today())
      return refuse(c, { typed: typedIn(delivery), problems: { on: 'day' } })
    const moved = await deliverLetter(db, letter, delivery, handOf(c, house))
    return moved === 'done' ? done(c, paths.letter(letter.id), 'delivered') : overtaken(c)
  })

  app.post(paths.receiptLetter(':letter'), form(receiptForm, refuse), async (c) => {
    const { steps, ...receipt } = c.req.valid('form')
    const letter = await findAt(c, steps, 'delivered')
    if (!letter) return overtaken(c)
    if (receipt.on < (letter.deliveredOn ?? '') || receipt.on > today())
      return refuse(c, { typed: typedIn(receipt), problems: { on: 'day' } })
    const moved = await receiptLetter(db, letter, receipt, handOf(c, house))
    return moved === 'done' ? done(c, paths.letter(letter.id), 'receipted') : overtaken(c)
  })

  return app
}
