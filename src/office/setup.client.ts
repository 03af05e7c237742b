import { askServer } from '../staff/ask.client.ts'
import { enter } from '../staff/enter.client.ts'
import { keepKeys } from '../staff/key-store.client.ts'
import { newPasswordIn } from '../staff/new-password.client.ts'
import { enhancePrint } from '../staff/paper.client.ts'
import { reveal, say, scriptsReady, whenSent } from '../staff/saying.client.ts'
import { usernameAsTyped } from '../staff/username.ts'
import { askBeforeLeaving, leaveUnasked } from '../ui/unsent.client.ts'
import { makeOffice } from './found.client.ts'
import { originOf } from './origin.ts'
import { keepersIn, sheetPapers } from './sheet-papers.client.ts'

// Seven steps on one page. What is made between them lives in this window alone, until the last one posts it.

type Founded = Awaited<ReturnType<typeof makeOffice>>

const BEGUN = 'setup-begun'
const form = (name: string) => document.querySelector<HTMLFormElement>(`form[data-${name}]`)!
const entries = (of: HTMLFormElement) => Object.fromEntries(new FormData(of)) as Record<string, string>

let founded: Founded | undefined
let account = { name: '', username: '', password: '' }

const papers = sheetPapers({
  rows: () => founded && { sheets: founded.sheets, recoveryCode: founded.recoveryCode },
  goTo: (step) => goTo({ printing: 3, checking: 4, sealing: 5 }[step]),
})

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
  founded = await makeOffice({ ...account, origin: addressIn(form('office')) ?? '' })
  say(of, '')
  showSheets()
}

const showSheets = () => papers.show(account.name, (entries(form('office')).shortName ?? '').trim())

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

async function store() {
  const of = form('keepers')
  const keepers = keepersIn(of)
  if (!keepers) return say(of, 'twice')
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
  leaveUnasked()
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
  whenSent(form('account'), makeAll)
  papers.begin()
  whenSent(form('keepers'), store)
  askBeforeLeaving(() => founded !== undefined)
}
