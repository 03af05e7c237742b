import type { Promised } from '../attaching/choosing.client.ts'
import type { Chosen } from '../attaching/chosen.client.ts'
import { base64url, fromBase64url, random } from '../sealing/bytes.ts'
import { hasGoodCheckDigit, readDigits } from '../sealing/digits.ts'
import { inGroups, type Stretched, stretch } from '../sealing/query-code.ts'
import { exchange, Offline } from '../ui/exchange.client.ts'
import { offerExit } from '../ui/exit.client.ts'
import { CHOSEN } from './answers.client.ts'
import { all, isOnScreen, one, show, swap } from './find.client.ts'
import { groupIn, regroup } from './grouping.client.ts'
import { offerLanguages, swapWhole } from './languages.client.ts'
import { goOnSending, laterFiles, sendWith, showSending } from './later-files.client.ts'
import { leaving } from './leave.client.ts'
import { openTalk } from './open-talk.client.ts'
import { lengthOf, longest } from './rules.ts'
import { sealSupplement } from './seal-supplement.client.ts'

// The code is out of the address before anything else happens.
const scanned = readDigits(location.hash)
if (location.hash) history.replaceState(null, '', location.pathname + location.search)
const look = crypto.subtle && asking(scanned)
// Another picture opened in this tab changes nothing but what stands behind the #.
addEventListener('hashchange', () => {
  if (readDigits(location.hash)) location.reload()
})
// What is being added stands on this page alone.
addEventListener('beforeunload', (event) => {
  if (one<HTMLTextAreaElement>('#more')?.value.trim() || one('#add .attached li')) event.preventDefault()
})
// Once: a code that leads nowhere stands in the field, for its person to look at.
if (look && scanned) void look()
if (look) void goOnSending()

/** The code is tried and stretched here, and only what it leads to is sent. Answers what looks. */
function asking(typed = ''): (() => Promise<void>) | undefined {
  const form = one<HTMLFormElement>('#ask')
  const field = one<HTMLTextAreaElement>('#code')
  const salt = form?.dataset.salt
  if (!form || !field || !salt) return undefined
  field.removeAttribute('name')
  show('[data-plain]', false)
  show('#ask [data-ready]')
  if (typed) {
    field.value = inGroups(typed)
    field.focus()
  }
  groupIn(field)

  let busy = false
  const look = async () => {
    regroup(field)
    const code = readDigits(field.value)
    const wrong = code.length !== 20 ? 'length' : hasGoodCheckDigit(code) ? '' : 'digit'
    complain(form, wrong, code.length)
    field.removeAttribute('aria-invalid')
    if (wrong) {
      field.setAttribute('aria-invalid', 'true')
      return field.focus()
    }
    if (busy) return
    busy = true
    show('#working')
    try {
      const stretched = await stretch(code, fromBase64url(salt))
      await turnTo(form.action, { lookup: base64url(stretched.lookup) }, stretched, code)
    } catch (fault) {
      complain(form, fault instanceof Offline ? 'offline' : 'busy')
    }
    show('#working', false)
    busy = false
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void look()
  })
  // Two rows, and yet one code.
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    void look()
  })
  return look
}

function complain(form: HTMLFormElement, why: string, n = 0) {
  for (const sentence of all('[data-says]', form)) {
    sentence.hidden = sentence.dataset.says !== why
    if (sentence.dataset.say) sentence.textContent = sentence.dataset.say.replace('{n}', `${n}`)
  }
}

/** What is being added. Its id is made once, so that the same words sent twice are one message. */
interface Adding {
  id: string
  words: string
  files: readonly Chosen[]
  /** Sent, and perhaps not arrived. */
  held: { files: Promised | undefined } | undefined
}

interface Along {
  /** Comes along into the same page in another language. */
  adding?: Adding
  /** Stands there again where it was not taken. */
  sent?: Pick<Adding, 'words' | 'files'>
}

/**
 * Posts, and puts the answer in place of the page; throws when there is none, and the page with what was typed stays.
 * Answers whether it was taken.
 */
