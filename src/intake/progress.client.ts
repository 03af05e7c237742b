import { readDigits } from '../sealing/digits.ts'
import type { Stretched } from '../sealing/query-code.ts'
import { exchange } from '../ui/exchange.client.ts'
import { offerExit } from '../ui/exit.client.ts'
import { asking } from './asking.client.ts'
import { one, swap } from './find.client.ts'
import { swapWhole } from './languages.client.ts'
import { goOnSending, showSending } from './later-files.client.ts'
import { type Along, answered, putBack } from './supplement.client.ts'

// The code is out of the address before anything else happens.
const scanned = readDigits(location.hash)
if (location.hash) history.replaceState(null, '', location.pathname + location.search)
const look = crypto.subtle && asking(turnTo, scanned)
// Another picture opened in this tab changes nothing but what stands behind the #.
addEventListener('hashchange', () => {
  if (readDigits(location.hash)) location.reload()
})
// What is being added stands on this page alone.
addEventListener('beforeunload', (event) => {
  if (one<HTMLTextAreaElement>('#more')?.value.trim() || one('#add .attached li')) event.preventDefault()
})
// Once: a code that leads nowhere stands in the field, for its person to look at.
if (look && scanned) void look()
if (look) void goOnSending()

/**
 * Posts, and puts the answer in place of the page; throws when there is none, and the page with what was typed stays.
 * Answers whether it was taken.
 */
async function turnTo(
  address: string,
  fields: Record<string, string>,
  stretched: Stretched,
  code: string,
  { adding, sent }: Along = {},
): Promise<boolean> {
  const { status, document: page } = await exchange('POST', address, new URLSearchParams(fields))
  if (!page || !one('#answer, #ask', page)) throw new TypeError('no answer of ours')
  if (adding) swapWhole(page)
  else swap(page)
  offerExit()
  const answer = one('#answer')
  if (answer) await answered(turnTo, answer, stretched, code, adding, status === 200 ? [] : sent?.files)
  else asking(turnTo, code)
  const { words } = adding ?? sent ?? {}
  if (words) putBack(words)
  showSending()
  return status === 200
}
