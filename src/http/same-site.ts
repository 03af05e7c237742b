import type { MiddlewareHandler } from 'hono'

/**
 * Refuses posts that another site's page caused. Browsers send Sec-Fetch-Site or, older ones, Origin; a public form
 * from a browser that sends neither is let through, for it carries no cookie that could be misused.
 */
export const sameSite =
  (refuse: MiddlewareHandler): MiddlewareHandler =>
  async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
    const site = c.req.header('Sec-Fetch-Site')
    const origin = c.req.header('Origin')
    if (site && site !== 'same-origin' && site !== 'none') return refuse(c, next)
    if (origin && hostOf(origin) !== (c.req.header('Host') ?? new URL(c.req.url).host)) return refuse(c, next)
    if (!site && !origin && c.req.path.startsWith('/staff')) return refuse(c, next)
    return next()
  }

/** Hosts are compared and not schemes: behind a proxy that ends TLS we do not know our own. `null` has no host. */
const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined)
