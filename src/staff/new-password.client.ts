import { isGoodPassword } from './credentials.client.ts'
import { say, typedIn } from './saying.client.ts'

/** The new password of a form, once it is good and typed twice alike; else the form says what is missing. */
export function newPasswordIn(form: HTMLFormElement, username: string): string | undefined {
  const password = typedIn(form, 'new-password')
  if (!isGoodPassword(password, username)) return missing(form, 'short', 'new-password')
  if (typedIn(form, 'again') !== password) return missing(form, 'differ', 'again')
  return password
}

function missing(form: HTMLFormElement, what: string, id: string): undefined {
  say(form, what)
  form.querySelector<HTMLElement>(`#${id}`)?.focus()
  return undefined
}
