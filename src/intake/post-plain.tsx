import type { Context } from 'hono'
import { filedUnder, shownNow } from '../categories/editions.ts'
import { dayOf } from '../clock/day.ts'
import { page, type Status } from '../http/answer.ts'
import { mayRecord } from '../http/headers.ts'
import type { House } from '../http/house.ts'
import { readerOf } from '../http/reader.ts'
import { fault } from '../i18n/fault.ts'
import { frame as product } from '../i18n/frame.ts'
import { say, writtenIn } from '../i18n/speak.ts'
import { domainOf, signedOrigin } from '../posters/paper.ts'
import { findCode } from '../posters/store.ts'
import type { Tally } from '../posters/tally.ts'
import { findReceipt } from '../reports/filing.ts'
import { arrivalOf } from './arrival.ts'
import { CodePage } from './code-page.tsx'
import { type DoorName, doorOf, officeOf } from './door.ts'
import { residentFaults } from './faults.tsx'
import type { File, Kept } from './filing.ts'
import type { Hold } from './holding.ts'
import { hashOf } from './lookup.ts'
import { pictureOf } from './picture.ts'
import { readForm, readNonce } from './posted-form.ts'
import { ReceiptPage } from './receipt-page.tsx'
import { type Mistake, mistakesIn, UNSORTED } from './rules.ts'
import { stampedNonce } from './stamped-nonce.ts'
import { lockOf, saysMeanwhile, whyClosed } from './standing.ts'
import { StatePage } from './state-page.tsx'
import { Slowed, type Turns } from './turns.ts'
import { unknownCode } from './unknown-code.tsx'
import { draftOf, sealOnArrival } from './without-scripts.ts'
import { writingOf } from './writing.ts'

interface Ways {
  file: File
  hold: Hold
  sealing: Turns
  to: DoorName
  tally: Tally | undefined
}

/** A plain form, from a phone without scripts: sealed here in memory, and the text let go. */
export async function postPlain(
  c: Context,
  house: House,
  { file, hold, sealing, to, tally }: Ways,
): Promise<Response> {
  const { db, clock, settings, serverSecret } = house
  const reader = readerOf(c)
  const found = await findCode(db, c.req.param('token') ?? '')
  if (!found) return unknownCode(c, house)
  const door = doorOf(found, to)
  c.set('phone', door.phone)
  const { code, office } = found
  const today = dayOf(clock.now())
  const frame = { reader, demo: settings.demo, phone: door.phone }

  const posted: Record<string, unknown> = await c.req.parseBody().catch(() => ({}))
  const answers = readForm(posted)
  const nonce = readNonce(posted)
  const draft = nonce && (await draftOf(serverSecret, nonce, code.token, answers))
  const receipt = async (filed: Kept, queryCode: string) => {
    const origin = await signedOrigin(found)
    const plain = { code: queryCode, picture: origin && pictureOf(queryCode, origin) }
    const domain = origin ? domainOf(origin) : ''
    return page(
      c,
      <ReceiptPage
        {...frame}
        domain={domain}
        today={today}
        filed={filed}
        plain={plain}
        office={officeOf(door)}
      />,
    )
  }

  const known = draft && (await findReceipt(db, draft.id))
  if (known) return receipt(known, draft.code)

  const lock = await lockOf(found, door, today)
  const why = whyClosed(found, door, lock, today)
  if (typeof lock === 'string' || why) {
    const kept = [answers.text, answers.subject, answers.place].filter(Boolean).join('\n\n')
    const sentences = [saysMeanwhile(why ?? 'wrongChain', door.phone, reader.lang)]
    // What may be forged names no team and no number.
    const shown = why === 'wrongChain' ? undefined : door
    return page(
      c,
      <StatePage
        {...frame}
        letterhead={shown?.keeperName ?? say(reader.lang, product.title)}
        phone={shown?.phone}
        call={shown?.phone}
        sentences={sentences}
        kept={kept}
      />,
      410,
    )
  }

  const pastTeam = to === 'office'
  const filed = await filedUnder(db, found.round, door.tiles, answers.tile || UNSORTED, pastTeam)
  // What was picked stays picked, also when the round has another version since.
  const categories = filed ?? (await shownNow(db, found.round, door.tiles, pastTeam))
  const again = async (mistakes: readonly Mistake[], status: Status) => {
    mayRecord(c)
    return page(
      c,
      <CodePage
        {...frame}
        found={found}
        door={door}
        signed={lock.signed}
        today={today}
        categories={categories}
        nonce={nonce ? String(posted.nonce) : await stampedNonce(serverSecret, code.token, clock.now())}
        filled={{ answers, mistakes }}
        notice={draft ? undefined : say(reader.lang, fault.stale)}
      />,
      status,
    )
  }
  const mistakes = mistakesIn(answers)
  if (answers.tile && !filed) mistakes.push({ field: 'tile', says: 'missing', over: 0 })
  // Only the page was asked for once more, in another size or language.
  if (posted.look && mistakes.length === 0) return again([], 200)
  if (mistakes.length > 0 || !draft || !filed) return again(mistakes, 422)

  const writing = writingOf(answers, code.unitId, writtenIn(reader.lang))
  const sealed = await sealing(() => sealOnArrival(draft, writing, lock, office.codeSalt))
  if (sealed instanceof Slowed) return residentFaults(house).busy(c, false)
  const lookupHash = hashOf(sealed.lookup)
  const plain = { ...writing.plain, tile: filed.tile, edition: filed.edition }
  const arrival = arrivalOf(draft.id, lookupHash, plain, sealed, found, door)
  const kept = await file({ ...arrival, ...(await hold(c, code.token, { form: posted })) })
  if (kept === 'refused') return again([], 422)
  // Without scripts nothing comes between opening and sending: whoever sends has begun.
  if (to === 'team') tally?.count(code.token, 'starts', today)
  return receipt(kept, draft.code)
}
