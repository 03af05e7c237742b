declare const PICTURE_SCRIPT: string

type Rest = typeof import('./picture.client.ts')

let loading: Promise<Rest | undefined> | undefined
let failures = 0

/** Fetches the rest of the script once; undefined without a network. A browser may remember a failure, so the next try has another address. */
export function loadRest(): Promise<Rest | undefined> {
  loading ??= import(failures > 0 ? `${PICTURE_SCRIPT}?${failures}` : PICTURE_SCRIPT).catch(() => {
    failures++
    loading = undefined
  })
  return loading
}
