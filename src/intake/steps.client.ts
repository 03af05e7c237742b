import { all, one } from './find.client.ts'

export interface Steps {
  at(): number
  /** Opens the step at which somebody left, without a trace in the history. */
  resume(step: number): void
  /** Goes to a step; the browser's "back" then returns. */
  go(step: number): void
  /** Goes to the step before this one, wherever one came from. */
  back(): void
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
    if (form.isConnected) open(wayIn(state).at(-1) ?? (location.hash ? now : 0))
  })
  // Each step begins at its top, also when the browser remembers where another one was left.
  history.scrollRestoration = 'manual'
  for (const [at, screen] of screens.entries()) {
    screen.hidden = at !== 0
    // In one long form it is a chapter's, on a screen of its own the page's.
    one('h1', screen)?.removeAttribute('aria-level')
  }

  /** The steps that lie in the history, up to this one. */
  const way = () => {
    const kept = wayIn(history.state)
    return kept.at(-1) === now ? kept : [now]
  }
  return {
    at: () => now,
    resume(step) {
      const way = wayIn(history.state)
      if (way.at(-1) !== step) history.replaceState({ way: [step] }, '')
      open(step)
    },
    go(step) {
      // Opened anew, the page begins where another one was left: "back" is to find this one's beginning there.
      history.replaceState({ way: way() }, '')
      history.pushState({ way: [...way(), step] }, '')
      open(step)
    },
    back() {
      const before = way().slice(0, -1)
      if (before.at(-1) === now - 1) return history.back()
      history.replaceState({ way: [...before, now - 1] }, '')
      open(now - 1)
    },
  }
}

const wayIn = (state: unknown): number[] =>
  typeof state === 'object' && state !== null && 'way' in state && Array.isArray(state.way) ? state.way : []
