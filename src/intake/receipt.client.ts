import { askBeforeLeaving } from './ask-before.client.ts'
import { all, one, show, swap } from './find.client.ts'
import { pictureOf } from './picture.ts'

/**
 * The server's receipt, into which this browser writes the code that nobody else has. `revive`: gives the page the ways
 * out that every page has. `isKept`: this phone has it for a day.
 */
export function showReceipt(page: Document, code: string, revive: () => void, isKept: boolean) {
  swap(page)
  revive()
  // Somebody else's goes from here once its files have followed.
  const stays = isKept && !one('[data-for-another]')
  show('[data-on-phone]', stays)
  if (!stays) askBeforeLeaving()
  show('main [data-ready]')
  for (const [at, square] of all('.code b').entries()) square.textContent = code[at] ?? ''
  const slip = one('[data-slip]')
  if (slip) slip.textContent = (slip.textContent ?? '').replace('{domain}', location.host)
  one('[data-print]')?.addEventListener('click', () => print())

  const check = one<HTMLInputElement>('#check')
  check?.addEventListener('input', () => {
    const digits = check.value.normalize('NFKC').replace(/\D/g, '')
    const right = digits === code.slice(8, 12)
    show('#right', right)
    show('#different', digits.length >= 4 && !right)
  })

  const picture = one<HTMLImageElement>('.picture')
  if (picture) {
    picture.src = pictureOf(code, location.origin + picture.dataset.leads)
    show('[data-picture]')
    one('.code')?.classList.add('noprint')
  }
}
