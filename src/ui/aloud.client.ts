import { sentencesOf } from './sentences.client.ts'

// Reads to whoever cannot: what stands on the screen, once they press a button. Loaded where a voice was found that
// lives on this phone, so that nothing of a page is sent to whoever would speak it elsewhere.

/** In the language the page has now: it may be put in place of one in another. */
const lang = () => document.documentElement.lang
const words = () => document.body.dataset

const button = document.createElement('button')
button.type = 'button'
button.className = 'btn quiet noprint'
button.dataset.reader = ''
const cannot = document.createElement('p')
cannot.setAttribute('role', 'status')

/** By the language of the page: which voices speak it, and which of them first. */
const speakers: Record<string, readonly [any: RegExp, first: RegExp]> = {
  'zh-CN': [/^(zh|cmn)/, /CN$/],
  'zh-Hant': [/^(zh|cmn|yue)/, /TW|HK/],
  en: [/^en/, /./],
}

/**
 * A voice of this page's language that speaks on the phone itself. One that speaks elsewhere would be sent what stands
 * here. Phones write `zh-CN`, `zh_CN` or `cmn`.
 */
function voiceHere() {
  const [any, first] = speakers[lang()] ?? [/^$/, /./]
  const here = speechSynthesis.getVoices().filter((voice) => voice.localService && any.test(voice.lang))
  return here.find((voice) => first.test(voice.lang)) ?? here[0]
}

let head: Element | undefined
/** What was started before is over: its late events are not heeded. */
let turn = 0
let isReading = false

function now(reading: boolean) {
  isReading = reading
  const { toRead = '', toStop = '' } = words()
  button.textContent = reading ? toStop : toRead
}

function stop() {
  turn++
  speechSynthesis.cancel()
  now(false)
}

function read() {
  stop()
  const mine = turn
  const voice = voiceHere()
  if (!head || !voice) return fail()
  now(true)
  const sentences = sentencesOf(head.closest('[data-step]') ?? head.closest('main') ?? head)
  for (const [at, sentence] of sentences.entries()) {
    const said = new SpeechSynthesisUtterance(sentence)
    said.voice = voice
    said.lang = voice.lang
    said.onerror = () => {
      if (mine === turn) fail()
    }
    said.onend = () => {
      if (mine === turn && at === sentences.length - 1) now(false)
    }
    speechSynthesis.speak(said)
  }
}

/** A phone may name a voice that it has not. */
function fail() {
  stop()
  cannot.textContent = words().unable ?? ''
}

/** Below the heading; on the first screen below what is to be pressed first. Whoever leaves a step leaves its voice. */
function follow() {
  if (head && !head.isConnected) stop()
  if (!voiceHere()) return
  const shown = [...document.querySelectorAll('main h1')].find((one) => one.getClientRects().length > 0)
  if (shown === head && (!head || button.isConnected)) return
  if (head) stop()
  head = shown
  cannot.textContent = ''
  if (!head) return button.remove()
  const before = head.parentElement?.querySelector('.kinds') ?? head.closest('.box') ?? head
  before.after(button, cannot)
  // With the form's own, it may have been held while a report was sent.
  button.disabled = false
}

button.addEventListener('click', () => (isReading ? stop() : read()))
addEventListener('pagehide', stop)
document.addEventListener('visibilitychange', () => {
  if (document.hidden) stop()
})
now(false)
follow()
speechSynthesis.onvoiceschanged = follow
new MutationObserver(follow).observe(document.documentElement, {
  subtree: true,
  childList: true,
  attributeFilter: ['hidden'],
})
