import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { type Lang, langNamed } from '../i18n/speak.ts'

export type Size = 'standard' | 'large' | 'largest'

/** Who reads: language and text size. They travel in the address, because public pages have no cookie. */
export interface Reader {
  lang: Lang
  size: Size
}

export function readerOf(c: Context): Reader {
  const size = c.req.query('size')
  return {
    lang: langNamed(c.req.query('lang')),
    size: size === 'large' || size === 'largest' ? size : 'standard',
  }
}

/** The address for this reader: links and forms carry language and size along. */
export function at(reader: Reader, address: string, change: Partial<Reader> = {}): string {
  const { lang, size } = { ...reader, ...change }
  const query = [lang !== 'zh' && `lang=${lang}`, size !== 'standard' && `size=${size}`]
    .filter(Boolean)
    .join('&')
  if (!query) return address
  const [path, fragment] = address.split('#')
  const joined = `${path}${path?.includes('?') ? '&' : '?'}${query}`
  return fragment === undefined ? joined : `${joined}#${fragment}`
}

/** Where a page can be asked for again; one that answers a post has no such address. Two slashes would name a host. */
export function hereOf(c: Context): string | undefined {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return undefined
  return new URL(c.req.url).pathname.replace(/^\/+/, '/')
}

/** Staff pages have cookies anyway: their language is kept in one. */
export const langCookie = '__Host-lang'

export const deskLang = (c: Context): Lang => langNamed(c.req.query('lang') ?? getCookie(c, langCookie))
