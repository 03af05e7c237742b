import { OFFICE } from '../staff/roles.ts'

/**
 * Under which name a phone keeps what was sent. The two doors of a code are told apart: what waits at one is not
 * offered at the other.
 */
export const drawerOf = (token: string, keeper: string) => (keeper === OFFICE ? `${token}/${OFFICE}` : token)
