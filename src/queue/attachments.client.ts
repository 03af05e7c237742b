import { type AnyKind, isPhoto } from '../files/kinds.ts'
import { Unopened } from '../sealing/open.ts'
import { download } from '../ui/download.client.ts'
import { fetchPiece } from './fetch-piece.client.ts'
import { type Judged, judge, openAttachment, Unreachable } from './open-attachment.client.ts'
import { showPhoto } from './photo.client.ts'
import { reportOfPage } from './report-key.client.ts'
import { KeyMissing } from './team-key.client.ts'

/** The files of a report: photos come by themselves and stay covered, whatever else when somebody asks. */
export function enhanceAttachments(root: ParentNode): void {
  // One after the other: six photos at once would hold up the words.
  let before: Promise<unknown> = Promise.resolve()
  for (const item of root.querySelectorAll<HTMLElement>('[data-file]')) {
    const next = () => show(item)
    const open = tool(item, 'open', () => void next())
    if (isPhoto(item.dataset.kind)) before = before.then(next, next)
    else open.hidden = false
  }
}

/** What was opened once stays at hand while the page is changed in place. */
const judged = new Map<string, Promise<Judged>>()

async function show(item: HTMLElement): Promise<void> {
  const open = tool(item, 'open')
  open.hidden = true
  say(item, 'opening')
  try {
    await put(item, await opened(item))
  } catch (error) {
    if (error instanceof Unopened) return say(item, 'damaged')
    open.hidden = false
    if (!(error instanceof Unreachable || error instanceof KeyMissing)) throw error
    say(item, 'unreachable')
  }
}

function opened(item: HTMLElement): Promise<Judged> {
  const { file: id = '', kind, size, message, pieces = '' } = item.dataset
  const sought = { id, kind: kind as AnyKind, size: Number(size), message }
  const known = judged.get(id) ?? open()
  judged.set(id, known)
  known.catch(() => judged.delete(id))
  return known

  async function open() {
    const report = await reportOfPage()
    return judge(sought.kind, await openAttachment(report, sought, (part) => fetchPiece(pieces + part)))
  }
}

async function put(item: HTMLElement, found: Judged): Promise<void> {
  const place = item.querySelector<HTMLElement>('[data-shown]')
  if (!place) return
  say(item, '')
  if (!found.show) return onlySave(item, found, found.why)
  const address = URL.createObjectURL(found.content)
  if (found.show === 'picture') {
    const isShown = await showPhoto(item, place, address)
    URL.revokeObjectURL(address)
    if (!isShown) return onlySave(item, found, 'unknown')
    const cleaned = item.querySelector<HTMLElement>('[data-cleaned]')
    if (cleaned) cleaned.hidden = !found.wasClean
    return
  }
  const player = document.createElement(found.show === 'sound' ? 'audio' : 'video')
  player.controls = true
  player.preload = 'metadata'
  // A voice tells who somebody is: it is listened to here, and its transcript travels.
  player.setAttribute('controlslist', 'nodownload')
  player.setAttribute('aria-label', place.dataset.called ?? '')
  player.addEventListener('error', () => {
    player.remove()
    URL.revokeObjectURL(address)
    onlySave(item, found, 'unknown')
  })
  player.src = address
  place.replaceChildren(player)
}

function onlySave(
  item: HTMLElement,
  { content, ending }: Judged,
  why: 'unknown' | 'tooManyPixels' | 'paper',
) {
  if (why === 'paper' && navigator.pdfViewerEnabled) {
    tool(item, 'read', () => readApart(content)).hidden = false
  } else say(item, why)
  const save = tool(item, 'save', () =>
    download(content, 'application/octet-stream', `${item.dataset.saveAs}.${ending}`),
  )
  save.hidden = false
}

/**
 * A browser's own reader runs apart from every page: what a PDF may run reaches nothing of ours, and its address is
 * known to this browser alone.
 */
function readApart(content: Blob) {
  const address = URL.createObjectURL(content.slice(0, content.size, 'application/pdf'))
  const link = document.createElement('a')
  Object.assign(link, { href: address, target: '_blank', rel: 'noopener' }).click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

function say(item: HTMLElement, what: string) {
  const place = item.querySelector<HTMLElement>('[data-says]')
  const words = item.closest<HTMLElement>('#files')?.dataset
  if (place) place.textContent = words?.[what.toLowerCase()] ?? ''
}

function tool(item: HTMLElement, name: string, use?: () => void): HTMLButtonElement {
  const button = item.querySelector<HTMLButtonElement>(`[data-tool=${name}]`)
  if (!button) throw new Error(`a file has no tool ${name}`)
  if (use) button.onclick = use
  return button
}
