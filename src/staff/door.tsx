import type { Context } from 'hono'
import { page, type Status } from '../http/answer.ts'
import type { House } from '../http/house.ts'
import { findOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { sessionToken } from './cookies.ts'
import { deskReader } from './language.ts'
import { whyEnded } from './session.ts'
import { SignInPage } from './sign-in-page.tsx'

/**
 * Asks at the address that was wanted, so that signing in shows it. What was posted is not sent again by itself: then
 * it leads back to the page of the form. Whoever was signed in is told why that is over.
 */
export async function askToSignIn(
  c: Context,
  { db, clock, settings: { demo } }: House,
  status: Status = 401,
): Promise<Response> {
  const isDoor = c.req.path === paths.signIn
  const stay = c.req.method === 'GET' && !isDoor
  const token = c.req.method === 'GET' || !isDoor ? sessionToken(c) : undefined
  const props = {
    reader: deskReader(c),
    demo,
    stay,
    owner: (await findOffice(db))?.fullName,
    ended: token ? await whyEnded(db, token, clock.now()) : undefined,
    back: stay || isDoor ? undefined : pageOfForm(c),
  }
  return page(c, <SignInPage {...props} />, status)
}

/** Where the form stood, as far as it is one of ours. */
function pageOfForm(c: Context): string | undefined {
  const from = c.req.header('Referer')
  const { pathname = '', search = '' } = from && URL.canParse(from) ? new URL(from) : {}
  const isOurs = pathname.startsWith(`${paths.staff}/`) && pathname !== paths.signIn
  return isOurs ? pathname + search : undefined
}
