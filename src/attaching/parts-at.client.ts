import { ATTACHING } from '../paths.ts'
import { OFFICE } from '../staff/roles.ts'

/** Where what a form has of files is, in its language as a page names it. Past the team others listen: it says so. */
export const partsAt = (lang: string, isPastTeam: boolean) =>
  `${ATTACHING}?lang=${lang}${isPastTeam ? `&to=${OFFICE}` : ''}`
