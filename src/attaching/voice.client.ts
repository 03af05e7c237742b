import { fill } from '../i18n/speak.ts'
import { one, show } from '../intake/find.client.ts'
import type { Words } from './lines.client.ts'
import { canRecord, type Recording, record } from './recorder.client.ts'

/** A recording is made here, or chosen, by whoever has agreed to leave one. */
export function voiceIn(box: HTMLElement, words: Words, add: (sound: Blob) => Promise<void>) {
  const panel = one('#recording', box)
  const opener = one('[data-voice]', box)
  const consent = one<HTMLInputElement>('#voice-consent', box)
  const timer = one('[role=timer]', box)
  let recording: Recording | undefined
  /** Chosen, and not agreed to yet: till then, or till it is not wanted, nobody goes past it. */
  let waiting: Blob | undefined
  const wait = (sound?: Blob) => {
    waiting = sound
    show('#voice-unagreed', sound !== undefined, box)
    show('[data-unwanted]', sound !== undefined, box)
    panel?.toggleAttribute('data-waits', sound !== undefined)
  }

  const hasAgreed = () => {
    const isMissing = !consent?.checked
    show('#voice-unagreed', isMissing, box)
    if (isMissing) consent?.focus()
    return !isMissing
  }
  const open = (isOpen: boolean) => {
    if (panel) panel.hidden = !isOpen
    opener?.setAttribute('aria-expanded', String(isOpen))
  }
  const recordingShown = (isOn: boolean) => {
    show('[data-recording]', isOn, box)
    show('#recording .adding, #voice-agree', !isOn, box)
  }

  async function begin() {
    if (recording || !hasAgreed()) return
    show('[data-no-record]', false, box)
    const begun = await record((sec) => {
      if (timer) timer.textContent = fill(words.recording, { sec })
    })
    if (typeof begun === 'string') return show(`[data-no-record=${begun}]`, true, box)
    recording = begun
    recordingShown(true)
    one('[data-stop]', box)?.focus()
    const sound = await begun.made
    recording = undefined
    recordingShown(false)
    open(false)
    await add(sound)
    opener?.focus()
  }

  show('[data-record]', canRecord(), box)
  show('[data-no-record=none]', !canRecord(), box)
  opener?.addEventListener('click', () => open(panel?.hidden === true))
  consent?.addEventListener('change', () => {
    if (waiting && consent.checked) void add(waiting)
    wait()
  })
  one('[data-unwanted]', box)?.addEventListener('click', () => {
    wait()
    open(false)
    opener?.focus()
  })
  one('[data-record]', box)?.addEventListener('click', () => void begin())
  one('[data-stop]', box)?.addEventListener('click', () => recording?.stop())
  one('#add-voice', box)?.addEventListener('click', (event) => {
    if (!hasAgreed()) event.preventDefault()
  })

  return {
    /** What was begun is ended, and added. */
    async end() {
      const made = recording?.made
      recording?.stop()
      await made
    },
    close: () => open(false),
    /** What was chosen before this was here, with or without its tick. */
    take(sound: Blob, isAgreed = false) {
      if (consent) consent.checked = isAgreed
      if (isAgreed) return void add(sound)
      open(true)
      wait(sound)
    },
    again: () => {
      open(true)
      void begin()
    },
  }
}
