import type { Context, MiddlewareHandler } from 'hono'

/**
 * No page sets markup from text. The one Trusted Types policy names scripts of our own, for a worker cannot be had
 * otherwise.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  'media-src blob:',
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types mashang',
]

/**
 * What could tell who or where somebody is, or reach a device. Every name is sent three times before a resident can
 * write; and one that Chromium does not know would be a complaint on each page.
 */
const denied = `
  accelerometer browsing-topics camera display-capture geolocation gyroscope local-fonts
  magnetometer microphone payment serial usb
`

const permissions = denied
  .trim()
  .split(/\s+/)
  .map((feature) => `${feature}=()`)
  .join(', ')

/** On the one page where somebody may speak instead of writing: the browser still asks them. */
export const mayRecord = (c: Context) =>
  c.header('Permissions-Policy', permissions.replace('microphone=()', 'microphone=(self)'))

/**
 * On every answer, of files too: public/_headers says the same for those that Workers answer without the product.
 * `same-origin`, not `no-referrer`: with that a plain form posts `Origin: null` and people without scripts are refused.
 */
export const strict: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy.join('; '),
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissions,
  'X-Robots-Tag': 'noindex, nofollow',
}

/**
 * What runs in the frames that read strangers' files. They have no origin, so to them these scripts are from elsewhere;
 * there is nothing in them but what the sources say. `path`: of the file, packed or not.
 */
export const isForSandbox = (path: string): boolean => /[\\/]sandboxed-[^\\/]+$/.test(path)

export const ONLY_TLS = 'max-age=31536000'

/** Nothing the product answers may be kept by a cache; only files are, and say so themselves. */
export function strictHeaders(publicUrl: string | undefined): MiddlewareHandler {
  const always = Object.entries({ ...strict, 'Cache-Control': 'no-store' })
  return (c, next) => {
    for (const [name, value] of always) c.header(name, value)
    if (isOverTls(publicUrl ?? c.req.url)) c.header('Strict-Transport-Security', ONLY_TLS)
    return next()
  }
}

/** Behind a proxy that ends TLS we do not know our own scheme. Without TLS browsers heed no such header. */
const isOverTls = (address: string): boolean =>
  !/^http:\/\/(localhost|127\.[\d.]+|\[::1\])(?=[:/]|$)/i.test(address)
