import { askServer } from './ask.client.ts'
import { enter } from './enter.client.ts'
import { enhanceForgotten } from './forgotten.client.ts'
import { forgetPerson, keepKeys, personOfPage, whyLocked } from './key-store.client.ts'
import { reveal, sayRefused, scriptsReady, typedIn, whenSent } from './saying.client.ts'

/** Who is asked to sign in here is nobody yet: nothing of the last person stays. The form takes a press meanwhile. */
function enhanceSignIn(form: HTMLFormElement) {
  const forgotten = forgetPerson()
  whenSent(form, async () => {
    await forgotten
    const [username, password, code] = ['username', 'password', 'code'].map((id) => typedIn(form, id))
    const entered = await enter(askServer, username ?? '', password ?? '', code)
    if (entered.outcome !== 'in') return sayRefused(form, entered)
    await keepKeys(entered.person, entered.keys, entered.lasts)
    if (form.dataset.signIn === 'stay') location.reload()
    else location.assign(form.dataset.back ?? entered.next)
  })
}

/** The session's cookie went with the lock: only this browser still knows that somebody was here, and why no more. */
function sayEnded() {
  const isSaid = document.querySelector('[data-ended]:not([hidden])')
  if (!isSaid && personOfPage()) reveal(document, `[data-ended="${whyLocked()}"]`)
}

if (scriptsReady()) {
  sayEnded()
  const signIn = document.querySelector<HTMLFormElement>('form[data-sign-in]')
  if (signIn) enhanceSignIn(signIn)
  enhanceForgotten(document)
}
