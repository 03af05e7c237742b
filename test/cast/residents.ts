import { type FileToSend, promiseOf } from '../../src/files/send-files.client.ts'
import type { Lang } from '../../src/i18n/speak.ts'
import { lockFor, officeLockFor } from '../../src/intake/lock.ts'
import type { Answers } from '../../src/intake/rules.ts'
import { writingOf } from '../../src/intake/writing.ts'
import { paths } from '../../src/paths.ts'
import { type Bytes, base64url, fromBase64url, random } from '../../src/sealing/bytes.ts'
import {
  filesKey,
  openAccess,
  openMessage,
  sealMessage,
  writeSupplement,
} from '../../src/sealing/conversation.ts'
import { makeQueryCode, stretch } from '../../src/sealing/query-code.ts'
import { makeDek, makeReportId, sealReport } from '../../src/sealing/seal.ts'
import type { Place } from './at-desk.ts'
import { type Seat, takeSeat } from './seat.ts'

/** What a resident takes home. */
export interface Kept {
  code: string
  enquiryNumber: string
}

const silent: Answers = {
  kind: 'problem',
  tile: 'B3',
  text: '',
  callMe: false,
  subject: '',
  place: '',
  reply: 'anonymous',
  phone: '',
  name: '',
  bestTime: '',
  dialect: '',
  consent: false,
  afraid: false,
  court: 'no',
  forOther: false,
  helper: '',
}

export const answersOf = (said: Partial<Answers>): Answers => ({ ...silent, ...said })

export type Door = 'team' | 'office'
export const addressOf = (token: string, door: Door) =>
  (door === 'office' ? paths.aboutTeam : paths.code)(token)

