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

const shells = ['chromium-headless-shell', 'chrome-headless-shell']
const whole = ['chromium', 'chromium-browser', 'google-chrome']

/**
 * The path of Chromium, or undefined. The one that was built without windows does the same work in two thirds of the
 * time; `prompts`: the one that asks its person for leave, and has a person's settings. What CHROMIUM names counts
 * alone.
 */
export function findChromium({ prompts = false } = {}) {
  const { CHROMIUM } = process.env
  if (CHROMIUM) return runs(CHROMIUM) ? CHROMIUM : undefined
  return findProgram(prompts ? whole : [...shells, ...whole])
}

/** Finds both or installs Debian's, with a font for Chinese; throws one clear line when it can do neither. */
export function ensureChromium() {
  if (mayInstall() && !process.env.CHROMIUM) {
    const lacking = [
      ...(findProgram(whole) ? [] : ['chromium', 'fonts-noto-cjk']),
      ...(findProgram(shells) ? [] : ['chromium-headless-shell']),
    ]
    if (lacking.length > 0) install('Chromium', lacking.join(' '))
  }
  const found = [findChromium(), findChromium({ prompts: true })]
  if (found.every(Boolean)) return [...new Set(found)]
  if (process.env.CHROMIUM) throw new Error(`CHROMIUM names ${process.env.CHROMIUM}, which cannot be run.`)
  throw new Error('Chromium is missing. Install it, or name it: CHROMIUM=/path/to/chromium npm test')
}
