// Finds Chromium for the tests and the bench. Where it is missing and may be installed, it is.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** It speaks to nobody but the page it is shown. */
export const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** The path of Chromium, or undefined. What CHROMIUM names counts alone. */
export function findChromium() {
  const { CHROMIUM, PATH = '' } = process.env
  if (CHROMIUM) return runs(CHROMIUM) ? CHROMIUM : undefined
  const folders = [...new Set(['/usr/bin', ...PATH.split(delimiter)])]
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(runs)
}

/** Finds Chromium or installs Debian's, with a font for Chinese; throws one clear line when it can do neither. */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.env.CHROMIUM) throw new Error(`CHROMIUM names ${process.env.CHROMIUM}, which cannot be run.`)
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new Error('Chromium is missing. Install it, or name it: CHROMIUM=/path/to/chromium npm test')
  }
  console.log('Chromium is missing and is being installed.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const command of ['apt-get update', 'apt-get install -y chromium fonts-noto-cjk']) {
    const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env })
    if (status !== 0) throw new Error(`Chromium could not be installed: ${command} failed.`)
  }
  const installed = findChromium()
  if (!installed) throw new Error('Chromium was installed and still cannot be found.')
  return installed
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
