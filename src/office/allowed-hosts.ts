import type { MiddlewareHandler } from 'hono'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { printedOrigins } from './store.ts'

const plain = (host: string) => host.toLowerCase().replace(/:(80|443)$/, '')

/**
 * Turns away whoever asks for a host that is not ours, before any door, once the environment names the hosts. Without
 * names every host is answered: a proxy may have put its own in place of the one asked for.
 */
export function onlyAllowedHosts({ db, settings }: House): MiddlewareHandler {
  const { allowedHosts, publicUrl } = settings
  const named = new Set(allowedHosts?.map(plain))
  if (publicUrl) named.add(plain(new URL(publicUrl).host))

  /** What is printed on paper is never shut out. */
  const isOnPaper = async (host: string) =>
    (await printedOrigins(db)).some((origin) => plain(new URL(origin).host) === host)

  return async (c, next) => {
    if (!allowedHosts || c.req.path === paths.health) return next()
    const host = plain(c.req.header('Host') ?? new URL(c.req.url).host)
    if (named.has(host) || (await isOnPaper(host))) return next()
    return c.text('This host is not served here.\n', 421)
  }
}
