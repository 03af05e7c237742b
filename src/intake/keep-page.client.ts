import { CODE, OFFLINE, PRINTED } from '../paths.ts'
import { ownScript } from '../ui/own-scripts.client.ts'
import { isThere } from './keep.client.ts'

/**
 * On a phone that keeps a draft, the page it was written on opens again without a signal. Called as often as a draft is
 * kept. A browser that cannot has the words all the same.
 */
export async function keepPage(): Promise<void> {
  const scope = location.pathname
  try {
    const { serviceWorker } = navigator
    const known = await serviceWorker.getRegistration()
    if (known?.scope.endsWith(scope) || !(await isThere(scope))) return
    const { installing, waiting, active } = await serviceWorker.register(ownScript(OFFLINE), { scope })
    const worker = installing ?? waiting ?? active
    worker?.postMessage(location.href)
    // Who scans the code once more comes by its printed address.
    const printed = scope.replace(CODE, PRINTED)
    await serviceWorker.register(ownScript(OFFLINE), { scope: printed })
  } catch {
    return
  }
}
