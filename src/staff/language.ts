import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { deskLang, langCookie, type Reader } from '../http/reader.ts'

/** Who reads a staff page. A language chosen in the address is kept for the pages after it. */
export function deskReader(c: Context): Reader {
  const lang = deskLang(c)
  if (c.req.query('lang') !== undefined) {
    const year = 365 * 24 * 60 * 60
    setCookie(c, langCookie, lang, {
      path: '/',
      secure: true,
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: year,
    })
  }
  return { lang, size: 'standard' }
}
