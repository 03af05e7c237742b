import { dayOf } from '../clock/day.ts'
import { fromBase64url } from '../sealing/bytes.ts'
import { type Lock, lockFor, officeLockFor } from './lock.ts'

/** The phone's day in Shanghai. Its clock may be wrong, so the page brings the server's day as well. */
const today = () => dayOf(new Date())

/** Checks what a page brings against the code in the address. Undefined: nothing may be sealed to this. */
export async function lockOn(form: HTMLFormElement): Promise<Lock | undefined> {
  const { root = '', salt = '', code = '', team = '', office, day = '' } = form.dataset
  const [, , token = ''] = location.pathname.split('/')
  try {
    const printed = { token, root: fromBase64url(root), salt: fromBase64url(salt), code }
    const isPastTeam = office !== undefined
    const lock = isPastTeam
      ? await officeLockFor({ ...printed, office })
      : await lockFor({ ...printed, team, days: [today(), day] })
    return typeof lock === 'string' ? undefined : lock
  } catch {
    return undefined
  }
}

/** Whether this phone can seal at all. When it cannot, the page goes on as without scripts, and says so already. */
export async function canSeal(): Promise<boolean> {
  try {
    const curve = { name: 'ECDH', namedCurve: 'P-256' }
    return !!(await crypto.subtle.generateKey(curve, false, ['deriveBits']))
  } catch {
    return false
  }
}
