import type { Promised } from '../attaching/choosing.client.ts'
import { left } from '../ui/kept.client.ts'
import { answersIn, holdWords } from './answers.client.ts'
import type { Carried } from './carry.client.ts'
import { lockOn } from './chain.client.ts'
import type { Means } from './deliver.client.ts'
import { drawerOf } from './drawer.ts'
import type { Files } from './files.client.ts'
import { isOnScreen, one, show } from './find.client.ts'
import { isThere, type KeptDraft, makePlace } from './keep.client.ts'
import { arrived } from './kept-box.client.ts'
import type { Lock } from './lock.ts'
import { tellMoment } from './moments.client.ts'
import { loadRest, type Rest } from './rest.client.ts'
import { dropSent, dropWords } from './tab.client.ts'
import { tellKeeping } from './unfinished.client.ts'

const without = () => (navigator.onLine ? 'noAnswer' : 'offline')

/** One draft, one report: however often the button is pressed and whatever gets lost on the way. */
export function sender(
  form: HTMLFormElement,
  lock: Lock,
  carried: Carried,
  files: Files,
): () => Promise<void> {
  let draft: KeptDraft | undefined
  let promised: Promised | undefined
  let place: { id: string; isMade: Promise<boolean> } | undefined
  let busy = false
  /** It was posted and not refused: it may have arrived, or will, so the words must not change any more. */
  let unsure = false
  /** A browser that says it is offline may be wrong, and for ever: it is believed once. */
  let believed = false

  const tell: typeof tellMoment = (moment) => {
    if (moment === 'sending') unsure = true
    tellMoment(moment)
  }

  /** What is being written goes when what was written is kept in its place, or has arrived, and not before. */
  async function takeAway({ keep }: Rest, draft: KeptDraft) {
    if (!carried.mayKeep()) return
    const isKept = await keep(draft)
    // Words do not wait for pictures.
    files.keep(true)
    // What had its place and has it no more was cleared in another tab.
    const isCleared = !isKept && (await place?.isMade) && !(await isThere(draft.id))
    // Whosever phone it is: what is on its way stays for a day.
    tellKeeping(isKept ? 'day' : isCleared ? 'none' : 'full')
    if (isKept || isCleared) dropWords()
    else await carried.hold(draft)
  }

  /** The words are read before anything is waited for: who leaves meanwhile empties the page. */
  async function attempt() {
    const answers = answersIn()
    const rest = await loadRest()
    if (!rest) return undefined
    draft ??= rest.makeDraft(drawerFor(lock), carried.id())
    if (!draft.writing) {
      promised = await files.promise()
      draft.files = promised?.said
      const kinds = promised?.said.promised.map(({ kind }) => kind).join(' ')
      const language = document.documentElement.lang.slice(0, 2)
      draft.writing = rest.writingOf(answers, lock.signed.unitId, language, kinds)
    }
    const { deliver } = rest
    return deliver({ draft, means: meansOf(form, lock), keep: (draft) => takeAway(rest, draft), tell, left })
  }

  /** Once for a draft, when it is pressed: who leaves in another tab before it goes by itself has left here, too. */
  function placeOnce() {
    const id = carried.id()
    if (id !== place?.id && carried.mayKeep()) place = { id, isMade: makePlace(id) }
  }

  async function send() {
    if (busy) return
    placeOnce()
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
    // What breaks here must leave a button that works and a sentence.
    const outcome = await attempt().catch(() => undefined)
    if (left.aborted) return
    busy = false
    tellMoment('')
    if (draft && outcome?.answer === 'receipt') {
      const { page } = outcome
      dropWords()
      dropSent()
      return arrived({ draft, page, isKept: carried.mayKeep(), files: promised?.files })
    }

    const refused = outcome?.answer === 'refused'
    if (draft && refused) {
      draft = undefined
      unsure = false
    }
    if (!unsure) {
      dropSent()
      holdWords(form, false)
      if (refused) {
        tellKeeping(carried.keeping())
        await carried.renew()
        files.keep(false)
      }
      // As if they had just been written: they are put aside again.
      else form.dispatchEvent(new Event('input'))
      delete draft?.writing
      delete draft?.post
    }
    again(!refused)
    if (outcome) (await loadRest())?.quote(outcome.page, one('#refused'))
    else tellMoment(without())
  }

  // What has not arrived goes by itself when there is a signal, as it was when the button was pressed and while that is
  // said.
  form.addEventListener('input', () => tellMoment(''))
  addEventListener('online', () => {
    if (isOnScreen('[data-moment=offline], [data-moment=noAnswer]')) void send()
  })
  return send
}

function again(isAgain: boolean) {
  show('#send [data-again]', isAgain)
  show('#send [data-ready]', !isAgain)
}

/** What seals a report on this page, and what checks the page that comes in its place. */
export const meansOf = (form: HTMLFormElement, lock: Lock): Means => ({
  lock,
  salt: form.dataset.stretch ?? '',
  check: lockOn,
})

/** Where this phone keeps what goes through the door of this lock. */
export const drawerFor = ({ signed, to }: Lock) => drawerOf(signed.token, to.holder)
