import { fetchOnce } from '../ui/fetched.client.ts'

declare const PICTURE_SCRIPT: string
declare const ATTACH_SCRIPT: string

export type Rest = typeof import('./picture.client.ts')

/** What seals and delivers. */
export const loadRest = fetchOnce<Rest>(PICTURE_SCRIPT)

/** What takes files and sends them. */
export const loadAttach = fetchOnce<typeof import('../attaching/attach.client.ts')>(ATTACH_SCRIPT)
