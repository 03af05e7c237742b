import type { Context } from 'hono'
import { filedUnder, shownNow } from '../categories/editions.ts'
import { dayOf } from '../clock/day.ts'
import { page, type Status } from '../http/answer.ts'
import { mayRecord } from '../http/headers.ts'
import type { House } from '../http/house.ts'
import { Endless, type Patience, Stalled } from '../http/in-time.ts'
import { at, readerOf } from '../http/reader.ts'
import { fault } from '../i18n/fault.ts'
import { frame as product } from '../i18n/frame.ts'
import { say, writtenIn } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { domainOf, signedOrigin } from '../posters/paper.ts'
import { findCode } from '../posters/store.ts'
import type { Tally } from '../posters/tally.ts'
import { findReceipt } from '../reports/receipt.ts'
import { makeDek } from '../sealing/seal.ts'
import { arrivalOf } from './arrival.ts'
import { saysMeanwhile, whyClosed } from './closing.ts'
import { CodePage } from './code-page.tsx'
import { type DoorName, doorOf, officeOf } from './door.ts'
import { residentFaults } from './faults.tsx'
import type { File, Kept } from './filing.ts'
import type { Hold, Holding } from './holding.ts'
import { lockBehind } from './lock.ts'
import { hashOf } from './lookup.ts'
import type { Space } from './memory.ts'
import { pictureOf } from './picture.ts'
import type { Told } from './plain-came.tsx'
import { type Come, chosenIn, type PlainKind, receiveFiles, unagreedIn, undo } from './plain-files.ts'
import { readForm, readNonce } from './posted-form.ts'
import { type PostedPlain, readPlain } from './posted-plain.ts'
import { ReceiptPage } from './receipt-page.tsx'
import { type Mistake, mistakesIn, UNSORTED } from './rules.ts'
import { stampedNonce } from './stamped-nonce.ts'
import { StatePage } from './state-page.tsx'
import { toldOfFiles } from './told-of-files.ts'
import { Slowed } from './turns.ts'
import { unknownCode } from './unknown-code.tsx'
import { draftOf, sealOnArrival } from './without-scripts.ts'
import { writingOf } from './writing.ts'

interface Means {
  file: File
  hold: Hold
  /** In the line for persons, or for what a script filled in. */
  sealing<T>(job: () => Promise<T>, isByPerson: boolean): Promise<T | Slowed>
  mayBeByPerson: Holding['mayBeByPerson']
  patience: Patience
  /** Room in memory for its files. */
  space: Space
  to: DoorName
  tally: Tally | undefined
}

/** A plain form, from a phone without scripts: sealed here as it comes in, and let go. */
export async function postPlain(c: Context, house: House, means: Means): Promise<Response> {
  const come: Come = { arrived: [], notCome: [] }
  try {
    const posted = await readPlain(c, means.patience)
    if (!posted) return residentFaults(house).refuse(c, 413)
    const answer = await answerPlain(c, house, means, posted, come)
    await posted.drain().catch(() => answer.headers.set('Connection', 'close'))
    return answer
  } catch (fault) {
    if (!(fault instanceof Stalled || fault instanceof Endless)) throw fault
    c.header('Connection', 'close')
    return residentFaults(house).refuse(c, fault instanceof Endless ? 413 : 400)
  } finally {
    // What was filed with its report stays.
    for (const file of come.arrived) await undo(house, file)
  }
}

async function answerPlain(
  c: Context,
  house: House,
  { file, hold, space, mayBeByPerson, sealing, to, tally }: Means,
  { fields, ...rest }: PostedPlain,
  come: Come,
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

  const answers = readForm(fields)
  const nonce = readNonce(fields)
  const draft = nonce && (await draftOf(serverSecret, nonce, { to: door.to, token: code.token }, answers))
  const receipt = async (filed: Kept, queryCode: string, told: Told) => {
    const origin = await signedOrigin(found)
    const plain = {
      code: queryCode,
      picture: origin && pictureOf(queryCode, origin + at(reader, paths.progress)),
      told,
    }
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
  if (known) {
    const chosen = await chosenIn({ fields, ...rest })
    return receipt(known, draft.code, await toldOfFiles(db, known, today, chosen))
  }

  const lock = await lockBehind(found, door, today)
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
        nonce={nonce ? (fields.nonce ?? '') : await stampedNonce(serverSecret, code.token, clock.now())}
        filled={{ answers, mistakes }}
        notice={draft ? undefined : say(reader.lang, fault.stale)}
        told={{ came: [], notCome: come.notCome }}
      />,
      status,
    )
  }
  const mistakes = mistakesIn(answers)
  if (answers.tile && !filed) mistakes.push({ field: 'tile', says: 'missing', over: 0 })
  // Only the page was asked for once more, in another size or language.
  if (fields.look && mistakes.length === 0) return again([], 200)
  // A picture or a voice says it, too.
  const others = mistakes.filter(({ field, says }) => field !== 'text' || says !== 'missing')
  const dek = makeDek()
  const mayBeTaken = !fields.look && others.length === 0 && draft && filed
  if (mayBeTaken) await receiveFiles(house, { fields, ...rest }, { id: draft.id, dek, today, space }, come)
  else if (!fields.look) come.notCome.push(...(await unagreedIn({ fields, ...rest })))
  const { arrived, notCome } = come
  // Asked for before anything is kept: whoever left the tick out may want their recording to come.
  const isUnagreed = notCome.some(({ why }) => why === 'unagreed')
  if (!mayBeTaken || isUnagreed || (mistakes.length > 0 && arrived.length === 0)) return again(mistakes, 422)
  const told = { came: arrived.map(({ kind }) => kind as PlainKind), notCome }

  const writing = writingOf(answers, code.unitId, writtenIn(reader.lang), told.came.join(' '))
  const seal = () => sealOnArrival(draft, writing, lock, office.codeSalt, dek)
  const sealed = await sealing(seal, await mayBeByPerson(code.token, fields))
  if (sealed instanceof Slowed) return residentFaults(house).busy(c, false)
  const lookupHash = hashOf(sealed.lookup)
  const plain = { ...writing.plain, tile: filed.tile, edition: filed.edition }
  const arrival = arrivalOf(draft.id, lookupHash, plain, sealed, found, { ...door, epoch: lock.to.epoch })
  const kept = await file({ ...arrival, arrived, ...(await hold(c, code.token, { form: fields })) })
  if (kept === 'refused') return again([], 422)
  // Without scripts nothing comes between opening and sending: whoever sends has begun.
  if (to === 'team') tally?.count(code.token, 'starts', today)
  // The same words may have been filed meanwhile, on another line and without these files.
  const here =
    arrived.length > 0
      ? await toldOfFiles(db, { id: draft.id, receivedOn: today }, today, told.came, notCome)
      : told
  return receipt(kept, draft.code, here)
}
