import type { Context } from 'hono'

/** Whether a plain form was posted, with or without files. */
export const isForm = (c: Context): boolean =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(c.req.header('Content-Type') ?? '')
