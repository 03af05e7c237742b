import { paths } from '../paths.ts'
import { askBeforeLeaving, leaveUnasked } from '../ui/unsent.client.ts'
import { answerSheet, type OpenSheet, openSheet } from './activation.client.ts'
import { askServer, Unexpected } from './ask.client.ts'
import { enter } from './enter.client.ts'
import { keepKeys } from './key-store.client.ts'
import { newPasswordIn } from './new-password.client.ts'
import { checkRecoveryPaper } from './recovery-steps.client.ts'
import { reveal, say, scriptsReady, typedIn, whenSent } from './saying.client.ts'

const step = (name: string) => document.querySelector<HTMLFormElement>(`[data-step=${name}]`)
let sheet: OpenSheet | undefined

/** The code from a QR stands behind the # and is taken out of the address and the history at once. */
function codeInAddress(): string {
  const code = decodeURIComponent(location.hash.slice(1))
  if (code) history.replaceState(null, '', location.pathname + location.search)
  return code
}

function goTo(name: 'code' | 'password' | 'paper') {
  for (const each of ['code', 'password', 'paper']) reveal(document, `[data-step=${each}]`, each === name)
  document.querySelector<HTMLElement>(`[data-step=${name}] input`)?.focus()
}

async function look(form: HTMLFormElement) {
  const opened = await openSheet(askServer, typedIn(form, 'code'))
  if (typeof opened === 'string') return say(form, opened)
  sheet = opened
  say(form, '')
  const { person, place } = opened
  for (const [name, text] of Object.entries({ name: person.name, username: person.username, place })) {
    for (const spot of document.querySelectorAll(`[data-fill=${name}]`)) spot.textContent = text
  }
  goTo('password')
}

async function makeKeys(form: HTMLFormElement) {
  if (!sheet) return
  const { person } = sheet
  const password = newPasswordIn(form, person.username)
  if (!password) return
  const { recoveryCode, posted } = await answerSheet(sheet, password)
  say(form, '')
  goTo('paper')
  checkRecoveryPaper(document, person.name, recoveryCode, async () => {
    const kept = await askServer(paths.activate, posted)
    if (kept.status === 410) return back('over')
    if (kept.status === 409) return back('last')
    if (!kept.ok) throw new Unexpected(`${kept.status}`)
    const entered = await enter(askServer, person.username, password)
    leaveUnasked()
    if (entered.outcome !== 'in') return location.assign(paths.signIn)
    await keepKeys(entered.person, entered.keys, entered.lasts)
    location.assign(entered.next)
  })
}

/** Somebody has used the sheet meanwhile, or midnight passed, or the other administrator is gone. */
function back(why: 'over' | 'last') {
  goTo('code')
  const form = step('code')
  if (form) say(form, why)
}

const [first, second, paper] = [step('code'), step('password'), step('paper')]
if (scriptsReady() && first && second) {
  // The code on the paper counts only once it has been kept.
  askBeforeLeaving(() => paper?.hidden === false)
  whenSent(first, () => look(first))
  whenSent(second, () => makeKeys(second))
  const read = () => {
    const code = codeInAddress()
    const field = document.querySelector<HTMLInputElement>('#code')
    if (!code || !field || first.hidden) return
    field.value = code
    first.requestSubmit()
  }
  addEventListener('hashchange', read)
  read()
}
