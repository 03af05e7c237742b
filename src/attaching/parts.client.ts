import { one } from '../intake/find.client.ts'
import { exchange } from '../ui/exchange.client.ts'
import { partsAt } from './parts-at.client.ts'

interface Parts {
  attach: HTMLElement | null
  hint: HTMLElement | null
  onTheWay: HTMLElement | null
}

let fetched: Parts | undefined

/** What the form and the receipt have of files, in the language of this page. Undefined without a network. */
export async function fetchParts(): Promise<Parts | undefined> {
  if (fetched) return fetched
  const address = partsAt(document.documentElement.lang, one('#report[data-office]') !== null)
  const page = (await exchange('GET', address).catch(() => undefined))?.document
  if (!page) return undefined
  const part = (selector: string) => {
    const found = one(selector, page)
    return found && document.adoptNode(found)
  }
  const style = part('link[rel=stylesheet]')
  const parts = { attach: part('#attach'), hint: part('#hint'), onTheWay: part('#on-the-way') }
  if (!style || !parts.attach || !parts.onTheWay) return undefined
  document.head.append(style)
  fetched = parts
  return fetched
}
