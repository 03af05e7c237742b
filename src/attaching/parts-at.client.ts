import { ATTACHING } from '../paths.ts'

/** Where what a form has of files is, in its language as a page names it: the same at every door. */
export const partsAt = (lang: string) => `${ATTACHING}?lang=${lang}`
