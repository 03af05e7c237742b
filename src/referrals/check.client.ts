import { type OpenReport, openSet, openSupplement } from '../queue/opening.client.ts'
import { reportOfPage } from '../queue/report-key.client.ts'
import { fromBase64url } from '../sealing/bytes.ts'
import { openBody, Unopened } from '../sealing/open.ts'
import { NotSent, onSubmit } from '../staff/desk-form.client.ts'
import { OPENED } from '../ui/opened.client.ts'
import { flag } from './flagged.client.ts'
import type { Original } from './original.ts'
import { placesToLookAt, type Source } from './redaction.ts'
import { type Finding, findingKinds } from './telling-marks.ts'

/**
 * The redaction check, in the browser of whoever drafts and again of whoever approves: the server has neither text. It
 * reads `[data-checked]`, says in `[data-places]` what there is to look at, and marks it where the text stands still.
 * Nobody approves what it could not read: `[data-after-check]` waits for it. All of these stand in one `[data-check]`.
 */
export function enhanceChecked(root: ParentNode): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-places]')) {
    const scope = place.closest<HTMLElement>('[data-check]')
    if (!scope) continue
    // What waits for the check is not to be pressed before it; without scripts there is none to wait for.
    for (const button of waitingIn(scope)) button.disabled = true
    const check = () => void run(scope, place)
    scope.addEventListener('input', check)
    scope.addEventListener(OPENED, check)
    check()
  }
}

async function run(scope: HTMLElement, place: HTMLElement): Promise<void> {
  const texts = [...scope.querySelectorAll<HTMLElement>('[data-checked]')]
  // A page that has just come has nothing to say of its own ready-made words.
  place.hidden = texts.every((text) => isControl(text) && text.value === text.defaultValue)
  if (texts.some((text) => !isControl(text) && !text.hasAttribute('data-opened'))) return
  try {
    const original = await originalOfPage()
    const found = texts.flatMap((text) => {
      const words = isControl(text) ? text.value : (text.textContent ?? '')
      const places = placesToLookAt(words, original, sourceIn(scope))
      if (!isControl(text)) mark(text, words, places)
      return places
    })
    tell(place, found)
    askOnceMore(scope, place, found)
    flag(scope, found.length)
    for (const button of waitingIn(scope)) button.disabled = false
  } catch {
    place.textContent = place.dataset.noCheck ?? ''
  }
}

/** A letter keeps quiet of who spoke, unless its approver chooses otherwise; a message to the resident need not. */
function sourceIn(scope: HTMLElement): Source {
  const isQuiet =
    scope.dataset.check === 'letter' && !scope.querySelector('[name=source][value=residents]:checked')
  return isQuiet ? 'visits' : 'residents'
}

const waitingIn = (scope: ParentNode) => scope.querySelectorAll<HTMLButtonElement>('[data-after-check]')

const isControl = (text: HTMLElement): text is HTMLTextAreaElement => text instanceof HTMLTextAreaElement

let opening: { sealed: string; original: Promise<Original> } | undefined

function originalOfPage(): Promise<Original> {
  const body = document.querySelector<HTMLElement>('[data-body]')?.dataset.body ?? ''
  const theirs = '[data-open=toTeam], [data-open=transcript]'
  const since = [...document.querySelectorAll<HTMLElement>(theirs)].map(({ dataset }) => dataset)
  const sealed = [body, ...since.map(({ envelope }) => envelope)].join()
  if (opening?.sealed !== sealed) {
    const original = openOriginal(body, since)
    opening = { sealed, original }
    original.catch(() => {
      opening = undefined
    })
  }
  return opening.original
}

async function openOriginal(body: string, since: readonly DOMStringMap[]): Promise<Original> {
  const report = await reportOfPage()
  const [words, ...later] = await Promise.all([
    openBody(report.dek, report.id, fromBase64url(body)),
    ...since.map((message) => openLater(report, message)),
  ])
  return { text: words.text, place: words.place, subject: words.subject, later }
}

/**
 * What they wrote since, or what was written down of a recording. What is damaged says so where it stands, and nobody
 * can quote it: it keeps nothing from being checked.
 */
async function openLater(report: OpenReport, { open, partId = '', envelope = '' }: DOMStringMap) {
  const bytes = fromBase64url(envelope)
  try {
    if (open === 'transcript') return (await openSet(report, open, partId, bytes)).get('text') ?? ''
    return (await openSupplement(report, partId, bytes)).text
  } catch (error) {
    if (error instanceof Unopened) return ''
    throw error
  }
}

function mark(text: HTMLElement, words: string, places: readonly Finding[]) {
  const parts: (Node | string)[] = []
  let at = 0
  for (const { from, to } of places) {
    if (from < at) continue
    const found = document.createElement('mark')
    found.textContent = words.slice(from, to)
    parts.push(words.slice(at, from), found)
    at = to
  }
  text.replaceChildren(...parts, words.slice(at))
}

/** The form has mistakes of its own to say, so the browser does not ask for this tick: it never leaves the page. */
onSubmit('form', (form) => {
  const sure = form.querySelector<HTMLInputElement>('[data-sure] input')
  if (sure && !sure.disabled && !sure.checked) throw new NotSent('sure')
})

/** What leads straight to a person is approved with one tick more, which the page has only then. */
const grave = ['phone', 'idNumber'] as const

function askOnceMore(scope: ParentNode, { dataset }: HTMLElement, found: readonly Finding[]) {
  const names = JSON.parse(dataset.names ?? '{}') as Record<string, string>
  const kinds = grave.filter((kind) => found.some((one) => one.kind === kind))
  for (const sure of scope.querySelectorAll<HTMLElement>('[data-sure]')) {
    const what = kinds.map((kind) => names[kind]).join(dataset.and)
    const [tick, words] = [sure.querySelector('input'), sure.querySelector('span')]
    if (tick) tick.disabled = kinds.length === 0
    if (words) words.textContent = (sure.dataset.sure ?? '').replace('{what}', what)
    sure.hidden = kinds.length === 0
  }
}

function tell(place: HTMLElement, found: readonly Finding[]) {
  const names = JSON.parse(place.dataset.names ?? '{}') as Record<string, string>
  const kinds = findingKinds.filter((kind) => found.some((one) => one.kind === kind))
  place.classList.toggle('warn', found.length > 0)
  place.textContent =
    found.length === 0
      ? (place.dataset.nothing ?? '')
      : (place.dataset.some ?? '').replace('{n}', String(found.length)) +
        kinds.map((kind) => names[kind]).join(place.dataset.and)
}
