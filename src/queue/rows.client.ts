import { fromBase64url } from '../sealing/bytes.ts'
import { Unopened } from '../sealing/open.ts'
import { heldKeys, isLocked } from '../staff/key-store.client.ts'
import { lock } from '../staff/lock.client.ts'
import { exchange } from '../ui/exchange.client.ts'
import { openRow } from './opening.client.ts'
import { shortLine } from './short-line.ts'
import { KeyMissing, teamKey } from './team-key.client.ts'

const MINUTE = 60_000

/** Opens the queue's first sentences in place, all at once; what accuses a person only when somebody asks. */
export function enhanceQueue(root: ParentNode): void {
  for (const table of root.querySelectorAll<HTMLElement>('[data-queue]')) {
    for (const row of table.querySelectorAll<HTMLElement>('[data-row]')) {
      const button = row.querySelector('[data-click]')
      if (button) button.addEventListener('click', () => void show(table, row), { once: true })
      else void show(table, row)
    }
  }
  const notice = root.querySelector<HTMLElement>('[data-arrived]')
  if (notice) watch(notice)
}

async function show(table: HTMLElement, row: HTMLElement) {
  const cell = row.querySelector<HTMLElement>('[data-text]')
  if (!cell) return
  cell.textContent = table.dataset.opening ?? ''
  try {
    const text = await open(table.dataset.queue ?? '', row)
    cell.textContent = text ? shortLine(text) : (row.dataset.noText ?? table.dataset.noText ?? '')
    cell.toggleAttribute('data-opened', true)
  } catch (error) {
    const why = error instanceof Unopened ? error.why : 'held'
    cell.textContent = table.getAttribute(`data-why-${why}`)
    if (!(error instanceof Unopened || error instanceof KeyMissing)) throw error
  }
}

async function open(holder: string, row: HTMLElement): Promise<string> {
  const { row: id = '', epoch = '', dek = '', line = '' } = row.dataset
  const { pair, name } = await teamKey(holder, Number(epoch), 'key')
  const opened = await openRow(pair, name, { id, dek: fromBase64url(dek), line: fromBase64url(line) })
  return opened.text
}

/** Asks every minute how many have come since, while somebody is there to see it. */
function watch(notice: HTMLElement) {
  const ask = async () => {
    if (!notice.isConnected) return clearInterval(timer)
    if (document.visibilityState !== 'visible' || isLocked() || !(await heldKeys())) return
    const { status, document: answer } = await exchange('GET', notice.dataset.arrived ?? '')
    if (status === 401) return lock()
    const arrived = status === 200 ? answer?.getElementById('arrived') : undefined
    if (!arrived || arrived.dataset.n === '0') return
    notice.replaceChildren(...document.adoptNode(arrived).childNodes)
    notice.querySelector('a')?.setAttribute('href', notice.dataset.refresh ?? '')
    notice.hidden = false
  }
  const timer = setInterval(() => void ask().catch(() => undefined), MINUTE)
}
