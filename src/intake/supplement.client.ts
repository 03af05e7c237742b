import type { Promised } from '../attaching/choosing.client.ts'
import type { Chosen } from '../attaching/chosen.client.ts'
import { base64url, random } from '../sealing/bytes.ts'
import type { Stretched } from '../sealing/query-code.ts'
import { CHOSEN } from './answers.client.ts'
import { complain, isOnScreen, one, show } from './find.client.ts'
import { offerLanguages } from './languages.client.ts'
import { laterFiles, sendWith } from './later-files.client.ts'
import { leaving } from './leave.client.ts'
import { openTalk } from './open-talk.client.ts'
import { lengthOf, longest } from './rules.ts'
import { sealSupplement } from './seal-supplement.client.ts'

/** What is being added. Its id is made once, so that the same words sent twice are one message. */
interface Adding {
  id: string
  words: string
  files: readonly Chosen[]
  /** Sent, and perhaps not arrived. */
  held: { files: Promised | undefined } | undefined
}

export interface Along {
  /** Comes along into the same page in another language. */
  adding?: Adding
  /** Stands there again where it was not taken. */
  sent?: Pick<Adding, 'words' | 'files'>
}

/** Sends what a query code leads to, and puts the page that answers in place of this one. Answers whether one came. */
export type TurnTo = (
  address: string,
  fields: Record<string, string>,
  stretched: Stretched,
  code: string,
  along?: Along,
) => Promise<boolean>

/** Opens what the team said, and seals what is added. */
export async function answered(
  turnTo: TurnTo,
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
export function putBack(words: string) {
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
