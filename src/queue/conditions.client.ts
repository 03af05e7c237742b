/**
 * Shows what belongs to a choice only while it is chosen: `data-when="resultType=longTerm"`. Outside of forms it
 * belongs to whichever form asks for it.
 */
export function enhanceConditions(form: HTMLFormElement): void {
  const follow = () => {
    const data = new FormData(form)
    for (const part of document.querySelectorAll<HTMLElement>('[data-when]')) {
      const [name = '', value] = (part.dataset.when ?? '').split('=')
      const within = part.closest('form')
      if (within ? within !== form : !data.has(name)) continue
      part.hidden = data.get(name) !== value
    }
  }
  follow()
  form.addEventListener('change', follow)
  const reason = form.querySelector<HTMLSelectElement>('select[name=reason]')
  let before = reason?.selectedOptions[0]
  reason?.addEventListener('change', () => {
    const chosen = reason.selectedOptions[0]
    suggest(form, before, chosen)
    before = chosen
  })
}

/** Whom to name follows the reason, until somebody has written another name. */
function suggest(form: HTMLFormElement, before: Element | undefined, chosen: Element | undefined) {
  for (const field of ['channel', 'tel']) {
    const control = form.querySelector<HTMLInputElement>(`[data-field=${field}]`)
    if (!control || (control.value !== '' && control.value !== before?.getAttribute(`data-${field}`)))
      continue
    control.value = chosen?.getAttribute(`data-${field}`) ?? ''
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
