import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Database from 'libsql'
import { type Answer, answerOf, type Request } from './hrana-requests.ts'

/** One client's connection, kept between its requests under a baton that is good once. */
interface Stream {
  db: Database.Database
  stored: Map<number, string>
  expiry?: NodeJS.Timeout
}

export interface Hrana {
  url: string
  close(): Promise<void>
}

/**
 * A stand-in for a libSQL server: Hrana over HTTP, versions 2 and 3, as JSON, over the engine itself and a file. It
 * proves our side of the wire and the engine behind it, not anybody's server. Needs the token, as a real one does.
 */
export async function startHrana(file: string, token: string): Promise<Hrana> {
  const streams = new Map<string, Stream>()

  const open = (): Stream => {
    const db = new Database(file)
    db.exec('PRAGMA journal_mode=WAL; PRAGMA busy_timeout=5000; PRAGMA foreign_keys=ON')
    return { db, stored: new Map() }
  }
  const take = (baton: string): Stream | undefined => {
    const stream = streams.get(baton)
    streams.delete(baton)
    clearTimeout(stream?.expiry)
    return stream
  }
  const keep = (stream: Stream): string => {
    const baton = randomBytes(16).toString('base64url')
    stream.expiry = setTimeout(() => take(baton)?.db.close(), 10_000)
    streams.set(baton, stream)
    return baton
  }

  const pipeline = async (request: IncomingMessage): Promise<[number, unknown]> => {
    const { baton, requests } = JSON.parse(await text(request)) as { baton?: string; requests: Request[] }
    const stream = baton ? take(baton) : open()
    if (!stream) return [400, { message: 'the stream has expired', code: 'STREAM_EXPIRED' }]
    const results: Answer[] = requests.map((asked) => answerOf(stream.db, stream.stored, asked))
    const closed = requests.some((asked) => asked.type === 'close')
    if (closed) stream.db.close()
    return [200, { baton: closed ? null : keep(stream), base_url: null, results }]
  }

  const route = async (request: IncomingMessage): Promise<[number, unknown]> => {
    if (request.headers.authorization !== `Bearer ${token}`) return [401, { error: 'unauthorised' }]
    if (/^\/v[23]$/.test(request.url ?? '')) return [200, {}]
    if (request.method === 'POST' && /^\/v[23]\/pipeline$/.test(request.url ?? '')) return pipeline(request)
    return [404, { message: 'not found' }]
  }

  const server: Server = createServer(async (request, response) => {
    const [status, body] = await route(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      for (const baton of streams.keys()) take(baton)?.db.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}
