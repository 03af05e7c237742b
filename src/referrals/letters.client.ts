import { controlsIn } from '../queue/message.client.ts'
import { KeyMissing } from '../queue/team-key.client.ts'
import { type Bytes, base64url, fromBase64url, random } from '../sealing/bytes.ts'
import { Unopened } from '../sealing/open.ts'
import { NotSent, onSubmit } from '../staff/desk-form.client.ts'
import { officeRoots } from '../staff/own-keys.client.ts'
import { OFFICE } from '../staff/roles.ts'
import { sayOpened } from '../ui/opened.client.ts'
import { letterKey } from './letter-key.client.ts'
import { makeLetterKey, openSaid, sealSaid } from './lettering.client.ts'
import { isLetterPart, letterFields } from './parts.ts'
import { NotCertified, recipientsOf } from './recipients.client.ts'

/** Opens what letters say, in place and into the controls of a form that came back. */
export function enhanceLetters(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-said]')) void show(place)
  for (const place of root.querySelectorAll<HTMLElement>('[data-letter]')) void openBack(place)
}

async function show(place: HTMLElement): Promise<void> {
  const { said = '', partId = '', envelope = '' } = place.dataset
  if (!isLetterPart(said)) return
  try {
    const subject = place.dataset.subject ?? ''
    const opened = await openSaid(
      await letterKey(place.dataset),
      subject,
      said,
      partId,
      fromBase64url(envelope),
    )
    for (const field of place.querySelectorAll<HTMLElement>('[data-field]')) {
      const text = opened.get(field.dataset.field ?? '') ?? ''
      field.textContent = text
      field.toggleAttribute('data-opened', true)
      const name = field.previousElementSibling
      if (field.tagName !== 'DD') continue
      field.hidden = text === ''
      if (name instanceof HTMLElement) name.hidden = text === ''
    }
    sayOpened(place)
  } catch (error) {
    const why = place.querySelector<HTMLElement>('[data-unopened]')
    if (why) why.hidden = false
    if (!(error instanceof Unopened || error instanceof KeyMissing)) throw error
  }
}

onSubmit('form[data-seals]', sealLetters)

/** Puts envelopes where the controls have no names. Throws NotSent when there is nobody to seal to. */
async function sealLetters(form: HTMLFormElement, data: FormData): Promise<void> {
  for (const place of form.querySelectorAll<HTMLElement>('[data-letter]')) {
    const { name = '' } = place.dataset
    for (const suffix of letterFields) data.delete(`${name}${suffix}`)
    const empty = controlsIn(place).filter(({ value }) => value.trim() === '')
    // A move that lacks a part comes back with what was written; other forms are not sent without all of it.
    const isEmpty = form.dataset.move
      ? empty.length === controlsIn(place).length
      : empty.some(({ required }) => required)
    if (isEmpty) continue
    const fields = await sealOnce(place).catch((error: unknown) => {
      const isHeld = error instanceof KeyMissing || error instanceof Unopened || error instanceof NotCertified
      throw isHeld ? new NotSent('held') : error
    })
    for (const [suffix, value] of Object.entries(fields)) data.set(`${name}${suffix}`, value)
  }
}

type Fields = Record<string, string>
const sealed = new WeakMap<HTMLElement, { words: string; fields: Fields }>()

/** The same words in the same place are the same envelope, however often they are sent after a lost answer. */
async function sealOnce(place: HTMLElement): Promise<Fields> {
  const words = controlsIn(place)
    .map(({ value }) => value)
    .join('\n\n')
  const before = sealed.get(place)
  if (before?.words === words) return before.fields
  const fields = await seal(place)
  sealed.set(place, { words, fields })
  return fields
}

async function seal(place: HTMLElement): Promise<Fields> {
  const { letter = '', subject, team = '', teamCertificate = '', officeCertificate = '' } = place.dataset
  if (!isLetterPart(letter)) throw new Error(`there is no such part: ${letter}`)
  const said = Object.fromEntries(
    controlsIn(place).map((control) => [control.dataset.field ?? '', control.value.trim()]),
  )
  const id = base64url(random(16))
  if (letter === 'reply') {
    const envelope = await sealSaid(await letterKey(place.dataset), subject ?? '', letter, id, said)
    return { '': base64url(envelope), Id: id }
  }
  const certificates = { team: teamCertificate, office: officeCertificate }
  const { root, ...now } = await officeRoots()
  const to = await recipientsOf(root, team, certificates)
  const box = String(now.box)
  const about = subject ?? id
  const made = await makeLetterKey(about, to.team, to.office)
  const envelope: Bytes = await sealSaid(made.key, about, letter, '', said)
  return {
    '': base64url(envelope),
    Id: id,
    TeamKey: base64url(made.toTeam),
    OfficeKey: base64url(made.toOffice),
    // Of the certificates it was sealed to: a lock may have been changed since the page came.
    Epoch: team === OFFICE ? box : String(to.team.epoch),
    Box: box,
  }
}

/** What came back with a refused form, or from the leader to be changed, goes into its controls again. */
async function openBack(place: HTMLElement): Promise<void> {
  const { letter = '', name = '', holder = '', epoch = '' } = place.dataset
  const field = (suffix: string) =>
    place.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}${suffix}"]`)?.value ?? ''
  const [envelope, id] = [field(''), field('Id')]
  if (!envelope || !isLetterPart(letter)) return
  const isReply = letter === 'reply'
  const subject = place.dataset.subject ?? id
  const key = isReply
    ? place.dataset
    : { subject, holder, epoch: field('Epoch') || epoch, key: field('TeamKey') }
  const opening = letterKey(key).then((opened) =>
    openSaid(opened, subject, letter, isReply ? id : '', fromBase64url(envelope)),
  )
  const opened = await opening.catch(() => undefined)
  if (!opened) return
  for (const control of controlsIn(place)) {
    const text = opened.get(control.dataset.field ?? '') ?? ''
    // What is still empty is no change: its mistake stays.
    if (control.value === text) continue
    control.value = text
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
