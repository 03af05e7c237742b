const MOST = 4
const STEP = 1.5

const LOOKING = ['hide', 'turn', 'larger', 'smaller'] as const

interface Covering {
  /** What else may be done with it while it is seen. */
  more?: Readonly<Record<string, () => void>>
  /** Whoever pressed to open it wants to see it. */
  isWanted?: boolean
}

/**
 * Makes of `box` what stays covered until somebody wants to see it; then it can be turned and enlarged, which `draw`
 * does. Returns what removes it and hides its tools.
 */
export function cover(
  box: HTMLElement,
  item: HTMLElement,
  called: string,
  draw: (turned: number, size: number) => void,
  { more = {}, isWanted = false }: Covering = {},
): () => void {
  // Whoever has no mouse scrolls it too.
  box.tabIndex = 0
  box.setAttribute('role', 'group')
  box.setAttribute('aria-label', called)

  let [turned, size] = [0, 1]
  const setCovered = (isCovered: boolean) => {
    box.classList.toggle('covered', isCovered)
    for (const frame of box.querySelectorAll('iframe')) frame.inert = isCovered
    for (const name of [...LOOKING, ...Object.keys(more)]) button(item, name).hidden = isCovered
    button(item, 'look').hidden = !isCovered
    if (isCovered) size = 1
  }
  const uses = {
    look: () => setCovered(false),
    hide: () => setCovered(true),
    turn: () => turned++,
    larger: () => (size = Math.min(size * STEP, MOST)),
    smaller: () => (size = Math.max(size / STEP, 1)),
  }
  const tools = Object.entries({ ...uses, ...more })
  for (const [name, use] of tools) {
    button(item, name).onclick = () => {
      use()
      draw(turned, size)
      if (name === 'look' || name === 'hide') button(item, name === 'look' ? 'hide' : 'look').focus()
    }
  }
  setCovered(!isWanted)
  return () => {
    box.remove()
    for (const [name] of tools) button(item, name).hidden = true
  }
}

export function button(item: HTMLElement, name: string): HTMLButtonElement {
  const found = item.querySelector<HTMLButtonElement>(`[data-tool=${name}]`)
  if (!found) throw new Error(`a file has no tool ${name}`)
  return found
}
