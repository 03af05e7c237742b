import { ADDED, clear, DAY, findKept, type KeptDraft, keep } from '../intake/keep.client.ts'
import { paths } from '../paths.ts'
import { type Bytes, base64url } from '../sealing/bytes.ts'
import { filesKey } from '../sealing/conversation.ts'
import { exchange } from '../ui/exchange.client.ts'
import { DRAFTS, inStore } from '../ui/kept.client.ts'
import type { Promised } from './choosing.client.ts'
import { keepFile } from './chosen.client.ts'
import { aWhile, sendOn } from './on-the-way.client.ts'

// Files that are sent later, with the query code. From the moment they are sent this phone keeps them like a report's.

export interface SupplementWithFiles {
  report: string
  conversation: Bytes
  /** The message's. */
  id: string
  /** The fields that are posted. */
  post: Record<string, string>
  promised: Promised
}

/** A supplement on its way, with what this page holds of it. */
export interface Going {
  draft: KeptDraft
  files: Promised['files']
  isKept: boolean
}

/** Before anything is sent. Among the drafts by its path: whoever comes back is told by it that something is left. */
export async function putAside(supplement: SupplementWithFiles): Promise<Going> {
  const { report, conversation, id, promised } = supplement
  const { files, said } = promised
  const post = `${new URLSearchParams(supplement.post)}`
  const dek = base64url(await filesKey(conversation, 'toTeam', id))
  const draft = { token: ADDED, id, report, code: '', dek, files: said, post, arrived: false }
  const until = Date.now() + DAY
  await inStore('keep', DRAFTS, (store) => {
    store.put({ until }, location.pathname)
    return store.put({ until }, id)
  })
  for (const file of files) await keepFile(() => id, file, 'sent')
  return { draft, files, isKept: await keep(draft) }
}

/** The words have arrived. */
export async function follow({ draft, files, isKept }: Going, left: AbortSignal): Promise<void> {
  const arrived = { ...draft, arrived: true }
  if (isKept) await keep(arrived)
  await sendOn({ draft: arrived, files, isKept, left })
}

/** They were not taken. */
export const takeBack = ({ draft }: Going): Promise<void> => clear(ADDED, draft.id)

/**
 * Somebody comes back within a day: what was cut off goes on, one after the other. `tellUnsent`: words wait for a
 * signal, or for us, and then no more.
 */
export async function goOn(left: AbortSignal, tellUnsent: (now: boolean) => void): Promise<void> {
  for (const draft of await findKept(ADDED)) {
    const arrived = draft.arrived || (await postAgain(draft, left, () => tellUnsent(true)))
    tellUnsent(false)
    if (left.aborted) return
    await sendOn({ draft: { ...draft, arrived }, left })
  }
}

/**
 * What was posted and got no answer is posted once more: it is one message. Answers whether it is taken. Where it is
 * not none of its files will be, and they are told not to have come, nor the words.
 */
async function postAgain(draft: KeptDraft, left: AbortSignal, wait: () => void): Promise<boolean> {
  const post = new URLSearchParams(draft.post)
  while (!left.aborted) {
    const answer = await exchange('POST', paths.progressMessage, post).catch(() => undefined)
    if (answer?.status === 200) await keep({ ...draft, arrived: true })
    if (answer && answer.status < 500 && answer.status !== 429) return answer.status === 200
    wait()
    await aWhile()
  }
  return false
}
