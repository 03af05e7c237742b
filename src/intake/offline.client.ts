import { partsAt } from '../attaching/parts-at.client.ts'
import { CODE, PRINTED } from '../paths.ts'
import { DRAFTS, inStore } from '../ui/kept.client.ts'

// Opens the one page again on which somebody on their own phone wrote, when there is no signal. It holds that page, as
// it was last, with the scripts and styles it needs: no other page, no receipt, nothing that was written. It stands as
// long as the phone keeps a draft of that page, asks each time, and sends nothing by itself. A second of these stands
// where the printed code leads, and leads on to the page when nobody else does.

interface Worker {
  registration: { scope: string; unregister(): Promise<boolean> }
  clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', act: (event: Lasting) => void): void
  addEventListener(type: 'message', act: (event: Lasting & { data: unknown }) => void): void
  addEventListener(type: 'fetch', act: (event: Asked) => void): void
}
interface Lasting {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Lasting {
  request: Request
  respondWith(answer: Promise<Response>): void
}

const worker = self as unknown as Worker
const standsAt = worker.registration.scope
const scope = standsAt.replace(PRINTED, CODE)
const home = new URL(scope).pathname
const isAtPrinted = scope !== standsAt

/** Milliseconds for the network to answer, where something is kept that can stand instead. */
const PATIENCE = 4000
const FAULT = 500

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => {
  // Somebody may have left before it was there.
  const ready = async () => (await isWanted()) || (isAtPrinted && worker.registration.unregister())
  event.waitUntil(worker.clients.claim().then(ready))
})

worker.addEventListener('message', (event) => {
  const { data } = event
  if (typeof data !== 'string' || new URL(data).pathname !== home) return
  event.waitUntil(inTurn(async () => keep(await fetch(data, { redirect: 'error' }))))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { pathname } = new URL(request.url)
  if (request.method !== 'GET') return
  if (isAtPrinted) return leadOn(event, pathname)
  if (isBuilt(pathname)) return event.respondWith(builtScript(request))
  const isPage = request.mode === 'navigate' && pathname === home
  if (!isPage && pathname !== partsAddress().pathname) return
  const asked = fetch(request)
  if (isPage) {
    const copy = asked.then((answer) => answer.clone())
    event.waitUntil(copy.then((answer) => inTurn(() => keep(answer))).catch(() => {}))
  }
  event.respondWith(newestOf(asked, isPage ? home : request.url))
})

function leadOn(event: Asked, pathname: string) {
  if (event.request.mode === 'navigate' && pathname === new URL(standsAt).pathname)
    event.respondWith(newestOf(fetch(event.request), home, () => Response.redirect(scope)))
}

const isBuilt = (pathname: string) => pathname.startsWith('/built/')
const partsAddress = (lang = '') => new URL(partsAt(lang), scope)

/** The page as it is now: a notice may have been withdrawn. Where there is no answer to be had, as it was. */
async function newestOf(
  asked: Promise<Response>,
  address: string,
  instead = (page: Response) => page,
): Promise<Response> {
  const kept = (await isWanted()) && (await (await keptSet())?.match(address, { ignoreVary: true }))
  if (!kept) return asked
  const tired = new Promise<void>((done) => setTimeout(done, PATIENCE))
  const answer = await Promise.race([asked.catch(() => {}), tired])
  return answer && answer.status < FAULT ? answer : instead(kept)
}

/** Its name changes with its bytes. A script may be asked for again under the same name with a number behind it. */
const builtScript = async (request: Request): Promise<Response> =>
  (await caches.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request)

/** Set by whoever keeps a draft, and gone with it. */
async function isWanted(): Promise<boolean> {
  const page = await inStore<{ until: number } | undefined>('look', DRAFTS, (store) => store.get(home))
  return page !== undefined && page.until > Date.now()
}

const isOurs = (name: string) => name.startsWith(`${scope} `)

/** A page is whole when it stands there itself, which is put last. */
async function keptSet(): Promise<Cache | undefined> {
  for (const name of (await caches.keys()).filter(isOurs).reverse()) {
    const set = await caches.open(name)
    if (await set.match(home, { ignoreVary: true })) return set
  }
  return undefined
}

let turn: Promise<unknown> = Promise.resolve()
function inTurn(act: () => Promise<unknown>): Promise<unknown> {
  turn = turn.then(act).catch(() => {})
  return turn
}

/**
 * Keeps a page with everything it needs, beside the one before, and then in its place: scripts of two builds do not fit
 * each other. Whether it may is asked last, for somebody may have left meanwhile.
 */
async function keep(page: Response): Promise<void> {
  if (page.status !== 200 || page.redirected) return
  const name = `${scope} ${Date.now()}`
  const isWhole = (await isWanted()) && (await keepSet(name, page).catch(() => false))
  const isStillWanted = await isWanted()
  for (const other of (await caches.keys()).filter(isOurs))
    if (!isStillWanted || (other === name) !== isWhole) await caches.delete(other)
  if (!isStillWanted) await worker.registration.unregister()
}

async function keepSet(name: string, page: Response): Promise<boolean> {
  const text = await page.clone().text()
  const parts = partsAddress(/<html lang="([^"]+)/.exec(text)?.[1])
  const needed = new Set([...namedIn(text), parts.href])
  const set = await caches.open(name)
  // It grows as it is gone through: what these name is needed, too.
  for (const address of needed) {
    const answer = await (address === parts.href ? fetch(address) : builtScript(new Request(address)))
    if (answer.status !== 200) return false
    await set.put(address, answer.clone())
    for (const more of namedIn(await answer.text())) needed.add(more)
  }
  await set.put(home, page)
  return true
}

const namedIn = (text: string) => text.match(/\/built\/[\w-]+\.(js|css|svg)/g) ?? []
