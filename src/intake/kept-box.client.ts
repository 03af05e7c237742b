import type { Promised } from '../attaching/choosing.client.ts'
import { offerExit } from '../ui/exit.client.ts'
import { left } from '../ui/kept.client.ts'
import type { Means } from './deliver.client.ts'
import { isOnScreen, one, show } from './find.client.ts'
import { clear, findKept, type KeptDraft } from './keep.client.ts'
import { leaving, staying } from './leave.client.ts'
import { tellKept } from './moments.client.ts'
import { loadAttach, loadRest } from './rest.client.ts'
import { dropSent, sentInTab } from './tab.client.ts'
import { heldWordsKey } from './words-key.client.ts'

interface Sent {
  draft: KeptDraft
  isKept?: boolean
  /** What this page holds of them. */
  files?: Promised['files'] | undefined
  /** Aborted when somebody clears it. */
  cleared?: AbortSignal
  /** Another is offered here. */
  isAside?: boolean
}

/**
 * From now on this phone keeps only what asks for the receipt again: no words, and no key once the files followed.
 * Somebody else's receipt is on the paper they are given, and not on the phone of whoever wrote for them.
 */
export async function arrived({ draft, page, ...sent }: Sent & { page: Document }) {
  const { token, id, code, post, dek, files } = draft
  const isOthers = one('[data-for-another]', page) !== null
  const receipt = { token, id, code, post, arrived: true, isOthers, ...(files && { dek, files }) }
  const rest = await loadRest()
  const mayKeep = sent.isKept !== false && (files !== undefined || !isOthers)
  const isKept = mayKeep && (await rest?.keep(receipt)) === true
  const revive = () => {
    offerExit()
    leaving((kept) => kept.id === id)
  }
  rest?.showReceipt(page, code, revive, isKept)
  if (isOthers && !files) await clear(token, id)
  await follow({ ...sent, draft: receipt })
}

/** The files go after the words. */
async function follow(sent: Sent) {
  if (!sent.draft.files) return
  const attach = await loadAttach()
  if (attach) await attach.sendOn({ ...sent, left })
  else addEventListener('online', () => void follow(sent), { once: true })
}

/**
 * Somebody comes back within a day: the receipt is there, or the report is sent once more. Where nothing is taken any
 * more there are no means to seal: what was sealed before is posted as it is, and answered when it had arrived. What is
 * cleared makes room for the next.
 */
export async function offerKept(drawer: string, means?: Means): Promise<'sent' | 'unsent' | undefined> {
  const key = await heldWordsKey()
  const held = key && (await sentInTab(key))
  const isHeld = held?.token === drawer
  const all = [...(isHeld ? [held] : []), ...(await findKept(drawer))]
  const [draft] = all
  const box = one('#kept')
  if (!draft) box?.remove()
  if (!draft || !box) return undefined
  const next = box.cloneNode(true) as HTMLElement
  const kept = draft.arrived ? 'sent' : 'unsent'
  show('#kept')
  show(`[data-kept=${kept}]`)
  // However far down the page was left.
  scrollTo(0, 0)
  box.focus()
  const clearing = new AbortController()
  const cleared = clearing.signal
  one('[data-clear]')?.addEventListener('click', async () => {
    clearing.abort()
    if (isHeld) dropSent()
    await clear(drawer, draft.id)
    show('[data-another]', true, next)
    box.replaceWith(next)
    staying()
    await offerKept(drawer, means)
  })
  // The files of each, also where another is offered.
  for (const one of all) if (one.arrived) void follow({ draft: one, cleared, isAside: one !== draft })
  seeOnceOnline()
  let busy = false
  one('[data-see]')?.addEventListener('click', async () => {
    if (busy) return
    busy = true
    tellKept(kept)
    const outcome = await loadRest()
      .then((rest) => rest?.deliver({ keep: rest.keep, draft, means, tell: () => {}, left, cleared }))
      .catch(() => undefined)
    if (left.aborted || cleared.aborted) return
    busy = false
    tellKept(outcome ? '' : `${kept}-offline`)
    if (outcome?.answer === 'receipt' && isHeld) dropSent()
    if (outcome?.answer === 'receipt') return arrived({ draft, page: outcome.page, cleared })
    if (!outcome) return
    const rest = await loadRest()
    if (outcome.answer === 'refused') rest?.giveBack(draft)
    rest?.quote(outcome.page, one('#kept-told'))
  })
  return kept
}

/** Pressed and not delivered: it goes by itself as soon as there is a signal, while it says so. */
function seeOnceOnline() {
  addEventListener('online', () => {
    if (isOnScreen('[data-kept-moment=unsent-offline]')) one('[data-see]')?.click()
  })
}
