import { answersIn, holdWords } from './answers.client.ts'
import { dropWords } from './carry.client.ts'
import { lockOn } from './chain.client.ts'
import { one, show } from './find.client.ts'
import { type Draft, findKept, forget, keep } from './keep.client.ts'
import type { Lock } from './lock.ts'
import { quote, tellMoment } from './moments.client.ts'
import { showReceipt } from './receipt.client.ts'
import { loadRest } from './rest.client.ts'
import { writingOf } from './writing.ts'

const without = () => (navigator.onLine ? 'noAnswer' : 'offline')

/** One draft, one report: however often the button is pressed and whatever gets lost on the way. */
export function sender(form: HTMLFormElement, lock: Lock): () => Promise<void> {
  let draft: Draft | undefined
  let busy = false
  /** It was posted and not refused: it may have arrived, or will, so the words must not change any more. */
  let unsure = false

  const tell: typeof tellMoment = (moment) => {
    if (moment === 'sending') unsure = true
    tellMoment(moment)
  }

  async function attempt() {
    const rest = await loadRest()
    if (!rest) return undefined
    draft ??= rest.makeDraft(lock.signed.token)
    draft.writing ??= writingOf(answersIn(), lock.signed.unitId, document.documentElement.lang.slice(0, 2))
    return rest.deliver({ ...parts(form, lock), draft, tell })
  }

  return async () => {
    if (busy) return
    busy = true
    show('#refused', false)
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
    show('#send [data-again]', !refused)
    show('#send [data-ready]', refused)
    if (outcome) quote(outcome.page, one('#refused'))
    else tellMoment(without())
  }
}

const parts = (form: HTMLFormElement, lock: Lock) => ({
  lock,
  salt: form.dataset.stretch ?? '',
  check: lockOn,
  keep,
})

/** From now on this phone keeps only what asks for the receipt again: no key and no words. */
async function arrived({ token, id, code, post }: Draft, page: Document) {
  await keep({ token, id, code, post, arrived: true })
  await showReceipt(page, code)
}

/** Somebody comes back within a day: the receipt is there, or the report is sent once more. */
export async function offerKept(form: HTMLFormElement, lock: Lock): Promise<'sent' | 'unsent' | undefined> {
  const draft = await findKept(lock.signed.token)
  if (!draft) return undefined
  show('#kept')
  show(draft.arrived ? '[data-kept=sent]' : '[data-kept=unsent]')
  one('[data-clear]')?.addEventListener('click', async () => {
    await forget(draft.id)
    show('#kept', false)
  })
  one('[data-see]')?.addEventListener('click', async () => {
    const outcome = await (await loadRest())?.deliver({ ...parts(form, lock), draft, tell: () => {} })
    show('[data-kept=offline]', !outcome)
    if (outcome?.answer === 'receipt') await arrived(draft, outcome.page)
    else if (outcome) quote(outcome.page, one('#kept-told'))
  })
  return draft.arrived ? 'sent' : 'unsent'
}
