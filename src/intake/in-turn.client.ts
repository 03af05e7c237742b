const PAUSE = 300

export interface InTurn {
  /** After all that was asked for before it. */
  next<T>(act: () => Promise<T>): Promise<T>
  /** At once, and then whenever something was changed meanwhile. */
  soon(): Promise<void>
  /** What was changed since, without a pause. */
  rest(): void
}

/** One after another, so that what stood in the form earlier never takes the place of what stands there now. */
export function inTurn(put: () => Promise<unknown>): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  const next = <T>(act: () => Promise<T>) => {
    const done = last.then(act)
    last = done.catch(() => {})
    return done
  }
  const again = () => next(put).catch(() => {})

  let isPutting = false
  let isNewer = false
  async function soon() {
    isNewer = true
    if (isPutting) return
    isPutting = true
    while (isNewer) {
      isNewer = false
      await again()
      await new Promise((done) => setTimeout(done, PAUSE))
    }
    isPutting = false
  }

  return {
    next,
    soon,
    rest() {
      if (isNewer) void again()
    },
  }
}
