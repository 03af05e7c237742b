import { FAILED, type GivenMedia, HAND, HIDE, handSigns, isHideKey, READY, type Size } from './within.ts'

// Runs in a frame of no origin, and shows there what a stranger sent: nothing of the page is at hand here, and nothing
// that is read wrong here reaches it.

const { port1: page, port2 } = new MessageChannel()

// Once is enough: whoever took this frame over is handed nothing more.
page.onmessage = ({ data }: MessageEvent<GivenMedia>) => {
  page.onmessage = null
  document.documentElement.lang = data.lang
  document.title = data.called
  show(data).catch(() => page.postMessage(FAILED))
}
parent.postMessage(READY, '*', [port2])

addEventListener('keydown', (event) => {
  if (isHideKey(event)) page.postMessage(HIDE)
})

const UNKNOWN: Size = { width: 300, height: 150 }

/** Milliseconds between one word of a hand at work and the next. */
const EACH = 5000
let told = Number.NEGATIVE_INFINITY
for (const sign of handSigns) {
  const tell = () => {
    if (performance.now() - told < EACH) return
    told = performance.now()
    page.postMessage(HAND)
  }
  addEventListener(sign, tell, { passive: true })
}

async function show({ show, content, called }: GivenMedia) {
  const address = URL.createObjectURL(content)
  const tell = (size: Size) => page.postMessage(size)
  if (show === 'picture') {
    const image = document.createElement('img')
    image.alt = called
    image.src = address
    await image.decode()
    fill(image)
    return tell({ width: image.naturalWidth, height: image.naturalHeight })
  }
  const player = document.createElement(show === 'sound' ? 'audio' : 'video')
  player.controls = true
  player.preload = 'metadata'
  // A voice tells who somebody is: it is listened to here, and its transcript travels.
  player.setAttribute('controlslist', 'nodownload')
  player.setAttribute('aria-label', called)
  player.addEventListener('error', () => page.postMessage(FAILED))
  player.src = address
  fill(player)
  // As tall as browsers make a player of which they know nothing yet; a film may turn out to have no picture at all.
  if (player instanceof HTMLVideoElement) {
    player.addEventListener('loadedmetadata', () =>
      tell({ width: player.videoWidth, height: player.videoHeight }),
    )
    return tell(UNKNOWN)
  }
  player.style.height = ''
  tell({ ...UNKNOWN, height: player.offsetHeight || UNKNOWN.height })
}

/** A sheet of styles could not be fetched: it would be a stranger's here. */
function fill(element: HTMLElement) {
  const all = { width: '100%', height: '100%' }
  Object.assign(document.documentElement.style, { ...all, colorScheme: 'light only' })
  Object.assign(document.body.style, { ...all, margin: '0', overflow: 'hidden' })
  Object.assign(element.style, { ...all, display: 'block', objectFit: 'contain' })
  document.body.append(element)
}
