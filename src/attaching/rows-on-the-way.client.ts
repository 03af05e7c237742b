import { type FileKind, fileKinds, type PromisedFile } from '../files/kinds.ts'
import type { Progress, Sent } from '../files/send-files.client.ts'
import type { onTheWay } from '../i18n/attaching.ts'
import { fill } from '../i18n/speak.ts'
import { one, show } from '../intake/find.client.ts'
import { takeBackWarning } from './leaving-early.client.ts'

type Words = Record<keyof typeof onTheWay | FileKind | 'between', string>

const many = { photo: 'photos', voice: 'voices', video: 'videos', paper: 'papers' } as const

/** A row for each file that was promised, how far each has come, and what is said when all is over. */
export function rowsIn(box: HTMLElement, promised: readonly PromisedFile[]) {
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
      return [id, { kind, row, tell }]
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
      const missed = states.filter(({ row }) => row.dataset.state !== 'sent')
      const n = missed.length
      const gaveUp = missed.every(({ kind }) => kind === 'photo') ? words.gaveUp : words.gaveUpFiles
      show('h2, [data-keep-open], [data-go-on]', false, box)
      takeBackWarning()
      box.classList.toggle('ok', n === 0)
      box.classList.toggle('warn', n > 0)
      const isNothing = !isTaken && sent === 'refused' && n === states.length
      const missing = isNothing ? fill(words.nothing, { what }) : fill(gaveUp, { n })
      say('[role=status]', n === 0 ? words.whole : sent === 'over' ? words.over : missing)
    },
  }
}
