import { base64url, random } from '../sealing/bytes.ts'
import { answersIn, areHeld, hasFiles } from './answers.client.ts'
import { all } from './find.client.ts'
import { inTurn } from './in-turn.client.ts'
import {
  clear,
  findKept,
  forget,
  isThere,
  isUnanswered,
  type KeptDraft,
  keepUnfinished,
  ownPhone,
  sealDraft,
  type Unfinished,
} from './keep.client.ts'
import type { Steps } from './steps.client.ts'
import { dropSent, dropWords, inTab, keysInTab, putInTab, putKeys } from './tab.client.ts'
import { forgetUnanswered, keepingUnanswered } from './unanswered.client.ts'
import { fieldsOf, putBack, wordsIn } from './words.client.ts'
import { dropWordsKey, wordsKey } from './words-key.client.ts'

/**
 * How what is being written is kept: for as long as the tab lives and a short while without it, for a day, not at all,
 * or not for want of room.
 */
export type Keeping = 'tab' | 'day' | 'none' | 'full'

export interface Carried {
  /** The report's id, made before it is one. */
  id(): string
  /** What was put aside in this tab is put back. Answers whether anything was. */
  begin(): Promise<boolean>
  /** Goes on with what somebody did not finish. Under a new id: another tab may still be open at the old one. */
  goOn(draft: Unfinished): Promise<void>
  /** It was not taken: the words, which may be changed now, become another report. */
  renew(): Promise<void>
  /** What was sent has no room on this phone: it stays in the tab, as it was sent. */
  hold(draft: KeptDraft): Promise<void>
  /** Not on a phone of which somebody said that nothing is to be kept: then only this page knows what was sent. */
  mayKeep(): boolean
  keeping(): Keeping
  /** A file got another key: the words are put aside anew, for they carry it. */
  changed(): void
  /** Whose phone it is. */
  answer(isOwn: boolean): Promise<void>
}

/**
 * This page puts words back, and not the browser, which would do so for whoever presses "back" after somebody left
 * quickly. While they are being written they are put aside, sealed under a key that stays in this browser: for as long
 * as the tab lives and for minutes should it be killed, and for a day where somebody says that the phone is theirs.
 * Once a report is on its way nothing more is.
 */
export function carryWords(
  form: HTMLFormElement,
  {
    drawer,
    steps,
    tell,
    restored,
  }: { drawer: string; steps: Steps; tell(keeping: Keeping): void; restored(was: string): void },
): Carried {
  let id = base64url(random(16))
  let key: CryptoKey | undefined
  let keeping: Keeping = 'full'
  let isPassing = false
  const keepUnanswered = keepingUnanswered()
  const now = (next: Keeping) => {
    keeping = next
    tell(next)
  }
  const isWanted = () => form.isConnected && !areHeld() && (keeping !== 'none' || isPassing)

  const turn = inTurn(() => putNow())
  /** Answers whether these words outlive the tab: then they stand there instead of what they were before. */
  const putAside = (instead?: string) => turn.next(() => putNow(instead))

  async function putNow(instead?: string): Promise<boolean> {
    if (!key || !isWanted() || !answersIn().kind) return false
    const draft: Unfinished = {
      token: drawer,
      id,
      step: steps.at(),
      words: wordsIn(form),
      isPassing,
      ...(keeping === 'tab' && { isUnanswered: true, keys: keysInTab() }),
    }
    const kept = await sealDraft(key, draft)
    if (!isWanted()) return false
    putInTab(kept)
    if (isPassing) return false
    if (draft.isUnanswered) return keepUnanswered(draft.id, kept, instead)
    const isKept = await keepUnfinished(draft.id, kept, instead)
    if (isWanted()) now(isKept ? 'day' : 'full')
    return isKept
  }

  /** What no page is to find is found by one: the same in another language, which lets go of it at once. */
  function takeAlong(link: HTMLAnchorElement) {
    link.addEventListener('click', async (event) => {
      if (keeping !== 'none' || areHeld() || !navigator.onLine) return
      event.preventDefault()
      key = await wordsKey().catch(() => undefined)
      isPassing = key !== undefined
      await putAside().catch(() => false)
      if (form.isConnected) location.assign(link.href)
    })
  }

  /** The other page did not come, or somebody came back from it. */
  function stay() {
    if (!isPassing) return
    isPassing = false
    void answer(false)
  }

  async function answer(isOwn: boolean) {
    if (!isOwn) {
      now('none')
      dropWords()
      dropSent()
      await clear(drawer, id)
      await forgetUnanswered()
      return dropWordsKey()
    }
    await ownPhone()
    keeping = 'day'
    await putAside()
  }

  function follow() {
    form.addEventListener('input', stay)
    addEventListener('pageshow', stay)
    form.addEventListener('input', turn.soon)
    form.addEventListener('click', turn.soon)
    addEventListener('popstate', turn.soon)
    document.addEventListener('visibilitychange', turn.rest)
  }

  /** `isOwn`: whose phone it is was said of these words. It holds for no others: the next person is asked. */
  async function goOn({ id: was, step, words, keys }: Unfinished, isOwn: boolean, begun = false) {
    putKeys(keys)
    if (isOwn && keeping === 'tab') now('day')
    putBack(form, words, begun)
    if (step && steps.at() === 0) steps.resume(step)
    await putAside(was)
    restored(was)
  }

  return {
    id: () => id,
    async begin() {
      // Where no page is to find these words again, the browser asks before it turns to another.
      addEventListener('beforeunload', (event) => {
        const isLast = form.isConnected && !isPassing && (keeping === 'none' || keeping === 'full')
        if (isLast && (answersIn().text.trim() || hasFiles())) event.preventDefault()
      })
      for (const link of all('.foot a[lang]') as HTMLAnchorElement[]) takeAlong(link)
      key = await wordsKey().catch(() => undefined)
      if (!key) {
        now('full')
        return false
      }
      keeping = 'tab'
      for (const field of fieldsOf(form)) field.setAttribute('autocomplete', 'off')
      const draft = await inTab(key)
      if (draft?.isPassing) await answer(false)
      const isHere = draft?.token === drawer && !(await findKept(drawer)).some(({ id }) => id === draft.id)
      const isOwn = isHere && !isUnanswered(draft) && (await isThere(draft.id))
      // Before the words are back: from then on somebody writes.
      follow()
      if (isHere) await goOn(draft, isOwn, true)
      now(keeping)
      return isHere
    },
    goOn: (draft) => goOn(draft, !isUnanswered(draft)),
    changed: () => void turn.soon(),
    hold: (draft) =>
      turn.next(async () => {
        const kept = key && (await sealDraft(key, draft))
        if (kept && form.isConnected && putInTab(kept, 'sent')) dropWords()
      }),
    mayKeep: () => keeping !== 'none',
    keeping: () => keeping,
    async renew() {
      const was = id
      id = base64url(random(16))
      if (!(await putAside(was).catch(() => false))) await forget(was)
    },
    answer,
  }
}
