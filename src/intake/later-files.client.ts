import type { Attaching, Promised } from '../attaching/choosing.client.ts'
import type { Chosen } from '../attaching/chosen.client.ts'
import type { SupplementWithFiles } from '../attaching/later.client.ts'
import { left } from '../ui/kept.client.ts'
import { one, show } from './find.client.ts'
import { ADDED, findKept, isThere } from './keep.client.ts'
import { loadAttach } from './rest.client.ts'

export interface LaterFiles {
  /** All that was chosen, once it is cleaned. */
  chosen(): Promise<readonly Chosen[]>
  /** What goes with the words; undefined when nothing was chosen. */
  promise(): Promise<Promised | undefined>
  hold(): void
}

/** Files beside what is added. What they need comes when somebody asks for it; `offline`: it did not come. */
export function laterFiles(add: HTMLFormElement, given: readonly Chosen[], offline: () => void): LaterFiles {
  let ready: Attaching | undefined
  let loading: Promise<unknown> | undefined
  let isHeld = false
  const button = one<HTMLButtonElement>('[data-attach]', add)
  const showButton = () => {
    if (!button) return
    button.hidden = isHeld || ready !== undefined
    button.disabled = loading !== undefined
  }
  async function open() {
    ready = await (await loadAttach())?.attachLater(add, given)
    loading = undefined
    showButton()
    if (!ready) return offline()
    if (isHeld) ready.hold()
  }
  const openOnce = () => {
    loading ??= open()
    showButton()
    return loading
  }
  // The button goes away once there are those for each kind.
  button?.addEventListener('click', () => void openOnce().then(() => one('#add-photo', add)?.focus()))
  if (given.length > 0) void openOnce()

  return {
    async chosen() {
      return ready ? ((await ready.promise())?.files ?? []) : given
    },
    async promise() {
      const isMissing = () => given.length > 0 && !ready
      await (isMissing() ? openOnce() : loading)
      if (isMissing()) throw new TypeError('nothing goes without the files that were chosen for it')
      return ready?.promise()
    },
    hold() {
      isHeld = true
      showButton()
      ready?.hold()
    },
  }
}

/** What sends files, once it was asked for. */
let sending: Awaited<ReturnType<typeof loadAttach>>

/** Something that was added on an earlier visit has not arrived, and now was not taken either. */
let isUnsent = false
function tellUnsent(now: boolean) {
  isUnsent = now
  show('[data-unsent]', now)
}

/** What was being sent when this page was left goes on. */
export async function goOnSending(): Promise<void> {
  if (!(await isThere(location.pathname))) return
  sending = await loadAttach()
  if (sending) return sending.goOn(left, tellUnsent)
  tellUnsent((await findKept(ADDED)).some(({ arrived }) => !arrived))
  addEventListener('online', () => void goOnSending(), { once: true })
}

/** Sends a supplement with its files, which follow it once `turn` has posted it and it was taken. */
export async function sendWith(supplement: SupplementWithFiles, turn: () => Promise<boolean>): Promise<void> {
  sending = await loadAttach()
  if (left.aborted) return
  if (!sending) throw new TypeError('nothing that sends files')
  const going = await sending.putAside(supplement)
  if (left.aborted) return
  if (await turn()) void sending.follow(going, left)
  else await sending.takeBack(going)
}

/** How far it is, on the page that was put in place of another. */
export function showSending() {
  show('[data-unsent]', isUnsent)
  sending?.showAgain()
}
