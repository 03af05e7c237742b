import { fill } from '../i18n/speak.ts'
import { random } from '../sealing/bytes.ts'
import { readDigits } from '../sealing/query-code.ts'
import { askServer } from '../staff/ask.client.ts'
import { recoveryRows } from '../staff/credentials.client.ts'
import { enter } from '../staff/enter.client.ts'
import { keepKeys } from '../staff/key-store.client.ts'
import { newPasswordIn } from '../staff/new-password.client.ts'
import { drawQr, enhancePrint, showDigits } from '../staff/paper.client.ts'
import { reveal, say, scriptsReady, whenSent } from '../staff/saying.client.ts'
import { usernameAsTyped } from '../staff/username.ts'
import { foundOffice } from './found.client.ts'
import { originOf } from './origin.ts'

// Seven steps on one page. What is made between them lives in this window alone, until the last one posts it.

type Founded = Awaited<ReturnType<typeof foundOffice>>

const BEGUN = 'setup-begun'
const form = (name: string) => document.querySelector<HTMLFormElement>(`form[data-${name}]`)!
const entries = (of: HTMLFormElement) => Object.fromEntries(new FormData(of)) as Record<string, string>

let founded: Founded | undefined
let account = { name: '', username: '', password: '' }
/** The row asked back of each paper: sheets 1 to 3, and 0 for the personal recovery code. */
let asked = new Map<number, number>()

function goTo(step: number) {
  for (const section of document.querySelectorAll<HTMLElement>('[data-step]')) {
    section.hidden = section.dataset.step !== String(step)
  }
  reveal(document, '[data-unfinished]', false)
  scrollTo(0, 0)
  document
    .querySelector<HTMLElement>(`[data-step="${step}"] input:not([type=checkbox], [type=radio])`)
    ?.focus()
}

const rowsOf = (paper: number): readonly string[] =>
  (paper === 0 ? recoveryRows(founded?.recoveryCode ?? '') : founded?.sheets[paper - 1]) ?? []

/** Paper is on the screen only while it is printed or copied. */
function showPapers(shown: boolean) {
  for (const n of [1, 2, 3]) {
    const rows = shown ? rowsOf(n) : []
    showDigits(document, `sheet-${n}`, rows)
    const place = document.querySelector<HTMLElement>(`[data-qr="${n}"]`)
    if (place && shown) drawQr(place, rows.join(''), place.dataset.label ?? '')
    else place?.replaceChildren()
  }
  showDigits(document, 'recovery', shown ? rowsOf(0) : [])
}

function plainly(of: HTMLFormElement, next: () => void) {
  of.addEventListener('submit', (event) => {
    event.preventDefault()
    next()
  })
}

async function makeAll() {
  const of = form('account')
  const { name = '', username = '' } = entries(of)
  const password = newPasswordIn(of, username)
  if (!password) return
  account = { name: name.trim(), username: usernameAsTyped(username), password }
  localStorage.setItem(BEGUN, '1')
  founded = await foundOffice({ ...account, origin: addressIn(form('office')) ?? '' })
  say(of, '')
  showSheets()
}

function showSheets() {
  const { shortName = '' } = entries(form('office'))
  for (const [name, text] of Object.entries({ owner: account.name, office: shortName.trim() })) {
    for (const place of document.querySelectorAll(`[data-fill="${name}"]`)) place.textContent = text
  }
  showPapers(true)
  goTo(3)
}

const addressIn = (of: HTMLFormElement) => originOf(entries(of).publicUrl ?? '')

/** The field then shows what will be printed, so that it is seen before it is signed. */
function tidyAddress(of: HTMLFormElement): boolean {
  const field = of.querySelector<HTMLInputElement>('[name=publicUrl]')!
  const origin = addressIn(of)
  if (origin) field.value = origin
  field.setAttribute('aria-invalid', String(!origin))
  say(of, origin ? '' : 'address')
  return origin !== undefined
}

/** With the sheets made already, somebody only came back to mend what is asked here. */
function leaveOffice() {
  const of = form('office')
  if (!tidyAddress(of)) return of.querySelector<HTMLElement>('[name=publicUrl]')?.focus()
  if (founded) showSheets()
  else goTo(2)
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
  asked = new Map([0, 1, 2, 3].map((paper) => [paper, (random(1)[0] ?? 0) % rowsOf(paper).length]))
  for (const input of document.querySelectorAll<HTMLInputElement>('[data-typed]')) {
    const label = document.querySelector<HTMLElement>(`label[for="${input.id}"]`)
    if (label) label.textContent = fill(label.dataset.text ?? '', placeOf(input))
    input.value = ''
    tellWrong(input, false)
  }
  goTo(4)
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
  const inputs = [...document.querySelectorAll<HTMLInputElement>('[data-typed]')]
  const wrong = inputs.filter((input) => {
    const { n, m } = placeOf(input)
    return readDigits(input.value) !== rowsOf(n)[m - 1]
  })
  for (const input of inputs) tellWrong(input, wrong.includes(input))
  if (wrong[0]) wrong[0].focus()
  else goTo(5)
}

function keepersIn(of: HTMLFormElement) {
  const typed = (row: Element, what: string) =>
    row.querySelector<HTMLInputElement>(`[data-${what}]`)?.value.trim() ?? ''
  return [...of.querySelectorAll<HTMLElement>('[data-keeper]')].map((row) => ({
    sheet: Number(row.dataset.keeper),
    keeper: typed(row, 'who'),
    place: typed(row, 'place'),
    sealedOn: typed(row, 'on'),
  }))
}

async function store() {
  const of = form('keepers')
  const keepers = keepersIn(of)
  if (new Set(keepers.map(({ keeper }) => keeper)).size < keepers.length) return say(of, 'twice')
  const origin = addressIn(form('office')) ?? ''
  const answer = await askServer(location.href, {
    ...founded?.posted,
    addressCertificate: await founded?.signAddress(origin),
    office: { ...entries(form('office')), publicUrl: origin },
    keepers,
  })
  if (answer.status === 422) return say(of, 'refused')
  // After a lost answer the office may be there already: then this administrator can sign in.
  const entered = await enter(askServer, account.username, account.password)
  if (entered.outcome !== 'in') return say(of, 'broke')
  localStorage.removeItem(BEGUN)
  await keepKeys(entered.person, entered.keys, entered.lasts)
  founded = undefined
  account = { name: '', username: '', password: '' }
  goTo(6)
}

if (scriptsReady()) {
  reveal(document, '[data-unfinished]', localStorage.getItem(BEGUN) !== null)
  enhancePrint(document)
  plainly(form('ready'), () => goTo(1))
  plainly(form('office'), leaveOffice)
  form('office').addEventListener('change', ({ target }) => {
    if ((target as HTMLInputElement).name === 'publicUrl') tidyAddress(form('office'))
  })
  for (const button of document.querySelectorAll<HTMLElement>('[data-back]')) {
    button.addEventListener('click', () => goTo(Number(button.dataset.back)))
  }
  allowChecking()
  whenSent(form('account'), makeAll)
  document.querySelector('[data-printed]')?.addEventListener('click', askRows)
  document.querySelector('[data-print-again]')?.addEventListener('click', showSheets)
  plainly(form('check'), checkRows)
  whenSent(form('keepers'), store)
  addEventListener('beforeunload', (event) => {
    if (founded) event.preventDefault()
  })
}
