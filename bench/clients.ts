import { Agent, request } from 'node:http'

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

/** So many clients, each posting as soon as its last post was answered, as browsers do. */
export async function press(origin: string, posts: readonly Post[], clients: number): Promise<Pressed> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const { hostname, port } = new URL(origin)
  const waiting = posts.values()
  let accepted = 0

  const send = ({ path, type, body }: Post) =>
    new Promise<boolean>((answered) => {
      const headers = {
        'Content-Type': type,
        'Content-Length': Buffer.byteLength(body),
        'Accept-Encoding': 'gzip',
        Origin: origin,
        'Sec-Fetch-Site': 'same-origin',
      }
      const asked = request({ agent, hostname, port, path, method: 'POST', headers }, (answer) => {
        answer.resume().once('end', () => answered(answer.statusCode === 200))
      })
      asked.once('error', () => answered(false))
      asked.end(body)
    })

  const client = async () => {
    for (const post of waiting) if (await send(post)) accepted++
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, client))
  const seconds = (performance.now() - began) / 1000
  agent.destroy()
  return { accepted, failed: posts.length - accepted, seconds }
}
