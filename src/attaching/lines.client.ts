import type { FileKind } from '../files/kinds.ts'
import type { attached } from '../i18n/attaching.ts'
import { fill } from '../i18n/speak.ts'
import { one, show } from '../intake/find.client.ts'
import type { Chosen } from './chosen.client.ts'

const MIB = 2 ** 20

export type Words = Record<keyof typeof attached, string>

interface Press {
  remove(file: Chosen): void
  blackOut(file: Chosen): void
  again(file: Chosen): void
}

/** The files that are chosen, a line each, from the one line that the page brought along. */
export function linesIn(box: HTMLElement, words: Words, press: Press) {
  const model = one('#attached-one', box)
  model?.parentElement?.remove()
  const inSum = rowOfSum(words)
  model?.removeAttribute('id')
  const list = one('.attached', box)
  const lines = new Map<Chosen, HTMLElement>()

  function lineOf(file: Chosen): HTMLElement {
    const line = model?.cloneNode(true) as HTMLElement
    line.dataset.file = file.id
    const picture = one<HTMLImageElement>('img', line)
    if (picture && file.kind === 'photo') {
      // What this browser cannot show needs no empty frame.
      picture.onload = () => show('img, [data-black-out]', true, line)
      picture.src = URL.createObjectURL(file.content)
    }
    if (file.kind === 'voice') playing(line, file.content)
    const again = one('[data-again]', line)
    if (again) again.hidden = !file.isRecorded
    again?.addEventListener('click', () => press.again(file))
    const told = one('p', line)
    if (told) told.textContent = toldOf(file, words)
    if (file.kind === 'paper') told?.before(calledAs(file, words))
    const remove = one('[data-remove]', line)
    if (remove && file.kind === 'photo') remove.textContent = remove.dataset.photo ?? ''
    one('[data-black-out]', line)?.addEventListener('click', () => press.blackOut(file))
    remove?.addEventListener('click', () => press.remove(file))
    return line
  }

  /** Answers how many there are of each kind. */
  return (files: readonly Chosen[]): Partial<Record<FileKind, number>> => {
    const counts: Partial<Record<FileKind, number>> = {}
    const shown = files.map((file) => {
      const n = (counts[file.kind] ?? 0) + 1
      counts[file.kind] = n
      const line = lines.get(file) ?? lineOf(file)
      lines.set(file, line)
      const name = one('b', line)
      if (name) name.textContent = fill(words[file.kind], { n })
      return line
    })
    list?.replaceChildren(...shown)
    inSum(shown.map((line) => one('b', line)?.textContent).join(words.between))
    for (const [file, line] of lines) {
      if (files.includes(file)) continue
      const picture = one<HTMLImageElement>('img', line)
      if (picture?.src) URL.revokeObjectURL(picture.src)
      lines.delete(file)
    }
    return counts
  }
}

/** At the last step, where everything is looked over, it is named as well. */
function rowOfSum(words: Words): (names: string) => void {
  const before = one('[data-row=words]')?.parentElement
  const row = before?.cloneNode(true) as HTMLElement | undefined
  const [name, value] = [row && one('dt', row), row && one('dd', row)]
  if (!row || !name || !value) return () => {}
  name.textContent = words.added
  value.removeAttribute('data-row')
  value.className = 'added'
  // They may have been written already, while this was on its way.
  value.textContent = ''
  row.hidden = true
  const change = one('button', row)
  change?.setAttribute('aria-label', `${change.textContent} ${words.added}`)
  // The form goes to the step's top, and from there it is on to them.
  change?.addEventListener('click', () =>
    setTimeout(() => {
      const list = one('#attach .attached')
      if (!list) return
      list.tabIndex = -1
      list.scrollIntoView()
      list.focus()
    }),
  )
  before?.after(row)
  return (names) => {
    value.textContent = names
    row.hidden = names === ''
  }
}

/** Heard by whoever made it; pressed again it stops. */
function playing(line: HTMLElement, sound: Blob) {
  const button = one('[data-play]', line)
  if (!button) return
  const audio = new Audio(URL.createObjectURL(sound))
  const play = button.textContent ?? ''
  button.hidden = false
  button.addEventListener('click', () => {
    if (!audio.paused) return audio.pause()
    audio.currentTime = 0
    void audio.play().catch(() => {})
  })
  audio.onplay = () => {
    button.textContent = button.dataset.stop ?? ''
  }
  audio.onpause = audio.onended = () => {
    button.textContent = play
  }
}

/** Nothing of a paper is seen or heard here: it is told from another as its writer knows it. */
function calledAs({ name, content }: Chosen, words: Words): HTMLElement {
  const called = document.createElement('p')
  called.className = 'called'
  const n = Math.ceil((10 * content.size) / MIB) / 10
  called.textContent = `${name} · ${fill(words.size, { n })}`
  return called
}

/** What was taken out of it, unless it was made here; of a paper that nothing could be. */
function toldOf({ kind, removed, isRecorded }: Chosen, words: Words): string {
  if (kind === 'paper') return words.unclean
  if (isRecorded) return ''
  const known = (['place', 'time', 'model'] as const).filter((what) => removed.includes(what))
  const told = (known.length > 0 ? known : removed).map((what) => words[what])
  if (told.length === 0) return ''
  const last = told.pop() ?? ''
  const what = told.length > 0 ? told.join(words.between) + words.and + last : last
  return fill(words.removed, { what: what.charAt(0).toUpperCase() + what.slice(1) })
}
