import { fileURLToPath } from 'node:url'
import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Context, Hono } from 'hono'
import { isForSandbox } from '../http/headers.ts'
import { packing } from '../http/pack.ts'
import type { Stencilled } from '../http/stencil.ts'
import { OFFLINE } from '../paths.ts'
import { root } from '../root.ts'
import { utf8 } from '../sealing/bytes.ts'

const files = fileURLToPath(new URL('public', root))

/** Files come from the disk, and a page leaves packed. On Workers the platform does both. */
export function front(app: Hono) {
  app.use('/built/*', serveStatic({ root: files, precompressed: true, onFound: keepForEver }))
  for (const file of ['/robots.txt', OFFLINE]) app.use(file, serveStatic({ root: files, onFound: askAgain }))
  app.use((c, next) => {
    c.setRenderer((page) => packed(c, page))
    return next()
  })
}

type Found = (path: string, c: Pick<Context, 'header'>) => void
/** Nobody asks for it again, so it needs no day to ask by. */
const keepForEver: Found = (path, c) => {
  if (isForSandbox(path)) c.header('Cross-Origin-Resource-Policy', 'cross-origin')
  c.header('Last-Modified', undefined)
  c.header('Cache-Control', 'public, max-age=31536000, immutable')
}
const askAgain: Found = (_path, c) => c.header('Cache-Control', 'public, max-age=0, must-revalidate')

/**
 * A window of 16 KiB spares making ready twice that. What fits into twice that and not into it, as a resident's page,
 * is looked back over: every byte of that comes over a weak line.
 */
const how = { level: 5, windowBits: 14 }
const howFor = ({ length }: Uint8Array) =>
  length > 2 ** 14 && length <= 2 ** 15 ? { ...how, windowBits: 15 } : how

/**
 * A page is whole before it leaves, and small: packed in one go, before it is an answer, it takes an eighth of the
 * processor's time that the stream of `hono/compress` takes for it.
 */
const pack = packing({
  whole: (page) => {
    const bytes = utf8(page)
    return Uint8Array.from(gzipSync(bytes, howFor(bytes)))
  },
  blocks: (bytes) => Uint8Array.from(deflateRawSync(bytes, { ...how, finishFlush: constants.Z_SYNC_FLUSH })),
  crc32,
})

function packed(c: Context, page: string | Stencilled): Response | Promise<Response> {
  c.header('Vary', 'Accept-Encoding')
  if (!/\bgzip\b/.test(c.req.header('Accept-Encoding') ?? '')) return c.html(String(page))
  c.header('Content-Type', 'text/html; charset=UTF-8')
  c.header('Content-Encoding', 'gzip')
  return c.body(pack(page))
}
