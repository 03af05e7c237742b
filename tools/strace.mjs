// Finds strace for the test that reads every system call of the server. Where it is missing and may be installed, it is.
import { findProgram, install, mayInstall } from './debian.mjs'

const find = () => findProgram(['strace'])

/** Its path; throws one clear line when there is none and none can be installed. */
export function ensureStrace() {
  const found = find()
  if (found) return found
  if (!mayInstall())
    throw new Error('strace is missing. Install it: without it nobody sees what the server writes.')
  install('strace', 'strace')
  const installed = find()
  if (!installed) throw new Error('strace was installed and still cannot be found.')
  return installed
}
