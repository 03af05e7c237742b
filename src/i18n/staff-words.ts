/**
 * The Chinese texts that only staff read lie beside the Worker as a file, like the English ones: without them it has
 * room. Elsewhere every text is at hand, and this is not there.
 */
declare const STAFF_WORDS: { address: string; take(words: string): void } | undefined

/** Fetches a file of ours by its address. */
type Fetch = (address: string) => Promise<Response>

let taken: Promise<void> | undefined

/** Whether they are there. Where they could not be had the next request asks again. */
export async function takeStaffWords(fetchFile: Fetch, complain: (line: string) => void): Promise<boolean> {
  if (typeof STAFF_WORDS === 'undefined') return true
  taken ??= take(fetchFile, STAFF_WORDS)
  try {
    await taken
    return true
  } catch (fault) {
    taken = undefined
    complain(`texts of staff: ${fault instanceof Error ? fault.message : 'unknown'}`)
    return false
  }
}

async function take(fetchFile: Fetch, beside: NonNullable<typeof STAFF_WORDS>) {
  const answer = await fetchFile(beside.address)
  if (!answer.ok) throw new Error(`${beside.address} answered ${answer.status}`)
  beside.take(await answer.text())
}
