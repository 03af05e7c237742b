import type { BrowserContext, Page } from 'playwright-core'

/** A gate that stays shut until somebody opens it. */
export function gate() {
  let open = () => {}
  const opened = new Promise<void>((done) => {
    open = done
  })
  return { opened, open }
}

/**
 * What is asked for at these addresses, by this method, waits at a gate; `sent`: the server has it before. Answers what
 * was asked for.
 */
export async function hold(
  context: BrowserContext,
  address: string | RegExp,
  { method = 'GET', sent = false }: { method?: string; sent?: boolean } = {},
) {
  const { opened, open } = gate()
  const asked: string[] = []
  await context.route(address, async (route) => {
    if (route.request().method() !== method) return route.fallback()
    asked.push(route.request().url())
    const response = sent ? await route.fetch() : undefined
    await opened
    // What asked may be gone.
    await (response ? route.fulfill({ response }) : route.continue()).catch(() => {})
  })
  return { open, asked }
}

/**
 * While a page turns to another no debugger reaches it: what is to go on there then is laid ready before, and told by
 * requests. What stands as `goOn` is called and its outcome, `gone`, waited for, and then as much work is done as
 * keeping something is, several times: what was under way before has had its turn.
 */
export async function laidReady(page: Page) {
  const [go, done] = [gate(), gate()]
  await page.context().route('**/meanwhile-go', async (route) => {
    await go.opened
    await route.fulfill({ status: 200, body: '' })
  })
  await page.context().route('**/meanwhile-done', (route) => {
    done.open()
    return route.fulfill({ status: 200, body: '' })
  })
  await page.evaluate(() => {
    const phone = window as unknown as { goOn?: () => void; gone?: () => unknown }
    const turn = () =>
      new Promise((done) => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = done
        port2.postMessage(0)
      })
    const wait = async () => {
      await fetch('/meanwhile-go')
      phone.goOn?.()
      while (phone.gone && !(await phone.gone())) await turn()
      for (let n = 0; n < 20; n++) {
        const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt'])
        await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, new Uint8Array(4096))
        await indexedDB.databases()
        await turn()
      }
      await fetch('/meanwhile-done')
    }
    void wait()
  })
  return async () => {
    go.open()
    await done.opened
  }
}

/** What this phone keeps of us: what was put aside in the tab, drafts or receipts, and pages that open offline. */
export const traces = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    let kept = 0
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        // A page that was opened since has made itself a key for words to come; there are none.
        if (store === 'words') continue
        kept += await done(database.transaction(store).objectStore(store).count())
      }
      database.close()
    }
    const pages = await navigator.serviceWorker.getRegistrations()
    return {
      session: sessionStorage.length,
      local: localStorage.length,
      kept,
      pages: pages.length + (await caches.keys()).length,
    }
  })

export const noTraces = { session: 0, local: 0, kept: 0, pages: 0 }

/** Every secret or private key in any store of this browser, wherever in a row: what trying to read it gives. */
export const keysHeld = (page: Page) =>
  page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const keysIn = (value: unknown): CryptoKey[] => {
      if (value instanceof CryptoKey) return value.type === 'public' ? [] : [value]
      if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return []
      return Object.values(value).flatMap(keysIn)
    }
    const read = (key: CryptoKey) =>
      Promise.all(
        (['raw', 'jwk', 'pkcs8'] as const).map((format) =>
          crypto.subtle.exportKey(format, key).then(
            () => 'told',
            () => 'refused',
          ),
        ),
      )
    const found: string[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name))
      for (const store of database.objectStoreNames) {
        const rows: unknown[] = await done(database.transaction(store).objectStore(store).getAll())
        for (const key of keysIn(rows)) found.push(`${key.extractable} ${(await read(key)).join(' ')}`)
      }
      database.close()
    }
    return found
  })

/** As often as there are keys: the script that made them cannot read them either. */
export const unreadable = 'false refused refused refused'
