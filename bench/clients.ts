import { connect, type Socket } from 'node:net'

/** What a client posts, ready to be sent. */
export interface Post {
  path: string
  type: string
  body: string
}

export interface Pressed {
  accepted: number
  failed: number
  seconds: number
}

/**
 * So many clients, each posting as soon as its last post was answered, as browsers do. They write what was made ready
 * before and read no more than the length of the answer: a client that works takes the processor from the server.
 */
export async function press(origin: string, posts: readonly Post[], clients: number): Promise<Pressed> {
  const requests = posts.map((post) => requestOf(post, origin))
  const { accepted, seconds } = await pressOn(origin, requests.values(), clients)
  return { accepted, failed: posts.length - accepted, seconds }
}

/** The same with requests that are made as they are sent, as long as there are any. */
export async function pressOn(
  origin: string,
  waiting: IterableIterator<Uint8Array>,
  clients: number,
): Promise<Pressed> {
  const { hostname, port } = new URL(origin)
  let accepted = 0
  let failed = 0

  const client = async () => {
    let socket = connect(Number(port), hostname)
    for (const bytes of waiting) {
      const status = await ask(socket, bytes)
      if (status === 200) accepted++
      else failed++
      if (status === 0) socket = connect(Number(port), hostname)
    }
    socket.destroy()
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const seconds = (performance.now() - began) / 1000
  return { accepted, failed, seconds }
}

export function requestOf({ path, type, body }: Post, origin: string): Uint8Array {
  const { host } = new URL(origin)
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Content-Type: ${type}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Accept-Encoding: gzip',
    `Origin: http://${host}`,
    'Sec-Fetch-Site: same-origin',
  ]
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** The status of the whole answer; 0 when the connection was lost before its end. */
function ask(socket: Socket, request: Uint8Array): Promise<number> {
  return new Promise((answered) => {
    let read: Buffer = Buffer.alloc(0)
    const end = (status: number) => {
      socket.off('data', hear).off('close', lose).off('error', lose)
      answered(status)
    }
    const lose = () => end(0)
    const hear = (chunk: Buffer) => {
      read = read.length === 0 ? chunk : Buffer.concat([read, chunk])
      const head = read.indexOf('\r\n\r\n')
      if (head < 0) return
      const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(read.toString('latin1', 0, 16)) ?? []
      const [, length] = /\r\ncontent-length: (\d+)/i.exec(read.toString('latin1', 0, head)) ?? []
      if (status === undefined || length === undefined)
        throw new Error('The server answered without a length.')
      if (read.length >= head + 4 + Number(length)) end(Number(status))
    }
    socket.on('data', hear).once('close', lose).once('error', lose)
    socket.write(request)
  })
}
