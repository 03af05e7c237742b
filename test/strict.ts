/** What a page may load, run and be loaded in: these directives and no other. */
const policy: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'media-src': 'blob:',
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'mashang',
}

const always: Readonly<Record<string, RegExp>> = {
  'Content-Security-Policy': new RegExp(
    `^${Object.entries(policy)
      .map(([name, value]) => `${name} ${value}`)
      .join('; ')}$`,
  ),
  'Permissions-Policy':
    /^(?=.*\bcamera=\(\))(?=.*\bgeolocation=\(\))(?=.*\bmicrophone=\((self)?\))[a-z-]+=\((self)?\)(, [a-z-]+=\((self)?\))*$/,
  'Referrer-Policy': /^same-origin$/,
  'X-Content-Type-Options': /^nosniff$/,
  'X-Frame-Options': /^DENY$/,
  'X-Robots-Tag': /^noindex, nofollow$/,
  'Cross-Origin-Opener-Policy': /^same-origin$/,
  'Cross-Origin-Embedder-Policy': /^require-corp$/,
  'Cross-Origin-Resource-Policy': /^same-origin$/,
  // Pages are never kept; files whose address changes with them are, and the worker's is asked for anew.
  'Cache-Control': /^(no-store|public, max-age=31536000, immutable|public, max-age=0, must-revalidate)$/,
}

/** What reports to somebody, lets somebody in, or tells what runs here. */
const never = [
  ...['NEL', 'Report-To', 'Reporting-Endpoints', 'Content-Security-Policy-Report-Only', 'Expect-CT'],
  ...['Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials', 'Timing-Allow-Origin'],
  ...['X-Powered-By', 'Server', 'Server-Timing', 'X-Request-Id', 'ETag', 'SourceMap', 'Refresh', 'Link'],
]

/** What is missing from an answer or too much in it, one line each. */
export const unstrict = (headers: Headers): string[] => [
  ...Object.entries(always)
    .filter(([name, value]) => !value.test(headers.get(name) ?? ''))
    .map(([name]) => `${name}: ${headers.get(name)}`),
  ...never.filter((name) => headers.has(name)),
  ...[...headers].filter(([, value]) => /report-(uri|to)/.test(value)).map(([name]) => `${name} reports`),
]
