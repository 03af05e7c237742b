import { readDigits } from '../sealing/digits.ts'
import { inGroups } from '../sealing/query-code.ts'

/** A code stands there in groups while it is written. */
export function groupIn(field: HTMLTextAreaElement) {
  field.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) regroup(field)
  })
  field.addEventListener('compositionend', () => regroup(field))
}

/** Writes what stands there as the squares show it, and leaves the cursor behind the digit it was behind. */
export function regroup(field: HTMLTextAreaElement) {
  const grouped = inGroups(field.value)
  if (grouped === field.value) return
  const before = readDigits(field.value.slice(0, field.selectionEnd))
  field.value = grouped
  const at = inGroups(before).length
  field.setSelectionRange(at, at)
}
