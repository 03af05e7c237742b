/**
 * The English texts of the Worker lie beside it as a file, put there by its build: few ask for them, and without them
 * it starts sooner. Elsewhere every text is at hand, and this is not there.
 */
declare const WORDS_BESIDE: { address: string; take(words: string): void } | undefined

/** Fetches a file of ours by its address. */
type Fetch = (address: string) => Promise<Response>

let taken: Promise<void> | undefined

/** Until they have come, and where they cannot be had, English pages speak Chinese; the next request asks again. */
export async function takeWords(fetchFile: Fetch, complain: (line: string) => void): Promise<void> {
  if (typeof WORDS_BESIDE === 'undefined') return
  taken ??= take(fetchFile, WORDS_BESIDE)
  try {
    await taken
  } catch (fault) {
    taken = undefined
    complain(`English texts: ${fault instanceof Error ? fault.message : 'unknown'}`)
  }
}

async function take(fetchFile: Fetch, beside: NonNullable<typeof WORDS_BESIDE>) {
  const answer = await fetchFile(beside.address)
  if (!answer.ok) throw new Error(`${beside.address} answered ${answer.status}`)
  beside.take(await answer.text())
}
