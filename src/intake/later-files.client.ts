import type { Attaching, Promised } from '../attaching/choosing.client.ts'
import type { Chosen } from '../attaching/chosen.client.ts'
import type { Addition } from '../attaching/later.client.ts'
import { left } from '../ui/kept.client.ts'
import { one } from './find.client.ts'
import { isThere } from './keep.client.ts'
import { loadAttach } from './rest.client.ts'

export interface LaterFiles {
  chosen(): readonly Chosen[]
  /** What goes with the words; undefined when nothing was chosen. */
  promise(): Promise<Promised | undefined>
  hold(): void
}

/** Files beside what is added. What they need comes when somebody asks for it; `offline`: it did not come. */
export function laterFiles(add: HTMLFormElement, given: readonly Chosen[], offline: () => void): LaterFiles {
  let ready: Attaching | undefined
  let loading: Promise<unknown> | undefined
  const button = one('[data-attach]', add)
  async function open() {
    ready = await (await loadAttach())?.attachLater(add, given)
    loading = undefined
    if (!ready) return offline()
    if (button) button.hidden = true
    one('.adding label, .adding button', add)?.scrollIntoView({ block: 'nearest' })
  }
  const soon = () => {
    loading ??= open()
    return loading
  }
  button?.addEventListener('click', () => void soon())
  if (given.length > 0) void soon()

  return {
    chosen: () => ready?.chosen() ?? given,
    async promise() {
      await loading
      return ready?.promise()
    },
    hold: () => ready?.hold(),
  }
}

let sending: Awaited<ReturnType<typeof loadAttach>>

/** What was being sent when this page was left goes on. */
export async function goOnSending(): Promise<void> {
  if (!(await isThere(location.pathname))) return
  sending = await loadAttach()
  if (sending) await sending.goOn(left)
  else addEventListener('online', () => void goOnSending(), { once: true })
}

/** Sends an addition with its files, which follow it once `turn` has posted it and it was taken. */
export async function sendWith(
  { post, ...addition }: Omit<Addition, 'post'> & { post: Record<string, string> },
  turn: () => Promise<boolean>,
): Promise<void> {
  sending = await loadAttach()
  if (left.aborted) return
  if (!sending) throw new TypeError('nothing that sends files')
  const going = await sending.putAside({ ...addition, post: `${new URLSearchParams(post)}` })
  if (left.aborted) return
  if (await turn()) void sending.follow(going, left)
  else await sending.takeBack(going)
}

/** How far it is, on the page that was put in place of another. */
export const showSending = () => sending?.showAgain()
