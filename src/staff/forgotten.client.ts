import { paths } from '../paths.ts'
import { hasGoodCheckDigit, readDigits } from '../sealing/digits.ts'
import { askServer, Unexpected } from './ask.client.ts'
import { makeCredentials } from './credentials.client.ts'
import { enter, enterByRecovery } from './enter.client.ts'
import { keepKeys } from './key-store.client.ts'
import { newPasswordIn } from './new-password.client.ts'
import { checkRecoveryPaper } from './recovery-steps.client.ts'
import { reveal, say, sayRefused, typedIn, whenSent } from './saying.client.ts'

/** The first way back. The old code is void with the new password, so a new one goes to paper first. */
export function enhanceForgotten(root: ParentNode): void {
  const form = root.querySelector<HTMLFormElement>('form[data-forgotten]')
  if (!form) return
  whenSent(form, async () => {
    const username = typedIn(form, 'username')
    const code = codeIn(form)
    const password = code && newPasswordIn(form, username)
    if (!code || !password) return
    const recovered = await enterByRecovery(askServer, username, code, typedIn(form, 'code'))
    if (recovered.outcome !== 'recovered') return sayRefused(form, recovered)
    const { keys, personId, prover, pass } = recovered
    const { recoveryCode, posted } = await makeCredentials(keys, personId, password)
    reveal(root, '[data-first]', false)
    reveal(root, '[data-second]')
    checkRecoveryPaper(root, username, recoveryCode, async () => {
      const kept = await askServer(paths.recoverPassword, { username, prover, pass, ...posted })
      if (!kept.ok) throw new Unexpected(`${kept.status}`)
      const entered = await enter(askServer, username, password)
      if (entered.outcome === 'in') await keepKeys(entered.person, entered.keys, entered.lasts)
      sayOldIsVoid(root, entered.outcome === 'in' ? entered.next : paths.signIn)
    })
  })
}

/** Only now may the old paper go: until the new one was kept, it was the way back. */
function sayOldIsVoid(root: ParentNode, next: string) {
  reveal(root, '[data-second]', false)
  reveal(root, '[data-third]')
  root.querySelector('[data-onward]')?.setAttribute('href', next)
  root.querySelector<HTMLElement>('[data-third] [role=status]')?.focus()
}

function codeIn(form: HTMLFormElement): string | undefined {
  const rows = [1, 2].map((n) => readDigits(typedIn(form, `row-${n}`)))
  const wrong = rows.findIndex((row) => row.length !== 20 || !hasGoodCheckDigit(row))
  if (wrong < 0) return rows.join('')
  say(form, `row${wrong + 1}`)
  form.querySelector<HTMLElement>(`#row-${wrong + 1}`)?.focus()
  return undefined
}
