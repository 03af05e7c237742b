import type { Context } from 'hono'
import { page, type Status } from '../http/answer.ts'
import type { House } from '../http/house.ts'
import { findOffice } from '../office/store.ts'
import { paths } from '../paths.ts'
import { deskReader } from './language.ts'
import { SignInPage } from './sign-in-page.tsx'

/** Asks at the address that was wanted, so that signing in shows it. What was posted is not sent again by itself. */
export async function askToSignIn(
  c: Context,
  { db, settings: { demo } }: House,
  status: Status = 401,
): Promise<Response> {
  const stay = c.req.method === 'GET' && c.req.path !== paths.signIn
  const owner = (await findOffice(db))?.fullName
  return page(c, <SignInPage reader={deskReader(c)} demo={demo} owner={owner} stay={stay} />, status)
}
