import { reportWords } from '../i18n/report.ts'
import { say } from '../i18n/speak.ts'
import type { Desk } from './desk.ts'
import { whenWords } from './words.ts'

/** Who looked and when, across the page and on every print: a photograph of the screen says where it came from. */
export function Watermark({ desk: { lang, name, moment } }: { desk: Desk }) {
  const text = say(lang, reportWords.watermark, { name, when: whenWords(moment.now.toISOString()) })
  return (
    <svg class="watermark" aria-hidden="true" width="100%" height="100%">
      <defs>
        <pattern
          id="mark"
          width="260"
          height="150"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-20)"
        >
          <text x="10" y="80">
            {text}
          </text>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#mark)" />
    </svg>
  )
}
