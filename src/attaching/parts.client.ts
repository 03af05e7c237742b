import { one } from '../intake/find.client.ts'
import { exchange } from '../ui/exchange.client.ts'
import { partsAt } from './parts-at.client.ts'

interface Parts {
  attach: HTMLElement | null
  hint: HTMLElement | null
  onTheWay: HTMLElement | null
}

let fetched: { address: string; parts: Parts } | undefined

const copy = (part: HTMLElement | null) => part && (part.cloneNode(true) as HTMLElement)

/**
 * What the form and the receipt have of files, in the language of this page, as if nobody had used it. Undefined
 * without a network.
 */
export async function fetchParts(): Promise<Parts | undefined> {
  const address = partsAt(document.documentElement.lang)
  if (fetched?.address !== address) fetched = await fetchAt(address)
  if (!fetched) return undefined
  const { attach, hint, onTheWay } = fetched.parts
  return { attach: copy(attach), hint: copy(hint), onTheWay: copy(onTheWay) }
}

async function fetchAt(address: string): Promise<typeof fetched> {
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
  return { address, parts }
}
