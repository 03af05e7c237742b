import { all, one, show } from './find.client.ts'
import type { Mistake } from './rules.ts'

let shown: readonly Mistake[] = []

/** Says what is to be mended: beside each field, and on top, where every line leads to its field. */
export function pointOut(
  form: HTMLFormElement,
  mistakes: readonly Mistake[],
  openStepOf: (field: Mistake['field']) => void,
) {
  show('.error', false, form)
  for (const field of all('[aria-invalid]', form)) clear(field)
  shown = mistakes
  count()
  show('#mend', mistakes.length > 0)
  one('#mend ul')?.replaceChildren(...mistakes.map((mistake) => line(mistake, openStepOf)))
  if (mistakes.length > 0) one('#mend')?.focus()
}

/** What has been mended is not red any more, and nothing else moves. */
export function dropMended(now: readonly Mistake[]) {
  const still = (mistake: Mistake) => now.find(({ field, says }) => `${field}-${says}` === idOf(mistake))
  for (const mistake of shown) {
    const same = still(mistake)
    if (same) tell(same)
    else {
      show(`#${idOf(mistake)}`, false)
      one(`#mend a[href="#${mistake.field}"]`)?.parentElement?.remove()
      clear(one(`#${mistake.field}`))
    }
  }
  shown = shown.filter(still)
  count()
  if (shown.length === 0) show('#mend', false)
}

const idOf = ({ field, says }: Mistake) => `${field}-${says}`

function clear(field: HTMLElement | null) {
  field?.removeAttribute('aria-invalid')
  field?.removeAttribute('aria-describedby')
}

function count() {
  const title = one('#mend-title')
  const n = shown.length
  if (title && n > 0) {
    title.textContent = (n === 1 ? title.dataset.one : title.dataset.say?.replace('{n}', `${n}`)) ?? ''
  }
}

/** Beside the field. Answers the sentence. */
function tell(mistake: Mistake): string {
  const sentence = one(`#${idOf(mistake)}`)
  const text = sentence?.dataset.say?.replace('{n}', `${mistake.over}`) ?? ''
  if (sentence) {
    sentence.textContent = text
    sentence.hidden = false
  }
  const input = one(`#${mistake.field}`)
  input?.setAttribute('aria-invalid', 'true')
  input?.setAttribute('aria-describedby', idOf(mistake))
  return text
}

function line(mistake: Mistake, openStepOf: (field: Mistake['field']) => void): Node {
  const { field } = mistake
  const text = tell(mistake)
  const link = document.createElement('a')
  link.href = `#${field}`
  link.textContent = text
  link.addEventListener('click', (event) => {
    event.preventDefault()
    openStepOf(field)
    // Of several to choose from, to the first of them.
    for (const place of all(`#${field}, [name=${field}]`).slice(0, 2)) place.focus()
  })
  const item = document.createElement('li')
  item.append(link)
  return item
}
