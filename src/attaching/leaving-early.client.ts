import { all, one } from '../intake/find.client.ts'

/** What somebody is told who asks to leave while files are on their way: leaving clears them. */
const WARNING = 'data-still-sending'

export const takeBackWarning = (): void => {
  for (const warning of all(`[${WARNING}]`)) warning.remove()
}

/** Where leaving is asked once more, a long way below what says how far the files are. */
function warn({ target }: Event) {
  if (!(target instanceof HTMLDetailsElement)) return
  const leave = one('[data-leave]', target)
  const says = all('#on-the-way [data-keep-open]').find(({ hidden }) => !hidden)
  if (!leave) return
  takeBackWarning()
  if (!target.open || !says) return
  const warning = document.createElement('p')
  warning.className = 'lead'
  warning.setAttribute(WARNING, '')
  warning.textContent = says.textContent
  leave.before(warning)
}

// It does not bubble. Pages are put in place of others, and the document stays.
document.addEventListener('toggle', warn, true)
