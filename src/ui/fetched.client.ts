/**
 * Fetches a part of the script, once; undefined without a network. A browser may remember a failure, so the next try
 * has another address.
 */
export function fetchOnce<Part>(address: string): () => Promise<Part | undefined> {
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
