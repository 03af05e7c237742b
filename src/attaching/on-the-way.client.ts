import { type FileToSend, type Sent, sendFiles } from '../files/send-files.client.ts'
import { one, show } from '../intake/find.client.ts'
import { clear, type KeptDraft, keep } from '../intake/keep.client.ts'
import { paths } from '../paths.ts'
import { fromBase64url } from '../sealing/bytes.ts'
import { findFiles, keptSoFar } from './chosen.client.ts'
import { fetchParts } from './parts.client.ts'
import { rowsIn } from './rows-on-the-way.client.ts'

interface OnItsWay {
  draft: KeptDraft
  /** Those that this page holds; else what this phone keeps. */
  files?: readonly FileToSend[] | undefined
  /** Whether this phone keeps them, and is to forget them once they are there. */
  isKept?: boolean
  /** Aborted when somebody leaves: files take so long that they would hold up the next page. */
  left: AbortSignal
  /** Aborted when somebody clears it. */
  cleared?: AbortSignal
  /** Another is what the page is about: these go one after the other, and show nothing. */
  isAside?: boolean
}

/** Until it is tried again, in five seconds. */
export const aWhile = () => new Promise((done) => setTimeout(done, 5000))

interface Way {
  /** Where it is shown how far its files are, and in which language. */
  box: HTMLElement
  lang: string
  /** What ends their sending. */
  ending: AbortController
  sent: OnItsWay
  isOver: boolean
}

/** By report, or by what was added to one. */
const ways = new Map<string, Way>()
let aside: Promise<unknown> = Promise.resolve()

/**
 * Sends what was promised, once the words have arrived, and shows how far it is: beside the receipt, or, to whoever
 * comes back, beside the way to it. Called again it only moves to where it is to be seen.
 */
export async function sendOn(sent: OnItsWay): Promise<void> {
  const { draft, isAside, left, cleared } = sent
  const { id, dek, files: promise } = draft
  if (!dek || !promise) return
  let parts = await fetchParts()
  while (!parts?.onTheWay) {
    await aWhile()
    if (left.aborted || cleared?.aborted) return
    parts = await fetchParts()
  }
  if (left.aborted || cleared?.aborted) return
  const known = ways.get(id)
  const { lang } = document.documentElement
  const ending = new AbortController()
  const way = known ?? { box: parts.onTheWay, lang, ending, sent, isOver: false }
  ways.set(id, way)
  for (const end of [left, cleared]) {
    end?.addEventListener('abort', () => {
      way.ending.abort()
      ways.delete(id)
    })
  }
  if (!isAside) put(way.box)
  if (known?.isOver && sent.isKept !== false) return arrivedWhole(draft)
  if (known) return
  const send = async () => {
    await sendIn(way.box, sent, { dek, promise }, ending.signal)
    way.isOver = true
  }
  if (!isAside) return send()
  aside = aside.then(send).catch(() => {})
  await aside
}

/** Below what says that the words have arrived, or else where somebody comes back to. */
function put(box: HTMLElement) {
  const arrived = one('[data-answer=receipt] .box, [data-notice]')
  const kept = one('#kept')
  if (arrived) arrived.after(box)
  else if (kept) kept.append(box)
  else one('main')?.prepend(box)
}

/** Another page was put in place of the one where it stood: in another language it begins anew, from where it was. */
export function showAgain() {
  for (const [id, { box, lang, ending, sent, isOver }] of ways) {
    if (lang === document.documentElement.lang) put(box)
    else {
      ending.abort()
      ways.delete(id)
      if (!isOver) void sendOn(sent)
    }
  }
}

async function sendIn(
  box: HTMLElement,
  { draft, files, isKept = true }: Pick<OnItsWay, 'draft' | 'files' | 'isKept'>,
  { dek, promise }: { dek: string; promise: NonNullable<KeptDraft['files']> },
  ended: AbortSignal,
) {
  const { id, report = id } = draft
  const there = files ?? (await findFiles(id))
  const rows = rowsIn(box, promise.promised)
  show('[data-keep-open]', draft.arrived, box)
  const wanted = promise.promised.flatMap((one) => there.find((file) => file.id === one.id) ?? [])
  for (const one of promise.promised) if (!wanted.some((file) => file.id === one.id)) rows.lose(one.id)
  let again = new AbortController()
  const goOn = one('[data-go-on]', box)
  if (goOn) goOn.onclick = () => again.abort()
  ended.addEventListener('abort', () => again.abort())
  let sent: Sent
  do {
    if (ended.aborted) return
    again = new AbortController()
    sent = await sendFiles({
      report,
      to: paths.sentFiles(report),
      files: wanted,
      dek: fromBase64url(dek),
      right: fromBase64url(promise.right),
      tell: rows.tell,
      signal: again.signal,
    })
  } while (sent === 'stopped')
  rows.end(sent, draft.arrived)
  if (isKept) await arrivedWhole(draft)
}

/**
 * Neither key nor file is of use any more: only what asks for the receipt again is left, and of somebody else's not
 * even that, once it is on the screen to be copied.
 */
async function arrivedWhole({ token, id, report, code, post, isOthers }: KeptDraft) {
  await keptSoFar()
  if (report || (isOthers && one('[data-answer=receipt]'))) return clear(token, id)
  await keep({ token, id, code, post, arrived: true, isOthers }, true)
}
