import { leave } from '../ui/exit.client.ts'
import { all, one } from './find.client.ts'
import { findKept, type KeptDraft } from './keep.client.ts'
import { sentInTab } from './tab.client.ts'
import { heldWordsKey } from './words-key.client.ts'

/** Milliseconds for the phone to say what it keeps. A way out that leads nowhere is worse than a lost receipt. */
const PATIENCE = 500

/**
 * Everything this phone keeps of us goes, and the page with it. Where that is a receipt that is not on the screen,
 * `isHere` says which is, it is asked first.
 */
export function leaving(isHere: (draft: KeptDraft) => boolean) {
  const tired = () => new Promise<void>((done) => setTimeout(done, PATIENCE))
  for (const link of all('[data-leave]') as HTMLAnchorElement[]) {
    link.addEventListener('click', async (event) => {
      event.preventDefault()
      const question = one('[data-others]', link.parentElement ?? link)
      if (!question || !(await Promise.race([keepsOthers(isHere), tired()]))) return leave(link.href)
      question.hidden = false
      question.focus()
    })
  }
  staying()
}

/** Whether something was sent from this phone within a day that is not here, and its query code goes with it. */
async function keepsOthers(isHere: (draft: KeptDraft) => boolean): Promise<boolean> {
  const key = await heldWordsKey()
  const held = key && (await sentInTab(key))
  const all = [...(held ? [held] : []), ...(await findKept())]
  return all.some((draft) => draft.code !== '' && !isHere(draft))
}

/** What asks is closed again. */
export function staying() {
  for (const button of all('[data-stay]')) {
    button.addEventListener('click', () => {
      button.closest('details')?.removeAttribute('open')
      const question = button.closest<HTMLElement>('[data-others]')
      if (question) question.hidden = true
    })
  }
}
