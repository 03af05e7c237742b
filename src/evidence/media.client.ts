import { cover } from './covered.client.ts'
import type { Judged } from './open-attachment.client.ts'
import { inTime } from './patience.client.ts'
import { sandbox } from './sandbox.client.ts'
import { FAILED, type GivenMedia, HAND, HIDE, type Size, sizeIn } from './within.ts'

declare const SANDBOXED_MEDIA_SCRIPT: string

/** As tall as any browser makes what plays sound. */
const TALLEST_PLAYER = 120
/** So many times as long as wide, or as wide as long, a photo's box is at most, whatever is in it. */
const LONGEST = 2

/**
 * Shows a photo, covered until somebody wants to see it, or what plays a recording or a film, in a frame with no hold
 * on this page. Rejects when no browser shows it; `gone`: it was shown, and is so no longer.
 */
export async function showMedia(
  item: HTMLElement,
  place: HTMLElement,
  { show, content }: Extract<Judged, { show: GivenMedia['show'] }>,
  gone: () => void,
): Promise<void> {
  const { called = '' } = place.dataset
  const { frame, begun } = sandbox(SANDBOXED_MEDIA_SCRIPT, called)
  if (show === 'film') frame.allow = 'fullscreen'
  // A frame that is moved begins anew: it stands from the first where it stays.
  const box = show === 'picture' ? boxOf(frame) : frame
  box.className = 'arriving'
  place.replaceChildren(box)
  let remove = () => box.remove()
  let size: Size
  try {
    const port = await begun
    size = await inTime(shown(port))
  } catch (fault) {
    box.remove()
    throw fault
  }
  if (show === 'picture') {
    const ratio = Math.min(Math.max(size.width / size.height, 1 / LONGEST), LONGEST)
    const draw = (turned: number, enlarged: number) => {
      // A square once it is turned: so it fits either way.
      box.style.setProperty('--ratio', String(turned === 0 ? ratio : 1))
      frame.style.width = frame.style.height = `${enlarged * 100}%`
      frame.style.transform = `rotate(${turned * 90}deg)`
    }
    remove = cover(box, item, called, draw)
    draw(0, 1)
  }
  box.classList.replace('arriving', show === 'picture' ? 'photo' : 'player')

  function shown(port: MessagePort) {
    return new Promise<Size>((resolve, reject) => {
      const fail = () => {
        reject(new Error('no browser shows it'))
        remove()
        if (!box.classList.contains('arriving')) gone()
      }
      port.onmessage = ({ data }) => {
        const said = sizeIn(data)
        if (said) resolve(setSize(show, frame, said))
        if (data === FAILED) fail()
        if (data === HIDE) hide(frame)
        if (data === HAND && show !== 'picture' && isAtHand(frame)) document.dispatchEvent(new Event(HAND))
      }
      const given: GivenMedia = { show, content, called, lang: document.documentElement.lang }
      port.postMessage(given)
    })
  }
}

function boxOf(frame: HTMLElement): HTMLElement {
  const box = document.createElement('div')
  // Whoever has no mouse scrolls the box: there is nothing to be done in the frame.
  frame.tabIndex = -1
  box.append(frame)
  return box
}

function setSize(show: GivenMedia['show'], { style }: HTMLElement, size: Size): Size {
  const { width, height } = size
  if (show === 'sound') style.height = `${Math.min(height, TALLEST_PLAYER)}px`
  if (show === 'film') style.aspectRatio = `${width} / ${height}`
  return size
}

/** Whoever took the frame over could else keep open what nobody looks at. */
const isAtHand = (frame: HTMLElement) => document.activeElement === frame || frame.matches(':hover')

/** As if the key had been pressed here, where the next one is. */
function hide(frame: HTMLElement) {
  frame.blur()
  document.dispatchEvent(new Event(HIDE))
}