/** Opens the page behind a code, or the one past the team. */
async function openPage(
  seat: Seat,
  token: string,
  door: Door = 'team',
): Promise<{ html: string; data: Record<string, string> }> {
  const page = await seat.get(addressOf(token, door))
  const html = await page.text()
  const form = html.match(/<form[^>]*id="report"[^>]*>/)?.[0] ?? ''
  const data = Object.fromEntries(
    [...form.matchAll(/data-([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  )
  if (!data.root) throw new Error(`no form behind ${token}: ${page.status}`)
  return { html, data }
}

/** What a browser with scripts posts: checked to the printed code, and sealed. */
export async function sealAsBrowser(
  seat: Seat,
  token: string,
  said: Partial<Answers>,
  door: Door = 'team',
  files: readonly FileToSend[] = [],
) {
  const { data } = await openPage(seat, token, door)
  const { root = '', salt = '', code = '', team = '', office = '', day = '', stretch: codeSalt = '' } = data
  const printed = { token, root: fromBase64url(root), salt: fromBase64url(salt), code }
  const lock = await (door === 'office'
    ? officeLockFor({ ...printed, office })
    : lockFor({ ...printed, team, days: [day] }))
  if (typeof lock === 'string') throw new Error(`the chain is broken at ${lock}`)
  const { plain, body, contact } = writingOf(
    answersOf(said),
    lock.signed.unitId,
    'zh',
    files.map(({ kind }) => kind).join(' '),
  )
  const right = random(16)
  const draft = { id: makeReportId(), dek: makeDek(), code: makeQueryCode(), salt: fromBase64url(codeSalt) }
  const sealed = await sealReport({ ...draft, body, contact, to: lock.to, contactTo: lock.contactTo })
  const envelopes = Object.fromEntries(
    Object.entries(sealed).map(([part, bytes]: [string, Bytes]) => [part, base64url(bytes)]),
  )
  const posted = {
    id: draft.id,
    team: lock.to.holder.replace('team:', ''),
    epoch: lock.to.epoch,
    ...plain,
    ...envelopes,
    ...(files.length > 0 && { right: base64url(right), files: files.map(promiseOf) }),
  }
  return { code: draft.code, posted, dek: draft.dek, right }
}

/** Reports with scripts. */
export async function speak(
  place: Place,
  token: string,
  said: Partial<Answers>,
  door: Door = 'team',
): Promise<Kept> {
  const seat = takeSeat(place.door, place.origin)
  const { code, posted } = await sealAsBrowser(seat, token, said, door)
  const receipt = await seat.ask(addressOf(token, door), posted)
  return { code, enquiryNumber: await enquiryIn(receipt) }
}

/** The fields of the form that this door shows, filled in. */
export async function plainFields(
  place: Place,
  token: string,
  said: Partial<Answers>,
  door: Door = 'team',
): Promise<Record<string, string>> {
  const { html } = await openPage(takeSeat(place.door, place.origin), token, door)
  const nonce = html.match(/name="nonce" value="([^"]+)"/)?.[1] ?? ''
  const fields = Object.entries(answersOf(said)).map(([name, value]) => [
    name,
    typeof value === 'boolean' ? (value ? 'yes' : '') : value,
  ])
  return { ...Object.fromEntries(fields), nonce }
}

/** Reports without scripts: the form is posted as it stands and sealed on arrival. */
export async function speakPlainly(
  place: Place,
  token: string,
  said: Partial<Answers>,
  door: Door = 'team',
): Promise<Kept> {
  const seat = takeSeat(place.door, place.origin)
  const receipt = await seat.post(addressOf(token, door), await plainFields(place, token, said, door))
  const page = await receipt.clone().text()
  const digits = [...page.matchAll(/<b[^>]*>(\d)<\/b>/g)].map(([, digit]) => digit).join('')
  return { code: digits.slice(0, 20), enquiryNumber: await enquiryIn(receipt) }
}

export async function enquiryIn(receipt: Response): Promise<string> {
  const page = await receipt.text()
  const number =
    page.match(/data-enquiry="(\d{6})"/)?.[1] ??
    page.replace(/<[^>]*>/g, ' ').match(/受理号\s*(\d{3}\s?\d{3})/)?.[1]
  if (receipt.status !== 200 || !number) throw new Error(`no receipt: ${receipt.status}`)
  return number.replace(/\s/g, '')
}

/** What a resident's browser shows of the conversation, and what it can add. */
export async function lookUp(place: Place, code: string, lang: Lang = 'zh') {
  const seat = takeSeat(place.door, place.origin)
  const salt = await codeSalt(seat)
  const { lookup, key } = await stretch(code, salt)
  const address = lang === 'zh' ? paths.progress : `${paths.progress}?lang=${lang}`
  const page = await seat.post(address, { lookup: base64url(lookup) })
  const html = await page.text()
  const report = html.match(/data-report="([^"]+)"/)?.[1] ?? ''
  const access = html.match(/data-access="([^"]+)"/)?.[1] ?? ''
  const { conversation } = await openAccess(key, report, fromBase64url(access))
  /** Sends it, and has what the page answers. */
  async function sendIn(text: string, files: readonly FileToSend[] = [], id = base64url(random(16))) {
    const right = random(16)
    const kinds = files.map(({ kind }) => kind).join(' ')
    const supplement = writeSupplement({ text, files: kinds })
    const envelope = base64url(await sealMessage(conversation, report, 'toTeam', id, supplement))
    const promised = JSON.stringify({ right: base64url(right), files: files.map(promiseOf) })
    const fields = { lookup: base64url(lookup), id, envelope, ...(files.length > 0 && { promised }) }
    const dek = await filesKey(conversation, 'toTeam', id)
    return { ...(await post(fields)), fields, report, id, right, dek, files }
  }
  async function post(fields: Record<string, string>) {
    const answer = await seat.post(paths.progressMessage, fields)
    return { status: answer.status, html: await answer.text() }
  }
  return {
    html,
    sendIn,
    post,
    read: (direction: 'toTeam' | 'toResident', id: string, envelope: Bytes) =>
      openMessage(conversation, report, direction, id, envelope),
    async add(text: string) {
      const answer = await sendIn(text)
      if (answer.status !== 200) throw new Error(`the supplement answered ${answer.status}`)
    },
    async erase() {
      const answer = await seat.post(paths.progressErase, { lookup: base64url(lookup) })
      if (answer.status !== 200) throw new Error(`the erasing answered ${answer.status}`)
    },
  }
}

async function codeSalt(seat: Seat): Promise<Bytes> {
  const page = await (await seat.get(paths.progress)).text()
  return fromBase64url(page.match(/data-(?:salt|stretch)="([^"]+)"/)?.[1] ?? '')
}
