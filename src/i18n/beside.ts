import { keepTraditional } from './traditional.ts'

/**
 * The English texts of the Worker lie beside it as a file, put there by its build, and the traditional ones as another:
 * few ask for them, and without them it starts sooner. Elsewhere every text is at hand, and these are not there.
 */
declare const WORDS_BESIDE: { address: string; take(words: string): void } | undefined
declare const TRADITIONAL_BESIDE: string

/** Fetches a file of ours by its address. */
type Fetch = (address: string) => Promise<Response>
type Texts = 'English' | 'Traditional'

const taken: Partial<Record<Texts, Promise<void>>> = {}

/** Until they have come, and where they cannot be had, pages speak simplified Chinese; the next request asks again. */
export async function takeWords(
  texts: Texts,
  fetchFile: Fetch,
  complain: (line: string) => void,
): Promise<void> {
  if (typeof WORDS_BESIDE === 'undefined') return
  const { address, take } =
    texts === 'English'
      ? WORDS_BESIDE
      : { address: TRADITIONAL_BESIDE, take: (made: string) => keepTraditional(JSON.parse(made)) }
  taken[texts] ??= fetched(fetchFile, address).then(take)
  try {
    await taken[texts]
  } catch (fault) {
    delete taken[texts]
    complain(`${texts} texts: ${fault instanceof Error ? fault.message : 'unknown'}`)
  }
}

async function fetched(fetchFile: Fetch, address: string) {
  const answer = await fetchFile(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer.text()
}
