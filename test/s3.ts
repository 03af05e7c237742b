import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { S3Settings } from '../src/blobs/s3.ts'

/** How the store misbehaves from now on. */
export type Mood = 'well' | 'down' | 'refusing' | 'full' | 'cut off' | 'without its bucket'

export interface S3 {
  settings: S3Settings
  objects: ReadonlyMap<string, Uint8Array>
  be(mood: Mood): void
  close(): Promise<void>
}

const BUCKET = '/mashang'
const settings = { region: 'cn-test-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a-secret-of-the-test' }

/**
 * A store that speaks as much of S3 as we ask of one: an object is put, read and deleted by whoever signs with the key,
 * and a content that is not what was signed is refused. It checks by the rules of Signature Version 4, written down
 * here once more from their description and not from our client.
 */
export async function startS3(): Promise<S3> {
  const objects = new Map<string, Uint8Array>()
  let mood: Mood = 'well'

  const server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = new Uint8Array(Buffer.concat(chunks))
    if (mood === 'cut off') return request.socket.destroy()
    if (mood === 'down') return end(response, 503)
    if (mood === 'full') return end(response, 507)
    if (mood === 'refusing' || !isSigned(request, body)) return end(response, 403)
    const name = (request.url ?? '').slice(BUCKET.length + 1)
    if (mood === 'without its bucket' || !request.url?.startsWith(`${BUCKET}/`))
      return missing(response, 'NoSuchBucket')
    const found = objects.get(name)
    if (request.method === 'PUT') {
      objects.set(name, body)
      return end(response, 200)
    }
    if (request.method === 'DELETE') {
      objects.delete(name)
      return end(response, 204)
    }
    if (request.method === 'GET' && found) return response.writeHead(200).end(found)
    if (request.method === 'GET') return missing(response, 'NoSuchKey')
    end(response, 405)
  })
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens))
  const { port } = server.address() as AddressInfo
  return {
    settings: { url: `http://127.0.0.1:${port}${BUCKET}`, ...settings },
    objects,
    be(next) {
      mood = next
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

const missing = (response: ServerResponse, code: string) =>
  response.writeHead(404).end(`<Error><Code>${code}</Code></Error>`)
const end = (response: ServerResponse, status: number) => void response.writeHead(status).end()

const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Uint8Array, text: string) => createHmac('sha256', key).update(text).digest()

/** AWS Signature Version 4: canonical request, string to sign, and a key of the day, the region and the service. */
function isSigned({ method, url = '', headers }: IncomingMessage, body: Uint8Array): boolean {
  const form = /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/
  const [, credential = '', signedHeaders = '', signature = ''] = form.exec(headers.authorization ?? '') ?? []
  const [keyId, day, ...scope] = credential.split('/')
  const at = String(headers['x-amz-date'] ?? '')
  const digest = headers['x-amz-content-sha256']
  const names = signedHeaders.split(';')
  if (keyId !== settings.accessKeyId || scope.join('/') !== `${settings.region}/s3/aws4_request`) return false
  if (!at.startsWith(`${day}T`) || digest !== sha256(body)) return false
  if (!['host', 'x-amz-content-sha256', 'x-amz-date'].every((name) => names.includes(name))) return false
  const late = Math.abs(Date.now() - Date.parse(at.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5')))
  if (!(late < 15 * 60_000)) return false
  const lines = names.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('')
  const [path, query = ''] = url.split('?')
  const canonical = [method, path, query, lines, signedHeaders, digest].join('\n')
  const toSign = ['AWS4-HMAC-SHA256', at, [day, ...scope].join('/'), sha256(canonical)].join('\n')
  const key = [day ?? '', settings.region, 's3', 'aws4_request'].reduce<string | Uint8Array>(
    hmac,
    `AWS4${settings.secretAccessKey}`,
  )
  return timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex'))
}
