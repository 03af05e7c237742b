import { offerExit } from '../ui/exit.client.ts'
import { all, one, show, swap } from './find.client.ts'
import { leaving } from './leave.client.ts'
import { loadRest } from './rest.client.ts'

/** The server's receipt, into which this browser writes the code that nobody else has. */
export async function showReceipt(page: Document, code: string) {
  swap(page)
  offerExit()
  show('main [data-ready]')
  for (const [at, square] of all('.code b').entries()) square.textContent = code[at] ?? ''
  const slip = one('[data-slip]')
  if (slip) slip.textContent = (slip.textContent ?? '').replace('{domain}', location.host)
  leaving()
  one('[data-print]')?.addEventListener('click', () => print())

  const check = one<HTMLInputElement>('#check')
  check?.addEventListener('input', () => {
    const digits = check.value.normalize('NFKC').replace(/\D/g, '')
    const right = digits === code.slice(8, 12)
    show('#right', right)
    show('#different', digits.length >= 4 && !right)
  })

  // Without the picture the digits are enough.
  const drawn = (await loadRest())?.pictureOf(code, location.origin)
  const picture = one<HTMLImageElement>('.picture')
  if (picture && drawn) {
    picture.src = drawn
    show('[data-picture]')
    one('.code')?.classList.add('noprint')
  }
}
