import { fill } from '../i18n/speak.ts'
import { random } from '../sealing/bytes.ts'
import { readDigits } from '../sealing/digits.ts'
import { recoveryRows } from '../staff/credentials.client.ts'
import { drawQr, showDigits } from '../staff/paper.client.ts'

interface Digits {
  /** Five rows of each of the three sheets. */
  sheets: readonly (readonly string[])[]
  /** The administrator's own, when they are new. */
  recoveryCode?: string
}

interface Means {
  /** What was made, once it is. */
  rows(): Digits | undefined
  goTo(step: 'printing' | 'checking' | 'sealing'): void
}

const OWN = 0
const SHEETS = [1, 2, 3] as const

/** Printing the sheets and one's own code, and typing a row of each back, until all are right. */
export function sheetPapers({ rows, goTo }: Means) {
  let owner = ''
  let office = ''
  /** The row asked back of each paper. */
  let asked = new Map<number, number>()

  const rowsOf = (paper: number): readonly string[] => {
    const made = rows()
    if (!made) return []
    return paper === OWN ? recoveryRows(made.recoveryCode ?? '') : (made.sheets[paper - 1] ?? [])
  }

  /** Paper is on the screen only while it is printed or copied. */
  function showPapers(shown: boolean) {
    for (const n of SHEETS) {
      const digits = shown ? rowsOf(n) : []
      showDigits(document, `sheet-${n}`, digits)
      const place = document.querySelector<HTMLElement>(`[data-qr="${n}"]`)
      if (place && shown) drawQr(place, digits.join(''), place.dataset.label ?? '', 'H')
      else place?.replaceChildren()
    }
    showDigits(document, 'recovery', shown ? rowsOf(OWN) : [])
  }

  function show(ofOwner: string, ofOffice: string) {
    ;[owner, office] = [ofOwner, ofOffice]
    for (const [name, text] of Object.entries({ owner, office })) {
      for (const place of document.querySelectorAll(`[data-fill="${name}"]`)) place.textContent = text
    }
    showPapers(true)
    goTo('printing')
  }

  /** Checking needs paper: printed, or copied by hand. */
  function allowChecking() {
    const printed = document.querySelector<HTMLButtonElement>('[data-printed]')
    const byHand = document.querySelector<HTMLInputElement>('[data-by-hand]')
    if (!printed || !byHand) return
    let isPrinted = false
    const follow = () => {
      printed.disabled = !(isPrinted || byHand.checked)
    }
    document.querySelector('[data-print-papers]')?.addEventListener('click', () => {
      isPrinted = true
      follow()
    })
    byHand.addEventListener('change', follow)
    follow()
  }

  /** Asks one row of each paper, another one each time. */
  function askRows() {
    showPapers(false)
    const papers = typedBack().map(({ dataset }) => Number(dataset.typed))
    asked = new Map(papers.map((paper) => [paper, (random(1)[0] ?? 0) % rowsOf(paper).length]))
    for (const input of typedBack()) {
      const label = document.querySelector<HTMLElement>(`label[for="${input.id}"]`)
      if (label) label.textContent = fill(label.dataset.text ?? '', placeOf(input))
      input.value = ''
      tellWrong(input, false)
    }
    goTo('checking')
  }

  const placeOf = ({ dataset }: HTMLElement) => ({
    n: Number(dataset.typed),
    m: (asked.get(Number(dataset.typed)) ?? 0) + 1,
  })

  function tellWrong(input: HTMLInputElement, wrong: boolean) {
    const sentence = input.parentElement?.querySelector<HTMLElement>('[data-wrong]')
    input.setAttribute('aria-invalid', String(wrong))
    if (!sentence) return
    sentence.hidden = !wrong
    sentence.textContent = fill(sentence.dataset.wrong ?? '', placeOf(input))
  }

  function checkRows() {
    const wrong = typedBack().filter((input) => {
      const { n, m } = placeOf(input)
      return readDigits(input.value) !== rowsOf(n)[m - 1]
    })
    for (const input of typedBack()) tellWrong(input, wrong.includes(input))
    if (wrong[0]) wrong[0].focus()
    else goTo('sealing')
  }

  function begin() {
    allowChecking()
    document.querySelector('[data-printed]')?.addEventListener('click', askRows)
    document.querySelector('[data-print-again]')?.addEventListener('click', () => show(owner, office))
    document.querySelector('form[data-check]')?.addEventListener('submit', (event) => {
      event.preventDefault()
      checkRows()
    })
  }

  return { show, begin }
}

const typedBack = () => [...document.querySelectorAll<HTMLInputElement>('[data-typed]')]

/** Who keeps which sheet; `undefined` when somebody would hold two. */
export function keepersIn(of: HTMLFormElement) {
  const typed = (row: Element, what: string) =>
    row.querySelector<HTMLInputElement>(`[data-${what}]`)?.value.trim() ?? ''
  const keepers = [...of.querySelectorAll<HTMLElement>('[data-keeper]')].map((row) => ({
    sheet: Number(row.dataset.keeper),
    keeper: typed(row, 'who'),
    place: typed(row, 'place'),
    sealedOn: typed(row, 'on'),
  }))
  return new Set(keepers.map(({ keeper }) => keeper)).size === keepers.length ? keepers : undefined
}
