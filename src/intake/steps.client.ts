import { all, one } from './find.client.ts'

export interface Steps {
  at(): number
  /** Opens a step without leaving a trace in the history. */
  open(step: number): void
  /** Goes on to a step; "back" then returns. */
  go(step: number): void
}

/** A step a screen, each read out from its heading. */
export function inSteps(form: HTMLFormElement, arrived: (step: number) => void): Steps {
  const screens = all('[data-step]', form)
  const head = one('.letterhead > span')
  let now = 0

  const open = (step: number) => {
    now = step
    for (const [at, screen] of screens.entries()) screen.hidden = at !== step
    const screen = screens[step]
    if (head) head.textContent = screen?.dataset.letterhead ?? ''
    arrived(step)
    scrollTo(0, 0)
    if (screen) one('h1', screen)?.focus()
  }
  // A link to a place in the page also counts as "back", and has no step.
  addEventListener('popstate', ({ state }) => {
    if (form.isConnected) open(stepIn(state) ?? (location.hash ? now : 0))
  })
  for (const [at, screen] of screens.entries()) screen.hidden = at !== 0
  return {
    at: () => now,
    open,
    go(step) {
      history.pushState({ step }, '')
      open(step)
    },
  }
}

const stepIn = (state: unknown): number | undefined =>
  typeof state === 'object' && state !== null && 'step' in state && typeof state.step === 'number'
    ? state.step
    : undefined
