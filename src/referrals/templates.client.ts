/** Puts a template's words where a message is written; they are a beginning, and edited freely. */
export function enhanceTemplates(root: ParentNode): void {
  for (const choice of root.querySelectorAll<HTMLSelectElement>('select[data-template-for]')) {
    choice.closest<HTMLElement>('[hidden]')?.removeAttribute('hidden')
    choice.addEventListener('change', () => {
      const control = document.getElementById(choice.dataset.templateFor ?? '')
      if (!(control instanceof HTMLTextAreaElement) || choice.value === '') return
      control.value = choice.value
      control.dispatchEvent(new Event('input', { bubbles: true }))
      control.focus()
    })
  }
}
