import { leave } from '../ui/exit.client.ts'
import { all, one, show } from './find.client.ts'
import { type KeptDraft, listDrafts, tellsAnything, type Unfinished } from './keep.client.ts'
import { inTab, sentInTab } from './tab.client.ts'
import { heldWordsKey } from './words-key.client.ts'

/** Milliseconds for the phone to say what it keeps. A way out that leads nowhere is worse than a lost receipt. */
const PATIENCE = 500

type IsHere = (draft: KeptDraft | Unfinished) => boolean

/**
 * Everything this phone keeps of us goes, and the page with it. What goes along that is not on the screen, `isHere`
 * says what is, is named first: in the question that is asked anyway, or in one of its own.
 */
export function leaving(isHere: IsHere) {
  const tired = () => new Promise<undefined>((done) => setTimeout(done, PATIENCE))
  for (const link of all('[data-leave]') as HTMLAnchorElement[]) {
    const around = link.parentElement ?? link
    const named = one('[data-others]', around)
    /** Answers whether there is anything to name that was not. */
    const name = async () => {
      if (!named?.hidden) return false
      const along = await Promise.race([goesAlong(isHere), tired()])
      for (const what of ['code', 'words']) show(`[data-along=${what}]`, along?.has(what) === true, named)
      named.hidden = !along?.size
      return !named.hidden
    }
    around.addEventListener('toggle', name)
    link.addEventListener('click', async (event) => {
      event.preventDefault()
      if (await name()) named?.focus()
      else leave(link.href)
    })
  }
  staying()
}

/** What this phone keeps that is not here: the query code of something sent, or what may not have arrived whole. */
async function goesAlong(isHere: IsHere): Promise<Set<string>> {
  const key = await heldWordsKey()
  const along = new Set<string>()
  for (const draft of [key && (await inTab(key)), key && (await sentInTab(key)), ...(await listDrafts())]) {
    if (!draft || isHere(draft)) continue
    // Of what was added later files alone may still be on their way: it has no code of its own.
    if ('words' in draft ? await tellsAnything(draft) : !draft.arrived || !draft.code) along.add('words')
    if ('code' in draft && draft.code) along.add('code')
  }
  return along
}

/** What asks is closed again. */
export function staying() {
  for (const button of all('[data-stay]')) {
    button.addEventListener('click', () => {
      button.closest('details')?.removeAttribute('open')
      const question = button.closest<HTMLElement>('[data-others]')
      if (question) question.hidden = true
    })
  }
}
