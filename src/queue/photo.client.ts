const MOST = 4
const STEP = 1.5

/** A photo, covered until somebody wants to see it; then it can be turned and enlarged. False: no browser shows it. */
export async function showPhoto(item: HTMLElement, place: HTMLElement, address: string): Promise<boolean> {
  const image = document.createElement('img')
  const { called = '' } = place.dataset
  image.alt = called
  image.src = address
  try {
    await image.decode()
  } catch {
    return false
  }
  const frame = document.createElement('div')
  frame.className = 'photo'
  // Whoever has no mouse scrolls it too.
  frame.tabIndex = 0
  frame.setAttribute('role', 'group')
  frame.setAttribute('aria-label', called)
  frame.append(image)

  let [turned, size] = [0, 1]
  const draw = () => {
    image.style.width = image.style.height = `${size * 100}%`
    image.style.transform = `rotate(${turned * 90}deg)`
  }
  const cover = (isCovered: boolean) => {
    frame.classList.toggle('covered', isCovered)
    for (const name of ['hide', 'turn', 'larger', 'smaller']) button(item, name).hidden = isCovered
    button(item, 'look').hidden = !isCovered
    if (isCovered) size = 1
    draw()
  }
  const uses = {
    look: () => cover(false),
    hide: () => cover(true),
    turn: () => turned++,
    larger: () => (size = Math.min(size * STEP, MOST)),
    smaller: () => (size = Math.max(size / STEP, 1)),
  }
  for (const [name, use] of Object.entries(uses)) {
    button(item, name).onclick = () => {
      use()
      draw()
      if (name === 'look' || name === 'hide') button(item, name === 'look' ? 'hide' : 'look').focus()
    }
  }
  cover(true)
  place.replaceChildren(frame)
  return true
}

const button = (item: HTMLElement, name: string): HTMLButtonElement => {
  const found = item.querySelector<HTMLButtonElement>(`[data-tool=${name}]`)
  if (!found) throw new Error(`a photo has no tool ${name}`)
  return found
}
