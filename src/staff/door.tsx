import type { Context } from 'hono'
import { page, type Status } from '../http/answer.ts'
import type { House } from '../http/house.ts'
import { paths } from '../paths.ts'
import { deskReader } from './language.ts'
import { SignInPage } from './sign-in-page.tsx'

/** Asks at the address that was wanted, so that signing in shows it. What was posted is not sent again by itself. */
export function askToSignIn(
  c: Context,
  { settings: { demo } }: House,
  status: Status = 401,
): Promise<Response> {
  const stay = c.req.method === 'GET' && c.req.path !== paths.signIn
  return page(c, <SignInPage reader={deskReader(c)} demo={demo} stay={stay} />, status)
}
