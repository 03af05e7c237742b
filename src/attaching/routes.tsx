import { page } from '../http/answer.ts'
import { Hono } from '../http/hono.ts'
import { readerOf } from '../http/reader.ts'
import { paths } from '../paths.ts'
import { AttachingPage } from './attaching-page.tsx'

/** Where the form's script finds what it needs for files: of the form nothing comes along in its address. */
export const attachingRoutes = () =>
  new Hono().get(paths.attaching, (c) => page(c, <AttachingPage reader={readerOf(c)} />))
