import { all, one, show } from './find.client.ts'
import type { Mistake } from './rules.ts'

/** Says what is to be mended: beside each field, and on top, where every line leads to its field. */
export function pointOut(
  form: HTMLFormElement,
  mistakes: readonly Mistake[],
  openStepOf: (field: Mistake['field']) => void,
) {
  show('.error', false, form)
  for (const field of all('[aria-invalid]', form)) {
    field.removeAttribute('aria-invalid')
    field.removeAttribute('aria-describedby')
  }
  show('#mend', mistakes.length > 0)
  const [title, list] = all('#mend > *')
  if (!title || !list || mistakes.length === 0) return
  const { say, one: single } = title.dataset
  title.textContent = (mistakes.length === 1 ? single : say?.replace('{n}', `${mistakes.length}`)) ?? ''
  list.replaceChildren(...mistakes.map((mistake) => line(mistake, openStepOf)))
  one('#mend')?.focus()
}

function line({ field, says, over }: Mistake, openStepOf: (field: Mistake['field']) => void): Node {
  const sentence = one(`#${field}-${says}`)
  const text = sentence?.dataset.say?.replace('{n}', `${over}`) ?? ''
  if (sentence) {
    sentence.textContent = text
    sentence.hidden = false
  }
  const input = one(`#${field}`)
  input?.setAttribute('aria-invalid', 'true')
  input?.setAttribute('aria-describedby', `${field}-${says}`)

  const link = document.createElement('a')
  link.href = `#${field}`
  link.textContent = text
  link.addEventListener('click', (event) => {
    event.preventDefault()
    openStepOf(field)
    input?.focus()
  })
  const item = document.createElement('li')
  item.append(link)
  return item
}
