import { base64url, fromBase64url } from '../sealing/bytes.ts'
import { type SealedReport, sealReport } from '../sealing/seal.ts'
import { exchange } from '../ui/exchange.client.ts'
import { one } from './find.client.ts'
import type { KeptDraft } from './keep.client.ts'
import type { Lock } from './lock.ts'

/** What the server made of it, and its page. Without an answer nobody knows whether it arrived. */
export type Outcome = { answer: 'receipt' | 'refused' | 'busy'; page: Document } | undefined

/** What seals. */
export interface Means {
  /** What the report is sealed to, from this page. */
  lock: Lock
  /** The installation's salt of query codes, base64url. */
  salt: string
  /** Checks a page that was fetched anew as this one was checked. */
  check(form: HTMLFormElement): Promise<Lock | undefined>
}

interface Delivery {
  draft: KeptDraft
  /** None on a page that takes nothing now: then only what is sealed already can be sent. */
  means: Means | undefined
  keep(draft: KeptDraft): Promise<unknown>
  tell(moment: 'sealing' | 'sending' | 'slow'): void
  /** Aborted when somebody leaves: then nothing is posted any more, and what is posted already goes on. */
  left: AbortSignal
  /** Aborted when somebody clears it: that stops what is on its way, too. */
  cleared?: AbortSignal
}

const SLOW = 8000
/** A key may be retired again while the new one is fetched. */
const TRIES = 3

/**
 * Seals a draft, keeps it, and sends it. When the team's key was retired meanwhile, the page is fetched anew, checked
 * like the first one, and the same draft sealed again: the person sees only that it takes longer.
 */
export async function deliver({ draft, means, keep, tell, left, cleared }: Delivery): Promise<Outcome> {
  let sealTo = means?.lock
  for (let tries = 0; tries < TRIES; tries++) {
    tell('sealing')
    draft.post ??= means && sealTo && (await seal(draft, sealTo, means.salt))
    if (!draft.post) return undefined
    await keep(draft)
    if (left.aborted) return undefined
    const page = await send(draft.post, tell, cleared)
    const answer = page && one('[data-answer]', page)?.dataset.answer
    if (!page || !answer) return undefined
    if (answer === 'receipt' || answer === 'refused' || answer === 'busy') return { answer, page }

    tell('sealing')
    const fresh = (await exchange('GET', here()).catch(() => undefined))?.document
    const form = fresh && one<HTMLFormElement>('#report', fresh)
    const next = form && (await means?.check(form))
    if (!fresh) return undefined
    if (!next) return { answer: 'refused', page: fresh }
    sealTo = next
    delete draft.post
  }
  return undefined
}

const here = () => location.pathname + location.search

async function send(
  post: string,
  tell: Delivery['tell'],
  cleared?: AbortSignal,
): Promise<Document | undefined> {
  tell('sending')
  const slow = setTimeout(() => tell('slow'), SLOW)
  try {
    const headers = { 'Content-Type': 'application/json' }
    const { document } = await exchange('POST', here(), post, headers, cleared)
    return document ?? undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(slow)
  }
}

async function seal({ id, code, dek, writing, files }: KeptDraft, { to, contactTo }: Lock, salt: string) {
  if (!dek || !writing) return undefined
  const { plain, body, contact } = writing
  const key = fromBase64url(dek)
  const sealed = await sealReport({
    id,
    dek: key,
    body,
    contact,
    code,
    salt: fromBase64url(salt),
    to,
    contactTo,
  })
  const parts = Object.entries(sealed).map(([part, bytes]: [string, SealedReport['dek']]) => [
    part,
    base64url(bytes),
  ])
  const holder = to.holder.replace(/^team:/, '')
  return JSON.stringify({
    id,
    team: holder,
    epoch: to.epoch,
    ...plain,
    ...Object.fromEntries(parts),
    ...(files && { right: files.right, files: files.promised }),
    // As far as it is done: nobody waits for it.
    work: one('#report')?.dataset.work,
  })
}
