import { button, cover } from './covered.client.ts'
import { Unreachable } from './open-attachment.client.ts'
import { openPages, type Pages } from './pages.client.ts'

/** Whoever has more to read saves it. */
const MOST_PAGES = 200

interface Telling {
  /** Says which page is shown, and whether a picture was left out, and answers in which words. */
  page(n: number, all: number, last: number, hasLeftOut: boolean): string
  /** Nothing of it is shown any more. */
  unreadable(): void
  /** Whether whoever asked for it is still there to see it. */
  isWanted(): boolean
}

/**
 * A PDF that somebody asked for, page by page: it can be turned, enlarged and covered, and comes covered when it comes
 * late. Throws Unreachable when what reads it does not come.
 */
export async function showPaper(item: HTMLElement, place: HTMLElement, content: Blob, tell: Telling) {
  const giveUp = () => {
    for (const tool of item.querySelectorAll<HTMLElement>('[data-tool]')) tool.hidden = true
    place.replaceChildren()
    tell.unreadable()
  }
  const box = document.createElement('div')
  box.className = 'arriving'
  place.replaceChildren(box)
  try {
    const pages = await openPages(box, content, place.dataset.called ?? '')
    await show(item, box, place.dataset.called ?? '', pages, tell, giveUp)
    // The button that opened it is gone; whoever went on elsewhere meanwhile stays there.
    if (document.activeElement === document.body) box.focus({ preventScroll: true })
  } catch (fault) {
    giveUp()
    if (fault instanceof Unreachable) throw fault
  }
}

/** Rejects when not even the first page can be drawn. */
async function show(
  item: HTMLElement,
  box: HTMLElement,
  called: string,
  pages: Pages,
  tell: Telling,
  giveUp: () => void,
) {
  const { frame, count } = pages
  const last = Math.min(count, MOST_PAGES)
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
    box.setAttribute('aria-busy', 'true')
    const width = box.clientWidth * size * devicePixelRatio
    const drawn = await pages.draw({ page: n, turned, width, called: `${called}, ${n}` })
    if (!drawn) return
    box.removeAttribute('aria-busy')
    frame.style.width = `${size * 100}%`
    frame.style.aspectRatio = `${drawn.width} / ${drawn.height}`
    frame.title = tell.page(n, count, last, drawn.hasLeftOut)
    if (!before.startsWith(`${n} `)) box.scrollTo(0, 0)
  }
  const redraw = (turned: number, size: number) => void draw(turned, size).catch(giveUp)
  box.className = 'paper'
  cover(box, item, called, redraw, { more: last > 1 ? leafing : {}, isWanted: tell.isWanted() })
  button(item, 'previous').disabled = true
  return draw(0, 1)
}
