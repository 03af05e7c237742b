import { one } from '../intake/find.client.ts'
import { paths } from '../paths.ts'
import { exchange } from '../ui/exchange.client.ts'

interface Parts {
  attach: HTMLElement | null
  hint: HTMLElement | null
  onTheWay: HTMLElement | null
}

let fetched: Parts | undefined

/** What the form and the receipt have of files, in the language of this page. Undefined without a network. */
export async function fetchParts(): Promise<Parts | undefined> {
  if (fetched) return fetched
  const asked = new URLSearchParams()
  const lang = new URLSearchParams(location.search).get('lang')
  if (lang) asked.set('lang', lang)
  // The door past the team: others listen there.
  if (document.querySelector('#report[data-office]')) asked.set('to', 'office')
  const address = `${paths.attaching}?${asked}`
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
