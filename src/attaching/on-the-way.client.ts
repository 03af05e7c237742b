import { type FileKind, fileKinds, type PromisedFile } from '../files/kinds.ts'
import { type FileToSend, type Progress, type Sent, sendFiles } from '../files/send-files.client.ts'
import type { onTheWay } from '../i18n/attaching.ts'
import { fill } from '../i18n/speak.ts'
import { one, show } from '../intake/find.client.ts'
import { clear, type KeptDraft, keep } from '../intake/keep.client.ts'
import { paths } from '../paths.ts'
import { fromBase64url } from '../sealing/bytes.ts'
import { findFiles, keptSoFar } from './chosen.client.ts'
import { takeBackWarning } from './leaving-early.client.ts'
import { fetchParts } from './parts.client.ts'

type Words = Record<keyof typeof onTheWay | FileKind | 'between', string>

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

const many = { photo: 'photos', voice: 'voices', video: 'videos', paper: 'papers' } as const

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

/** Neither key nor file is of use any more: only what asks for the receipt again is left. */
async function arrivedWhole({ token, id, report, code, post, isOthers }: KeptDraft) {
  await keptSoFar()
  if (isOthers || report) return clear(token, id)
  await keep({ token, id, code, post, arrived: true }, true)
}

function rowsIn(box: HTMLElement, promised: readonly PromisedFile[]) {
  const words: Words = JSON.parse(box.dataset.words ?? '{}')
  const kinds = fileKinds.filter((kind) => promised.some((file) => file.kind === kind))
  const what = kinds.map((kind) => words[many[kind]]).join(words.between)
  const say = (selector: string, text: string) => {
    const place = one(selector, box)
    if (place) place.textContent = text
  }
  say('h2', fill(words.title, { what }))
  say('[data-keep-open]', fill(words.keepOpen, { what }))
  const numbers: Partial<Record<FileKind, number>> = {}
  const rows = new Map(
    promised.map(({ id, kind }) => {
      const n = (numbers[kind] ?? 0) + 1
      numbers[kind] = n
      const row = document.createElement('li')
      const name = fill(words[kind], { n })
      const tell = (state: keyof Words) => {
        row.textContent = fill(words.row, { name, state: words[state] })
        row.dataset.state = state
      }
      tell('next')
      return [id, { row, tell }]
    }),
  )
  one('ul', box)?.replaceChildren(...[...rows.values()].map(({ row }) => row))
  const waiting = new Set<string>()

  return {
    lose: (id: string) => rows.get(id)?.tell('lost'),
    tell({ file, sent, of, isWaiting }: Progress) {
      if (isWaiting) waiting.add(file)
      else waiting.clear()
      rows.get(file)?.tell(isWaiting ? 'waiting' : sent === of ? 'sent' : sent > 0 ? 'half' : 'next')
      show('[data-go-on]', waiting.size > 0, box)
    },
    /** `isTaken`: so are the words. */
    end(sent: Sent, isTaken: boolean) {
      const states = [...rows.values()]
      if (sent !== 'whole') {
        for (const { row, tell } of states) if (row.dataset.state !== 'sent') tell('lost')
      }
      const n = states.filter(({ row }) => row.dataset.state !== 'sent').length
      show('h2, [data-keep-open], [data-go-on]', false, box)
      takeBackWarning()
      box.classList.toggle('ok', n === 0)
      box.classList.toggle('warn', n > 0)
      const isNothing = !isTaken && sent === 'refused' && n === states.length
      const missing = isNothing ? fill(words.nothing, { what }) : fill(words.gaveUp, { n })
      say('[role=status]', n === 0 ? words.whole : sent === 'over' ? words.over : missing)
    },
  }
}
