import { fromBase64url } from '../sealing/bytes.ts'
import { followRoots, type Roots } from '../sealing/succession.ts'

/** The changes of the office's root as `writeSuccessions` wrote them; nothing of them is believed yet. */
export const shownSuccessions = (text: string | undefined) =>
  JSON.parse(text || '[]') as { from: string; forward: string; back: string }[]

/** Where a pinned fingerprint leads, by what a page or an answer shows. */
export const rootsIn = (
  pin: Uint8Array<ArrayBuffer>,
  root: string,
  successions?: string,
): Promise<Roots | undefined> =>
  followRoots(
    pin,
    shownSuccessions(successions).map((link) => ({ ...link, from: fromBase64url(link.from) })),
    fromBase64url(root),
  )
