import { readDigits } from '../sealing/digits.ts'
import { recoveryRows } from './credentials.client.ts'
import { enhancePrint, showDigits } from './paper.client.ts'
import { reveal, say, typedIn, whenSent } from './saying.client.ts'

/**
 * Shows the recovery code, takes it away, and goes on only when its last row has been typed back. `keep` then posts
 * what had to wait for it.
 */
export function checkRecoveryPaper(
  root: ParentNode,
  owner: string,
  code: string,
  keep: () => Promise<void>,
): void {
  const rows = recoveryRows(code)
  const form = root.querySelector<HTMLFormElement>('[data-last-row]')
  if (!form) return
  const onPaper = (shown: boolean) => {
    reveal(root, '[data-on-paper]', shown)
    form.hidden = shown
    showDigits(root, 'recovery', shown ? rows : [])
    if (!shown) form.querySelector('input')?.focus()
  }
  for (const place of root.querySelectorAll('[data-fill="owner"]')) place.textContent = owner
  onPaper(true)
  enhancePrint(root)
  root.querySelector('[data-put-away]')?.addEventListener('click', () => onPaper(false))
  root.querySelector('[data-show-again]')?.addEventListener('click', () => onPaper(true))
  whenSent(form, async () => {
    if (readDigits(typedIn(form, 'last-row')) !== rows[1]) return say(form, 'row')
    await keep()
  })
}
