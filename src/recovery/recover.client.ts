import { fill } from '../i18n/speak.ts'
import { keepersIn, sheetPapers } from '../office/sheet-papers.client.ts'
import { askServer } from '../staff/ask.client.ts'
import { newPasswordIn } from '../staff/new-password.client.ts'
import { enhancePrint } from '../staff/paper.client.ts'
import { say, scriptsReady, typedIn, whenSent } from '../staff/saying.client.ts'
import { usernameAsTyped } from '../staff/username.ts'
import { Offline } from '../ui/exchange.client.ts'
import { askBeforeLeaving } from '../ui/unsent.client.ts'
import type { OfferedAccount } from './offered.ts'
import { makeRecovery } from './recovering.client.ts'
import type { Recovered } from './renewing.client.ts'
import {
  answer,
  finish,
  formOf,
  goTo,
  offered,
  officeName,
  ticked,
  whenOpened,
  whyIn,
} from './sheet-steps.client.ts'

// Six steps on one page. The office's keys are open in this window alone, and go when it closes or has finished.

let office: Recovered | undefined
let made: (Awaited<ReturnType<typeof makeRecovery>> & { why: string; username: string }) | undefined
const papers = sheetPapers({ rows: () => made, goTo })

async function make(of: HTMLFormElement) {
  if (!office) return
  const [name, username] = [typedIn(of, 'name').trim(), usernameAsTyped(typedIn(of, 'username'))]
  const carried = offered<OfferedAccount>()
  if (!name) return ask(of, 'name')
  if (carried.usernames.includes(username)) return ask(of, 'username')
  const password = newPasswordIn(of, username)
  if (!password) return
  const account = { name, username, password }
  made = { ...(await makeRecovery(office, carried, account, ticked(of, 'join'))), why: whyIn(of), username }
  say(of, '')
  papers.show(name, officeName())
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
  const said = document.querySelector<HTMLElement>('[data-done]')
  if (said) said.textContent = fill(said.dataset.text ?? '', { username })
  finish(lost)
}

const [sheets, account, keepers] = [formOf('sheets'), formOf('account'), formOf('keepers')]
if (scriptsReady() && sheets && account && keepers) {
  enhancePrint(document)
  papers.begin()
  whenOpened(sheets, (opened) => {
    office = opened
    goTo('account')
  })
  whenSent(account, () => make(account))
  whenSent(keepers, () => keep(keepers))
  askBeforeLeaving(() => office !== undefined)
}
