import { base64url, fromBase64url } from '../sealing/bytes.ts'
import { Unopened } from '../sealing/open.ts'
import { NotSent, onSubmit } from '../staff/desk-form.client.ts'
import { enhanceConditions } from './conditions.client.ts'
import { type Control, controlsIn, isBox, messageOf, tellMissing, wordIn } from './message.client.ts'
import { type OpenReport, openSet, openTalk, openWritten } from './opening.client.ts'
import { enhancePreview } from './preview.client.ts'
import { reportOfPage } from './report-key.client.ts'
import { isSet } from './sealed-sets.ts'
import { KeyMissing } from './team-key.client.ts'
import {
  sealFeedback,
  sealMessageToResident,
  sealNote,
  sealOrder,
  sealReason,
  sealResult,
  sealTranscript,
  type Written,
} from './writing.client.ts'

/** Forms whose words are sealed before they leave: in a move, an approval, a message, a note. */
export function enhanceMoves(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-seals]')) {
    void openBack(form).finally(() => enhancePreview(form))
  }
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-seals], form[data-desk]'))
    enhanceConditions(form)
}

/** Puts envelopes where the controls have no names. Throws NotSent when there is no key to seal with. */
onSubmit('form[data-seals]', async (form, data) => {
  const places = [...form.querySelectorAll<HTMLElement>('[data-seal]')]
  for (const place of places) {
    const name = place.dataset.name ?? ''
    data.delete(name)
    data.delete(`${name}Id`)
    const written = controlsIn(place).some((control) => wordIn(control) !== '')
    if (!written || place.closest('[hidden]')) continue
    const { id, envelope } = await sealOnce(await reportToWriteIn(), place)
    data.set(name, base64url(envelope))
    data.set(`${name}Id`, id)
  }
  if (form.dataset.move) tellMissing(form.querySelectorAll<HTMLElement>('[data-seal], [data-letter]'), data)
})

/** Throws NotSent when there is no key to seal with. */
export const reportToWriteIn = () =>
  reportOfPage().catch((error: unknown) => {
    throw error instanceof KeyMissing || error instanceof Unopened ? new NotSent('held') : error
  })

const sealed = new WeakMap<HTMLElement, { words: string; written: Written }>()

/** The same words in the same place are the same message, however often they are sent after a lost answer. */
async function sealOnce(report: OpenReport, place: HTMLElement): Promise<Written> {
  const words = controlsIn(place).map(wordIn).join('\n\n')
  const before = sealed.get(place)
  if (before?.words === words) return before.written
  const written = await seal(report, place)
  sealed.set(place, { words, written })
  return written
}

function seal(report: OpenReport, place: HTMLElement): Promise<Written> {
  const controls = controlsIn(place)
  const value = (field: string) =>
    controls
      .filter(({ dataset }) => dataset.field === field)
      .map(wordIn)
      .filter(Boolean)
      .join(',')
  switch (place.dataset.seal) {
    case 'message':
      return sealMessageToResident(report, messageOf(place))
    case 'result':
      return sealResult(report, {
        findings: value('findings'),
        evidence: value('evidence'),
        asked: value('asked'),
        confirmed: value('confirmed'),
        discipline: value('discipline'),
        fields: value('fields'),
        level: value('level'),
      })
    case 'order':
      return sealOrder(report, {
        matter: value('matter'),
        responsible: value('responsible'),
        signer: value('signer'),
      })
    case 'feedback':
      return sealFeedback(report, {
        done: value('done'),
        proof: value('proof'),
        person: value('person'),
      })
    case 'transcript':
      return sealTranscript(report, place.dataset.ofFile ?? '', {
        language: value('language'),
        text: value('text'),
      })
    case 'note':
      return sealNote(report, value('text'))
    default:
      return sealReason(report, value('text'))
  }
}

/** What came back with a refused form goes into its controls again. */
async function openBack(form: HTMLFormElement): Promise<void> {
  for (const place of form.querySelectorAll<HTMLElement>('[data-seal]')) {
    const field = (name: string) =>
      place.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`)?.value
    const [envelope, id] = [field(place.dataset.name ?? ''), field(`${place.dataset.name}Id`)]
    if (!envelope || !id) continue
    const report = await reportOfPage().catch(() => undefined)
    const opened = report && (await open(report, place, id, fromBase64url(envelope)).catch(() => undefined))
    for (const control of opened ? controlsIn(place) : []) {
      const text = opened?.(control) ?? ''
      if (isBox(control)) control.checked = text.split(',').includes(control.value)
      else control.value = text
    }
  }
}

/** What to put into each control of a place. */
async function open(
  report: OpenReport,
  place: HTMLElement,
  id: string,
  envelope: ReturnType<typeof fromBase64url>,
) {
  const { seal } = place.dataset
  if (isSet(seal)) {
    const written = await openSet(report, seal, id, envelope)
    return ({ dataset }: Control) => written.get(dataset.field ?? '')
  }
  const isMessage = seal === 'message'
  const text = isMessage
    ? await openTalk(report, 'toResident', id, envelope)
    : await openWritten(report, seal === 'note' ? 'note' : 'why', id, envelope)
  const controls = controlsIn(place)
  if (controls.length === 1) return () => text
  const lines = text.split('\n')
  return (control: Control) => lines[controls.indexOf(control)]
}
