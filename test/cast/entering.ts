import { dayOf } from '../../src/clock/day.ts'
import { makeDraft, sealTold, type Told } from '../../src/entering/entering.client.ts'
import { paths } from '../../src/paths.ts'
import { fromBase64url } from '../../src/sealing/bytes.ts'
import { type AtDesk, officeBoxNow, type Place, rootOf } from './at-desk.ts'

/** What somebody told, and how staff entered it. */
export interface Heard extends Partial<Told> {
  channel: string
  unit: string
  text: string
  receivedOn?: string
  noCode?: boolean
}

const silent: Told = {
  kind: 'problem',
  tile: 'B3',
  text: '',
  subject: '',
  place: '',
  phone: '',
  name: '',
  consent: false,
  afraid: false,
}

/** The form of entering as this person's browser fills and seals it. */
export async function sealHeard(place: Place, by: AtDesk, team: string, heard: Heard) {
  const { channel, unit, receivedOn, noCode = false, ...said } = heard
  const told = { ...silent, ...said }
  const html = await (await by.seat.get(paths.enter(team))).text()
  const form = html.match(/<form[^>]*data-enter[^>]*>/)?.[0] ?? ''
  const data = (name: string) => form.match(new RegExp(`data-${name}="([^"]*)"`))?.[1] ?? ''
  const draft = makeDraft()
  const lock = {
    root: await rootOf(place, by),
    box: await officeBoxNow(place),
    team,
    certificate: data('certificate'),
    salt: fromBase64url(data('salt')),
  }
  const { lookup = '', ...sealed } = await sealTold(lock, draft, told, unit)
  const fields: Record<string, string> = {
    channel,
    unit,
    kind: told.kind,
    tile: told.tile,
    receivedOn: receivedOn ?? dayOf(place.house.clock.now()),
    ...(told.afraid && { afraid: 'yes' }),
    ...(noCode ? { noCode: 'yes' } : { lookup }),
    ...sealed,
  }
  return { fields, code: draft.code }
}

/** Enters it. Answers what the slip has for whoever spoke, and the slip itself. */
export async function enterReport(place: Place, by: AtDesk, team: string, heard: Heard) {
  const { fields, code } = await sealHeard(place, by, team, heard)
  const answer = await by.seat.post(paths.enter(team), fields)
  const html = await answer.text()
  const enquiryNumber = html
    .match(/受理号 (\d{3}) (\d{3})/)
    ?.slice(1)
    .join('')
  if (answer.status !== 200 || !enquiryNumber) throw new Error(`not entered: ${answer.status}`)
  return { code, enquiryNumber, html, id: fields.id ?? '' }
}
