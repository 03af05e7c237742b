import { fill } from '../i18n/speak.ts'
import { paths } from '../paths.ts'
import { Offline } from '../ui/exchange.client.ts'
import { leaveUnasked } from '../ui/unsent.client.ts'
import { askServer } from './ask.client.ts'
import { enter } from './enter.client.ts'
import {
  dropKeys,
  forgetPerson,
  heldKeys,
  isLocked,
  isSomebodyElse,
  keepKeys,
  type Locked,
  personOfPage,
  whyLocked,
} from './key-store.client.ts'

const IDLE = 15 * 60_000
const LOOK = 15_000
const STAY = 4 * 60_000
const SEEN = 'desk-seen'

let unlocked: Promise<void> | undefined
let release = () => {}

/**
 * Locks in place: the keys go, the page is covered and stays as it is, and the password opens it again. Resolves when
 * it has.
 */
export function lock(why: Locked = 'ended'): Promise<void> {
  unlocked ??= new Promise((resolve) => {
    release = resolve
    void cover(why)
  })
  return unlocked
}

/** Watches for a quarter of an hour without a hand on the computer, and keeps the session while there is one. */
export function enhanceLock(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-lock]')
  if (!dialog) return
  dialog.addEventListener('cancel', (event) => event.preventDefault())
  dialog.addEventListener('close', () => unlocked && dialog.showModal())
  dialog.querySelector('form')?.addEventListener('submit', (event) => {
    event.preventDefault()
    void unlock(dialog)
  })
  document.querySelector<HTMLFormElement>('form[data-sign-out]')?.addEventListener('submit', (event) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    leaveUnasked()
    void forgetPerson().then(() => form.submit())
  })
  for (const sign of ['keydown', 'pointerdown', 'wheel', 'touchmove'])
    addEventListener(sign, seen, { passive: true })
  addEventListener('storage', () => void look())
  addEventListener('focus', () => void look())
  setInterval(() => void look(), LOOK)
  seen()
  void look()
}

let asked = Date.now()

function seen() {
  if (unlocked) return
  const now = Date.now()
  localStorage.setItem(SEEN, String(now))
  if (now - asked < STAY) return
  asked = now
  fetch(paths.session).then(
    ({ status }) => (status === 401 ? lock() : undefined),
    () => undefined,
  )
}

async function look() {
  if (unlocked) return isLocked() || isSomebodyElse() ? undefined : uncover()
  const quiet = Date.now() - Number(localStorage.getItem(SEEN) ?? 0)
  if (quiet >= IDLE) {
    // The keys go first, whatever becomes of the network, and with the reason that all pages then give.
    await drop('idle')
    await fetch(paths.signOut, { method: 'POST' }).catch(() => undefined)
    return lock('idle')
  }
  return (await heldKeys()) ? undefined : lock()
}

async function cover(why: Locked) {
  await drop(why)
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-lock]')
  if (!personOfPage() || !dialog) leaveUnasked()
  if (!personOfPage()) return document.querySelector<HTMLFormElement>('form[data-sign-out]')?.submit()
  if (!dialog) return location.reload()
  const over = whyLocked() === 'over'
  show(dialog, '[data-idle]', !over)
  show(dialog, '[data-over]', over)
  show(document, '#main', false)
  dialog.showModal()
}

/** Keys whose time is up say so themselves. Whoever has signed in on another page meanwhile keeps theirs. */
async function drop(why: Locked) {
  await heldKeys()
  if (!isSomebodyElse()) await dropKeys(why)
}

function uncover() {
  const dialog = document.querySelector<HTMLDialogElement>('dialog[data-lock]')
  show(document, '#main', true)
  unlocked = undefined
  dialog?.close()
  seen()
  release()
}

async function unlock(dialog: HTMLDialogElement) {
  const person = personOfPage()
  const password = dialog.querySelector<HTMLInputElement>('input[type=password]')
  const button = dialog.querySelector('button')
  if (!person || !password || !button || button.disabled) return
  const say = (why: string) => {
    for (const sentence of ['wrong', 'slowed', 'working', 'offline'])
      show(dialog, `[data-${sentence}]`, sentence === why)
    for (const sentence of ['code', 'codeWrong']) show(dialog, `[data-say=${sentence}]`, sentence === why)
    if (why.startsWith('code')) show(dialog, '[data-code]', true)
    button.disabled = why === 'working'
  }
  say('working')
  try {
    const code = dialog.querySelector<HTMLInputElement>('[data-code] input')
    const entered = await enter(askServer, person.username, password.value, code?.value)
    const isAsked = entered.outcome.startsWith('code')
    if (!isAsked) password.value = ''
    if (code) code.value = ''
    if (entered.outcome === 'in') {
      await keepKeys(entered.person, entered.keys, entered.lasts)
      say('')
      return uncover()
    }
    const slowed = dialog.querySelector<HTMLElement>('[data-slowed]')
    if (entered.outcome === 'slowed' && slowed) {
      slowed.textContent = fill(slowed.dataset.slowed ?? '', { n: entered.seconds })
    }
    say(entered.outcome)
    if (isAsked) code?.focus()
    else password.focus()
  } catch (error) {
    say('offline')
    if (!(error instanceof Offline)) throw error
  }
}

function show(root: ParentNode, selector: string, shown: boolean) {
  const element = root.querySelector<HTMLElement>(selector)
  if (element) element.hidden = !shown
}
