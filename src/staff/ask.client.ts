import { Offline } from '../ui/exchange.client.ts'

/** Posts JSON and gives the answer as it came. Ceremonies are handed one, so that they run without a browser too. */
export type Ask = (address: string, body: unknown) => Promise<Response>

/** A server that answers otherwise than agreed. */
export class Unexpected extends Error {}

export const askServer: Ask = (address, body) =>
  fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Offline()
  })

export async function answered<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Unexpected(`${response.status}`)
  return response.json() as Promise<T>
}
