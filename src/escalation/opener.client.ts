import { openSealed } from './open-sealed.client.ts'
import { made, type Packed, showPacked, type Words } from './show-packed.client.ts'

// Runs in the file that went up, wherever that is opened: without a line, and without anything of ours beside it.

const read = (id: string) => document.getElementById(id)?.textContent ?? ''
const words = JSON.parse(read('words')) as Words

const input = made('input', { id: 'passphrase', type: 'password', autocomplete: 'off', required: '' })
const button = made('button', { type: 'submit' }, words.open)
const says = made('p', { role: 'alert' })
const asks = made('p', {}, made('label', { for: 'passphrase' }, words.passphrase), input)
const form = made('form', {}, asks, made('p', {}, button), says)
document.title = words.title ?? ''
document.body.append(made('main', {}, made('h1', {}, words.title), form))

form.addEventListener('submit', (event) => {
  event.preventDefault()
  if (button.disabled) return
  button.disabled = true
  says.textContent = words.opening ?? ''
  open()
    .catch(() => 'broken' as const)
    .then((why) => {
      says.textContent = (why && words[why]) ?? ''
      button.disabled = false
    })
})

async function open() {
  const opened = await openSealed(read('sealed'), input.value)
  if ('why' in opened) return opened.why
  form.replaceWith(made('p', {}, words.care), ...showPacked(words, opened.packed as Packed))
  return undefined
}
