import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/**
 * No more than so many bytes. Where the request says how long it is, that is enough: what counts as it reads makes
 * every request several times slower.
 */
export function room(
  maxSize: number,
  onError: Parameters<typeof bodyLimit>[0]['onError'] & {},
): MiddlewareHandler {
  const counted = bodyLimit({ maxSize, onError })
  return async (c, next) => {
    const length = c.req.header('Content-Length')
    if (length === undefined || c.req.header('Transfer-Encoding') !== undefined) return counted(c, next)
    return Number(length) > maxSize ? onError(c) : next()
  }
}
