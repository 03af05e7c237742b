import { fill } from '../i18n/speak.ts'
import { keepersIn, sheetPapers } from '../office/sheet-papers.client.ts'
import { Unopened } from '../sealing/open.ts'
import { askServer } from '../staff/ask.client.ts'
import { newPasswordIn } from '../staff/new-password.client.ts'
import { enhancePrint } from '../staff/paper.client.ts'
import { reveal, say, scriptsReady, typedIn, whenSent } from '../staff/saying.client.ts'
import { usernameAsTyped } from '../staff/username.ts'
import { Offline } from '../ui/exchange.client.ts'
import type { Offered } from './offered.ts'
import { Foreign, openOffice, type Recovered, recoverOffice } from './recovering.client.ts'
import { judgeRows, typedSheets } from './sheets-form.client.ts'

// Six steps on one page. The office's keys are open in this window alone, and go when it closes or has finished.

const STEPS = ['sheets', 'account', 'printing', 'checking', 'sealing', 'done'] as const
const form = (name: string) => document.querySelector<HTMLFormElement>(`form[data-${name}]`)
const offered = (): Offered =>
  JSON.parse(document.querySelector<HTMLElement>('#recovery')?.dataset.offered ?? '{}')

let office: Recovered | undefined
let made: (Awaited<ReturnType<typeof recoverOffice>> & { why: string; username: string }) | undefined
const papers = sheetPapers({ rows: () => made, goTo })

function goTo(step: (typeof STEPS)[number]) {
  for (const each of STEPS) reveal(document, `[data-step=${each}]`, each === step)
  scrollTo(0, 0)
  document.querySelector<HTMLElement>(`[data-step=${step}] input:not([type=checkbox])`)?.focus()
}

async function open(of: HTMLFormElement) {
  const sheets = typedSheets(of, offered().set)
  if (!sheets) return
  say(of, 'working')
  try {
    office = await openOffice(sheets, offered())
  } catch (error) {
    if (error instanceof Unopened) return say(of, 'unopened')
    if (error instanceof Foreign) return say(of, 'foreign')
    throw error
  }
  // The digits have done their work.
  of.reset()
  say(of, '')
  goTo('account')
}

async function make(of: HTMLFormElement) {
  if (!office) return
  const [name, username] = [typedIn(of, 'name').trim(), usernameAsTyped(typedIn(of, 'username'))]
  if (!name) return ask(of, 'name')
  if (offered().usernames.includes(username)) return ask(of, 'username')
  const password = newPasswordIn(of, username)
  if (!password) return
  const account = { name, username, password }
  const ticked = [...of.querySelectorAll<HTMLInputElement>('[data-join]:checked')]
  const joins = ticked.map(({ dataset }) => dataset.join ?? '')
  made = {
    ...(await recoverOffice(office, offered(), account, joins)),
    why: of.querySelector<HTMLSelectElement>('#why')?.value ?? '',
    username,
  }
  say(of, '')
  papers.show(name, document.querySelector<HTMLElement>('[data-office]')?.dataset.office ?? '')
}

function ask(of: HTMLFormElement, field: 'name' | 'username') {
  say(of, field)
  of.querySelector<HTMLElement>(`#${field}`)?.focus()
}

async function keep(of: HTMLFormElement) {
  if (!made) return
  answer('')
  const keepers = keepersIn(of)
  if (!keepers) return say(of, 'twice')
  const { posted, why, username, lost } = made
  const answered = await askServer(location.href, { ...posted, why, keepers }).catch((error: unknown) => {
    if (!(error instanceof Offline)) throw error
  })
  say(of, '')
  if (!answered) return answer('away')
  if (answered.status === 404) return answer('over')
  if (!answered.ok) return answer('refused')
  office = undefined
  made = undefined
  finish(username, lost)
}

function answer(name: string) {
  for (const box of document.querySelectorAll<HTMLElement>('[data-answer]'))
    box.hidden = box.dataset.answer !== name
}

function finish(username: string, lost: readonly string[]) {
  const said = document.querySelector<HTMLElement>('[data-done]')
  if (said) said.textContent = fill(said.dataset.text ?? '', { username })
  for (const box of document.querySelectorAll<HTMLElement>('[data-lost]'))
    box.hidden = !lost.includes(box.dataset.lost ?? '')
  for (const line of document.querySelectorAll<HTMLElement>('[data-opened]'))
    line.hidden = lost.includes(line.dataset.opened ?? '')
  goTo('done')
}

const [sheets, account, keepers] = [form('sheets'), form('account'), form('keepers')]
if (scriptsReady() && sheets && account && keepers) {
  enhancePrint(document)
  papers.begin()
  judgeRows(sheets)
  // The form judges its own rows: the browser's bubble would hide the sentence.
  sheets.noValidate = true
  whenSent(sheets, () => open(sheets))
  whenSent(account, () => make(account))
  whenSent(keepers, () => keep(keepers))
  addEventListener('beforeunload', (event) => {
    if (office) event.preventDefault()
  })
}
