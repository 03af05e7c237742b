export interface Answer {
  status: number
  /** Where redirects led to. */
  url: string
  document: Document | null
}

/** No answer came: no network, or it was cut. What was sent may or may not have arrived. */
export class Offline extends Error {}

/**
 * Asks the server and reads its page as a document. XMLHttpRequest, because it parses HTML without any string ever
 * becoming markup here, which the page's policy forbids.
 */
export function exchange(
  method: 'GET' | 'POST',
  url: string,
  body?: XMLHttpRequestBodyInit,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    request.responseType = 'document'
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.onload = () =>
      resolve({
        status: request.status,
        url: request.responseURL,
        document: request.response as Document | null,
      })
    request.onerror = request.ontimeout = request.onabort = () => reject(new Offline())
    request.timeout = 60_000
    if (signal?.aborted) return reject(new Offline())
    signal?.addEventListener('abort', () => request.abort())
    request.send(body ?? null)
  })
}
