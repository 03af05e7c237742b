import { fromBase64url } from '../sealing/bytes.ts'
import { openBody } from '../sealing/open.ts'
import type { ReportBody } from '../sealing/report-fields.ts'
import { kindsOf } from './file-kinds.ts'
import type { OpenReport } from './opening.client.ts'

/** The resident's words, and a warning where they and the register do not say the same. */
export async function showBody(element: HTMLElement, report: OpenReport): Promise<void> {
  const body = await openBody(report.dek, report.id, fromBase64url(element.dataset.body ?? ''))
  fillIn(element, 'text', body.text || (element.dataset.noText ?? ''))
  for (const field of ['place', 'subject'] as const) {
    fillIn(element, field, body[field])
    for (const part of element.querySelectorAll<HTMLElement>(`[data-of=${field}], dd[data-field=${field}]`)) {
      part.hidden = body[field] === ''
    }
  }
  const language = element.querySelector<HTMLElement>('[data-field=language]')
  if (language) language.textContent = language.getAttribute(`data-${body.language}`) ?? body.language
  const button = element.querySelector<HTMLElement>('[data-click]')
  button?.addEventListener('click', () => {
    button.hidden = true
    const subject = element.querySelector<HTMLElement>('span[data-field=subject]')
    if (subject) subject.hidden = false
  })
  for (const what of differences(element.dataset, body)) warn(element, what)
}

/** Tells what differs, within this element. */
export function warn(element: HTMLElement, what: string) {
  const warning = element.querySelector<HTMLElement>(`[data-differs=${what}]`)
  if (warning) warning.hidden = false
}

function differences(register: DOMStringMap, body: ReportBody): string[] {
  const ticks = ['court', 'afraid', 'callMe', 'forOther'] as const
  return [
    body.kind !== register.kind && 'kind',
    body.unit !== register.unit && 'unit',
    kindsOf(body.files.split(' ')) !== register.files && 'files',
    ticks.some((tick) => String(body[tick]) !== register[tick]) && 'ticks',
  ].filter((what) => typeof what === 'string')
}

function fillIn(element: HTMLElement, field: string, text: string) {
  const place = element.querySelector<HTMLElement>(`[data-field=${field}]`)
  if (!place) return
  place.textContent = text
  place.toggleAttribute('data-opened', true)
}
