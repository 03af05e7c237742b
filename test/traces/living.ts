import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { addDays, dayOf } from '../../src/clock/day.ts'
import { paths } from '../../src/paths.ts'
import type { Place } from '../cast/at-desk.ts'
import { players } from '../cast/people.ts'
import type { Peopled } from '../cast/peopled.ts'
import { FORM_TYPE, formBytes } from '../cast/plain-form.ts'
import {
  approveReferral,
  enterHandlingUnit,
  letterOf,
  proposeReferral,
  recordReply,
  signLetter,
} from '../cast/referring.ts'
import { enquiryIn, lookUp, plainFields, speak, speakPlainly } from '../cast/residents.ts'
import { takeSeat } from '../cast/seat.ts'
import { fileOf, sendAll, speakOf } from '../cast/sending.ts'
import { activate, invite, verify } from '../cast/staffing.ts'
import {
  accept,
  ask,
  decide,
  enterResult,
  note,
  proposeEnd,
  takeUp,
  talk,
  verifyReport,
} from '../cast/working.ts'
import { samples } from '../samples/samples.ts'
import { marks, QUOTED } from './marks.ts'

const photo = samples.find(({ name }) => name === 'JPEG')!

/** Somebody new, from the sheet to their keys: all that stands on paper, and their password. */
async function invited(place: Place, { administrator, ids, sheets: [[row = ''] = []] }: Peopled) {
  const code = await invite(place, administrator, players.wu, ids.teams.first)
  const { recoveryCode } = await activate(place, players.wu, code)
  await verify(place, administrator, players.wu)
  return { activation: code.slice(4), recovery: recoveryCode, sheet: row, password: players.wu.password }
}

/** A report in each of the two ways, with all that follows from it; and all that can go wrong. */
export async function live(resident: Place, place: Place, village: Peopled, codes: Record<string, string>) {
  const { administrator, leader, liaison, token } = village
  Object.assign(codes, await invited(place, village))
  const sealed = await speak(resident, token, {
    tile: 'B3',
    text: `${marks.text}，讲得够长了。`,
    place: marks.place,
    subject: marks.subject,
    reply: 'named',
    name: marks.name,
    phone: marks.phone,
    consent: true,
  })
  const plain = await speakPlainly(resident, token, {
    tile: 'B3',
    text: `${marks.plainText}，讲得够长了。`,
    place: marks.plainPlace,
    subject: marks.plainSubject,
    reply: 'named',
    name: marks.plainName,
    phone: marks.plainPhone,
    consent: true,
  })
  const file = { ...fileOf(1), name: `${marks.fileName}.jpg`, content: new Blob([photo.bytes]) }
  const sender = await speakOf(resident, token, { tile: 'B3', text: '照片在后面，讲得够长了。' }, [file])
  await sendAll(resident, sender)
  await speakWithPhoto(resident, token)
  Object.assign(codes, { sealed: sealed.code, plain: plain.code, sender: sender.code })

  const number = sealed.enquiryNumber
  await accept(place, liaison, number, liaison, { category: 'B3/B3' })
  await ask(place, liaison, number, marks.question, addDays(dayOf(new Date()), 14))
  const talked = await lookUp(resident, sealed.code)
  await sendAll(resident, await talked.sendIn(marks.supplement, [{ ...file, id: fileOf(1).id }]))
  await note(place, liaison, number, marks.note)
  await talk(place, liaison, number, marks.talk)
  await verifyReport(place, liaison, number, leader)
  await enterResult(place, liaison, number, marks.findings, 'substantiated')
  const bureau = await enterHandlingUnit(place, administrator, '岚川市农业农村局', null)
  const { summary, demands } = marks
  await proposeReferral(place, liaison, number, bureau, { summary, demands })
  await approveReferral(place, leader, number)
  const { report } = await takeUp(place, liaison, number)
  await signLetter(administrator, (await letterOf(place, report.id)).id)
  await recordReply(place, liaison, number, marks.reply)
  await proposeEnd(place, liaison, number, {
    conclusion: 'substantiated',
    resultType: 'explained',
    answer: marks.answer,
  })
  await decide(place, leader, number)

  const seat = takeSeat(resident.door, resident.origin)
  const progress = await (await seat.post(paths.progress, { code: plain.code })).text()
  const nonce = progress.match(/name="nonce" value="([^"]+)"/)?.[1] ?? ''
  const add = () => seat.post(paths.progressMessage, { code: plain.code, nonce, text: marks.plainSupplement })
  expect((await add()).status).toBe(200)
  await takeUp(place, liaison, plain.enquiryNumber)
  await refusals(resident, token)

  // A driver's message can quote what was posted, so a fault is the likeliest way into a log.
  const quoting = `create trigger quoting before insert on messages begin select raise(abort, '${QUOTED}'); end`
  await place.house.db.run(sql.raw(quoting))
  const again = await (await seat.post(paths.progress, { code: plain.code })).text()
  const fresh = again.match(/name="nonce" value="([^"]+)"/)?.[1] ?? ''
  const broken = await seat.post(paths.progressMessage, {
    code: plain.code,
    nonce: fresh,
    text: `${marks.plainSupplement}。`,
  })
  expect(broken.status).toBe(500)
  expect(await broken.text()).not.toContain(QUOTED)
}

/** Without scripts, a photo in the form: its metadata and its name pass through the server, and stay nowhere. */
async function speakWithPhoto(resident: Place, token: string) {
  const text = `${marks.plainFileText}，讲得够长了。`
  const fields = await plainFields(resident, token, { tile: 'B3', text }, 'team')
  const named = { name: 'photo', bytes: photo.bytes, filename: `${marks.plainFileName}.jpg` }
  const posted = await resident.door(`${resident.origin}${paths.code(token)}`, {
    method: 'POST',
    headers: { 'Content-Type': FORM_TYPE, Origin: resident.origin },
    body: formBytes(fields, [named]),
  })
  await enquiryIn(posted)
}

/** Whatever is not taken, said as somebody says it who means it. */
async function refusals({ door, origin }: Place, token: string) {
  const seat = takeSeat(door, origin)
  const { unfinished: text, unfinishedPhone: phone } = marks
  const statuses = [
    await seat.get(`/${marks.path}`),
    await seat.get(paths.code(marks.path)),
    await seat.post(paths.code(token), { kind: 'problem', text, reply: 'contactOnly', phone }),
    await seat.post(paths.progress, { code: marks.tooLong.repeat(12_000) }),
    await seat.ask(paths.code(token), { id: marks.unreadable }),
    await seat.post(paths.progress, { code: marks.unreadable }),
    await seat.post(paths.wrongNotice, { what: 'other', number: marks.doubtedNumber }),
    await seat.put(paths.sentPiece(marks.unreadable, marks.unreadable, '0'), marks.unreadable),
  ].map(({ status }) => status)
  expect(statuses).toEqual([404, 404, 422, 413, 422, 422, 200, 404])
}
