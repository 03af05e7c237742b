import { button, coveredFrame } from './covered.client.ts'
import { openPages, type Pages } from './pages.client.ts'

/** Whoever has more to read saves it. */
const MOST_PAGES = 200

interface Telling {
  /** Says which page is shown, and whether a picture was left out, and answers in which words. */
  page(n: number, all: number, last: number, hasLeftOut: boolean): string
  /** Nothing of it is shown any more. */
  unreadable(): void
}

/** What reads a paper ends when the paper leaves the page, which is changed in place. */
const reading = new Map<HTMLElement, Pages>()
new MutationObserver(() => {
  for (const [item, pages] of reading) {
    if (item.isConnected) continue
    pages.close()
    reading.delete(item)
  }
}).observe(document.body, { childList: true, subtree: true })

/** A PDF, page by page, covered until somebody wants to see it; then it can be turned and enlarged. */
export async function showPaper(item: HTMLElement, place: HTMLElement, content: Blob, tell: Telling) {
  const giveUp = () => {
    for (const tool of item.querySelectorAll<HTMLElement>('[data-tool]')) tool.hidden = true
    place.replaceChildren()
    tell.unreadable()
  }
  try {
    const pages = await openPages(new Uint8Array(await content.arrayBuffer()))
    if (!item.isConnected) return pages.close()
    reading.set(item, pages)
    await show(item, place, pages, tell.page, giveUp)
    // The button that opened it is gone; whoever went on elsewhere meanwhile stays there.
    if (document.activeElement === document.body) button(item, 'look').focus()
  } catch {
    giveUp()
  }
}

/** Rejects when not even the first page can be drawn. */
async function show(
  item: HTMLElement,
  place: HTMLElement,
  pages: Pages,
  tellPage: Telling['page'],
  giveUp: () => void,
) {
  const last = Math.min(pages.count, MOST_PAGES)
  let n = 1
  let wanted = ''
  const leaf = (by: number, name: 'previous' | 'next', other: 'previous' | 'next') => () => {
    n += by
    button(item, 'previous').disabled = n === 1
    button(item, 'next').disabled = n === last
    if (button(item, name).disabled) button(item, other).focus()
  }
  const leafing = { previous: leaf(-1, 'previous', 'next'), next: leaf(1, 'next', 'previous') }

  const draw = async (turned: number, size: number) => {
    const before = wanted
    wanted = `${n} ${turned} ${size}`
    if (wanted === before) return
    frame.setAttribute('aria-busy', 'true')
    const canvas = await pages.draw({ page: n, turned, width: frame.clientWidth * size * devicePixelRatio })
    if (!canvas) return
    frame.removeAttribute('aria-busy')
    canvas.style.width = `${size * 100}%`
    canvas.setAttribute('role', 'img')
    canvas.setAttribute('aria-label', tellPage(n, pages.count, last, pages.hasLeftOut()))
    frame.replaceChildren(canvas)
    if (!before.startsWith(`${n} `)) frame.scrollTo(0, 0)
  }
  const redraw = (turned: number, size: number) => void draw(turned, size).catch(giveUp)
  const frame = coveredFrame(item, place.dataset.called ?? '', redraw, last > 1 ? leafing : {})
  frame.classList.add('paper')
  button(item, 'previous').disabled = true
  place.replaceChildren(frame)
  return draw(0, 1)
}