async function turnTo(
  address: string,
  fields: Record<string, string>,
  stretched: Stretched,
  code: string,
  { adding, sent }: Along = {},
): Promise<boolean> {
  const { status, document: page } = await exchange('POST', address, new URLSearchParams(fields))
  if (!page || !one('#answer, #ask', page)) throw new TypeError('no answer of ours')
  if (adding) swapWhole(page)
  else swap(page)
  offerExit()
  const answer = one('#answer')
  if (answer) await answered(answer, stretched, code, adding, status === 200 ? [] : sent?.files)
  else asking(code)
  const { words } = adding ?? sent ?? {}
  if (words) putBack(words)
  showSending()
  return status === 200
}

/** Opens what the team said, and seals what is added. */
async function answered(
  answer: HTMLElement,
  stretched: Stretched,
  code: string,
  adding?: Adding,
  chosen: readonly Chosen[] = [],
) {
  show('[data-ready]', true, answer)
  leaving((kept) => 'code' in kept && kept.code === code)
  const lookup = base64url(stretched.lookup)
  const add = one<HTMLFormElement>('#add')
  const more = one<HTMLTextAreaElement>('#more')
  const id = adding?.id ?? base64url(random(16))
  let held = adding?.held
  const offline = () => add && complain(add, 'offline')
  add?.addEventListener(CHOSEN, () => show('#add [data-says=empty]', false))
  const beside = add && laterFiles(add, adding?.files ?? chosen, offline)
  if (more && adding) {
    more.value = adding.words
    if (held) {
      hold(more)
      beside?.hold()
      if (add) complain(add, 'noAnswer')
    }
  }
  more?.addEventListener('input', () => more.value.trim() && show('#add [data-says=empty]', false))
  offerLanguages(async (address) => {
    const { value: words = '' } = more ?? {}
    const files = (await beside?.chosen()) ?? []
    const fields = { lookup, ...((words.trim() || files.length > 0) && { adding: 'yes' }) }
    await turnTo(address, fields, stretched, code, { adding: { id, words, files, held } })
  }, offline)
  const talk = await openTalk(answer, stretched.key)

  if (add && more && talk) {
    onSubmit(add, async () => {
      const over = lengthOf(more.value) - longest.text
      const { files } = held ?? { files: over > 0 ? undefined : await beside?.promise() }
      const wrong = over > 0 ? 'long' : !more.value.trim() && !files ? 'empty' : 'working'
      complain(add, wrong, over)
      if (wrong !== 'working') return more.focus()
      held = { files }
      hold(more)
      beside?.hold()
      const words = more.value
      const post = { lookup, ...(await sealSupplement(talk, id, words, files)) }
      const sent = { words, files: files?.files ?? [] }
      const turn = () => turnTo(add.action, post, stretched, code, { sent })
      if (files) await sendWith({ ...talk, id, post, promised: files }, turn)
      else await turn()
    })
    // As it was when the button was pressed, and while that is said.
    addEventListener('online', () => {
      const isWaiting = held && add.isConnected && isOnScreen('#add [data-says=noAnswer]')
      if (isWaiting) add.dispatchEvent(new Event('submit', { cancelable: true }))
    })
  } else if (add) add.hidden = true

  const erase = one<HTMLFormElement>('#erase')
  if (erase) onSubmit(erase, () => turnTo(erase.action, { lookup }, stretched, code))
}

/** It may be on its way: what is changed now would be lost. Says so. */
function hold(more: HTMLTextAreaElement) {
  more.readOnly = true
  show('#add [data-held]')
}

/** It was not stored: the page that says so came without the words, which were not sent in clear. */
function putBack(words: string) {
  const again = one('#add [data-says=wrong]')?.hidden === false && one<HTMLTextAreaElement>('#more')
  const field = again || one<HTMLTextAreaElement>('#kept')
  if (field) field.value = words
}

/** One press at a time; without an answer the words stay. */
function onSubmit(form: HTMLFormElement, act: () => Promise<unknown>) {
  let busy = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (busy) return
    busy = true
    await act().catch(() => complain(form, 'noAnswer'))
    busy = false
  })
}
