// Finds Chromium for the tests and the bench. Where it is missing and may be installed, it is.
import { findProgram, install, mayInstall, runs } from './debian.mjs'

/** It speaks to nobody but the page it is shown. */
export const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of Chromium, or undefined. What CHROMIUM names counts alone. */
export function findChromium() {
  const { CHROMIUM } = process.env
  if (CHROMIUM) return runs(CHROMIUM) ? CHROMIUM : undefined
  return findProgram(['chromium', 'chromium-browser', 'google-chrome'])
}

/** Finds Chromium or installs Debian's, with a font for Chinese; throws one clear line when it can do neither. */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.env.CHROMIUM) throw new Error(`CHROMIUM names ${process.env.CHROMIUM}, which cannot be run.`)
  if (!mayInstall()) {
    throw new Error('Chromium is missing. Install it, or name it: CHROMIUM=/path/to/chromium npm test')
  }
  install('Chromium', 'chromium fonts-noto-cjk')
  const installed = findChromium()
  if (!installed) throw new Error('Chromium was installed and still cannot be found.')
  return installed
}
