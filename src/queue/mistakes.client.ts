const changes = ['input', 'change']

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * What came back as wrong stands in the order of the form, each at its field, and goes when the field is changed. Of
 * what is sealed the server cannot say more than which field it was: its name and its place are added here.
 */
export function enhanceMistakes(root: ParentNode): void {
  const boxes = [...root.querySelectorAll<HTMLElement>('.box[role=alert]')]
  const box = boxes.find((one) => one.querySelector('a[href^="#"]'))
  if (!box) return
  const found = [...box.querySelectorAll<HTMLAnchorElement>('li a[href^="#"]')].flatMap((link) => {
    const field = document.getElementById(link.hash.slice(1))
    const line = link.closest('li')
    return field && line ? [{ link, line, field }] : []
  })
  const follows = (one: Node, other: Node) =>
    one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
  for (const { line } of [...found].sort((one, other) => follows(one.field, other.field)))
    line.parentElement?.append(line)
  for (const { link, line, field } of found) {
    if (field.matches('[data-field]')) markSealed(field as Field, link)
    const around = field.closest('.field, fieldset') ?? field
    const settle = () => {
      // What came back from its envelope is no change while it is as empty as before.
      if (field.matches('[data-field]') && (field as Field).value.trim() === '') return
      for (const what of changes) around.removeEventListener(what, settle)
      line.remove()
      field.removeAttribute('aria-invalid')
      for (const said of around.querySelectorAll('.error:not([role])')) said.remove()
      const left = box.querySelectorAll('li').length
      const lead = box.querySelector('.lead')
      if (left === 0) box.remove()
      else if (lead) lead.textContent = (lead.textContent ?? '').replace(/\d+/, `${left}`)
    }
    for (const what of changes) around.addEventListener(what, settle)
  }
}

/** The server put its sentence behind the whole place. */
function markSealed(field: Field, link: HTMLAnchorElement) {
  const { blank, colon } = field.form?.querySelector<HTMLElement>('[data-writing]')?.dataset ?? {}
  const sentence = link.textContent ?? ''
  const name = (field.labels?.[0]?.textContent ?? '').replace(/\s*[（(].*$/, '')
  if (sentence === blank) link.textContent = `${name}${colon}${sentence}`
  field.closest('[data-seal], [data-letter]')?.querySelector(':scope > .error')?.remove()
  field.setAttribute('aria-invalid', 'true')
  const said = document.createElement('span')
  said.className = 'error'
  said.id = `${field.id}-wrong`
  said.textContent = sentence
  field.after(said)
  field.setAttribute(
    'aria-describedby',
    [field.getAttribute('aria-describedby'), said.id].filter(Boolean).join(' '),
  )
}
