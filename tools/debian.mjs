// Finds programs the tests need that npm does not bring, and installs Debian's where that may be done.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** The path of the first of `names` that can be run, or undefined. */
export function findProgram(names) {
  const folders = [...new Set(['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)])]
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs)
}

/** Whether packages of Debian can be installed here. */
export const mayInstall = () => existsSync('/etc/debian_version') && process.getuid?.() === 0

/** Installs them; throws one clear line when that fails. */
export function install(program, packages) {
  console.log(`${program} is missing and is being installed.`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const command of ['apt-get update', `apt-get install -y ${packages}`]) {
    const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env })
    if (status !== 0) throw new Error(`${program} could not be installed: ${command} failed.`)
  }
}

export function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
