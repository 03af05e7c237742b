import { fill } from '../i18n/speak.ts'
import { Unopened } from '../sealing/open.ts'
import { askServer } from '../staff/ask.client.ts'
import { newPasswordIn } from '../staff/new-password.client.ts'
import { checkRecoveryPaper } from '../staff/recovery-steps.client.ts'
import { reveal, say, scriptsReady, typedIn, whenSent } from '../staff/saying.client.ts'
import { usernameAsTyped } from '../staff/username.ts'
import { Offline } from '../ui/exchange.client.ts'
import type { Offered } from './offered.ts'
import { Foreign, openOffice, type Recovered, recoverOffice } from './recovering.client.ts'
import { judgeRows, typedSheets } from './sheets-form.client.ts'

// Four steps on one page. The office's keys are open in this window alone, and go when it closes or has finished.

const STEPS = ['sheets', 'account', 'paper', 'done'] as const
const form = (name: string) => document.querySelector<HTMLFormElement>(`form[data-${name}]`)
const offered = (): Offered =>
  JSON.parse(document.querySelector<HTMLElement>('#recovery')?.dataset.offered ?? '{}')

let office: Recovered | undefined

function goTo(step: (typeof STEPS)[number]) {
  for (const each of STEPS) reveal(document, `[data-step=${each}]`, each === step)
  scrollTo(0, 0)
  document.querySelector<HTMLElement>(`[data-step=${step}] input`)?.focus()
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
  const { recoveryCode, posted, lost } = await recoverOffice(office, offered(), account, joins)
  say(of, '')
  goTo('paper')
  checkRecoveryPaper(document, name, recoveryCode, () => keep(posted, username, lost))
}

function ask(of: HTMLFormElement, field: 'name' | 'username') {
  say(of, field)
  of.querySelector<HTMLElement>(`#${field}`)?.focus()
}

async function keep(posted: object, username: string, lost: readonly string[]) {
  answer('')
  const answered = await askServer(location.href, posted).catch((error: unknown) => {
    if (!(error instanceof Offline)) throw error
  })
  const paper = form('last-row')
  if (paper) say(paper, '')
  if (!answered) return answer('away')
  if (answered.status === 404) return answer('over')
  if (!answered.ok) return answer('refused')
  office = undefined
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
  goTo('done')
}

const [sheets, account] = [form('sheets'), form('account')]
if (scriptsReady() && sheets && account) {
  judgeRows(sheets)
  // The form judges its own rows: the browser's bubble would hide the sentence.
  sheets.noValidate = true
  whenSent(sheets, () => open(sheets))
  whenSent(account, () => make(account))
  addEventListener('beforeunload', (event) => {
    if (office) event.preventDefault()
  })
}
