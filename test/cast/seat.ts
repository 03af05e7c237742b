import type { Ask } from '../../src/staff/ask.client.ts'
import { wordsApart } from '../words.ts'

/** Something that answers requests: the app itself, or a server on loopback. */
export type Door = (address: string, request: RequestInit) => Response | Promise<Response>

/** A browser without a screen: it keeps cookies and sends forms the way browsers send them. */
export interface Seat {
  ask: Ask
  get(address: string): Promise<Response>
  /** Sends a form that must lead on to another page, and answers that page's address. */
  send(address: string, fields: Record<string, string>): Promise<string>
  post(address: string, fields: Record<string, string>): Promise<Response>
  put(address: string, body: string): Promise<Response>
}

export function takeSeat(door: Door, origin = 'http://localhost'): Seat {
  const cookies = new Map<string, string>()

  const request = async (
    address: string,
    method: string,
    body?: string,
    type?: string,
  ): Promise<Response> => {
    const headers = new Headers({ Host: new URL(origin).host })
    if (cookies.size > 0)
      headers.set('Cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (type) headers.set('Content-Type', type)
    if (method !== 'GET') headers.set('Origin', origin)
    const response = await door(
      origin + address,
      body === undefined ? { method, headers } : { method, headers, body },
    )
    for (const cookie of response.headers.getSetCookie()) keep(cookie)
    return response
  }

  const keep = (cookie: string) => {
    const [pair = ''] = cookie.split(';')
    const [name = '', value = ''] = pair.split('=')
    if (/max-age=0/i.test(cookie) || value === '') cookies.delete(name)
    else cookies.set(name, value)
  }

  const post = (address: string, fields: Record<string, string>) =>
    request(address, 'POST', new URLSearchParams(fields).toString(), 'application/x-www-form-urlencoded')

  return {
    ask: (address, body) => request(address, 'POST', JSON.stringify(body), 'application/json'),
    get: (address) => request(address, 'GET'),
    post,
    put: (address, body) => request(address, 'PUT', body, 'application/octet-stream'),
    async send(address, fields) {
      const response = await post(address, fields)
      if (response.status === 303) return response.headers.get('Location') ?? ''
      throw new Error(`${address} answered ${response.status}: ${wordsOf(await response.text())}`)
    },
  }
}

/** The words of a page's main part, for a message a person can act on. */
const wordsOf = (html: string) => wordsApart(html.split('<main')[1] ?? html).slice(0, 300)
