import { OFFICE } from '../staff/roles.ts'
import { answersIn, holdWords } from './answers.client.ts'
import { dropWords } from './carry.client.ts'
import { lockOn } from './chain.client.ts'
import { one, show } from './find.client.ts'
import { findKept, forget, type KeptDraft, keep } from './keep.client.ts'
import type { Lock } from './lock.ts'
import { quote, tellKept, tellMoment } from './moments.client.ts'
import { showReceipt } from './receipt.client.ts'
import { loadRest } from './rest.client.ts'
import { writingOf } from './writing.ts'

const without = () => (navigator.onLine ? 'noAnswer' : 'offline')

/** One draft, one report: however often the button is pressed and whatever gets lost on the way. */
export function sender(form: HTMLFormElement, lock: Lock): () => Promise<void> {
  let draft: KeptDraft | undefined
  let busy = false
  /** It was posted and not refused: it may have arrived, or will, so the words must not change any more. */
  let unsure = false
  /** A browser that says it is offline may be wrong, and for ever: it is believed once. */
  let believed = false

  const tell: typeof tellMoment = (moment) => {
    if (moment === 'sending') unsure = true
    tellMoment(moment)
  }

  async function attempt() {
    const rest = await loadRest()
    if (!rest) return undefined
    draft ??= rest.makeDraft(doorOf(lock))
    draft.writing ??= writingOf(answersIn(), lock.signed.unitId, document.documentElement.lang.slice(0, 2))
    return rest.deliver({ ...parts(form, lock), draft, tell })
  }

  return async () => {
    if (busy) return
    show('#refused', false)
    if (!navigator.onLine && !unsure && !believed) {
      believed = true
      // Nothing leaves this phone, so nothing need be held.
      tellMoment('offline')
      again(true)
      return
    }
    busy = true
    tellMoment('sealing')
    holdWords(form, true)
    dropWords()
    // What breaks here must leave a button that works and a sentence.
    const outcome = await attempt().catch(() => undefined)
    busy = false
    tellMoment('')
    if (draft && outcome?.answer === 'receipt') return arrived(draft, outcome.page)

    const refused = outcome?.answer === 'refused'
    if (draft && refused) {
      await forget(draft.id)
      draft = undefined
      unsure = false
    }
    if (!unsure) {
      holdWords(form, false)
      // As if they had just been written: they are put aside again.
      form.dispatchEvent(new Event('input'))
      delete draft?.writing
      delete draft?.post
    }
    again(!refused)
    if (outcome) quote(outcome.page, one('#refused'))
    else tellMoment(without())
  }
}

function again(isAgain: boolean) {
  show('#send [data-again]', isAgain)
  show('#send [data-ready]', !isAgain)
}

const parts = (form: HTMLFormElement, lock: Lock) => ({
  lock,
  salt: form.dataset.stretch ?? '',
  check: lockOn,
  keep,
})

/** The two doors of a code are told apart: what waits at one is not offered at the other. */
const doorOf = ({ signed, team }: Lock) =>
  team.holder === OFFICE ? `${signed.token}/${OFFICE}` : signed.token

/** From now on this phone keeps only what asks for the receipt again: no key and no words. */
async function arrived({ token, id, code, post }: KeptDraft, page: Document) {
  await keep({ token, id, code, post, arrived: true })
  await showReceipt(page, code)
}

/** Somebody comes back within a day: the receipt is there, or the report is sent once more. */
export async function offerKept(form: HTMLFormElement, lock: Lock): Promise<'sent' | 'unsent' | undefined> {
  const draft = await findKept(doorOf(lock))
  if (!draft) return undefined
  const kept = draft.arrived ? 'sent' : 'unsent'
  show('#kept')
  show(`[data-kept=${kept}]`)
  // However far down the page was left.
  scrollTo(0, 0)
  one('#kept')?.focus()
  one('[data-clear]')?.addEventListener('click', async () => {
    await forget(draft.id)
    one('#kept')?.remove()
  })
  let busy = false
  one('[data-see]')?.addEventListener('click', async () => {
    if (busy) return
    busy = true
    tellKept(kept)
    const delivery = { ...parts(form, lock), draft, tell: () => {} }
    const outcome = await loadRest()
      .then((rest) => rest?.deliver(delivery))
      .catch(() => undefined)
    busy = false
    tellKept(outcome ? '' : `${kept}-offline`)
    if (outcome?.answer === 'receipt') await arrived(draft, outcome.page)
    else if (outcome) quote(outcome.page, one('#kept-told'))
  })
  return kept
}
