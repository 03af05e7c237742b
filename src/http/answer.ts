import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { drawn, Stencilled } from './stencil.ts'

export type Status = Extract<
  ContentfulStatusCode,
  200 | 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503
>

/** A whole page, sent as the runtime sends pages. */
export async function page(
  c: Context,
  element: JSX.Element | Promise<JSX.Element | Stencilled>,
  status: Status = 200,
): Promise<Response> {
  c.status(status)
  const whole = await element
  return c.render(whole instanceof Stencilled ? whole : await drawn(whole))
}

/** After a successful post: see the page, which a reload may ask for again. `said` names the sentence shown on top. */
export function done(c: Context, address: string, said?: string): Response {
  return c.redirect(said ? `${address}${address.includes('?') ? '&' : '?'}said=${said}` : address, 303)
}
