import type { MiddlewareHandler } from 'hono'

/**
 * Refuses posts that another site's page caused. What the browser says in Sec-Fetch-Site counts alone: no page can
 * write it. Older browsers send Origin, which is compared with the address asked for; a public form from one that sends
 * neither is let through, for it carries no cookie that could be misused.
 */
export const sameSite =
  (refuse: MiddlewareHandler): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const site = c.req.header('Sec-Fetch-Site')
    const origin = c.req.header('Origin')
    if (site) return site === 'same-origin' || site === 'none' ? next() : refuse(c, next)
    if (origin && hostOf(origin) !== (c.req.header('Host') ?? new URL(c.req.url).host)) return refuse(c, next)
    if (!origin && c.req.path.startsWith('/staff')) return refuse(c, next)
    return next()
  }

/** Hosts are compared and not schemes: behind a proxy that ends TLS we do not know our own. `null` has no host. */
const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)
