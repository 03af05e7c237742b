import type { Keeping } from './carry.client.ts'
import { all, one, show } from './find.client.ts'
import { clear, isUnanswered, listDrafts, tellsAnything, type Unfinished } from './keep.client.ts'

/** Says what becomes of what is being written, and nothing where nothing is kept by the writer's wish. */
export function tellKeeping(keeping: Keeping) {
  for (const sentence of all('[data-keeping]')) sentence.hidden = sentence.dataset.keeping !== keeping
  show('#keeping', keeping !== 'none')
}

/** What is kept can wait for a signal. Said only when it goes and comes: what a browser says of itself may be wrong. */
export function tellSignal() {
  for (const signal of ['offline', 'online']) {
    addEventListener(signal, () => {
      const isKept = one('[data-keeping=day]')?.hidden === false
      for (const sentence of all('[data-signal]'))
        sentence.hidden = !isKept || sentence.dataset.signal !== signal
    })
  }
}

/**
 * The latest that was not finished, but those left out, and the latest in which only something was picked after all
 * that have words or files: who began anew has not given those up.
 */
async function findUnfinished(
  drawer: string,
  leaveOut: (draft: Unfinished) => boolean,
): Promise<Unfinished | undefined> {
  const all = (await listDrafts(drawer)).filter(
    (draft): draft is Unfinished => 'words' in draft && !leaveOut(draft),
  )
  for (const draft of all) if (await tellsAnything(draft)) return draft
  return all[0]
}

/** It stands below the heading of every step, where it is read as well as seen. */
export function askWhose(step: number) {
  const box = one('#keeping')
  if (step > 0 && box) one(`[data-step="${step}"] h1`)?.after(box)
  show('#leave', step > 0)
}

/**
 * Somebody comes back in time to what they did not finish, but to what is left out. `offered` shows it, and answers
 * whether it did. What is not wanted makes room for what was begun before it: nothing goes that was not shown.
 */
export async function offerUnfinished(
  drawer: string,
  form: {
    leaveOut(draft: Unfinished): boolean
    offered(draft?: Unfinished): boolean
    goOn?(draft: Unfinished): Promise<void>
  },
): Promise<void> {
  const find = () => findUnfinished(drawer, form.leaveOut)
  const draft = await find()
  const box = one('#unfinished')
  if (!box || !form.offered(draft) || !draft) return
  const again = async () => {
    await offerUnfinished(drawer, form)
    if (box.hidden) toHeading()
  }
  const press = (button: string, act: () => Promise<void>) => {
    const pressed = one(button, box)
    if (pressed) pressed.onclick = () => void act()
  }
  press('[data-drop]', async () => {
    await clear(drawer, draft.id)
    show('[data-another]', true, box)
    await again()
  })
  press('[data-go-on]', async () => {
    // Minutes may be over while it is offered, and somebody else at the page.
    if (isUnanswered(draft) && (await find())?.id !== draft.id) return again()
    form.offered()
    await form.goOn?.(draft)
    toHeading()
  })
  // What was sent comes first, and further on in the form it waits.
  if (box.hidden || one('#kept')?.hidden === false) return
  scrollTo(0, 0)
  box.focus()
}

/** Where to go on reading when what was pressed is gone. */
export const toHeading = () => one('[data-step]:not([hidden]) h1')?.focus()
