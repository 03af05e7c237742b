/**
 * Voices of this page's language that speak on the phone itself. One that speaks elsewhere would be sent what stands
 * here. Phones write `zh-CN`, `zh_CN` or `cmn`.
 */
export function voicesHere(): SpeechSynthesisVoice[] {
  const spoken = document.documentElement.lang === 'en' ? /^en/ : /^(zh|cmn)/
  return speechSynthesis.getVoices().filter(({ lang, localService }) => localService && spoken.test(lang))
}
