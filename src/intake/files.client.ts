import type { Attaching, Promised } from '../attaching/choosing.client.ts'
import { areHeld } from './answers.client.ts'
import type { Carried } from './carry.client.ts'
import { chosenBefore } from './chosen-before.client.ts'
import { show } from './find.client.ts'
import { keepsFiles } from './keep.client.ts'
import { loadAttach } from './rest.client.ts'

export interface Files {
  /** Somebody got to the words, below which files are chosen. */
  open(): void
  /** Words that were put aside are back: what was chosen beside them is, too. */
  restore(was: string): void
  /** From now on they are kept as the words are, or on their way. */
  keep(isOnItsWay: boolean): void
  promise(): Promise<Promised | undefined>
}

/** What is sent besides the words. What it needs comes once it may be wanted. */
export function filesBeside(form: HTMLFormElement, carried: Carried): Files {
  let ready: Attaching | undefined
  let loading: Promise<Attaching | undefined> | undefined
  /** The draft whose files are to be there again, as soon as they can be. */
  let before: string | undefined

  async function begin() {
    ready = await (await loadAttach())?.attach(form, carried)
    show('[data-unattached]', !ready)
    if (!ready) {
      loading = undefined
      addEventListener('online', again, { once: true })
    } else if (before) void ready.restore(before)
    return ready
  }
  const open = () => {
    loading ??= begin()
    return loading
  }
  /** By themselves when the signal is back, unless what is written is on its way. */
  function again() {
    if (!areHeld()) void open()
  }
  const areChosen = async () =>
    chosenBefore(form).length > 0 ||
    (await keepsFiles(carried.id())) ||
    (before !== undefined && (await keepsFiles(before)))

  return {
    open: () => void open(),
    restore(was) {
      before = was
      if (ready) void ready.restore(was)
      else void open()
    },
    keep: (isOnItsWay) => void ready?.keep(isOnItsWay),
    // Who chose nothing does not wait for what they could have chosen with.
    async promise() {
      if (!ready && (await areChosen()) && !(await open()))
        throw new TypeError('nothing goes without the files that were chosen for it')
      return ready?.promise()
    },
  }
}
