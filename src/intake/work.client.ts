import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'
import type { Challenge } from './work.ts'

/** A phone that has not found it by then is spared more: its report is kept all the same. */
const PATIENCE = 60_000

/**
 * Runs beside the page, on a thread of its own: tries one key after the other, and answers with the one that was meant.
 */
addEventListener('message', async ({ data }: MessageEvent<Challenge>) => {
  const found = await solveChallenge({ challenge: data, deriveKey, timeout: PATIENCE })
  postMessage(found?.derivedKey)
})
