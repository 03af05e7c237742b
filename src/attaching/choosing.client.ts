import { type FileKind, fileKinds, fileLimits, MOST_BYTES } from '../files/kinds.ts'
import { promiseOf } from '../files/send-files.client.ts'
import { CHOSEN } from '../intake/answers.client.ts'
import type { Keeping } from '../intake/carry.client.ts'
import { chosenBefore } from '../intake/chosen-before.client.ts'
import { all, one, show } from '../intake/find.client.ts'
import { forget, type KeptDraft } from '../intake/keep.client.ts'
import { base64url, random } from '../sealing/bytes.ts'
import { paddedLength } from '../sealing/files.ts'
import { type Chosen, dropFile, findFiles, idAt, keepFile } from './chosen.client.ts'
import { coverIn } from './covering.client.ts'
import { linesIn, type Words } from './lines.client.ts'
import { take } from './taking.client.ts'
import { tellIn } from './told.client.ts'
import { voiceIn } from './voice.client.ts'

export interface Attaching {
  /** What goes with the words, once all of it is cleaned; undefined when nothing was chosen. */
  promise(): Promise<Promised | undefined>
  /** Everything that is chosen is kept as its words are, or not at all. */
  keep(isOnItsWay: boolean): Promise<void>
  /** What this phone keeps for this draft, or for the one that it was, is there again. */
  restore(was: string): Promise<void>
  /** It is on its way: nothing of it can be changed any more. */
  hold(): void
}

export interface Promised {
  files: readonly Chosen[]
  /** What is said of them, where they are promised. */
  said: NonNullable<KeptDraft['files']>
}

export interface Draft {
  id(): string
  /** How its words are kept. */
  keeping(): Keeping
  /** A file got another key: the words are put aside anew, for they carry it. */
  changed(): void
}

/** Files are chosen in this box. `given`: those that were, before this page. */
export function chooseIn(
  box: HTMLElement,
  form: HTMLFormElement,
  draft: Draft,
  given: readonly Chosen[] = [],
): Attaching {
  const words: Words = JSON.parse(box.dataset.words ?? '{}')
  const told = tellIn(box, words)
  const covering = coverIn(box)
  let files = given
  let work: Promise<unknown> = Promise.resolve()
  /** One after the other, in the order of the presses. */
  const soon = (act: () => Promise<unknown>) => {
    work = work.then(act).catch(() => {})
    return work
  }
  const ofKind = (kind: FileKind) => files.filter((file) => file.kind === kind)

  const lines = linesIn(box, words, {
    remove: (file) => void soon(() => drop(file)),
    blackOut: (file) => void soon(() => cover(file)),
    again: (file) => void soon(() => drop(file)).then(voice.again),
  })

  function draw() {
    offer(box, lines(files))
    form.dispatchEvent(new Event(CHOSEN))
  }

  async function drop(file: Chosen) {
    files = files.filter((other) => other !== file)
    draw()
    one(`#add-${file.kind}`)?.focus()
    await dropFile(draft.id(), file.id)
  }

  async function cover(file: Chosen) {
    const content = await covering.cover(file.content)
    if (content) {
      const covered = { ...file, content }
      files = files.map((other) => (other === file ? covered : other))
      draw()
      await keep(covered)
    }
    one(`[data-file="${file.id}"] [data-black-out]`, box)?.focus()
  }

  async function add(chosen: Blob, kind: FileKind, name = '') {
    if (ofKind(kind).length >= fileLimits[kind].most) return
    told.working(true)
    told.refused()
    const taken = await take(chosen, kind, name)
    told.working(false)
    if ('says' in taken) return told.refused(taken, kind)
    if (!fits(files, { kind, ...taken })) return told.refused({ says: 'tooMany' }, kind)
    const order = nextOrder()
    const file = { ...taken, id: idAt(order), kind, order, isRecorded: !(chosen instanceof File) }
    files = [...files, file]
    if (kind === 'voice') voice.close()
    draw()
    await keep(file)
  }

  const nextOrder = () => Math.max(0, ...files.map(({ order }) => order)) + 1

  async function keep(file: Chosen) {
    const how = draft.keeping()
    if (how === 'none' || how === 'full') return
    if (!(await keepFile(draft.id, file, how)) && how === 'day') told.refused({ says: 'noRoom' })
    if (how === 'tab') draft.changed()
  }

  for (const input of all('[data-add]', box) as HTMLInputElement[]) {
    input.addEventListener('change', () => {
      const [chosen] = input.files ?? []
      // The same file may be chosen again.
      input.value = ''
      if (chosen) void soon(() => add(chosen, input.dataset.add as FileKind, chosen.name))
    })
  }
  const voice = voiceIn(box, words, (sound) => soon(() => add(sound, 'voice')) as Promise<void>)
  if (files.length > 0) draw()
  for (const { kind, file } of chosenBefore(form)) {
    if (kind === 'voice')
      voice.take(file, one<HTMLInputElement>('[data-plain] [type=checkbox]', form)?.checked)
    else void soon(() => add(file, kind, file.name))
  }

  return {
    async promise() {
      covering.finish()
      await voice.end()
      await work
      if (files.length === 0) return undefined
      return { files, said: { right: base64url(random(16)), promised: files.map(promiseOf) } }
    },
    keep: (isOnItsWay) =>
      soon(async () => {
        if (draft.keeping() === 'none') return forget(draft.id())
        for (const file of files) await (isOnItsWay ? keepFile(draft.id, file, 'sent') : keep(file))
      }) as Promise<void>,
    restore: (was) =>
      soon(async () => {
        let kept = await findFiles(draft.id())
        if (kept.length === 0) {
          kept = await findFiles(was)
          for (const file of kept) {
            await keep(file)
            await dropFile(was, file.id)
          }
        }
        const chosen = files.filter((file) => !kept.some(({ id }) => id === file.id))
        files = kept
        // What was chosen before the others came back stands behind them, for the team as here.
        for (const file of chosen) {
          const order = nextOrder()
          const last = { ...file, order, id: idAt(order) }
          if (fits(files, file)) {
            files = [...files, last]
            await keep(last)
          } else told.refused({ says: 'leftOut' })
          await dropFile(draft.id(), file.id)
        }
        draw()
      }) as Promise<void>,
    hold: () => show('.adding, [data-black-out], [data-again], [data-remove]', false, box),
  }
}

/** Whether there is room beside these. */
const fits = (files: readonly Chosen[], { kind, content }: Pick<Chosen, 'kind' | 'content'>) =>
  files.filter((file) => file.kind === kind).length < fileLimits[kind].most &&
  [...files, { content }].reduce((sum, { content }) => sum + paddedLength(content.size), 0) <= MOST_BYTES

/** Of each kind as many as there is room for, and another word once there is one. */
function offer(box: HTMLElement, counts: Partial<Record<FileKind, number>>) {
  for (const kind of fileKinds) {
    const count = counts[kind] ?? 0
    show(`[data-room=${kind}]`, count < fileLimits[kind].most, box)
    const label = one(`label[for=add-${kind}]`, box)
    if (!label) continue
    label.dataset.first ??= label.textContent ?? ''
    label.textContent = (count > 0 && label.dataset.more) || label.dataset.first
  }
}
