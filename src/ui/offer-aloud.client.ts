declare const ALOUD_SCRIPT: string

/** What reads aloud comes only where a voice lives on the phone. Browsers look for theirs while the page is opened. */
export function offerAloud() {
  const voices = globalThis.speechSynthesis
  const look = () =>
    voices.getVoices().some(({ localService }) => localService) && import(ALOUD_SCRIPT).catch(() => {})
  if (!voices) return
  voices.onvoiceschanged = look
  void look()
}
