import type { Attaching, Promised } from '../attaching/choosing.client.ts'
import type { Carried } from './carry.client.ts'
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
  let isAwaited = false

  async function begin() {
    ready = await (await loadAttach())?.attach(form, carried)
    if (!ready) loading = undefined
    return ready
  }
  const open = () => {
    loading ??= begin()
    return loading
  }

  return {
    open: () => void open(),
    restore(was) {
      isAwaited = true
      void open().then((attaching) => attaching?.restore(was))
    },
    keep: (isOnItsWay) => void ready?.keep(isOnItsWay),
    // Who chose nothing does not wait for what they could have chosen with.
    promise: async () => (isAwaited ? await loading : ready)?.promise(),
  }
}
