import { fetchPiece } from '../evidence/fetch-piece.client.ts'
import { showMedia } from '../evidence/media.client.ts'
import { type Judged, judge, openAttachment, Unreachable } from '../evidence/open-attachment.client.ts'
import { showPaper } from '../evidence/paper.client.ts'
import { type AnyKind, isPhoto } from '../files/kinds.ts'
import { fill } from '../i18n/speak.ts'
import { Unopened } from '../sealing/open.ts'
import { download } from '../ui/download.client.ts'
import { reportOfPage } from './report-key.client.ts'
import { KeyMissing } from './team-key.client.ts'

/** The files of a report: photos come by themselves and stay covered, whatever else when somebody asks. */
export function enhanceAttachments(root: ParentNode): void {
  // One after the other: six photos at once would hold up the words.
  let before: Promise<unknown> = Promise.resolve()
  for (const item of root.querySelectorAll<HTMLElement>('[data-file]')) {
    const next = () => show(item)
    const open = tool(item, 'open', () => void next())
    if (isPhoto(item.dataset.kind)) {
      keepRoom(item)
      const come = () => next().finally(() => useRoom(item))
      before = before.then(come, come)
    } else open.hidden = false
  }
}

/** Photos of which there was nothing to be seen. */
const unseen = new Set<string>()

/** For a photo that is on its way; not once more where there was none to be seen before the page changed in place. */
function keepRoom(item: HTMLElement) {
  if (unseen.has(item.dataset.file ?? '')) return
  item.classList.add('awaited')
  say(item, 'opening')
}

function useRoom(item: HTMLElement) {
  item.classList.remove('awaited')
  const { file: id = '' } = item.dataset
  if (item.querySelector('.photo')) unseen.delete(id)
  else unseen.add(id)
}

/** Milliseconds after which somebody else may look at the screen than whoever asked. */
const SOON = 10_000

/** What was opened once stays at hand while the page is changed in place. */
const judged = new Map<string, Promise<Judged>>()

async function show(item: HTMLElement): Promise<void> {
  const open = tool(item, 'open')
  open.hidden = true
  say(item, 'opening')
  const asked = performance.now()
  try {
    await put(item, await opened(item), () => performance.now() - asked < SOON && !document.hidden)
  } catch (error) {
    const isDamaged = error instanceof Unopened
    open.hidden = isDamaged
    if (!(isDamaged || error instanceof Unreachable || error instanceof KeyMissing)) throw error
    say(item, isDamaged ? 'damaged' : 'unreachable')
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

async function put(item: HTMLElement, found: Judged, isWanted: () => boolean): Promise<void> {
  const place = item.querySelector<HTMLElement>('[data-shown]')
  if (!place) return
  say(item, '')
  if (!found.show) return onlySave(item, found, found.why)
  if (found.show === 'pages') return read(item, place, found, isWanted)
  say(item, 'opening')
  try {
    await showMedia(item, place, found, () => onlySave(item, found, 'unknown'))
  } catch (fault) {
    if (fault instanceof Unreachable) throw fault
    return onlySave(item, found, 'unknown')
  }
  say(item, '')
  const cleaned = item.querySelector<HTMLElement>('[data-cleaned]')
  if (cleaned) cleaned.hidden = !(found.show === 'picture' && found.wasClean)
}

/** It is as it came: what cannot be drawn of it may yet be read elsewhere, so it can be saved at any time. */
async function read(item: HTMLElement, place: HTMLElement, found: Judged, isWanted: () => boolean) {
  say(item, 'opening')
  offerSave(item, found)
  await showPaper(item, place, found.content, {
    page: (n, all, last, hasLeftOut) =>
      say(item, `${last < all ? 'pages' : 'page'}${hasLeftOut ? ' leftOut' : ''}`, { n, all, last }),
    unreadable: () => onlySave(item, found, 'unread'),
    isWanted,
  })
}

function onlySave(item: HTMLElement, found: Judged, why: 'unknown' | 'unread' | 'tooManyPixels') {
  say(item, why)
  offerSave(item, found)
}

function offerSave(item: HTMLElement, { content, ending }: Judged) {
  const save = tool(item, 'save', () =>
    download(content, 'application/octet-stream', `${item.dataset.saveAs}.${ending}`),
  )
  save.hidden = false
}

/** `what`: the names of one sentence, or of several that go together. */
function say(item: HTMLElement, what: string, values: Readonly<Record<string, number>> = {}): string {
  const place = item.querySelector<HTMLElement>('[data-says]')
  const words = item.closest<HTMLElement>('#files')?.dataset
  const said = what
    .toLowerCase()
    .split(' ')
    .map((name) => fill(words?.[name] ?? '', values))
    .join('')
  if (place) place.textContent = said
  return said
}

function tool(item: HTMLElement, name: string, use?: () => void): HTMLButtonElement {
  const button = item.querySelector<HTMLButtonElement>(`[data-tool=${name}]`)
  if (!button) throw new Error(`a file has no tool ${name}`)
  if (use) button.onclick = use
  return button
}
