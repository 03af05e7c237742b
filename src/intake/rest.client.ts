declare const PICTURE_SCRIPT: string
declare const ATTACH_SCRIPT: string

/**
 * Fetches a part of the script once; undefined without a network. A browser may remember a failure, so the next try has
 * another address.
 */
function once<Part>(address: string): () => Promise<Part | undefined> {
  let loading: Promise<Part | undefined> | undefined
  let failures = 0
  return () => {
    loading ??= import(failures > 0 ? `${address}?${failures}` : address).catch(() => {
      failures++
      loading = undefined
    })
    return loading as Promise<Part | undefined>
  }
}

export type Rest = typeof import('./picture.client.ts')

/** What seals and delivers. */
export const loadRest = once<Rest>(PICTURE_SCRIPT)

/** What takes files and sends them. */
export const loadAttach = once<typeof import('../attaching/attach.client.ts')>(ATTACH_SCRIPT)
