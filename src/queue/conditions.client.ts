/** Shows what belongs to a choice only while it is chosen: `data-when="resultType=longTerm"`. */
export function enhanceConditions(form: HTMLFormElement): void {
  const follow = () => {
    const data = new FormData(form)
    for (const part of form.querySelectorAll<HTMLElement>('[data-when]')) {
      const [name = '', value] = (part.dataset.when ?? '').split('=')
      part.hidden = data.get(name) !== value
    }
  }
  follow()
  form.addEventListener('change', follow)
  const reason = form.querySelector<HTMLSelectElement>('select[name=reason]')
  reason?.addEventListener('change', () => suggest(form, reason))
}

/** Whom to name follows the reason, until somebody has written another name. */
function suggest(form: HTMLFormElement, reason: HTMLSelectElement) {
  const chosen = reason.selectedOptions[0]
  for (const field of ['channel', 'tel']) {
    const control = form.querySelector<HTMLInputElement>(`[data-field=${field}]`)
    if (!control || (control.value !== '' && control.value !== control.dataset.suggested)) continue
    control.value = chosen?.getAttribute(`data-${field}`) ?? ''
    control.dataset.suggested = control.value
    control.dispatchEvent(new Event('input', { bubbles: true }))
  }
}
