import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

const fixed = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict', prefix: 'host' } as const
const HALF_A_YEAR = 180 * 24 * 60 * 60

export const sessionToken = (c: Context) => getCookie(c, 'session', 'host')
/** Without a life of its own: the browser forgets it when it closes, the server after eight hours. */
export const keepSession = (c: Context, token: string) => setCookie(c, 'session', token, fixed)
export const dropSession = (c: Context) => deleteCookie(c, 'session', fixed)

export const deviceMark = (c: Context) => getCookie(c, 'device', 'host')
export const keepDevice = (c: Context, mark: string) =>
  setCookie(c, 'device', mark, { ...fixed, maxAge: HALF_A_YEAR })
