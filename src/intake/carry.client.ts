import { base64url, concat, fromBase64url, fromUtf8, random, utf8 } from '../sealing/bytes.ts'
import { answersIn, areHeld, followAnswers } from './answers.client.ts'
import { all, one } from './find.client.ts'
import { wordsKey } from './keep.client.ts'

const NAME = 'words'
const PAUSE = 500

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** Not name and phone: those are never kept. */
const fieldsOf = (form: HTMLFormElement) =>
  all('input:not([type=hidden]):not(#phone):not(#name), textarea, select', form) as Field[]

const isChoice = (field: Field): field is HTMLInputElement => field.matches('[type=radio], [type=checkbox]')

/**
 * This page puts words back, and not the browser, which would do so for whoever presses "back" after somebody left
 * quickly. While they are being written they are put aside, sealed under a key that stays in this browser, for as long
 * as the tab lives and a day at most; once a report is on its way nothing more is. Answers the step that was open.
 */
export async function carryWords(form: HTMLFormElement, at: () => number): Promise<number> {
  const key = await wordsKey().catch(() => undefined)
  if (!key) return 0
  for (const field of fieldsOf(form)) field.setAttribute('autocomplete', 'off')
  const step = await putBack(form, key)

  const putAside = async () => {
    if (!form.isConnected || areHeld() || !answersIn().kind) return
    const words = fieldsOf(form).map((field) => (isChoice(field) ? field.checked : field.value))
    const sealed = await seal(key, JSON.stringify([location.pathname, at(), words]))
    if (form.isConnected && !areHeld()) sessionStorage.setItem(NAME, sealed)
  }
  let pause = 0
  const soon = () => {
    clearTimeout(pause)
    pause = window.setTimeout(() => void putAside(), PAUSE)
  }
  form.addEventListener('input', soon)
  form.addEventListener('click', soon)
  document.addEventListener('visibilitychange', () => void putAside())
  return step
}

/** What was put aside is of no more use once the report is on its way. */
export const dropWords = () => sessionStorage.removeItem(NAME)

async function putBack(form: HTMLFormElement, key: CryptoKey): Promise<number> {
  const carried = sessionStorage.getItem(NAME)
  const opened = carried && (await open(key, carried).catch(() => ''))
  const [path, step = 0, words]: [string?, number?, unknown[]?] = opened ? JSON.parse(opened) : []
  if (path !== location.pathname || !words) return 0
  for (const [at, field] of fieldsOf(form).entries()) {
    const word = words[at]
    if (isChoice(field)) field.checked = word === true
    else if (typeof word === 'string') field.value = word
  }
  // The tick was for a number that is not here any more.
  const consent = one<HTMLInputElement>('#consent', form)
  if (consent && !one<HTMLInputElement>('#phone', form)?.value) consent.checked = false
  followAnswers()
  return step
}

async function seal(key: CryptoKey, text: string): Promise<string> {
  const iv = random(12)
  return base64url(
    concat(iv, new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, utf8(text)))),
  )
}

async function open(key: CryptoKey, sealed: string): Promise<string> {
  const bytes = fromBase64url(sealed)
  const iv = bytes.slice(0, 12)
  return fromUtf8(new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(12))))
}
