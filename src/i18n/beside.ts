import { keepTraditional } from './traditional.ts'

interface Beside {
  address: string
  take(words: string): void
}

/**
 * Texts of the Worker that lie beside it as files, put there by its build: without them it has room, and starts sooner.
 * The English ones and the traditional ones few ask for; the Chinese ones of staff no resident needs. Elsewhere every
 * text is at hand, and these are not there.
 */
declare const WORDS_BESIDE: Beside | undefined
declare const STAFF_BESIDE: Beside
declare const TRADITIONAL_BESIDE: string

/** Fetches a file of ours by its address. */
type Fetch = (address: string) => Promise<Response>
type Texts = 'English' | 'Staff' | 'Traditional'

let come = 0
/** How many of them have come: what was drawn before the last one may be in the wrong words. */
export const wordsCome = () => come

const taken: Partial<Record<Texts, Promise<void>>> = {}

const besideOf = (texts: Texts): Beside =>
  ({
    English: () => WORDS_BESIDE as Beside,
    Staff: () => STAFF_BESIDE,
    Traditional: () => ({
      address: TRADITIONAL_BESIDE,
      take: (made: string) => keepTraditional(JSON.parse(made)),
    }),
  })[texts]()

/**
 * Whether they are there. Until the English and the traditional ones have come, and where they cannot be had, pages
 * speak simplified Chinese; the next request asks again.
 */
export async function takeWords(
  texts: Texts,
  fetchFile: Fetch,
  complain: (line: string) => void,
): Promise<boolean> {
  if (typeof WORDS_BESIDE === 'undefined') return true
  const { address, take } = besideOf(texts)
  taken[texts] ??= fetched(fetchFile, address).then((words) => {
    take(words)
    come++
  })
  try {
    await taken[texts]
    return true
  } catch (fault) {
    delete taken[texts]
    complain(`${texts} texts: ${fault instanceof Error ? fault.message : 'unknown'}`)
    return false
  }
}

async function fetched(fetchFile: Fetch, address: string) {
  const answer = await fetchFile(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer.text()
}
