import { voicesHere } from './voices.client.ts'

declare const ALOUD_SCRIPT: string

/** What reads aloud comes only where there is a voice for it. Browsers look for theirs while the page is opened. */
export function offerAloud() {
  const voices = globalThis.speechSynthesis
  const look = () => voicesHere()[0] && import(ALOUD_SCRIPT).catch(() => {})
  if (!voices) return
  voices.onvoiceschanged = look
  void look()
}
